import {
  type Change,
  type PersonId,
  type Proposal,
  type Review,
  type ReviewId,
  type Viewer,
  apply,
} from '@throughline/core';
import { Breather } from './breather.js';
import { type Beside, type Keeper, StoreProblem } from './contract.js';
import { type Judged, judge } from './judge.js';
import { type Start, freshest, keepSnapshotOf } from './snapshots.js';
import { type Asked, type ProposalResult, Waiting } from './waiting.js';

export type { ProposalResult } from './waiting.js';

/** Hears of one change, with the review before and after it. */
export type Listener = (change: Change, before: Review, after: Review) => void;

export interface ProposeOptions {
  /** When it was done, where it was not now: ISO 8601 in UTC, to the millisecond. */
  readonly at?: string;
  /**
   * Written in the same transaction. Proposals with something beside them stand or fall together: where one is
   * refused, all are answered with that refusal, and nothing is stored.
   */
  readonly beside?: Beside;
  /** Who asks, where they may not see everything: then no answer tells of what is hidden from them (L8). */
  readonly as?: Viewer;
}

export interface OpenOptions {
  /** The clock; the system's without one. */
  readonly now?: () => Date;
}

/** So often is it decided anew, where others keep appending first, before it is `file.busy`. */
const attempts = 50;
/** Twice it is tried at once; then it is waited first. */
const firstWait = 2;
/**
 * A snapshot is written after so many changes, and on closing after so many. Where the last one was long (in characters),
 * after more: folding a change again costs about as much as writing two thousand characters.
 */
const snapshotAfter = (length: number): number => Math.max(2000, length / 2000);
const snapshotOnClose = (length: number): number => Math.max(201, length / 20_000);

/**
 * A review that is open: its log folded, followed and added to. It holds the one loop: propose, decide, append, fold,
 * tell. The keeper stays its opener's to close.
 */
export class OpenReview {
  #review: Review;
  #head: number;
  /** The place of the last snapshot, and its length. */
  #kept: number;
  #keptLength: number;
  #queue: Promise<unknown> = Promise.resolve();
  /** The snapshot that is being written, beside the queue: nobody waits for it but who closes. */
  #snapshot: Promise<void> | undefined;
  #refreshing = false;
  #closed = false;
  readonly #waiting = new Waiting();
  readonly #listeners = new Set<Listener>();
  readonly #stopFollowing: () => void;

  private constructor(
    private readonly keeper: Keeper,
    readonly id: ReviewId,
    private readonly now: () => Date,
    start: Start,
  ) {
    this.#review = start.review;
    this.#head = start.seq;
    this.#kept = start.seq;
    this.#keptLength = start.length;
    this.#stopFollowing = keeper.follow(id, () => this.#moved());
  }

  /** Folds the log, from a snapshot where one fits (L12). Rejects with `review.unknown` for a review not held. */
  static async open(keeper: Keeper, id: ReviewId, options: OpenOptions = {}): Promise<OpenReview> {
    if (!(await keeper.reviews()).includes(id)) throw new StoreProblem('review.unknown', { review: id });
    return OpenReview.#from(keeper, id, options);
  }

  /** As `open`, for a review that its first proposals will make. */
  static begin(keeper: Keeper, id: ReviewId, options: OpenOptions = {}): Promise<OpenReview> {
    return OpenReview.#from(keeper, id, options);
  }

  static async #from(keeper: Keeper, id: ReviewId, { now = () => new Date() }: OpenOptions): Promise<OpenReview> {
    const open = new OpenReview(keeper, id, now, await freshest(keeper, id));
    await open.refresh();
    return open;
  }

  get review(): Review {
    return this.#review;
  }

  /** The last place in the log that is folded in. */
  get head(): number {
    return this.#head;
  }

  /**
   * Decides each proposal in order, on the review as it then stands, and stores what is accepted, all at once. A
   * proposal that is stored already gets its stored change, whatever would be decided today (L14). What is proposed
   * while others' changes are being stored is decided and stored together, in the order in which it came; each gets
   * their own answer.
   */
  propose(
    proposals: readonly Proposal[],
    by: PersonId,
    options: ProposeOptions = {},
  ): Promise<readonly ProposalResult[]> {
    if (this.#closed) return Promise.reject(new Error('this review is closed'));
    const answered = this.#waiting.add({ proposals, by, ...options });
    // Whoever comes first does the work for all that wait by then; the others find nobody waiting.
    this.#next(() => this.#answer(this.#waiting.take())).catch(() => {});
    return answered;
  }

  /** Hears of every change from now on, in the order of the log. Answers how to stop. */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Folds in what others have appended. */
  refresh(): Promise<void> {
    return this.#next(async () => {
      await this.#catchUp();
    });
  }

  /** Finishes what was proposed, and leaves a snapshot where that will save time. */
  async close(): Promise<void> {
    if (this.#closed) return;
    const last = this.#next(async () => {
      await this.#snapshot;
      this.#snapshotAfter(snapshotOnClose);
    });
    this.#closed = true;
    this.#stopFollowing();
    await last;
    await this.#snapshot;
    this.#listeners.clear();
  }

  /** One after the other: what is decided is decided on the review that it will be appended to. */
  #next<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('this review is closed'));
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => {});
    return done;
  }

  #moved(): void {
    if (this.#refreshing || this.#closed) return;
    this.#refreshing = true;
    const catchUp = () => {
      this.#refreshing = false;
      return this.#catchUp();
    };
    // It is a hint: where it cannot be followed now, the next proposal or refresh says why.
    this.#next(catchUp).catch(() => {});
  }

  /** Never rejects: each who asked gets an answer or the error. */
  async #answer(asked: readonly Asked[]): Promise<void> {
    if (asked.length === 0) return;
    try {
      const results = await this.#decide(asked);
      for (const [n, { answer }] of asked.entries()) answer(results[n] ?? []);
    } catch (error) {
      // The store's own problem is everybody's; any other may be the fault of one, and is not to be the others'.
      if (asked.length === 1 || error instanceof StoreProblem) for (const { fail } of asked) fail(error);
      else for (const each of asked) await this.#answer([each]);
    }
  }

  async #decide(asked: readonly Asked[]): Promise<readonly (readonly ProposalResult[])[]> {
    const ids = asked.flatMap(({ proposals }) => proposals.map(({ id }) => id));
    const beside = asked[0]?.beside;
    let isPresent = false;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      await backOff(attempt);
      const known = await this.keeper.known(this.id, ids);
      // Whoever waited is behind by now where others go on writing: without a look they would never be first.
      if (attempt >= firstWait) await this.#catchUp();
      let judged = this.#judge(asked, known);
      // What is refused may be refused for something that has changed since they asked.
      if (judged.refused && !isPresent) {
        isPresent = true;
        if ((await this.#catchUp()) > 0) judged = this.#judge(asked, await this.keeper.known(this.id, ids));
      }
      const results = await this.#store(judged, beside);
      if (results !== undefined) return results;
    }
    throw new StoreProblem('file.busy', { review: this.id });
  }

  #judge(asked: readonly Asked[], known: readonly Change[]): Judged {
    const now = this.now().toISOString();
    const askings = asked.map(({ proposals, by, at = now, as }) => ({ proposals, by, at, as }));
    return judge(this.#review, askings, { known, together: asked[0]?.beside !== undefined });
  }

  /** Undefined where others were first: then the review is theirs, too, by now. */
  async #store(judged: Judged, beside: Beside | undefined): Promise<ProposalResult[][] | undefined> {
    if (judged.fresh.length === 0) return judged.results([]);
    const appended = await this.keeper.append(this.id, this.#head, judged.fresh, beside);
    if ('behind' in appended) {
      await this.#foldIn(appended.behind);
      return undefined;
    }
    const next = appended.stored[0]?.seq === this.#head + 1 && appended.stored.every(followsFrom(this.#head + 1));
    await (next ? this.#foldIn(appended.stored) : this.#catchUp());
    return judged.results(appended.stored);
  }

  /** How many changes came. */
  async #catchUp(): Promise<number> {
    const came = await this.keeper.changes(this.id, this.#head);
    await this.#foldIn(came);
    return came.length;
  }

  async #foldIn(changes: readonly Change[]): Promise<void> {
    const breather = new Breather();
    for (const change of changes) {
      this.#foldAndTell(change);
      await breather.breathe();
    }
    this.#snapshotAfter(snapshotAfter);
  }

  #foldAndTell(change: Change): void {
    const before = this.#review;
    this.#review = apply(before, change);
    this.#head = change.seq;
    for (const listener of [...this.#listeners]) tell(listener, change, before, this.#review);
  }

  /** A snapshot only saves time: where it cannot be written, nothing is lost. One is written at a time. */
  #snapshotAfter(changes: (length: number) => number): void {
    if (this.#snapshot !== undefined || this.#head - this.#kept < changes(this.#keptLength)) return;
    if (this.keeper.readOnly !== undefined) return;
    this.#kept = this.#head;
    this.#snapshot = keepSnapshotOf(this.keeper, this.id, this.#review, this.#head)
      .then((length) => {
        this.#keptLength = length;
      })
      .catch(() => {})
      .finally(() => {
        this.#snapshot = undefined;
      });
  }
}

const followsFrom = (first: number) => (change: Change, at: number) => change.seq === first + at;

/** A listener that throws harms neither the review nor the other listeners; its error is a warning of the process. */
function tell(listener: Listener, ...news: Parameters<Listener>): void {
  try {
    listener(...news);
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}

/** Longer each time, up to about 60 ms, and never the same for two: so that they do not meet again. */
async function backOff(attempt: number): Promise<void> {
  if (attempt < firstWait) return;
  await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(60, 2 ** attempt)));
}
