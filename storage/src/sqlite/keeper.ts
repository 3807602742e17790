import { resolve } from 'node:path';
import type { Change, ChangeId, RecordId, ReviewId, SeenChange, Sha256 } from '@throughline/core';
import { fromRow, toRow } from '../change-row.js';
import type { Appended, Beside, Keeper, Part, RecordQuery, Snapshot, StoreProblem } from '../contract.js';
import { refuseMisnamed } from '../hash.js';
import type { Answer, Arguments, Method } from './calls.js';
import { partsOf, receiveInto } from './moving.js';
import { Thread } from './thread.js';

/** A keeper of one review in one file, `NAME.throughline`. */
export interface SqliteKeeper extends Keeper {
  /** Where the file is, absolute. */
  readonly path: string;
  /** The id of this copy of the review: a copy of the file made by `copyTo` has another. */
  readonly copy: string;
  /** Resolves when it has been closed. */
  readonly closed: Promise<void>;
}

export interface SqliteOptions {
  /** How long a write waits for another process that is writing, in milliseconds, before it is `file.busy`. */
  readonly patience?: number;
}

/** Opens the file of a review. Rejects with a StoreProblem that says why where it cannot. */
export const openSqlite = (path: string, options: SqliteOptions = {}): Promise<SqliteKeeper> =>
  start('open', path, options);

/** Makes a new file and opens it; it holds no review until the first append. Never over a file that is there. */
export const createSqlite = (path: string, options: SqliteOptions = {}): Promise<SqliteKeeper> =>
  start('create', path, options);

async function start(task: 'open' | 'create', path: string, { patience = 10_000 }: SqliteOptions) {
  const file = resolve(path);
  const followers = new Set<() => void>();
  const thread = new Thread({ do: task, file, patience }, () => tell(followers));
  try {
    const { copy, readOnly } = await thread.ready;
    return new FileKeeper(file, copy, readOnly, thread, followers, patience);
  } catch (error) {
    await thread.end();
    throw error;
  }
}

const tell = (followers: ReadonlySet<() => void>): void => {
  for (const moved of followers) moved();
};

/** Lines of the log that cross the threads at once. */
const page = 5000;
/** Milliseconds between two looks for what another process wrote. */
const lookEvery = 250;

type Pieces = Exclude<NonNullable<Beside['records']>, readonly unknown[]>;

class FileKeeper implements SqliteKeeper {
  /** Records in pieces that wait in the thread for their append, and the last name that some waited under. */
  #held: { readonly pieces: Pieces; readonly name: number } | undefined;
  #lastHeld = 0;
  /** What is being brought into the file beside the thread. */
  #settling: Promise<void> = Promise.resolve();
  #closing: Promise<void> | undefined;
  #sayClosed: () => void = () => {};
  readonly closed = new Promise<void>((resolve) => {
    this.#sayClosed = resolve;
  });

  constructor(
    readonly path: string,
    readonly copy: string,
    readonly readOnly: StoreProblem | undefined,
    private readonly thread: Thread,
    private readonly followers: Set<() => void>,
    private readonly patience: number,
  ) {}

  reviews() {
    return this.#ask('reviews');
  }

  /** The log only grows, so that pages read one after the other are one beginning of it. */
  async changes(review: ReviewId, since = 0): Promise<readonly Change[]> {
    const all: Change[] = [];
    for (;;) {
      const rows = await this.#ask('changes', review, all.at(-1)?.seq ?? since, page);
      for (const row of rows) all.push(fromRow(row));
      if (rows.length < page) return all;
    }
  }

  async known(review: ReviewId, ids: readonly ChangeId[]): Promise<readonly Change[]> {
    return (await this.#ask('known', review, ids)).map(fromRow);
  }

  async append(review: ReviewId, seen: number, changes: readonly SeenChange[], beside: Beside = {}): Promise<Appended> {
    refuseMisnamed(beside);
    const { records, ...others } = beside;
    const rows = changes.map(toRow);
    const whole = records === undefined || 'length' in records;
    const held = whole ? undefined : await this.#hold(records);
    const { contents, memory } = copied(others.contents);
    const besideHere = { ...others, contents, ...(whole && records !== undefined ? { records } : {}) };
    const appended = await this.#give(memory, 'append', review, seen, rows, besideHere, held);
    if ('behind' in appended) return { behind: appended.behind.map(fromRow) };
    this.#held = undefined;
    if (held !== undefined) this.#settling = this.#settling.then(() => this.#settleAside());
    queueMicrotask(() => tell(this.followers));
    return { stored: appended.stored.map(fromRow) };
  }

  /** It only saves time: where it fails, closing does it. */
  async #settleAside(): Promise<void> {
    const settling = new Thread({ do: 'settle', file: this.path, patience: this.patience });
    await settling.ready.catch(() => {});
    await settling.end();
    await this.thread.ask('settledAside').catch(() => {});
  }

  /** Sends records ahead of their append, a piece at a time; once, however often the append is tried. */
  async #hold(pieces: Pieces): Promise<number> {
    if (this.#held?.pieces === pieces) return this.#held.name;
    this.#lastHeld += 1;
    const name = this.#lastHeld;
    for await (const piece of pieces) await this.#ask('hold', name, piece);
    this.#held = { pieces, name };
    return name;
  }

  records(review: ReviewId, ids: readonly RecordId[]) {
    return this.#ask('records', review, ids);
  }

  pageOfRecords(review: ReviewId, query: RecordQuery) {
    return this.#ask('pageOfRecords', review, query);
  }

  content(hash: Sha256) {
    return this.#ask('content', hash);
  }

  snapshot(review: ReviewId) {
    return this.#ask('snapshot', review);
  }

  keepSnapshot(review: ReviewId, snapshot: Snapshot) {
    return this.#ask('keepSnapshot', review, snapshot);
  }

  dropSnapshots() {
    return this.#ask('dropSnapshots');
  }

  follow(_review: ReviewId, moved: () => void): () => void {
    const follower = () => moved();
    if (this.followers.size === 0) this.thread.follow(lookEvery);
    this.followers.add(follower);
    return () => {
      if (this.followers.delete(follower) && this.followers.size === 0) this.thread.follow(0);
    };
  }

  integrity() {
    return this.#ask('integrity');
  }

  /** In a thread of its own, so that appends go on meanwhile. */
  async copyTo(path: string): Promise<void> {
    if (this.readOnly === undefined) await this.#ask('readyToWrite');
    const copying = new Thread({ do: 'copy', file: this.path, to: resolve(path) });
    try {
      await copying.ready;
    } finally {
      await copying.end();
    }
  }

  async *parts(review: ReviewId): AsyncGenerator<Part> {
    if (this.readOnly === undefined) await this.#ask('readyToWrite');
    const reading = new Thread({ do: 'open', file: this.path, patience: this.patience });
    try {
      await reading.ready;
      yield* partsOf(reading, review);
    } finally {
      await reading.letGo();
    }
  }

  async receive(review: ReviewId, parts: AsyncIterable<Part>): Promise<void> {
    await this.#ask('readyToWrite');
    const receiving = new Thread({ do: 'open', file: this.path, patience: this.patience });
    try {
      await receiving.ready;
      await receiveInto(receiving, review, parts);
    } finally {
      await receiving.letGo();
    }
    this.thread.written();
    tell(this.followers);
  }

  close(): Promise<void> {
    this.#closing ??= this.#end().finally(this.#sayClosed);
    return this.#closing;
  }

  async #end(): Promise<void> {
    this.followers.clear();
    await this.#settling;
    await this.thread.ask('close');
    await this.thread.end();
  }

  #ask<Name extends Method>(method: Name, ...args: Arguments<Name>): Promise<Answer<Name>> {
    return this.#give([], method, ...args);
  }

  #give<Name extends Method>(memory: readonly ArrayBuffer[], method: Name, ...args: Arguments<Name>) {
    if (this.#closing !== undefined) return Promise.reject(new Error('this keeper is closed'));
    return this.thread.give(memory, method, ...args);
  }
}

/** Contents in memory of their own, to be given away: whoever asks may ask again, and keeps theirs. */
function copied(contents: NonNullable<Beside['contents']> = []) {
  const copies = contents.map((content) => ({ ...content, bytes: new Uint8Array(content.bytes) }));
  return { contents: copies, memory: copies.map(({ bytes }) => bytes.buffer) };
}
