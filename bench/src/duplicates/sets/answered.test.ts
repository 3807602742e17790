import type { Pair } from '@throughline/matching';
import { expect, it } from 'vitest';
import { answered } from './answered.js';

const pair = (a: string, b: string, likeness: Pair['likeness'], score = 0.5): Pair => ({
  ...{ a, b, likeness, score },
  ...{ agree: [], alike: [], contradict: [] },
});
const works = new Map(Object.entries({ a: 'x', b: 'x', c: 'x', d: 'y', e: 'y' }));
const groupsOf = (pairs: readonly Pair[]) => answered(pairs, works).groups.map((group) => [...group].toSorted());

it('sure groups are made without a question', () => {
  expect(answered([pair('a', 'b', 'same')], works)).toMatchObject({ groups: [['a', 'b']], asked: 0 });
});

it('a question is answered by the truth, once for two works', () => {
  const pairs = [pair('a', 'b', 'same'), pair('a', 'c', 'ask'), pair('b', 'c', 'ask')];
  expect(answered(pairs, works)).toMatchObject({ asked: 1, different: 0, askedAgain: 0 });
  expect(groupsOf(pairs)).toEqual([['a', 'b', 'c']]);
});

it('what was answered "different" keeps whole works apart, and is not asked again', () => {
  const pairs = [
    pair('a', 'b', 'same'),
    pair('d', 'e', 'same'),
    pair('a', 'd', 'ask', 0.9),
    pair('b', 'e', 'ask', 0.8),
  ];
  expect(answered(pairs, works)).toMatchObject({ asked: 1, different: 1, askedAgain: 0 });
  expect(groupsOf(pairs)).toEqual([
    ['a', 'b'],
    ['d', 'e'],
  ]);
});

it('a question that an earlier answer settles is not asked', () => {
  const pairs = [pair('a', 'b', 'ask', 0.9), pair('b', 'c', 'ask', 0.8), pair('a', 'c', 'ask', 0.7)];
  expect(answered(pairs, works)).toMatchObject({ asked: 2, different: 0 });
  expect(groupsOf(pairs)).toEqual([['a', 'b', 'c']]);
});
