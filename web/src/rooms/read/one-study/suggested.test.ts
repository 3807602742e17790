import { emptyReview, type Review, Shelf } from '@throughline/core';
import type { SuggestedStudy } from '@throughline/wire';
import { describe, expect, it } from 'vitest';
import { foundApart, nameOfReport, nameToBegin, stillOpen } from './suggested.js';

const joint = { a: 'a', b: 'b', strength: 'some' as const, authors: [], signs: [], doubts: [] };
const suggestion = (given: Partial<SuggestedStudy>): SuggestedStudy => ({
  reports: ['a', 'b', 'c'],
  adds: given.reports ?? ['a', 'b', 'c'],
  strength: 'some',
  parts: [['a'], ['b', 'c']],
  joint,
  links: [joint],
  authors: [{ name: 'Moffatt S', reports: ['a', 'b'] }],
  signs: [],
  ...given,
});

/** A review as far as these shelves go; every thing on them stands. */
function review(shelves: { reports?: string; studies?: readonly string[]; apart?: readonly string[] }): Review {
  const made = { change: 'c', by: 'AT', at: '2024-01-01T00:00:00.000Z' };
  const shelf = (things: readonly object[]) =>
    Shelf.of(things.map((each, at): [string, object] => [(each as { id?: string }).id ?? `t${at}`, each]));
  const groups = (all: readonly string[] = []) =>
    shelf(all.map((reports, at) => ({ id: `s${at}`, reports: reports.split(' '), trail: { made } })));
  const reports = shelf((shelves.reports ?? 'a b c').split(' ').map((id) => ({ id, label: id, trail: { made } })));
  const read = { ...emptyReview.read, reports, studies: groups(shelves.studies), apart: groups(shelves.apart) };
  return { ...emptyReview, read } as unknown as Review;
}

describe('a suggestion', () => {
  it('is open until it is answered', () => {
    expect(stillOpen(review({}), suggestion({}))).toBe(true);
    expect(stillOpen(review({ studies: ['a b'] }), suggestion({}))).toBe(true);
    expect(stillOpen(review({ studies: ['a b c'] }), suggestion({}))).toBe(false);
    expect(stillOpen(review({ apart: ['c b a'] }), suggestion({}))).toBe(false);
    expect(stillOpen(review({ apart: ['a b'] }), suggestion({}))).toBe(true);
    expect(stillOpen(review({ reports: 'a b' }), suggestion({}))).toBe(false);
  });

  it('that a study grows is open until it has grown, or was found not to belong to it', () => {
    const grows = suggestion({ grows: 's0', adds: ['c'] });
    expect(stillOpen(review({ studies: ['a b'] }), grows)).toBe(true);
    expect(stillOpen(review({ studies: ['a b c'] }), grows)).toBe(false);
    expect(stillOpen(review({ studies: [] }), grows)).toBe(false);
    expect(stillOpen(review({ studies: ['a b'], apart: ['a b c'] }), grows)).toBe(false);
  });

  it('is named for the author of most of it', () => {
    expect(nameToBegin(suggestion({}))).toBe('Moffatt and colleagues');
    expect(nameToBegin(suggestion({ authors: [] }))).toBe('');
  });

  it('is refused as a whole, or report by report where a study stands', () => {
    expect(foundApart(suggestion({}))).toEqual([['a', 'b', 'c']]);
    expect(foundApart(suggestion({ grows: 's', adds: ['b', 'c'] }))).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
  });

  it('names reports apart that have one label', () => {
    expect(nameOfReport({ label: 'Wildman 2019', number: 48 })).toBe('Wildman 2019 [48]');
    expect(nameOfReport({ label: 'Wildman 2019' })).toBe('Wildman 2019');
  });
});
