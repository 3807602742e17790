import { describe, expect, it } from 'vitest';
import { type Comparable, compare } from './compare.js';
import { likelyPairs } from './pairs.js';

const paper: Comparable = {
  id: 'a',
  title: 'Keeping the kettle warm: volunteers in repair cafés',
  authors: ['Okafor, N.', 'Lind, S.'],
  year: 2019,
  journal: 'Journal of Mended Things',
  volume: '12',
  pages: '40-52',
  doi: '10.9999/jmt.2019.12',
};

const cases: readonly { title: string; other: Partial<Comparable>; likeness: string; contradict?: string[] }[] = [
  { title: 'the same record from two databases', other: { authors: ['Okafor N'], pages: '40–52' }, likeness: 'same' },
  {
    title: 'marks and case in the title',
    other: { title: 'KEEPING THE KETTLE WARM; volunteers in repair cafes' },
    likeness: 'same',
  },
  { title: 'no DOI, but year, volume and first page', other: withoutDoi(paper), likeness: 'same' },
  { title: 'no DOI and no place: a person looks', other: { ...withoutDoi(paper), pages: '' }, likeness: 'ask' },
  {
    title: 'the conference abstract of the year before',
    other: { year: 2018, volume: '3', pages: 'A7', doi: '10.9999/conf.7' },
    likeness: 'ask',
    contradict: ['year', 'place', 'doi'],
  },
  {
    title: 'another paper of the same authors',
    other: { title: 'What the soldering iron knows', doi: '10.9999/x' },
    likeness: 'different',
  },
  {
    title: 'one DOI on two titles',
    other: { title: 'A correction to the volume index' },
    likeness: 'ask',
    contradict: ['title'],
  },
];

function withoutDoi({ doi: _, ...rest }: Comparable): Partial<Comparable> {
  return rest;
}

describe('comparing two records', () => {
  for (const { title, other, likeness, contradict } of cases) {
    it(`answers ${likeness} for ${title}`, () => {
      const base = 'title' in other && 'year' in other && !('doi' in other) ? withoutDoi(paper) : paper;
      const compared = compare(paper, { ...base, ...other, id: 'b' } as Comparable);
      expect(compared.likeness).toBe(likeness);
      if (contradict !== undefined) expect(compared.contradict).toEqual(contradict);
    });
  }
});

describe('finding likely pairs', () => {
  it('names each pair once, with its reasons', () => {
    const twin = { ...paper, id: 'b' };
    const stranger = { ...paper, id: 'c', title: 'Nothing to do with kettles at all', doi: '10.9999/other' };
    expect(likelyPairs([paper, twin, stranger]).map(({ a, b, likeness }) => [a, b, likeness])).toEqual([
      ['a', 'b', 'same'],
    ]);
  });

  it('asks nothing of records without a title', () => {
    expect(
      likelyPairs([
        { id: 'a', authors: [] },
        { id: 'b', authors: [] },
      ]),
    ).toEqual([]);
  });
});
