import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparable, Pair } from './contract.js';
import { Matcher, likelyPairs } from './matcher.js';
import { settle } from './settle.js';

const titles = [
  'Keeping the kettle warm: volunteers in repair cafés',
  'Keeping the kettle warm',
  'KEEPING THE KETTLE WARM: VOLUNTEERS IN REPAIR CAFES',
  'Erratum: Keeping the kettle warm: volunteers in repair cafés',
  'Editorial',
  'What the soldering iron knows of its owners',
  'The mended city, part 1',
  'The mended city, part 2',
];
const someOf = <T>(...all: readonly T[]) => fc.constantFrom(...all);
const record = fc
  .record({
    title: someOf(...titles),
    authors: someOf(['Okafor, N.', 'Lind, S.'], ['Okafor N'], ['Haas, I.'], []),
    year: someOf(2018, 2019),
    journal: someOf('Journal of Mended Things', 'J Mended Things', ''),
    volume: someOf('12', ''),
    pages: someOf('40-52', '40', 'e77', ''),
    doi: someOf('10.9999/1', '10.9999/2', ''),
    sparse: someOf(false, false, false, true),
  })
  .map((said) => said);
const records = fc
  .array(record, { minLength: 2, maxLength: 14 })
  .map((all): Comparable[] => all.map((each, at) => ({ ...each, id: `r${String(at).padStart(2, '0')}` })));
const shuffled = records.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
);
const nobody = { groups: [], distinct: [] };

describe('finding pairs', () => {
  it('says the same in whatever order the records come', () => {
    fc.assert(
      fc.property(shuffled, ([inOrder, mixed]) => {
        expect(likelyPairs(mixed)).toEqual(likelyPairs(inOrder));
        expect(settle(likelyPairs(mixed), nobody)).toEqual(settle(likelyPairs(inOrder), nobody));
      }),
    );
  });

  it('says the same of records that come one by one, change and go', () => {
    fc.assert(
      fc.property(records, records, fc.integer({ min: 0, max: 14 }), (all, before, gone) => {
        const matcher = new Matcher();
        for (const each of before) matcher.add([each]);
        matcher.pairs();
        for (const each of all) matcher.add([each]);
        matcher.remove(before.slice(all.length).map(({ id }) => id));
        expect(matcher.pairs()).toEqual(likelyPairs(all));
        matcher.remove(all.slice(gone).map(({ id }) => id));
        expect(matcher.pairs()).toEqual(likelyPairs(all.slice(0, gone)));
      }),
    );
  });

  it('forgets and finds again what only a common key holds together', () => {
    // One DOI on many works: a few are asked about, so many are a supplement.
    const supplement = (count: number): Comparable[] =>
      Array.from({ length: count }, (_, at) => ({
        id: `s${at}`,
        title: at < 2 ? `Trust ${'in a'.repeat(at)} workshop of menders` : `${'qxzvkj'[at % 6]}ortle ${at} wub${at}`,
        authors: ['Okafor, N.'],
        year: 2019,
        doi: '10.9999/supplement',
      }));
    const many = supplement(60);
    const matcher = new Matcher();
    matcher.add(many);
    matcher.remove(many.slice(5).map(({ id }) => id));
    expect(matcher.pairs()).toEqual(likelyPairs(many.slice(0, 5)));
    matcher.add(many.slice(5));
    expect(matcher.pairs()).toEqual(likelyPairs(many));
  });

  it('asks nothing of records without a title', () => {
    expect(likelyPairs(['a', 'b'].map((id) => ({ id, authors: [] })))).toEqual([]);
  });

  it('asks instead of joining two DOIs through a record without one', () => {
    const paper = {
      title: titles[0] ?? '',
      authors: ['Okafor, N.', 'Lind, S.'],
      year: 2019,
      journal: 'Journal of Trust',
    };
    const likeness = (pairs: readonly Pair[]) => pairs.map((pair) => [pair.a, pair.b, pair.likeness]);
    const one = { ...paper, id: 'a', doi: '10.9999/1', volume: '4', pages: '1-9' };
    const other = { ...paper, id: 'b', doi: '10.9999/2' };
    const without = { ...paper, id: 'c', volume: '4', pages: '1-9' };
    expect(likeness(likelyPairs([one, other, without]))).toEqual([
      ['a', 'b', 'ask'],
      ['a', 'c', 'same'],
      ['b', 'c', 'ask'],
    ]);
  });
});
