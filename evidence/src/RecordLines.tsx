import type { RecordId, Review } from '@throughline/core';
import { evidenceWords, fill } from '@throughline/words';
import { useEffect, useState } from 'react';
import styles from './RecordLines.module.css';

/** A record's text exactly as its source gave it. */
export interface RecordText {
  readonly raw: string;
  readonly lines: readonly [number, number];
  /** As a reader says it, where the review here does not hold the record. */
  readonly label?: string;
}

/** Fetches the text of a record, which stays with the keeper; undefined where it cannot be had. */
export type TextOf = (record: string) => Promise<RecordText | undefined>;

interface RecordLinesProps {
  readonly review: Review;
  readonly record: string;
  readonly textOf: TextOf | undefined;
}

/** A record's place in the file that a source gave, and the lines themselves. */
export function RecordLines({ review, record, textOf }: RecordLinesProps) {
  const text = useText(record, textOf);
  const row = review.gather.records.get(record as RecordId);
  const lines = row?.lines ?? (typeof text === 'object' ? text.lines : undefined);
  const file = row && review.gather.imports.get(row.import)?.file.name;
  return (
    <figure className={styles.record}>
      <figcaption>
        {evidenceWords.sourceLines}
        {lines !== undefined && `: ${fill(evidenceWords.inFile, { file: file ?? '', lines: sayLines(lines) })}`}
      </figcaption>
      {typeof text === 'object' ? <pre>{text.raw}</pre> : <p className={styles.state}>{states[text]}</p>}
    </figure>
  );
}

const states = {
  loading: evidenceWords.loading,
  unread: evidenceWords.unread,
  elsewhere: evidenceWords.linesElsewhere,
};

/** "lines 12 to 15" */
export const sayLines = ([from, to]: readonly [number, number]): string =>
  fill(from === to ? evidenceWords.line : evidenceWords.lines, { from: String(from), to: String(to) });

function useText(record: string, textOf: TextOf | undefined): RecordText | keyof typeof states {
  const [found, setFound] = useState<{ record: string; text: RecordText | 'unread' }>();
  useEffect(() => {
    if (textOf === undefined) return undefined;
    let wanted = true;
    const show = (text: RecordText | undefined) => wanted && setFound({ record, text: text ?? 'unread' });
    textOf(record).then(show, () => show(undefined));
    return () => {
      wanted = false;
    };
  }, [record, textOf]);
  if (textOf === undefined) return 'elsewhere';
  return found?.record === record ? found.text : 'loading';
}
