import type { Pair } from '@throughline/matching';
import { describe, expect, it } from 'vitest';
import { whyOfAll } from './why.js';

const pair = (more: Partial<Pair>): Pair => ({
  ...{ a: 'a', b: 'b', likeness: 'same', score: 1, agree: [], alike: [], contradict: [] },
  ...more,
});

describe('why several records are one report', () => {
  it('is what agrees in every pair, is at least alike in every one, or contradicts in any', () => {
    const why = whyOfAll([
      pair({ agree: ['title', 'doi', 'year'], alike: ['authors'] }),
      pair({ agree: ['title', 'authors'], alike: ['year'], contradict: ['pages'], special: 'preprint' }),
    ]);
    expect(why).toEqual({ agree: ['title'], alike: ['year', 'authors'], contradict: ['pages'], special: 'preprint' });
  });

  it('is nothing where nothing holds them together', () => {
    expect(whyOfAll([])).toEqual({ agree: [], alike: [], contradict: [] });
  });
});
