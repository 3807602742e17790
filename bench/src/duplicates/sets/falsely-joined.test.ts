import { expect, it } from 'vitest';
import { falselyJoined } from './falsely-joined.js';

it('two works in one group are told with what a person needs to judge them', () => {
  const place = { journal: 'J Care', volume: '4', issue: '2', pages: '11-19' };
  const records = [
    { id: 'a', title: 'Loss', authors: ['Okafor, A', 'Wu, L'], year: 1999, ...place, doi: '10.1/x' },
    { id: 'b', authors: [] },
    { id: 'c', title: 'Loss', authors: [] },
  ];
  const works = new Map([
    ['a', 'x'],
    ['b', 'y'],
    ['c', 'x'],
  ]);
  expect(falselyJoined(records, works, [['a', 'c'], ['b']])).toEqual([]);
  expect(falselyJoined(records, works, [['a', 'b']])).toEqual([
    `a: Loss / Okafor, A; Wu, L / 1999 / J Care 4 (2) 11-19 / 10.1/x
  and b: no title /  / no year / no journal / no DOI
are two works.`,
  ]);
});
