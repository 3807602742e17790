import type { Change, ChangeId, RecordId, ReviewId, SeenChange, Sha256 } from '@throughline/core';
import { fromRow, toRow } from '../change-row.js';
import {
  type Appended,
  type Beside,
  type Content,
  type IntegrityFinding,
  type Keeper,
  type Part,
  type RecordPage,
  type RecordQuery,
  type Snapshot,
  StoreProblem,
  type StoredRecord,
} from '../contract.js';
import { refuseMisnamed } from '../hash.js';
import { createSqlite } from '../sqlite/keeper.js';
import { inPlace } from '../sqlite/place.js';
import { append, changesAfter } from './append.js';
import { findings } from './check.js';
import type { Contents } from './contents.js';
import type { Database } from './database.js';
import { linesKnown } from './log.js';
import { isHeld, partsOf, receiveInto } from './moving.js';
import { pageOf, recordsOf } from './records.js';
import type { RecordSearch } from './search.js';
import { keepSnapshot, snapshotOf } from './snapshots.js';

/** What the keepers of one store share. */
export interface Shared {
  readonly database: Database;
  /** The log of a review reaches so far: tells whoever follows it, here and in other processes. */
  readonly moved: (review: ReviewId, head: number) => void;
  readonly follow: (review: ReviewId, moved: () => void) => () => void;
}

/** One review in a database: it holds no other. */
export class PostgresKeeper implements Keeper {
  readonly readOnly = undefined;
  readonly #following = new Set<() => void>();

  constructor(
    private readonly review: ReviewId,
    private readonly shared: Shared,
    private readonly contents: Contents,
    private readonly search: RecordSearch,
  ) {}

  async reviews(): Promise<readonly ReviewId[]> {
    return (await isHeld(this.#database, this.review)) ? [this.review] : [];
  }

  async changes(review: ReviewId, since = 0): Promise<readonly Change[]> {
    if (review !== this.review) return [];
    return changesAfter(this.#database, review, since);
  }

  async known(review: ReviewId, ids: readonly ChangeId[]): Promise<readonly Change[]> {
    if (review !== this.review) return [];
    return (await linesKnown(this.#database, review, ids)).map(fromRow);
  }

  async append(review: ReviewId, seen: number, changes: readonly SeenChange[], beside: Beside = {}): Promise<Appended> {
    refuseMisnamed(beside);
    const rows = changes.map(toRow);
    this.#refuseOther(review);
    if (rows.length === 0) return { stored: [] };
    await this.contents.bring(beside);
    const appended = await append(this.#database, this.contents, { review, seen, rows, beside });
    await this.contents.sweep(beside);
    if ('behind' in appended) return appended;
    if (appended.added > 0) this.shared.moved(review, seen + appended.added);
    if (beside.records !== undefined) this.search.fillSoon();
    return { stored: appended.stored.map(fromRow) };
  }

  async records(review: ReviewId, ids: readonly RecordId[]): Promise<readonly StoredRecord[]> {
    return review === this.review ? recordsOf(this.#database, review, ids) : [];
  }

  async pageOfRecords(review: ReviewId, query: RecordQuery): Promise<RecordPage> {
    if (review !== this.review) return { records: [], total: 0 };
    return pageOf(this.#database, this.search, review, query);
  }

  content(hash: Sha256): Promise<Content> {
    return this.contents.read(hash);
  }

  async snapshot(review: ReviewId): Promise<Snapshot | undefined> {
    return review === this.review ? snapshotOf(this.#database, review) : undefined;
  }

  async keepSnapshot(review: ReviewId, snapshot: Snapshot): Promise<void> {
    if (review === this.review) await keepSnapshot(this.#database, review, snapshot);
  }

  async dropSnapshots(): Promise<void> {
    await this.#database.rows('DELETE FROM snapshots WHERE review = $1', this.review);
  }

  follow(review: ReviewId, moved: () => void): () => void {
    if (review !== this.review) return () => {};
    const stopFollowing = this.shared.follow(review, moved);
    const stop = () => {
      this.#following.delete(stop);
      stopFollowing();
    };
    this.#following.add(stop);
    return stop;
  }

  async integrity(): Promise<readonly IntegrityFinding[]> {
    return findings(this.#database, this.contents, this.review);
  }

  /** Everything is read at one moment: whoever appends does not wait. */
  async copyTo(path: string): Promise<void> {
    await inPlace(path, async (making) => {
      const file = await createSqlite(making);
      await file.receive(this.review, this.parts(this.review)).finally(() => file.close());
    });
  }

  async *parts(review: ReviewId): AsyncGenerator<Part> {
    this.#refuseOther(review);
    yield* partsOf(this.#database, this.contents, review);
  }

  async receive(review: ReviewId, parts: AsyncIterable<Part>): Promise<void> {
    this.#refuseOther(review);
    const head = await receiveInto(this.#database, this.contents, review, parts);
    this.shared.moved(review, head);
    this.search.fillSoon();
  }

  /** The connections are the store's. */
  async close(): Promise<void> {
    this.search.close();
    for (const stop of [...this.#following]) stop();
  }

  get #database(): Database {
    return this.shared.database;
  }

  #refuseOther(review: ReviewId): void {
    if (review !== this.review) throw new StoreProblem('review.unknown', { review });
  }
}
