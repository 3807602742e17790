import { type PersonId, type ReviewId, asId } from '@throughline/core';
import { describe, expect, it } from 'vitest';
import { Cursors } from './cursor.js';

const review = asId<ReviewId>('review-1');
const ana = asId<PersonId>('ana');
const ben = asId<PersonId>('ben');

describe('L8 cursors', () => {
  it('bring back the place they were given for', () => {
    const cursors = new Cursors();
    for (const seq of [0, 1, 4711, 2 ** 40])
      expect(cursors.take(review, ana, cursors.give(review, ana, seq))).toBe(seq);
  });

  it('have one length and never repeat', () => {
    const cursors = new Cursors();
    const given = [1, 1, 9, 123_456_789].map((seq) => cursors.give(review, ana, seq));
    expect(new Set(given.map(({ length }) => length)).size).toBe(1);
    expect(new Set(given).size).toBe(4);
  });

  it('mean nothing for another viewer, review or process', () => {
    const cursors = new Cursors();
    const cursor = cursors.give(review, ana, 7);
    expect(cursors.take(review, ben, cursor)).toBeUndefined();
    expect(cursors.take(asId<ReviewId>('review-2'), ana, cursor)).toBeUndefined();
    expect(new Cursors().take(review, ana, cursor)).toBeUndefined();
  });

  it('mean the same in every process that has the key', () => {
    const key = new Uint8Array(32).fill(7);
    const cursor = new Cursors(key).give(review, ana, 7);
    expect(new Cursors(key).take(review, ana, cursor)).toBe(7);
    expect(new Cursors(key.map((byte) => byte + 1)).take(review, ana, cursor)).toBeUndefined();
  });

  it('mean nothing when altered, cut or made up', () => {
    const cursors = new Cursors();
    const cursor = cursors.give(review, ana, 7);
    const altered = `${cursor[0] === 'A' ? 'B' : 'A'}${cursor.slice(1)}`;
    for (const text of ['', '7', 'not a cursor', altered, cursor.slice(4)]) {
      expect(cursors.take(review, ana, text)).toBeUndefined();
    }
  });
});
