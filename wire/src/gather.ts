import type { PersonId, Reference, ReferenceField, Stage } from '@throughline/core';
import type { Problem } from './problem.js';

/**
 * What is said of files of references: how one would be read (nothing is stored), how it was taken in, and the records
 * that came of it.
 */

/** A format, or a program or platform whose hand shows in a file: its id, and the name that people know. */
export interface Named {
  readonly id: string;
  readonly label: string;
}

/** A place in a file to look at; `reason` with its `values` has words in the catalogue (`sayUnread`). */
export interface UnreadPlace {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
  /** How the place reads; empty where there is nothing to show. */
  readonly text: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What became of a file's lines. `read` and `refused` together are what the file holds. */
export interface ReadingReport {
  readonly read: number;
  /** Records that could not be read at all; each is among `unread`. */
  readonly refused: number;
  /** Records, among those read, of which something was cut or could not be read. */
  readonly inPart: number;
  /** In the order of the file, at most 1,000. */
  readonly unread: readonly UnreadPlace[];
  readonly unreadTotal: number;
  /** Lines that mean nothing to a review, by reason (`passedOverWords`). */
  readonly passedOver: Readonly<Record<string, number>>;
  /** Tags and columns that no rule knows; their values are kept with the records. */
  readonly notUnderstood: readonly { readonly tag: string; readonly records: number; readonly example: string }[];
  /** Whose hand shows, the most frequent first. */
  readonly vendors: readonly (Named & { readonly records: number })[];
  /** Only for tables: what each column was taken for; without `field` its values are kept and fill none. */
  readonly columns?: readonly {
    readonly name: string;
    readonly field?: string;
    readonly examples: readonly string[];
  }[];
}

/**
 * POST /api/reviews/:id/readings: multipart; first the fields, then the file. Reads it and stores nothing. Fields, all
 * optional: `format` (an id of `others`), `columns` (a JSON list, one entry a column: a field of `columnFields`, or null),
 * `part` (one file of an archive), `source` (the source that it would go into), `task` (made by the asker; progress on
 * the live stream carries it). Closing the request stops it.
 */
export interface Readings {
  /** One for a plain file; of an archive one for each file in it, in its order. */
  readonly files: readonly FileReading[];
  /** What an archive holds beside them, by path: folders, hidden and empty files, what is locked or damaged. */
  readonly passedOver: readonly { readonly path: string; readonly reason: string }[];
}

export type FileReading = ReadingOfFile & (GoodReading | { readonly problem: Problem });

export interface ReadingOfFile {
  readonly name: string;
  /** Its path within the archive that was sent: to be handed back as `part`. */
  readonly part?: string;
  readonly bytes: number;
  /** SHA-256 of the bytes as they came. */
  readonly content: string;
  /** The formats that it could be read as instead, the likeliest first. */
  readonly others: readonly Named[];
}

export interface GoodReading {
  readonly format: Named;
  readonly report: ReadingReport;
  /** How the first records will look, at most ten. */
  readonly first: readonly LookedAtRecord[];
  /** Whose decisions are in it, by person and stage; the most first. */
  readonly people: readonly PersonInFile[];
  /** Duplicate groups that hold at least two of its records. */
  readonly groups: number;
  /** These very bytes are in the review already. */
  readonly before?: ImportedBefore;
  /** Only with `source`, where that gave records before: what a comparison would find. */
  readonly compared?: { readonly fresh: number; readonly known: number; readonly gone: number };
  /** Access tokens in links will be taken out before anything is stored. */
  readonly tokens?: true;
}

export interface LookedAtRecord {
  readonly lines: readonly [number, number];
  readonly number?: number;
  /** Without the tags of its format. */
  readonly reference: Reference;
  /** As the file has it, its first 20,000 characters. */
  readonly raw: string;
  readonly inPart?: true;
}

/** What one person decided at one stage, as a file tells it. */
export interface PersonInFile {
  /** As the file names them; empty where it names nobody. */
  readonly by: string;
  /** Absent where the file does not tell the stages apart. */
  readonly stage?: Stage;
  readonly include: number;
  readonly exclude: number;
  readonly maybe: number;
  /** Records with labels, and with notes. */
  readonly labels: number;
  readonly notes: number;
}

export interface ImportedBefore {
  readonly import: string;
  readonly source: string;
  readonly sourceName: string;
  /** ISO 8601. */
  readonly at: string;
  readonly read: number;
}

/**
 * POST /api/reviews/:id/sources: multipart; first the fields, then the file. Either `source`, the id of a source that is
 * there, or what is said of a new one: `name`, `kind`, and any other field of core's `sourceFields` (`said` as digits).
 * Optional: `import` (the id that it will have; progress on the live stream carries it as its task), `format`, `columns`
 * and `part` as for a reading (an archive needs `part`: `import.whichPart` names its files), `again` ('true': these bytes
 * once more, knowingly), `compare` ('true': a search that was run again: only what is new enters), `groups` ('true': the
 * file's duplicate groups become the review's), `votes` (a JSON list of `VotesAsked`: whose the decisions are; with them
 * a file that is there already gives its votes and nothing else, so that what broke off between can be sent again).
 */
export interface VotesAsked {
  /** As in `PersonInFile`; empty for those that the file names nobody for. */
  readonly by: string;
  readonly person: PersonId;
  /** For decisions whose stage the file does not tell. */
  readonly stage: Stage;
}

export interface ImportAnswer extends ReadingReport {
  readonly import: string;
  readonly source: string;
  /** An id of a format, and its label. */
  readonly format: string;
  readonly formatLabel: string;
  /** As it is kept (L7). `within`: the archive that it came in. */
  readonly file: { readonly name: string; readonly content: string; readonly bytes: number; readonly within?: string };
  /** How many records entered: all that were read, or with `compare` those that are new. */
  readonly entered: number;
  /** With `compare`: records of this file that the source had given before. */
  readonly known: readonly KnownRecord[];
  readonly knownTotal: number;
  /** With `compare`: records of earlier runs that did not come again. They stay. */
  readonly gone: number;
  readonly votes: readonly VotesMade[];
  /** Duplicate groups that were made of the file's; only where they were asked for. */
  readonly groups: number;
  /** Access tokens were taken out of what is kept: `file.content` is of those bytes. */
  readonly tokens?: true;
}

/** At most 1,000 are listed; the change `source.imported` has them all. */
export interface KnownRecord {
  /** Its number in this file. */
  readonly number: number;
  readonly lines: readonly [number, number];
  readonly label: string;
  /** The record of the review that it is. */
  readonly record: string;
}

export interface VotesMade {
  readonly by: string;
  readonly person: PersonId;
  readonly made: number;
  /** The person has a vote on that record at that stage already: it stays. */
  readonly standing: number;
  /** Any other refusal (a record outside the flow), by code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Decisions without an answer (labels or notes alone): no vote can be made of them. */
  readonly unanswered: number;
}

/** GET /api/reviews/:id/imports/:import/report: what became of the file, read again from the bytes that are kept. */
export interface ImportReport extends ReadingReport {
  readonly import: string;
  readonly source: string;
  readonly format: string;
  readonly formatLabel: string;
  readonly file: ImportAnswer['file'];
  /** ISO 8601. */
  readonly at: string;
  readonly by: PersonId;
  /** As they were when it was imported: today's reader may find more or fewer than `read`. */
  readonly entered: number;
  readonly known: readonly KnownRecord[];
  readonly knownTotal: number;
  readonly people: readonly PersonInFile[];
}

/** GET /api/reviews/:id/records?text=&import=&source=&after=&limit= */
export interface RecordList {
  readonly records: readonly RecordView[];
  readonly total: number;
  readonly next?: string;
  /** Records that came so lately that they could not be searched yet; ask again. Absent where all were searched. */
  readonly unsearched?: number;
}

/** GET /api/reviews/:id/records/:record */
export interface RecordView {
  readonly id: string;
  readonly number: number;
  readonly lines: readonly [number, number];
  readonly import: string;
  readonly raw: string;
  /** As the review reads it: what the source gave, with the correction laid over it. */
  readonly reference: Reference;
  /** As the source gave it; only where it was corrected. */
  readonly asRead?: Reference;
  /** The correction that stands, its reason, and who corrected which field. */
  readonly correction?: {
    readonly id: string;
    readonly because?: string;
    readonly fields: Readonly<Partial<Record<ReferenceField, { readonly by: PersonId; readonly at: string }>>>;
  };
  /** What was decided of it at each stage, where it is in the flow. */
  readonly decided?: {
    readonly titleAbstract: string;
    readonly fullText: string;
    readonly by: string;
    readonly inferred: boolean;
  };
  /** The duplicate group that stands and that it is in. */
  readonly group?: string;
}
