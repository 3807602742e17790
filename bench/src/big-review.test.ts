import { fold } from '@throughline/core';
import { expect, it } from 'vitest';
import { bigReview } from './big-review.js';

it('a made-up review has the size that was asked for, each change once, and nothing in it that does not apply', () => {
  const log = [...bigReview({ records: 2000, changes: 6000 })];
  const review = fold(log);
  expect([log.length, new Set(log.map(({ id }) => id)).size, review.gather.records.size]).toEqual([6000, 6000, 2000]);
  expect([review.conflicts, review.newer]).toEqual([[], []]);
  expect(review.screen.votes.size).toBe(4160);
});
