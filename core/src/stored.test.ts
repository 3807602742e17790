import { describe, expect, it } from 'vitest';
import { withArgument } from '../test/telling.js';
import { emptyReview, type Review } from './review.js';
import { Thawing, freeze, snapshotLines, thawReview } from './stored.js';

function thawed(lines: Iterable<string>): Review {
  const thawing = new Thawing();
  for (const line of lines) thawing.add(line);
  const whole = thawing.whole();
  for (;;) {
    const step = whole.next();
    if (step.done) return step.value;
  }
}

/** A review with more things on a shelf than a line holds. */
function long(): Review {
  let telling = withArgument();
  for (let n = 0; n < 1001; n += 1)
    telling = telling.does('AT', 'memo.made', { id: `memo-${n}`, about: 'x', text: 'a\nb\u2028"', audience: 'team' });
  return telling.review;
}

describe('a frozen review (L12)', () => {
  it('is the same when it is thawed, whole or line by line', () => {
    const review = long();
    const lines = [...snapshotLines(review)];
    expect(lines.some((line) => line.includes('\n'))).toBe(false);
    expect(lines.filter((line) => line.includes('"memos"'))).toHaveLength(2);
    for (const again of [thawReview(freeze(review)), thawed(lines)]) {
      expect(freeze(again)).toBe(freeze(review));
      expect(again.notes.memos.get('memo-1000')).toEqual(review.notes.memos.get('memo-1000'));
    }
    expect(freeze(thawed(snapshotLines(emptyReview)))).toBe(freeze(emptyReview));
  });

  it('is not thawed where its end is missing, or where it is none', () => {
    const lines = [...snapshotLines(long())];
    for (const bad of [lines.slice(0, -1), [], ['null'], ['{"on":']]) expect(() => thawed(bad)).toThrow();
  });
});
