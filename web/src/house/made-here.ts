import { useMemo } from 'react';
import { useHouse } from './HouseContext.js';

/**
 * The ids of the things that were made here and still stand: they wait to be stored, or can be taken back. One that was
 * refused, or taken back, is not among them. So a page knows its own votes on records that did not travel.
 */
export function useMadeHere(): ReadonlySet<string> {
  const { held, done } = useHouse();
  return useMemo(() => {
    const changes = [...held.waiting.map(({ change }) => change), ...done];
    return new Set(
      changes.filter(({ kind }) => kind.endsWith('.made')).map(({ payload }) => (payload as { id: string }).id),
    );
  }, [held.waiting, done]);
}
