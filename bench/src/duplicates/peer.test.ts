import { expect, it } from 'vitest';
import { asPeerRecords, joinedUp } from './peer.js';

it('what repeats the same record, straight or over others, stands together', () => {
  expect(joinedUp([[], [0], [], [1], [4], [2, 4], []])).toEqual([
    [0, 1, 3],
    [2, 4, 5],
  ]);
});

it('a record is handed to the peer in its own words, empty text for nothing', () => {
  expect(
    asPeerRecords([{ id: 'a', title: 'T', authors: ['Okafor, A'], year: 2006, issue: '4', doi: '10.1/x' }]),
  ).toEqual([
    {
      ...{
        title: 'T',
        authors: ['Okafor, A'],
        year: '2006',
        journal: '',
        volume: '',
        number: '4',
        issue: '4',
        pages: '',
      },
      ...{ doi: '10.1/x', abstract: '', type: '' },
    },
  ]);
});
