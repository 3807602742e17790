import { type Review, type ReviewId, emptyReview } from '@throughline/core';
import type { Keeper } from '@throughline/storage';
import { type Matched, recordsBecameOther, saidOtherwise } from './became-other.js';
import { comparableOf } from './comparable.js';
import type { AnswerTo, Asking } from './finder.js';
import { FinderAside, FinderEnded } from './finder-aside.js';

/** Records whose texts are read from the keeper and told to the thread at once: a few milliseconds' work. */
const batch = 250;
/** So long after the last question the thread is kept, in milliseconds: it holds the text of every record. */
const keptFor = 5 * 60_000;

export type HowFar = (done: number, of: number) => void;

/** A review whose duplicates are looked for. */
export interface LookedThrough {
  readonly id: ReviewId;
  /** As it stands, whole. */
  readonly review: Review;
}

export interface DuplicatesOptions {
  /** Milliseconds after the last question. */
  readonly idle?: number;
  readonly start?: () => FinderAside;
}

/**
 * The duplicates of one review, found in a thread that lives as long as they are asked for and is told only of what
 * became other: new records, imports that were taken back, corrections, and what people said. A thread that failed, or
 * that was ended because nobody asked, is started again by the next question.
 */
export class Duplicates {
  #finder: FinderAside | undefined;
  /** What the thread was told last. */
  #told: Matched = emptyReview.gather;
  #telling: Promise<void> = Promise.resolve();
  readonly #watching = new Set<HowFar>();
  #asking = 0;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    private readonly open: LookedThrough,
    private readonly keeper: Pick<Keeper, 'records'>,
    private readonly options: DuplicatesOptions = {},
  ) {}

  /** Asks of the review as it stands by now. `howFar` hears how many of the new records the thread was told of. */
  async ask<A extends Asking>(asking: A, howFar: HowFar = () => {}): Promise<AnswerTo<A>> {
    this.#watching.add(howFar);
    this.#asking += 1;
    clearTimeout(this.#idle);
    try {
      return await this.#asked(asking).catch((error: unknown) => {
        if (this.#closed || !(error instanceof FinderEnded)) throw error;
        return this.#asked(asking);
      });
    } finally {
      this.#watching.delete(howFar);
      this.#asking -= 1;
      if (this.#asking === 0 && !this.#closed) this.#endLater();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idle);
    await this.#end();
  }

  async #asked<A extends Asking>(asking: A): Promise<AnswerTo<A>> {
    if (this.#closed) throw new FinderEnded();
    const finder = this.#running();
    // One after the other: who comes second finds little or nothing left to tell.
    const told = this.#telling.then(() => this.#tell(finder));
    this.#telling = told.catch(() => {});
    await told;
    return finder.ask(asking);
  }

  #running(): FinderAside {
    if (this.#finder !== undefined && !this.#finder.hasEnded) return this.#finder;
    this.#told = emptyReview.gather;
    this.#finder = this.options.start?.() ?? new FinderAside();
    return this.#finder;
  }

  #endLater(): void {
    this.#idle = setTimeout(() => void this.#end(), this.options.idle ?? keptFor).unref();
  }

  async #end(): Promise<void> {
    const finder = this.#finder;
    this.#finder = undefined;
    await finder?.end();
  }

  /** Brings the thread up to the review. Telling the same twice does no harm: what breaks off begins again. */
  async #tell(finder: FinderAside): Promise<void> {
    if (finder !== this.#finder) throw new FinderEnded();
    const { review } = this.open;
    if (isTold(this.#told, review.gather)) return;
    const { held, gone } = recordsBecameOther(this.#told, review);
    let taken = Promise.resolve();
    for (let at = 0; at < held.length; at += batch) {
      const rows = new Map(held.slice(at, at + batch).map((row) => [row.id, row]));
      const stored = await this.keeper.records(this.open.id, [...rows.keys()]);
      const records = stored.flatMap(({ id, reference }) => {
        const row = rows.get(id);
        return row === undefined ? [] : [comparableOf(review, row, reference)];
      });
      await taken;
      for (const howFar of this.#watching) howFar(at, held.length);
      taken = finder.tell({ records });
      // Waited for with the next ones, or below.
      taken.catch(() => {});
    }
    await taken;
    await finder.tell({ gone, ...saidOtherwise(this.#told, review.gather) });
    for (const howFar of this.#watching) howFar(held.length, held.length);
    this.#told = review.gather;
  }
}

const isTold = (told: Matched, now: Matched): boolean =>
  (['sources', 'imports', 'records', 'corrections', 'groups', 'distinct'] as const).every(
    (shelf) => told[shelf] === now[shelf],
  );
