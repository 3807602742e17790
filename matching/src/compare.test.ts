import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from './compare.js';
import type { Comparable, Likeness, Special } from './contract.js';

const paper: Comparable = {
  id: 'a',
  title: 'Keeping the kettle warm: volunteers in repair cafés',
  authors: ['Okafor, Ngozi', 'Lind, Stellan', 'Brandt, Ute'],
  year: 2019,
  journal: 'Journal of Mended Things',
  volume: '12',
  issue: '3',
  pages: '1340-1352',
  doi: '10.9999/jmt.2019.12',
};
const abstract =
  'Repair cafés bring people with broken things together with people who can mend them. We asked thirty volunteers in four towns why they stay, and what they make of those who come. They spoke of warmth, of skill, and of time.';

interface Case {
  readonly title: string;
  /** Of the first record; without it, the paper's. */
  readonly one?: Partial<Comparable>;
  readonly other: Partial<Comparable>;
  readonly likeness: Likeness;
  readonly special?: Special;
}

/** What a source says nothing of. */
const unsaid = { volume: '', issue: '', pages: '', doi: '' };

const cases: readonly Case[] = [
  {
    title: 'the same record from two databases',
    other: { authors: ['Okafor N', 'Lind S', 'Brandt U'], journal: 'J Mended Things', pages: '1340–52', doi: '' },
    likeness: 'same',
  },
  {
    title: 'capitals, marks and a misprint in the title',
    other: { title: 'KEEPING THE KETTLE WARM; VOLUNTERS IN REPAIR CAFES', doi: '' },
    likeness: 'same',
  },
  { title: 'no DOI, but volume and page', other: { doi: '' }, likeness: 'same' },
  { title: 'nothing of the place in one, and nothing against it', other: unsaid, likeness: 'same' },
  { title: 'nothing of the place nor the journal', other: { ...unsaid, journal: '' }, likeness: 'ask' },
  {
    title: 'British and American spelling',
    one: { title: 'The colour of anaemia in organised care' },
    other: { title: 'The color of anemia in organized care', doi: '' },
    likeness: 'same',
  },
  { title: 'a page range written short', other: { pages: '1340-52', doi: '' }, likeness: 'same' },
  {
    title: 'pages that a spreadsheet took for a date',
    one: { pages: '3-9' },
    other: { pages: '03-Sep', doi: '' },
    likeness: 'same',
  },
  { title: 'an article number online and pages in print', other: { pages: 'e20481', doi: '' }, likeness: 'same' },
  {
    title: 'a list of authors that ends with et al.',
    other: { authors: ['Okafor N', 'et al.'], etAl: true, doi: '' },
    likeness: 'same',
  },
  {
    title: 'names and given names in another order',
    other: { authors: ['Ngozi Okafor', 'Stellan Lind', 'Ute Brandt'], doi: '' },
    likeness: 'same',
  },
  {
    title: 'notes that a database adds',
    other: { title: `${paper.title}. [Review] [31 refs]`, doi: '' },
    likeness: 'same',
  },
  {
    title: 'a title with its translation',
    other: { title: `Den Kessel warm halten [${paper.title}]`, doi: '' },
    likeness: 'same',
  },
  {
    title: 'a subtitle that one source cut, on the same pages',
    other: { title: 'Keeping the kettle warm', doi: '' },
    likeness: 'same',
  },
  {
    title: 'a DOI with one wrong letter, in the same place',
    other: { doi: '10.9999/jmt.2019.21' },
    likeness: 'same',
  },
  { title: 'a DOI on both, and no place', other: { ...unsaid, doi: paper.doi ?? '' }, likeness: 'same' },
  {
    title: 'a title in two languages, in one place',
    other: { title: 'Die Wärme der Werkstatt und das Ehrenamt in der Reparatur', doi: '' },
    likeness: 'same',
    special: 'translation',
  },
  {
    title: 'an erratum',
    other: { title: `Erratum: ${paper.title}`, issue: '4', pages: '1601', doi: '10.9999/jmt.2019.44' },
    likeness: 'ask',
    special: 'correction',
  },
  {
    title: 'an erratum as one platform writes it, years later',
    other: { title: `${paper.title} (vol 12, pg 1340, 2019)`, year: 2022, volume: '15', pages: '7', doi: '' },
    likeness: 'ask',
    special: 'correction',
  },
  {
    title: 'an article of which the database says that an erratum appeared',
    other: { title: `${paper.title}.[Erratum appears in J Mended Things. 2020;13(1):2]`, doi: '' },
    likeness: 'same',
  },
  {
    title: 'a reply by the authors',
    other: { title: `Authors' reply to comment on: ${paper.title}`, issue: '4', pages: '1400', doi: '' },
    likeness: 'different',
    special: 'reply',
  },
  {
    title: 'a letter on one page with its reply',
    one: { title: 'On kettles and their keepers', authors: ['Haas, I.'], pages: '77', doi: '' },
    other: { title: 'On kettles and their keepers - Reply', authors: ['Okafor, N.'], pages: '77', doi: '' },
    likeness: 'different',
    special: 'reply',
  },
  {
    title: 'the conference abstract of the year before',
    other: {
      year: 2018,
      journal: 'Abstracts of the Congress of Repair',
      volume: '3',
      issue: 'Suppl 1',
      pages: 'A7',
      doi: '10.9999/conf.7',
    },
    likeness: 'different',
    special: 'conference',
  },
  {
    title: 'two abstracts of one meeting under its DOI',
    other: { title: 'Why the soldering iron is lent', pages: '1340-1352', issue: '' },
    likeness: 'different',
    special: 'shared-doi',
  },
  {
    title: 'a preprint with the same abstract',
    one: { abstract },
    other: { ...unsaid, journal: 'medRxiv', doi: '10.1101/2019.03.02.1234', abstract },
    likeness: 'ask',
    special: 'preprint',
  },
  {
    title: 'an entry of a trial register',
    other: { ...unsaid, journal: 'ClinicalTrials.gov', authors: paper.authors },
    likeness: 'ask',
    special: 'registration',
  },
  {
    title: 'two parts of a series on following pages',
    one: { title: 'The mended city, part 1: hands' },
    other: { title: 'The mended city, part 2: hands', pages: '1353-1360', doi: '' },
    likeness: 'different',
    special: 'parts',
  },
  {
    title: 'the same column in the next issue',
    one: { title: "Editor's comments", authors: ['Lee, A.'], pages: '1-2', doi: '' },
    other: { title: "Editor's comments", authors: ['Lee, A.'], issue: '4', pages: '1-2', doi: '' },
    likeness: 'different',
    special: 'heading',
  },
  {
    title: 'the same title by the same authors two years on',
    other: { year: 2021, volume: '14', pages: '3-9', doi: '' },
    likeness: 'different',
  },
  {
    title: 'what was published ahead of print the year before',
    other: { ...unsaid, year: 2018 },
    likeness: 'ask',
    special: 'another-year',
  },
  {
    title: 'a protocol and its review',
    one: { title: 'Repair for loneliness', ...unsaid },
    other: { title: 'Repair for loneliness (protocol)', ...unsaid },
    likeness: 'different',
  },
  {
    title: 'the same title in a like-named journal',
    other: { ...unsaid, journal: 'Journal of Broken Things' },
    likeness: 'ask',
  },
  {
    title: 'another paper of the same authors in the same issue',
    other: { title: 'What the soldering iron knows of its owners', pages: '1353-1360', doi: '10.9999/x' },
    likeness: 'different',
  },
  {
    title: 'placeholders for what is not known',
    one: { title: 'NA', authors: ['[Anonymous]'], abstract: 'NA', doi: '' },
    other: { title: 'NA', authors: ['[Anonymous]'], abstract: 'NA', doi: '', pages: '9' },
    likeness: 'different',
  },
];

describe('comparing two records', () => {
  for (const { title, one = {}, other, likeness, special } of cases) {
    it(`answers ${likeness} for ${title}`, () => {
      const compared = compare({ ...paper, ...one }, { ...paper, ...one, ...other, id: 'b' });
      expect([compared.likeness, special && compared.special]).toEqual([likeness, special]);
    });
  }

  it('says which fields agree, are alike and contradict', () => {
    const other = { ...paper, id: 'b', year: 2018, volume: '3', pages: '1340-1349', journal: 'J Mended Things' };
    expect(compare(paper, other)).toMatchObject({
      agree: ['title', 'authors', 'journal', 'issue', 'doi'],
      alike: ['pages'],
      contradict: ['year', 'volume'],
    });
  });

  it('says the same whichever comes first', () => {
    const changed = fc.constantFrom(...cases.map(({ one = {}, other }) => ({ ...paper, ...one, ...other, id: 'b' })));
    fc.assert(
      fc.property(changed, changed, (x, y) => {
        expect(compare(x, y)).toEqual(compare(y, x));
      }),
      { numRuns: 300 },
    );
  });
});
