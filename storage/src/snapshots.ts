import { type Review, type ReviewId, edition, emptyReview, freeze, thawReview } from '@throughline/core';
import type { Keeper } from './contract.js';

/**
 * Where to fold on from: the kept snapshot, where this edition of the program wrote it and it can be read, else the
 * beginning. A snapshot only saves time (L12).
 */
export async function freshest(keeper: Keeper, id: ReviewId): Promise<{ review: Review; seq: number }> {
  const kept = await keeper.snapshot(id).catch(() => undefined);
  if (kept?.edition !== edition) return { review: emptyReview, seq: 0 };
  try {
    return { review: thawReview(kept.frozen), seq: kept.seq };
  } catch {
    return { review: emptyReview, seq: 0 };
  }
}

export const keepSnapshotOf = (keeper: Keeper, id: ReviewId, review: Review, seq: number): Promise<void> =>
  keeper.keepSnapshot(id, { seq, edition, frozen: freeze(review) });
