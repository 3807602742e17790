import type { FoundRecord } from '@throughline/formats';
import { type Keys, keysOf } from '../gather/known-records.js';
import { type RecordSummary, summaryOf } from '../record-rows.js';

/** What is kept in mind of a record while its file is read, and what it is compared by where it is compared. */
export interface Outline {
  readonly summary: RecordSummary;
  readonly keys?: Keys;
}

/** What is stored of a record; `reference` is its JSON text. */
export interface RecordText {
  readonly raw: string;
  readonly reference: string;
}

/**
 * What of each record is told to whoever reads. A file is read aside, and only what is needed crosses the threads: whole
 * records cost more on their way than they cost to read.
 */
export const tellings = {
  records: (record: FoundRecord): FoundRecord => record,
  outlines: (record: FoundRecord): Outline => ({ summary: summaryOf(record) }),
  comparable: (record: FoundRecord): Outline => ({ summary: summaryOf(record), keys: keysOf(record) }),
  texts: ({ raw, reference }: FoundRecord): RecordText => ({ raw, reference: JSON.stringify(reference) }),
} as const;
export type Telling = keyof typeof tellings;
export type Told<T extends Telling> = ReturnType<(typeof tellings)[T]>;
