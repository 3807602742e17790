import type { FromSource } from '@throughline/wire';
import { useMemo } from 'react';
import { useReview } from '../../../house/HouseContext.js';

/** Records in the order in which they came: by their files, and within a file by their numbers. */
export function useInOrder(records: readonly FromSource[]): readonly FromSource[] {
  const { imports } = useReview().gather;
  return useMemo(() => {
    const files: readonly string[] = [...imports].map(({ id }) => id);
    return records.toSorted((a, b) => files.indexOf(a.import) - files.indexOf(b.import) || a.number - b.number);
  }, [records, imports]);
}
