import { type HeldCounts, type Review, heldCounts } from '@throughline/core';
import type { RoomProgress } from '@throughline/wire';
import { progressOf } from './progress.js';

/** The numbers of a review, as it is seen. */
export interface Numbers {
  readonly counts: HeldCounts;
  readonly progress: RoomProgress;
}

const counted = new WeakMap<Review, Numbers>();

/** Counts once for every state of a review. */
export function numbersOf(review: Review): Numbers {
  const known = counted.get(review);
  if (known !== undefined) return known;
  const numbers = { counts: heldCounts(review), progress: progressOf(review) };
  counted.set(review, numbers);
  return numbers;
}

/** After each count the process does other things for so many times what it took: a tenth of its time goes to counting. */
const restPerCount = 9;

/**
 * Counting for all windows of a process: in turn, and never more than a part of its time, however many windows are open
 * and however large the reviews are. Numbers may come late; changes do not.
 */
export class CountingTurns {
  readonly #waiting = new Set<() => void>();
  #next: NodeJS.Timeout | undefined;
  #notBefore = 0;

  /** Runs this once, when its turn comes; asked for again before that, it is still once. */
  take(count: () => void): void {
    this.#waiting.add(count);
    this.#next ??= setTimeout(() => this.#turn(), this.#notBefore - performance.now()).unref();
  }

  /** Not any more. */
  leave(count: () => void): void {
    this.#waiting.delete(count);
  }

  #turn(): void {
    this.#next = undefined;
    const [count] = this.#waiting;
    if (count === undefined) return;
    this.#waiting.delete(count);
    const began = performance.now();
    try {
      count();
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error));
    }
    const rest = (performance.now() - began) * restPerCount;
    if (this.#waiting.size > 0) this.#next = setTimeout(() => this.#turn(), rest).unref();
    else this.#notBefore = performance.now() + rest;
  }
}

/** The turns of this process. */
export const countingTurns = new CountingTurns();
