import { type HeldCounts, type Review, heldCounts } from '@throughline/core';
import type { RoomProgress } from '@throughline/wire';
import { progressOf } from './progress.js';

/** The numbers of a review, as it is seen. */
export interface Numbers {
  readonly counts: HeldCounts;
  readonly progress: RoomProgress;
  /** Milliseconds that counting took: whoever counts often waits longer after a long count. */
  readonly took: number;
}

const counted = new WeakMap<Review, Numbers>();

/** Counts once for every state of a review. */
export function numbersOf(review: Review): Numbers {
  const known = counted.get(review);
  if (known !== undefined) return known;
  const began = performance.now();
  const found = { counts: heldCounts(review), progress: progressOf(review) };
  const numbers = { ...found, took: performance.now() - began };
  counted.set(review, numbers);
  return numbers;
}
