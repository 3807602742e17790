/**
 * What a format is: how a file is known by its bytes, read piece by piece, and written.
 *
 * Nothing in a file is dropped. Every line that shows anything lies in exactly one of: the lines of a record, the lines
 * of an `Unread` whose reason holds lines, or the count of a `PassedOver`.
 */
import type { Reference } from '@throughline/core';

/** Lines of the file, counted from 1 as editors count them, both ends included. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

export interface FoundRecord {
  readonly kind: 'record';
  readonly reference: Reference;
  readonly lines: Lines;
  /** The lines as the file has them, decoded, joined with "\n". */
  readonly raw: string;
  /** The number that the source printed before the reference; only where the format numbers its references. */
  readonly number?: number;
}

/**
 * Reasons that hold lines: these lines are in no record.
 * - `line.too-long`: one line longer than `longestLine`
 * - `lines.outside-record`: text between records that no rule knows
 * - `lines.search-strategy`: the search that a database prints beside its records
 * - `record.too-long`: the rest of a record longer than `longestRecord`
 * - `list.other`: a numbered list that is not the reference list
 * - `list.interrupted`: text that stands between two references of the list
 */
const holdingReasons = [
  'line.too-long',
  'lines.outside-record',
  'lines.search-strategy',
  'record.too-long',
  'list.other',
  'list.interrupted',
] as const;

/**
 * Reasons that point at a place; the lines named there are accounted for elsewhere.
 * - `list.missing`: the file holds no numbered reference list; its text is passed over
 * - `record.unfinished`: the file ends inside this record, which was read as far as it goes
 * - `record.end-missing`: records without an end line, closed by the next one's start (`values.records`)
 * - `record.type-missing`: records without a type line, opened by another tag (`values.records`)
 * - `record.line-too-long`: a line longer than `longestLine` inside a record; only its beginning was kept
 * - `encoding.windows-1252`: lines that are not UTF-8 and were read as Windows-1252 (`values.lines`)
 * - `number.missing`, `number.repeated`, `number.out-of-order`: the numbers of a list do not run on
 * - `reference.unparted`: a reference whose parts could not be told apart; its whole text stands as the title
 */
const pointingReasons = [
  'list.missing',
  'record.unfinished',
  'record.end-missing',
  'record.type-missing',
  'record.line-too-long',
  'encoding.windows-1252',
  'number.missing',
  'number.repeated',
  'number.out-of-order',
  'reference.unparted',
] as const;

export const unreadReasons = [...holdingReasons, ...pointingReasons] as const;
export type UnreadReason = (typeof unreadReasons)[number];

export interface Unread {
  readonly kind: 'unread';
  readonly reason: UnreadReason;
  readonly lines: Lines;
  /** How the place reads, cut to `longestExcerpt` characters; empty where there is nothing to show. */
  readonly text: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** True where the lines of this entry are in no record; false where it only points at a place. */
export function holdsLines(unread: Unread): boolean {
  return (holdingReasons as readonly string[]).includes(unread.reason);
}

/**
 * Debris that is known by name and means nothing to a review.
 * - `running-number`: "12." alone before a record (Ovid)
 * - `record-header`: "Record #1 of 784", "Provider: …" (Cochrane Library, APA PsycNet)
 * - `full-text-link`: "Link to the Ovid Full Text or citation: …"
 * - `stray-end`: an end line where no record is open
 * - `link-words`: "Article PubMed Google Scholar" under a reference on a publisher's page
 * - `list-heading`, `list-end`: "References", "Download references"
 * - `text-around-list`: the paper that the reference list belongs to
 */
export const passedOverReasons = [
  'running-number',
  'record-header',
  'full-text-link',
  'stray-end',
  'link-words',
  'list-heading',
  'list-end',
  'text-around-list',
] as const;
export type PassedOverReason = (typeof passedOverReasons)[number];

/** Given once a reason, after everything else. */
export interface PassedOver {
  readonly kind: 'passed-over';
  readonly reason: PassedOverReason;
  /** How many lines, blank ones not counted. */
  readonly lines: number;
}

export type Found = FoundRecord | Unread | PassedOver;

export interface Format {
  readonly name: FormatName;
  /** The name that people know the format by. */
  readonly label: string;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** 0 to 1, from the first bytes of the file; the file name may only tip the scales. */
  recognise(head: Uint8Array, fileName?: string): number;
  /** The same bytes give the same result in whatever pieces they arrive. Holds one record at a time, never the file. */
  read(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Found>;
  /** Pieces of a text file, one record or less each. */
  write?(references: Iterable<Reference>): Iterable<string>;
}

export const formatNames = ['ris', 'reference-list'] as const;
export type FormatName = (typeof formatNames)[number];

/** Bytes. No bibliographic line comes near it; it keeps a file without line breaks from filling the memory. */
export const longestLine = 4 * 1024 * 1024;
/** Characters. The longest real record known, a physics paper with thousands of authors, has a quarter of a million. */
export const longestRecord = 8 * 1024 * 1024;
/** Characters of the file's own text that a report entry carries. */
export const longestExcerpt = 2000;
