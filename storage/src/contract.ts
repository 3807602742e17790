import type { Change, ChangeId, ImportId, RecordId, Reference, ReviewId, SeenChange, Sha256 } from '@throughline/core';

/**
 * Where reviews are kept. One contract, several keepers, one conformance suite (conformance.ts) that all of them pass.
 * A keeper knows nothing of rooms and rules: it keeps the log (L1, L2, L14) and the texts and files beside it.
 */
export interface Keeper {
  /** Why nothing can be written; undefined where it can. Every write is then refused with it. */
  readonly readOnly: StoreProblem | undefined;
  /** The reviews that it holds. A review's file holds one. */
  reviews(): Promise<readonly ReviewId[]>;
  /** The log after a place in it, in order; from the beginning without one. None for a review that is not held. */
  changes(review: ReviewId, since?: number): Promise<readonly Change[]>;
  /** Those of these changes that are stored, in the order of the log (L14). */
  known(review: ReviewId, ids: readonly ChangeId[]): Promise<readonly Change[]>;
  /**
   * Adds to the log, all or nothing, and answers when it is durable (L2). `seen` is the last `seq` that the caller had
   * folded: where the log is longer by now, nothing is stored, and what came since is handed back to be folded and
   * decided again. A change whose id is stored already is not stored twice (L14): its stored form is answered, in its
   * place among the others; where all are stored already, the length of the log does not matter and `beside` is not
   * written again. The first change of a review makes the review; a file that holds another refuses it.
   */
  append(review: ReviewId, seen: number, changes: readonly SeenChange[], beside?: Beside): Promise<Appended>;
  /** Texts of records, in the order asked; one that is not there is left out. */
  records(review: ReviewId, ids: readonly RecordId[]): Promise<readonly StoredRecord[]>;
  /**
   * A page of records in the order of import. `text` searches title, abstract, authors and journal: all words, in any
   * order, each from its beginning, without regard to case or accents. A text without letters or digits asks for all.
   */
  pageOfRecords(review: ReviewId, query: RecordQuery): Promise<RecordPage>;
  /** A file by its hash; what was withdrawn says why (L17). */
  content(hash: Sha256): Promise<Content>;
  /** Disposable (L12). */
  snapshot(review: ReviewId): Promise<Snapshot | undefined>;
  keepSnapshot(review: ReviewId, snapshot: Snapshot): Promise<void>;
  dropSnapshots(): Promise<void>;
  /**
   * Calls back when somebody (another process on the same file, or this one) may have appended. It is a hint: it may
   * come late or in vain, and one may stand for many; the log is the truth. Answers how to stop.
   */
  follow(review: ReviewId, moved: () => void): () => void;
  /** Looks the store over: gaps in the log, unreadable payloads, files whose bytes are not their hash. */
  integrity(): Promise<readonly IntegrityFinding[]>;
  /**
   * The keeper's own copy as a review's file, whole, while it is in use. The copy knows the review's id and has an id
   * of its own. Nothing stands at `path` until the copy is whole; what stands there already is left alone.
   */
  copyTo(path: string): Promise<void>;
  /**
   * All of a review as it was at one moment, whoever writes meanwhile: the log in order, records in the order of import,
   * contents with what was withdrawn. In pieces, so that memory does not grow with the review. Whoever breaks off early
   * lets go of it, too. Rejects with `review.unknown`, and with `file.damaged` where something in it cannot be read.
   */
  parts(review: ReviewId): AsyncIterable<Part>;
  /**
   * Takes in a whole review from elsewhere, with the places and the times that its log has: all of it, durable, or
   * nothing, and nobody sees half of it. Every keeper reads through `wholeParts` (copy-review.ts), which refuses what is
   * not whole. Rejects with `file.exists` where the review is held already, and with `review.unknown` where another one
   * is and there is room for one only.
   */
  receive(review: ReviewId, parts: AsyncIterable<Part>): Promise<void>;
  close(): Promise<void>;
}

/** A piece of a review on its way to another keeper. All changes come first, then all records, then all contents. */
export type Part =
  | { readonly changes: readonly Change[] }
  | { readonly records: readonly StoredRecord[] }
  | { readonly content: KeptContent };

/** A content with its name; one that was withdrawn has a reason instead of bytes (L17). */
export type KeptContent = { readonly hash: Sha256 } & Exclude<Content, undefined>;

/** What is written in the same transaction as the changes. */
export interface Beside {
  /**
   * Records are never edited (L7): a record whose id is stored already stays as it is. Many of them come in pieces, so
   * that memory does not grow with them; the pieces may be asked for again, from the first, and are the same then.
   */
  readonly records?: readonly ArrivingRecord[] | AsyncIterable<readonly ArrivingRecord[]>;
  /** Files by the hash of their bytes. What was withdrawn stays withdrawn. */
  readonly contents?: readonly { readonly hash: Sha256; readonly bytes: Uint8Array; readonly name?: string }[];
  /** Contents to be taken out, name and bytes, each leaving its hash and the reason (L17). */
  readonly withdraw?: readonly { readonly hash: Sha256; readonly reason: string }[];
}

export type Appended = { readonly stored: readonly Change[] } | { readonly behind: readonly Change[] };

/** A record exactly as its source gave it, with what was read from it (L7). */
export interface StoredRecord {
  readonly id: RecordId;
  /** The import that brought it, so that a page can be asked for by it. */
  readonly import?: ImportId;
  /** Bytes of the file between its first and last line, as text. */
  readonly raw: string;
  readonly reference: Reference;
}

/** A record on its way in. What was read from it may come as its JSON text, written where it was read. */
export type ArrivingRecord = Omit<StoredRecord, 'reference'> & { readonly reference: Reference | string };

export interface RecordQuery {
  readonly text?: string;
  /** Only the records of one import. */
  readonly import?: ImportId;
  /** The `next` of the page before. */
  readonly after?: string;
  /** From 1 to 200; more is taken as 200. */
  readonly limit: number;
}
export interface RecordPage {
  readonly records: readonly StoredRecord[];
  /** How many there are on all pages together. */
  readonly total: number;
  /** Absent on the last page. */
  readonly next?: string;
  /**
   * Records that came so lately, and so many at once, that they could not be searched yet: those that match are missing
   * here, and in `total`. Absent where all were searched.
   */
  readonly unsearched?: number;
}

export type Content =
  | { readonly bytes: Uint8Array; readonly name?: string }
  | { readonly withdrawn: string }
  | undefined;

export interface Snapshot {
  /** The last change that it holds. */
  readonly seq: number;
  /** core's `edition`: a snapshot of another edition is not used. */
  readonly edition: string;
  readonly frozen: string;
}

export interface IntegrityFinding {
  readonly code: 'log.gap' | 'log.unreadable' | 'content.altered' | 'record.unreadable' | 'file.damaged';
  readonly values: Readonly<Record<string, string | number>>;
}

/**
 * Why a store cannot be opened or written; the catalogue at the edge says it in words. `values.file` is the path
 * where there is one; `file.newer` adds `found` and `known` (versions of the file's format).
 */
export class StoreProblem extends Error {
  constructor(
    readonly code: StoreProblemCode,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = 'StoreProblem';
  }
}
export const storeProblemCodes = [
  'backup.notEmpty',
  'backup.missing',
  'file.missing',
  'file.notAReview',
  'file.notReadable',
  'file.damaged',
  'file.newer',
  'file.exists',
  'file.readOnly',
  'file.folderReadOnly',
  'file.folderMissing',
  'file.diskFull',
  'file.busy',
  'review.unknown',
  'file.older',
  'archive.notOne',
  'archive.cut',
  'archive.damaged',
  'archive.foreign',
  'archive.newer',
  'archive.tooLarge',
  'archive.altered',
  'blobs.addressInvalid',
  'blobs.noKeys',
  'store.address',
  'store.unreachable',
  'store.refused',
  'store.untrusted',
  'store.databaseMissing',
  'store.mayNot',
  'store.readOnly',
  'store.crowded',
  'store.encoding',
] as const;
export type StoreProblemCode = (typeof storeProblemCodes)[number];
