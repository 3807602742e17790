import { type Review, type ReviewId, Thawing, edition, emptyReview, snapshotLines } from '@throughline/core';
import type { Keeper } from './contract.js';
import { Breather } from './breather.js';

/** Where folding begins. */
export interface Start {
  readonly review: Review;
  readonly seq: number;
  /** Characters of the snapshot; 0 without one. */
  readonly length: number;
}
const beginning: Start = { review: emptyReview, seq: 0, length: 0 };

/**
 * Where to fold on from: the kept snapshot, where this edition of the program wrote it and it can be read, else the
 * beginning. A snapshot only saves time (L12).
 */
export async function freshest(keeper: Keeper, id: ReviewId): Promise<Start> {
  const kept = await keeper.snapshot(id).catch(() => undefined);
  if (kept?.edition !== edition) return beginning;
  try {
    return { review: await thawed(kept.frozen), seq: kept.seq, length: kept.frozen.length };
  } catch {
    return beginning;
  }
}

async function thawed(text: string): Promise<Review> {
  const [breather, thawing] = [new Breather(), new Thawing()];
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    thawing.add(text.slice(from, to));
    from = to + 1;
    await breather.breathe();
  }
  const whole = thawing.whole();
  for (;;) {
    const step = whole.next();
    if (step.done) return step.value;
    await breather.breathe();
  }
}

/** Freezes a state of a review, others taking their turns meanwhile, and keeps it. Answers how long it is. */
export async function keepSnapshotOf(keeper: Keeper, id: ReviewId, review: Review, seq: number): Promise<number> {
  const [breather, lines] = [new Breather(), [] as string[]];
  for (const line of snapshotLines(review)) {
    lines.push(line);
    await breather.breathe();
  }
  const frozen = lines.join('\n');
  await keeper.keepSnapshot(id, { seq, edition, frozen });
  return frozen.length;
}
