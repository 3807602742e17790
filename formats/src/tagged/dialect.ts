import type { Reference, Tag } from '@throughline/core';
import type { PassedOverReason } from '../contract.js';
import type { FoundDecision } from '../decided/decision.js';
import type { Vendor } from '../vendors.js';

/** A tag, and where in its line the value begins. */
export interface TagStart {
  readonly tag: string;
  readonly valueAt: number;
}

/** What the tags of one record say. */
export interface ReadTags {
  readonly reference: Reference;
  readonly vendor?: Vendor;
  readonly decided?: readonly FoundDecision[];
  readonly group?: string;
}

/** What a line without a tag says about records: "<12. >" before one, "ER" behind one. */
export interface Heading {
  /** The number that the source printed. */
  readonly number?: number;
}

/** What a dialect may ask of a record while its lines arrive. */
export interface RecordSoFar {
  readonly heading: Heading | undefined;
  readonly firstStart: TagStart | undefined;
  readonly firstTag: string | undefined;
  readonly lastTag: string | undefined;
  readonly afterBlank: boolean;
  /** Text at the margin came last: it may stand behind the record. */
  readonly textAtMargin: boolean;
  /** Its first tag was the only one so far. */
  readonly hasOneTag: boolean;
  /** Every line has a blank one behind it. */
  readonly doubleSpaced: boolean;
  has(tag: string): boolean;
  hasAny(tags: ReadonlySet<string>): boolean;
  hasTag(is: (tag: string) => boolean): boolean;
}

/**
 * How one format of tagged lines is written. The reader keeps the account of lines; a dialect only says what a line is.
 * Lines come without the blanks that all lines of the record begin with.
 */
export interface Dialect {
  /** The tag that a line begins; `record` is the one that is open. */
  tagOf(text: string, record?: RecordSoFar): TagStart | undefined;
  /** True where this tag may be the first one of a record. */
  opens(start: TagStart): boolean;
  /** True where this tag, met inside the open record, begins the next one. `afterBlank`: a blank line stands before. */
  beginsNext(start: TagStart, record: RecordSoFar, afterBlank: boolean): boolean;
  /** A line that announces a record and belongs to it. */
  headingOf?(text: string, record?: RecordSoFar): Heading | undefined;
  /** A line that closes the record and belongs to it; a format that has such lines says where one was missing. */
  ends?(text: string): boolean;
  /** A line that is never inside a record, whatever stands around it. */
  isOutside?(text: string, record: RecordSoFar): boolean;
  /** The lines that this source prints around its records. */
  debris(text: string): PassedOverReason | undefined;
  /** Enough to be a record, and not tag-like lines of text. */
  isRecord(record: RecordSoFar): boolean;
  /** Tags of running text: blank lines and lines that begin at the margin may stand inside their values. */
  readonly runningText: ReadonlySet<string>;
  /** True where a rule of the format knows the tag. */
  knows(tag: string): boolean;
  /** `preamble`: what the lines before the first record say of the file as a whole. */
  read(tags: Tag[], preamble: readonly string[]): ReadTags;
}
