/**
 * What a format is: how a file is known by its bytes, read piece by piece, and written.
 *
 * Nothing in a file is dropped. Every line that shows anything lies in exactly one of: the lines of a record, the lines
 * of an `Unread` whose reason holds lines, or the count of a `PassedOver`.
 */
import type { Reference } from '@throughline/core';
import type { FoundDecision } from './decided/decision.js';
import type { Vendor } from './vendors.js';

/**
 * Lines of the file, counted from 1 as editors count them, both ends included. In a sheet they are rows; in a mailbox
 * they are the lines of the message. Records of formats without lines of their own (XML, JSON, mail) may share lines.
 */
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
  /** The database, platform or program whose hand shows in this record; absent where none does. */
  readonly vendor?: Vendor;
  /** Something of it was cut or could not be read: an `Unread` at its lines says what. */
  readonly inPart?: true;
  /** What people decided of it in the program that wrote the file. */
  readonly decided?: readonly FoundDecision[];
  /** The duplicate group that the file puts it in: records with the same name are one report. */
  readonly group?: string;
}

/**
 * Reasons that hold lines: these lines are in no record.
 * - `line.too-long`: one line longer than `longestLine`
 * - `lines.outside-record`: text between records that no rule knows
 * - `lines.search-strategy`: the search that a database prints beside its records
 * - `record.too-long`: the rest of a record longer than `longestRecord`
 * - `list.other`: a list of numbered lines or of references that is not the reference list
 * - `list.interrupted`: text that stands between two references of the list
 * - `record.unreadable`: a record of the file that could not be read at all: refused (`refusedReasons`)
 * - `message.unreadable`: a message of a mailbox that is too long or too nested to be taken apart: refused, as one
 */
const holdingReasons = [
  'line.too-long',
  'lines.outside-record',
  'lines.search-strategy',
  'record.too-long',
  'list.other',
  'list.interrupted',
  'record.unreadable',
  'message.unreadable',
] as const;

/**
 * Reasons that point at a place; the lines named there are accounted for elsewhere.
 * - `list.missing`: the file holds no reference list; its text is passed over
 * - `record.unfinished`: the file ends inside this record, which was read as far as it goes
 * - `record.end-missing`: records without an end line, closed by the next one's start (`values.records`)
 * - `record.type-missing`: records without a type line, opened by another tag (`values.records`)
 * - `record.line-too-long`: a line longer than `longestLine` inside a record; only its beginning was kept
 * - `encoding.windows-1252`: lines that are not UTF-8 and were read as Windows-1252 (`values.lines`)
 * - `encoding.mac-roman`: lines that are not UTF-8 and read better as MacRoman (`values.lines`)
 * - `number.missing`, `number.repeated`, `number.out-of-order`: the numbers of a list do not run on
 * - `record.malformed`: a record that breaks the rules of its format (XML, JSON) and was read as far as it makes sense
 * - `record.unbalanced`: braces or quotation marks of a record do not close (BibTeX); fields were told apart by their names
 * - `record.too-many-parts`: a record nested deeper, or with more parts, than any; what lies beyond was read as plain text
 * - `record.entity-unknown`: a record that uses a name (`values.entity`) for a text declared elsewhere; never expanded
 * - `reference.unparted`: a reference whose parts could not be told apart; its whole text stands as the title
 * - `row.quote-open`: a row with a quotation mark that is never closed; it was read up to the end of its first line
 * - `row.more-cells`: a row with more cells (`values.cells`) than the table has columns (`values.columns`)
 */
const pointingReasons = [
  'list.missing',
  'record.unfinished',
  'record.end-missing',
  'record.type-missing',
  'record.line-too-long',
  'encoding.windows-1252',
  'encoding.mac-roman',
  'number.missing',
  'number.repeated',
  'number.out-of-order',
  'record.malformed',
  'record.unbalanced',
  'record.too-many-parts',
  'record.entity-unknown',
  'reference.unparted',
  'row.quote-open',
  'row.more-cells',
] as const;

export const unreadReasons = [...holdingReasons, ...pointingReasons] as const;
export type UnreadReason = (typeof unreadReasons)[number];

/**
 * Reasons that stand for one record of the file each. Records read and records refused together are always what the
 * file holds.
 */
export const refusedReasons: readonly UnreadReason[] = ['record.unreadable', 'message.unreadable'];

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
 * - `file-frame`: what a file says of itself before and behind its records (Web of Science: FN, VR, EF; RefWorks: its legend)
 * - `link-words`: "Article PubMed Google Scholar" under a reference on a publisher's page
 * - `list-heading`, `list-end`: "References", "Download references"
 * - `text-around-list`: the paper that the reference list belongs to
 * - `comment`: what stands between entries or in `@comment` (BibTeX)
 * - `definition`: abbreviations and preambles (BibTeX: `@string`, `@preamble`); what they stand for is read in the records
 * - `table-title`: what stands above the names of a table's columns
 * - `column-names`: the row that names the columns, wherever it is repeated
 * - `empty-row`: rows of separators without a single value
 * - `other-sheet`: rows of the sheets of a workbook that were not read
 * - `other-message`: messages of a mailbox that are no alert, or an alert with nothing in it (messages, not lines)
 * - `mail-text`: what a message says around the records in it
 */
export const passedOverReasons = [
  'running-number',
  'record-header',
  'full-text-link',
  'stray-end',
  'file-frame',
  'link-words',
  'list-heading',
  'list-end',
  'text-around-list',
  'other-message',
  'mail-text',
  'comment',
  'definition',
  'table-title',
  'column-names',
  'empty-row',
  'other-sheet',
] as const;
export type PassedOverReason = (typeof passedOverReasons)[number];

/** Given once a reason, after everything else. */
export interface PassedOver {
  readonly kind: 'passed-over';
  readonly reason: PassedOverReason;
  /** How many lines, blank ones not counted. */
  readonly lines: number;
}

/**
 * A tag, field, element or column that no rule of the format knows. Its values are kept with their records (`tags`).
 * Given once a tag, after everything else.
 */
export interface NotUnderstood {
  readonly kind: 'not-understood';
  readonly tag: string;
  /** How many records have it. */
  readonly records: number;
  /** The first value, cut to an excerpt. */
  readonly example: string;
}

/** What the columns of a table were taken for. Given once, before the first record. */
export interface FoundColumns {
  readonly kind: 'columns';
  readonly columns: readonly {
    readonly name: string;
    /** Absent where the column fills no field: its values are kept as tags. */
    readonly field?: ColumnField;
    /** The first values that are not empty, cut to excerpts, at most three. */
    readonly examples: readonly string[];
  }[];
}

export type Found = FoundRecord | Unread | PassedOver | NotUnderstood | FoundColumns;

/** What a column of a table can be taken for. */
export const columnFields = [
  'type',
  'title',
  'authors',
  'year',
  'journal',
  'volume',
  'issue',
  'pages',
  'startPage',
  'endPage',
  'publisher',
  'place',
  'doi',
  'url',
  'abstract',
  'keywords',
  'language',
  'issn',
  'isbn',
  'pmid',
  'pmcid',
  'accession',
  'database',
  'editors',
  'number',
  'answer',
  'stage',
  'decidedBy',
  'reasons',
  'labels',
  'notes',
  'group',
] as const;
export type ColumnField = (typeof columnFields)[number];

/** What a person says about a file, where the guess was wrong. */
export interface ReadOptions {
  /** For tables: the field of each column, in their order; `null` for a column that fills none. */
  readonly columns?: readonly (ColumnField | null)[];
}

/** A record on its way out. */
export interface WrittenRecord {
  readonly reference: Reference;
  readonly number?: number;
  readonly decided?: readonly FoundDecision[];
  readonly group?: string;
}

export interface Format {
  readonly name: FormatName;
  /** The name that people know the format by. */
  readonly label: string;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Its files are no text (XLSX, DOCX): it is asked about files that look binary, and about no others. */
  readonly binary?: true;
  /** Each of its lines lies in one record, one `Unread` or one count. False where records may share lines. */
  readonly byLines: boolean;
  /** 0 to 1, from the first bytes of the file; the file name may only tip the scales. */
  recognise(head: Uint8Array, fileName?: string): number;
  /**
   * The same bytes give the same result in whatever pieces they arrive. A format of lines holds one record at a time,
   * never the file; one whose directory stands at the end (XLSX, DOCX) has to hold the file, up to a limit.
   */
  read(chunks: AsyncIterable<Uint8Array>, options?: ReadOptions): AsyncIterable<Found>;
  /**
   * The file in pieces. What is written and read again says the same: every field, decision and group; and every tag of
   * a record that came from this same format.
   */
  write?(records: AsyncIterable<WrittenRecord>): AsyncIterable<string | Uint8Array>;
  /**
   * What is stored of the file, where it holds what is nobody's business (a mailbox: the reader's address, signed links,
   * other letters). Read again it gives the same records, at lines of its own. Absent where files are kept as they are.
   */
  kept?(bytes: Uint8Array): Promise<Uint8Array> | Uint8Array;
}

export const formatNames = [
  'ris',
  'nbib',
  'pubmed-xml',
  'ciw',
  'ovid',
  'refworks',
  'endnote-xml',
  'enw',
  'bibtex',
  'csl-json',
  'csv',
  'xlsx',
  'crossref-xml',
  'openalex-json',
  'alert',
  'reference-list',
  'identifier-list',
  'docx',
] as const;
export type FormatName = (typeof formatNames)[number];

/** Bytes. No bibliographic line comes near it; it keeps a file without line breaks from filling the memory. */
export const longestLine = 4 * 1024 * 1024;
/** Characters. The longest real record known, a physics paper with thousands of authors, has a quarter of a million. */
export const longestRecord = 8 * 1024 * 1024;
/** Characters of the file's own text that a report entry carries. */
export const longestExcerpt = 2000;
