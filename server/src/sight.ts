import { type Change, type Review, type SeenChange, type Viewer, seeChange } from '@throughline/core';
import { travelOf } from './at-hand.js';

/** A change that happened, with the review before and after it. */
export interface Happened {
  readonly change: Change;
  readonly before: Review;
  readonly after: Review;
}

/** What a browser hears of it. `nothing`: for this viewer it did not happen (L8). */
export type Told = { readonly change: SeenChange } | 'again' | 'numbers' | 'nothing';

export function toldOf({ change, before, after }: Happened, viewer: Viewer): Told {
  const sight = seeChange(before, change, viewer);
  if (sight === 'hidden') return 'nothing';
  if (sight === 'fetch again') return 'again';
  const travel = travelOf(before, change, after);
  return travel === 'tell' ? sight : travel;
}

/** The last changes, for those who come back after a short while: a lost connection, a laptop that slept. */
export class Recent {
  readonly #last: Happened[] = [];

  constructor(private readonly most = 1000) {}

  add(happened: Happened): void {
    this.#last.push(happened);
    if (this.#last.length > this.most) this.#last.shift();
  }

  /** What came after a place in the log; undefined where that is longer ago than is remembered. */
  since(seq: number, head: number): readonly Happened[] | undefined {
    if (seq === head) return [];
    const [oldest] = this.#last;
    if (oldest === undefined || seq > head || oldest.change.seq > seq + 1) return undefined;
    return this.#last.filter(({ change }) => change.seq > seq);
  }
}
