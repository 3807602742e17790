import { describe, expect, it } from 'vitest';
import { flagF1, scored } from './score.js';

/** Five records of the work "x", two of "y", one of "z". */
const works = new Map(
  [...'abcde']
    .map((id) => [id, 'x'])
    .concat(
      [...'fg'].map((id) => [id, 'y']),
      [['h', 'z']],
    ) as [string, string][],
);

describe.each([
  ['nothing is grouped', [], { lost: 0, removed: 0, falsePairs: 0, sensitivity: 0, precision: 1, recall: 0, f1: 0 }],
  [
    'all is right',
    ['abcde', 'fg'],
    { lost: 0, removed: 5, falsePairs: 0, sensitivity: 1, precision: 1, recall: 1, f1: 1 },
  ],
  [
    'a work in two parts',
    ['abc', 'de', 'fg'],
    { lost: 0, removed: 4, falsePairs: 0, sensitivity: 0.8, recall: 5 / 11 },
  ],
  [
    'a work with one record goes under',
    ['ah', 'fg'],
    { lost: 1, removed: 1, falsePairs: 1, sensitivity: 0.2, precision: 0.5 },
  ],
  ['one of two works keeps a record elsewhere', ['af'], { lost: 0, removed: 0, falsePairs: 1, precision: 0 }],
  ['a work goes under by two groups', ['af', 'bg'], { lost: 1, removed: 0, falsePairs: 2 }],
])('%s', (_, groups, expected) => {
  it('is scored', () =>
    expect(
      scored(
        works,
        groups.map((ids) => [...ids]),
      ),
    ).toMatchObject({ removable: 5, ...expected }));
});

it('a set without duplicates is found whole by nobody finding any', () => {
  expect(scored(new Map([['a', 'x']]), [])).toMatchObject({ removable: 0, sensitivity: 1, f1: 1 });
});

it('flags count records in groups of two or more', () => {
  const twins = new Set(['a', 'b', 'c', 'd']);
  expect([
    flagF1(twins, [['a', 'b'], ['c', 'x'], ['d']]),
    flagF1(twins, []),
    flagF1(twins, [['a', 'b', 'c', 'd']]),
  ]).toEqual([0.75, 0, 1]);
});
