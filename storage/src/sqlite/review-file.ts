import type { RecordId, ReviewId, Sha256 } from '@throughline/core';
import type { ChangeRow, NewRow } from '../change-row.js';
import {
  type ArrivingRecord,
  type Content,
  type IntegrityFinding,
  type KeptContent,
  type RecordPage,
  type RecordQuery,
  type Snapshot,
  StoreProblem,
  type StoredRecord,
} from '../contract.js';
import { findings, refuseDamaged } from './check.js';
import { Connection, accessTo } from './connection.js';
import { contentAfter, contentOf } from './contents.js';
import { type Look, look, refuseNewer } from './header.js';
import { HeldRecords } from './held-records.js';
import { type AppendedRows, type BesideHere, addLines, headOf, linesAfter, linesKnown, putLines } from './log.js';
import { type Numbered, pageOf, recordsAfter, recordsOf } from './records.js';
import { raise, versionOf } from './raise.js';
import { refuseAltered } from './refuse-altered.js';
import { formatVersion } from './schema.js';
import { Search } from './search.js';

/** How a file that may be anybody's is opened. */
export type Strange = 'read' | 'raise';

/**
 * An open review's file. Everything here is synchronous, and for one thread; keeper.ts calls it across the threads.
 * A file that is only read stays as it was, byte for byte: it goes over to write-ahead logging at the first write.
 */
export class ReviewFile {
  readonly readOnly: StoreProblem | undefined;
  /** The id of this copy of the review. */
  readonly copy: string;
  readonly #connection: Connection;
  readonly #search: Search;
  readonly #held: HeldRecords;
  #version: number;

  /**
   * Throws a StoreProblem where the file is missing, not a review, damaged, or of a newer program. A file that is
   * strange may be anybody's: it is read only, or raised where it is a copy of ours, and has to have our tables alone.
   */
  constructor(
    readonly file: string,
    patience: number,
    strange?: Strange,
  ) {
    const seen = look(file);
    this.readOnly = strange === 'read' ? new StoreProblem('file.readOnly', { file }) : seen.readOnly;
    this.#connection = new Connection(file, accessTo(file, { ...seen, readOnly: this.readOnly }), patience);
    const found = versionOf(this.#connection);
    refuseNewer(found, file);
    if (strange !== undefined) refuseAltered(this.#connection, found);
    if (found < formatVersion) this.#raise(found, seen);
    else refuseDamaged(this.#connection, seen);
    this.copy = this.#connection.one<[string]>('SELECT copy FROM about')?.[0] ?? '';
    this.#held = new HeldRecords(this.#connection);
    this.#search = new Search(this.#connection, this.readOnly === undefined ? 'main' : 'temp');
    this.#version = this.#dataVersion();
  }

  reviews(): ReviewId[] {
    return this.#connection.all<[ReviewId]>('SELECT review FROM about WHERE review IS NOT NULL').map(([id]) => id);
  }

  changes(review: ReviewId, since: number, atMost: number): ChangeRow[] {
    return this.#holds(review) ? linesAfter(this.#connection, since, atMost) : [];
  }

  known(review: ReviewId, ids: readonly string[]): ChangeRow[] {
    return this.#holds(review) ? linesKnown(this.#connection, ids) : [];
  }

  /** Takes in records of an append to come, some at a time. */
  hold(name: number, records: readonly ArrivingRecord[]): void {
    if (this.readOnly !== undefined) throw this.readOnly;
    this.#held.add(name, records);
  }

  /** `held`: the name of records that were held for it. */
  append(review: ReviewId, seen: number, rows: readonly NewRow[], beside: BesideHere, held?: number): AppendedRows {
    // A large append is brought into the file by another thread (keeper.ts), and by none of the commits after it.
    if (held !== undefined) this.#connection.settleItself(false);
    const appended = this.#write(() => {
      const [kept] = this.#connection.one<[ReviewId | null]>('SELECT review FROM about') ?? [null];
      if (kept !== null && kept !== review) throw new StoreProblem('review.unknown', { file: this.file, review });
      if (kept === null && rows.length > 0) this.#connection.run('UPDATE about SET review = ?', review);
      return addLines(this.#connection, seen, rows, beside, () => {
        if (held !== undefined) this.#held.put(held);
      });
    });
    if ('stored' in appended) this.#held.drop();
    if (beside.withdraw !== undefined) this.#forget();
    return appended;
  }

  records(review: ReviewId, ids: readonly RecordId[]) {
    return this.#holds(review) ? recordsOf(this.#connection, ids) : [];
  }

  pageOfRecords(review: ReviewId, query: RecordQuery): RecordPage {
    if (!this.#holds(review)) return { records: [], total: 0 };
    const unsearched = query.text === undefined ? 0 : this.#search.catchUp();
    return { ...pageOf(this.#connection, query), ...(unsearched === 0 ? {} : { unsearched }) };
  }

  /** From here on, until `close`, everything read is of one moment. */
  holdStill(): void {
    this.#connection.rollBack();
    this.#connection.script('BEGIN');
    this.reviews();
  }

  /** Records and contents in their own order, for one who copies: the next after a place in it. */
  nextRecords(after: number, atMost: number): Numbered<StoredRecord>[] {
    return recordsAfter(this.#connection, after, atMost);
  }

  nextContent(after: number): Numbered<KeptContent> | undefined {
    return contentAfter(this.#connection, after);
  }

  /** Starts to take in a review from elsewhere; nobody sees any of it before `received`. Only for a file without one. */
  receiveFirst(review: ReviewId): void {
    this.readyToWrite();
    this.#connection.patiently(() => this.#connection.script('BEGIN IMMEDIATE'));
    const [held] = this.#connection.one<[ReviewId | null]>('SELECT review FROM about') ?? [null];
    if (held === review) throw new StoreProblem('file.exists', { file: this.file, review });
    if (held !== null) throw new StoreProblem('review.unknown', { file: this.file, review });
    this.#connection.run('UPDATE about SET review = ?', review);
  }

  receiveNext(rows: readonly ChangeRow[], beside: BesideHere): void {
    putLines(this.#connection, rows, beside);
  }

  received(): void {
    this.#connection.script('COMMIT');
  }

  /** Readies some more records for search; answers whether there are more. */
  indexSome(): boolean {
    return this.readOnly === undefined && this.#search.step();
  }

  content(hash: Sha256): Content {
    return contentOf(this.#connection, hash);
  }

  snapshot(review: ReviewId): Snapshot | undefined {
    if (!this.#holds(review)) return undefined;
    const row = this.#connection.one<[number, string, string]>(
      'SELECT seq, edition, frozen FROM snapshots ORDER BY seq DESC LIMIT 1',
    );
    return row && { seq: row[0], edition: row[1], frozen: row[2] };
  }

  keepSnapshot(review: ReviewId, { seq, edition, frozen }: Snapshot): void {
    this.#write(() => {
      if (!this.#holds(review) || seq > headOf(this.#connection)) return;
      this.#connection.run('DELETE FROM snapshots');
      this.#connection.run('INSERT INTO snapshots (seq, edition, frozen) VALUES (?, ?, ?)', seq, edition, frozen);
    });
  }

  dropSnapshots(): void {
    this.#write(() => this.#connection.run('DELETE FROM snapshots'));
  }

  integrity(): IntegrityFinding[] {
    return findings(this.#connection);
  }

  /** Whether another connection has written since this was asked last. */
  moved(): boolean {
    const version = this.#dataVersion();
    const moved = version !== this.#version;
    this.#version = version;
    return moved;
  }

  /**
   * Brings what was written into the file itself, as far as nobody is reading, so that a plain copy of the file alone,
   * made while nobody writes, holds everything.
   */
  settle(): void {
    if (this.readOnly === undefined) this.#connection.all('PRAGMA wal_checkpoint(PASSIVE)');
  }

  /** Another thread has brought a large append into the file: what is written from here on is little again. */
  settledAside(): void {
    this.#connection.settleItself(true);
  }

  /** From here on, readers and writers of this file do not wait for each other. */
  readyToWrite(): void {
    if (this.readOnly !== undefined) throw this.readOnly;
    this.#connection.patiently(() => {
      const [mode] = this.#connection.one<[string]>('PRAGMA journal_mode = WAL') ?? [''];
      if (mode !== 'wal') throw new StoreProblem('file.busy', { file: this.file });
    });
  }

  /** Takes back what was begun and not finished, and leaves the rest to whoever else has the file open. */
  letGo(): void {
    try {
      this.#connection.rollBack();
    } finally {
      this.#connection.close();
    }
  }

  /** Leaves one file, where nobody else has it open; else the last one does. */
  close(): void {
    try {
      if (this.readOnly === undefined) this.#leaveOneFile();
    } finally {
      this.#connection.close();
    }
  }

  /** What was taken out is not to be read from the log of writes either (L17). The append itself is done by now. */
  #forget(): void {
    try {
      this.#connection.all('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (error) {
      if (!(error instanceof StoreProblem)) throw error;
    }
  }

  #leaveOneFile(): void {
    const [mode] = this.#connection.one<[string]>('PRAGMA journal_mode') ?? [''];
    if (mode !== 'wal') return;
    try {
      this.#connection.script('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
      this.#connection.all('PRAGMA journal_mode = DELETE');
    } catch (error) {
      // Another one has it open, or the disk is full: the file and the log of writes beside it are whole together.
      if (!(error instanceof StoreProblem)) throw error;
    }
  }

  #raise(found: number, seen: Look): void {
    if (this.readOnly !== undefined)
      throw new StoreProblem('file.older', { file: this.file, found, known: formatVersion });
    try {
      raise(this.#connection, () => refuseDamaged(this.#connection, seen));
    } catch (error) {
      // A step that does not fit what is there: the file is not what its version says.
      throw error instanceof StoreProblem
        ? error
        : new StoreProblem('file.damaged', { file: this.file, what: String(error) });
    }
  }

  #write<T>(work: () => T): T {
    this.readyToWrite();
    return this.#connection.transaction(work);
  }

  #holds(review: ReviewId): boolean {
    return this.#connection.one('SELECT 1 FROM about WHERE review = ?', review) !== undefined;
  }

  #dataVersion(): number {
    return this.#connection.one<[number]>('PRAGMA data_version')?.[0] ?? 0;
  }
}
