import type { Change, ChangeId, ImportId, RecordId, Reference, ReviewId, SeenChange, Sha256 } from '@throughline/core';
import { type ChangeRow, asJson, fromRow, toRow } from './change-row.js';
import {
  type Appended,
  type ArrivingRecord,
  type Beside,
  type Content,
  type IntegrityFinding,
  type Keeper,
  type KeptContent,
  type Part,
  type RecordPage,
  type RecordQuery,
  type Snapshot,
  StoreProblem,
  type StoredRecord,
} from './contract.js';
import { wholeParts } from './copy-review.js';
import { refuseMisnamed, sha256Of } from './hash.js';
import { pageSize, searchedWords, wordsAsked } from './search-words.js';
import { createSqlite } from './sqlite/keeper.js';
import { inPlace } from './sqlite/place.js';

/** What memory keepers stand on. Two keepers on one store are what two processes on one file are. */
export class MemoryStore {
  readonly reviews = new Map<ReviewId, KeptReview>();
  readonly contents = new Map<Sha256, Exclude<Content, undefined>>();
  readonly followers = new Set<{ review: ReviewId; moved: () => void }>();
}

interface KeptReview {
  readonly log: ChangeRow[];
  readonly byId: Map<string, ChangeRow>;
  readonly records: KeptRecord[];
  readonly recordsById: Map<RecordId, KeptRecord>;
  snapshot?: Snapshot;
}

/** The record as text, so that nobody who holds it can alter what is kept. */
interface KeptRecord {
  readonly text: string;
  readonly import: ImportId | undefined;
  readonly words: readonly string[];
}

/** Keeps reviews for as long as the process runs: for tests, and for whatever need not last. */
export function memoryKeeper(store: MemoryStore = new MemoryStore()): Keeper {
  return new MemoryKeeper(store);
}

class MemoryKeeper implements Keeper {
  readonly readOnly = undefined;
  readonly #following = new Set<() => void>();

  constructor(private readonly store: MemoryStore) {}

  async reviews(): Promise<readonly ReviewId[]> {
    return [...this.store.reviews.keys()];
  }

  async changes(review: ReviewId, since = 0): Promise<readonly Change[]> {
    return (this.store.reviews.get(review)?.log ?? []).slice(since).map(fromRow);
  }

  async known(review: ReviewId, ids: readonly ChangeId[]): Promise<readonly Change[]> {
    const byId = this.store.reviews.get(review)?.byId;
    const rows = [...new Set(ids)].flatMap((id) => byId?.get(id) ?? []);
    return rows.sort((a, b) => a.seq - b.seq).map(fromRow);
  }

  async append(review: ReviewId, seen: number, changes: readonly SeenChange[], beside: Beside = {}): Promise<Appended> {
    refuseMisnamed(beside);
    const rows = changes.map(toRow);
    const { records: given = [] } = beside;
    const records = ('length' in given ? given : await inOneList(given)).map(keptRecord);
    const kept = this.store.reviews.get(review) ?? emptyKept();
    const fresh = rows.filter(({ id }) => !kept.byId.has(id));
    if (fresh.length > 0 && kept.log.length > seen) return { behind: kept.log.slice(seen).map(fromRow) };
    if (fresh.length > 0 && kept.log.length < seen)
      throw new StoreProblem('file.damaged', { seen, head: kept.log.length });
    if (fresh.length > 0) {
      this.store.reviews.set(review, kept);
      for (const row of fresh) addRow(kept, row);
      for (const record of records) addRecord(kept, ...record);
      this.#keepContents(beside);
      this.#tell(review);
    }
    return { stored: rows.map(({ id }) => fromRow(kept.byId.get(id) as ChangeRow)) };
  }

  #keepContents({ contents = [], withdraw = [] }: Beside): void {
    for (const { hash, bytes, name } of contents) {
      if (this.store.contents.has(hash)) continue;
      this.store.contents.set(hash, { bytes: new Uint8Array(bytes), ...(name === undefined ? {} : { name }) });
    }
    for (const { hash, reason } of withdraw) this.store.contents.set(hash, { withdrawn: reason });
  }

  #tell(review: ReviewId): void {
    for (const follower of this.store.followers) if (follower.review === review) queueMicrotask(follower.moved);
  }

  async records(review: ReviewId, ids: readonly RecordId[]): Promise<readonly StoredRecord[]> {
    const byId = this.store.reviews.get(review)?.recordsById;
    return ids.flatMap((id) => {
      const kept = byId?.get(id);
      return kept === undefined ? [] : [readRecord(kept)];
    });
  }

  async pageOfRecords(review: ReviewId, query: RecordQuery): Promise<RecordPage> {
    const words = wordsAsked(query.text);
    const matching = (this.store.reviews.get(review)?.records ?? [])
      .map((record, at) => ({ record, at }))
      .filter(({ record }) => query.import === undefined || record.import === query.import)
      .filter(({ record }) => words.every((asked) => record.words.some((held) => held.startsWith(asked))));
    const after = query.after === undefined ? -1 : Number(query.after);
    const rest = matching.filter(({ at }) => at > after);
    const page = rest.slice(0, pageSize(query.limit));
    const last = page.at(-1);
    return {
      records: page.map(({ record }) => readRecord(record)),
      total: matching.length,
      ...(last === undefined || rest.length === page.length ? {} : { next: String(last.at) }),
    };
  }

  async content(hash: Sha256): Promise<Content> {
    const found = this.store.contents.get(hash);
    return found !== undefined && 'bytes' in found ? { ...found, bytes: new Uint8Array(found.bytes) } : found;
  }

  async snapshot(review: ReviewId): Promise<Snapshot | undefined> {
    return this.store.reviews.get(review)?.snapshot;
  }

  async keepSnapshot(review: ReviewId, snapshot: Snapshot): Promise<void> {
    const kept = this.store.reviews.get(review);
    if (kept !== undefined && snapshot.seq <= kept.log.length) kept.snapshot = snapshot;
  }

  async dropSnapshots(): Promise<void> {
    for (const kept of this.store.reviews.values()) delete kept.snapshot;
  }

  follow(review: ReviewId, moved: () => void): () => void {
    const follower = { review, moved };
    const stop = () => {
      this.store.followers.delete(follower);
      this.#following.delete(stop);
    };
    this.store.followers.add(follower);
    this.#following.add(stop);
    return stop;
  }

  async integrity(): Promise<readonly IntegrityFinding[]> {
    const altered = [...this.store.contents].filter(([hash, held]) => 'bytes' in held && sha256Of(held.bytes) !== hash);
    return altered.map(([hash]) => ({ code: 'content.altered', values: { hash } }));
  }

  /** Writes the one review that it holds as a review's file; another process can open that. */
  async copyTo(path: string): Promise<void> {
    const [[id] = [], second] = this.store.reviews;
    if (id === undefined || second !== undefined) throw new StoreProblem('review.unknown');
    // Read at once: the review may be written meanwhile.
    const parts = this.#parts(id);
    await inPlace(path, async (making) => {
      const file = await createSqlite(making);
      await file.receive(id, inTurn(parts)).finally(() => file.close());
    });
  }

  async *parts(review: ReviewId): AsyncGenerator<Part> {
    yield* this.#parts(review);
  }

  #parts(review: ReviewId): Part[] {
    const kept = this.store.reviews.get(review);
    if (kept === undefined) throw new StoreProblem('review.unknown', { review });
    const contents = [...this.store.contents].map(([hash, held]): Part => ({ content: { hash, ...held } }));
    return [{ changes: kept.log.map(fromRow) }, { records: kept.records.map(readRecord) }, ...contents];
  }

  async receive(review: ReviewId, parts: AsyncIterable<Part>): Promise<void> {
    const taken = emptyKept();
    const contents: KeptContent[] = [];
    for await (const part of wholeParts(parts)) {
      if ('changes' in part) for (const change of part.changes) addRow(taken, toRow(change));
      else if ('records' in part) for (const record of part.records) addRecord(taken, ...keptRecord(record));
      else contents.push(part.content);
    }
    if (this.store.reviews.has(review)) throw new StoreProblem('file.exists', { review });
    this.store.reviews.set(review, taken);
    for (const { hash, ...held } of contents) {
      if ('bytes' in held) this.#keepContents({ contents: [{ hash, ...held }] });
      else this.#keepContents({ withdraw: [{ hash, reason: held.withdrawn }] });
    }
    this.#tell(review);
  }

  async close(): Promise<void> {
    for (const stop of [...this.#following]) stop();
  }
}

async function* inTurn(parts: readonly Part[]): AsyncGenerator<Part> {
  yield* parts;
}

const emptyKept = (): KeptReview => ({ log: [], byId: new Map(), records: [], recordsById: new Map() });

function addRow(kept: KeptReview, row: Omit<ChangeRow, 'seq'>): void {
  if (kept.byId.has(row.id)) return;
  const placed = { ...row, seq: kept.log.length + 1 };
  kept.log.push(placed);
  kept.byId.set(row.id, placed);
}

function addRecord(kept: KeptReview, id: RecordId, record: KeptRecord): void {
  if (kept.recordsById.has(id)) return;
  kept.records.push(record);
  kept.recordsById.set(id, record);
}

function keptRecord(record: ArrivingRecord): [RecordId, KeptRecord] {
  const reference = JSON.parse(asJson(record.reference)) as Reference;
  const text = JSON.stringify({ ...record, reference });
  return [record.id, { text, import: record.import, words: searchedWords(reference) }];
}
const readRecord = ({ text }: KeptRecord): StoredRecord => JSON.parse(text) as StoredRecord;

async function inOneList(pieces: AsyncIterable<readonly ArrivingRecord[]>): Promise<readonly ArrivingRecord[]> {
  const all: ArrivingRecord[] = [];
  for await (const piece of pieces) all.push(...piece);
  return all;
}
