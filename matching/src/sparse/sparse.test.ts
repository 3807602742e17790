import { describe, expect, it } from 'vitest';
import type { Comparable } from '../contract.js';
import { compareSparse } from './compare-sparse.js';
import { sparseKeys } from './keys.js';

const full: Comparable = {
  id: 'full',
  title:
    'Keeping the kettle warm: how volunteers sustain hospitality in neighbourhood repair cafés after the grant ends',
  authors: ['Okafor, Ngozi B.', 'Lind, Søren', 'Ng, Wai Kit', 'García-Molina, Pilar'],
  year: 2019,
  journal: 'Journal of Mended Things',
  volume: '12',
  pages: '40-52',
  doi: '10.9999/jmt.2019.12',
};
const long = full.title ?? '';

/** A record as an alert or a reference list would give it: only what is said here. */
const cut = (said: Partial<Comparable>): Comparable => ({ id: 'cut', authors: [], sparse: true, ...said });

const linked: readonly (readonly [how: string, said: Partial<Comparable>, of?: Partial<Comparable>])[] = [
  ['the title whole, nothing else', { title: long }],
  ['a title stopped by dots', { title: `${long.slice(0, 57)}…`, authors: ['NB Okafor', 'S Lind…'] }],
  [
    'a title stopped without a sign',
    { title: long.slice(0, 62), authors: ['NB Okafor'], journal: 'Journal of Mended' },
  ],
  ['a title cut within a word', { title: long.slice(0, 76), authors: ['NB Okafor'] }],
  ['initials that are glued, in small letters', { title: long, authors: ['nb okafor', 'wk ng'] }],
  ['names that lost a letter', { title: long, authors: ['p garca-molina', 's lnd', 'n okfor'] }],
  ['a letter of another script', { title: long, authors: ['s lіnd'], year: 2018 }],
  ['first name and surname turned', { title: long, authors: ['O Ngozi', 'L Soren'], year: 2019 }],
  [
    'spaces that were lost',
    { title: long.replaceAll(' the ', 'the').replace('how volunteers', 'howvolunteers'), authors: ['N Okafor'] },
  ],
  [
    'letters read in a wrong encoding',
    { title: long.replace('cafés', 'cafÃ©s').replace(': ', 'â ?? '), authors: ['N Okafor'] },
  ],
  [
    'ligatures that were lost',
    { title: 'E cient xes for the o ce kettle: a eld study of volunteers', authors: ['s lind'] },
    { title: 'Efficient fixes for the office kettle: a field study of volunteers' },
  ],
  [
    'the journal and its year behind the title',
    { title: `${long}. J Mended Things 2019, 12, pp 40-52`, authors: ['N Okafor'] },
  ],
  ['names in front of the title', { title: `Lind, S., and Ng, W. K. ${long}`, authors: ['N Okafor'] }],
  [
    'words of the title swapped',
    {
      title:
        'How volunteers sustain hospitality in neighbourhood repair cafés after the grant ends: keeping the kettle warm',
      authors: ['N Okafor'],
    },
  ],
  ['one word changed', { title: long.replace('sustain', 'maintain'), authors: ['N Okafor', 'S Lind'], year: 2019 }],
  ['no title, but the place', { authors: ['Okafor N'], year: 2019, volume: '12', pages: '40' }],
  [
    'the DOI, with a title in another language',
    { title: 'Den Kessel warm halten', doi: 'https://doi.org/10.9999/JMT.2019.12', authors: ['Okafor N'] },
  ],
  [
    'a heading with year and journal',
    { title: 'Editorial', authors: ['S Lind'], year: 2019, journal: 'J. Mended Things' },
    { title: 'Editorial', authors: ['Lind, S.'] },
  ],
  [
    'the panel named as such',
    { title: 'Panel: who mends the menders?', authors: ['s lind'] },
    { title: 'Who mends the menders? (panel abstract)' },
  ],
];

const apart: readonly (readonly [how: string, said: Partial<Comparable>, of?: Partial<Comparable>])[] = [
  [
    'another paper of the same authors',
    { title: 'What the soldering iron knows about trust', authors: ['N Okafor', 'S Lind'], year: 2019 },
  ],
  [
    'the same words in another order of thought',
    { title: 'Volunteers in repair work: a grant scheme', authors: ['P Quist'], year: 2011 },
  ],
  [
    'a heading of another year',
    { title: 'Editorial', authors: ['S Lind'], year: 2018 },
    { title: 'Editorial', authors: ['Lind, S.'] },
  ],
  [
    'a heading of an unknown year',
    { title: "Editor's comments", authors: ['S Lind'] },
    { title: "Editor's comments", authors: ['Lind, S.'] },
  ],
  [
    'a short title that others have',
    { title: 'Mending things', authors: ['P Quist'], year: 2004 },
    { title: 'Mending things' },
  ],
  ['a column that comes back', { title: 'News from the workbench', year: 2004 }, { title: 'News from the workbench' }],
  ['another part of a series', { title: 'Notes on glue, part 2', authors: [] }, { title: 'Notes on glue, part 1' }],
  ['nothing at all', {}],
  ['no title, and another page', { authors: ['Okafor N'], year: 2019, volume: '12', pages: '71' }],
];

describe('linking a record that was cut short', () => {
  for (const [how, said, of] of linked) {
    it(`asks with ${how}`, () => {
      const record = cut(said);
      const other = { ...full, ...of };
      expect(compareSparse(other, record)).toMatchObject({ likeness: 'ask', special: 'sparse' });
      const keys = new Set(sparseKeys(other));
      expect(
        sparseKeys(record).filter((key) => keys.has(key)),
        'a key in common',
      ).not.toEqual([]);
    });
  }

  for (const [how, said, of] of apart) {
    it(`asks nothing with ${how}`, () => {
      expect(compareSparse({ ...full, ...of }, cut(said)).likeness).toBe('different');
    });
  }

  it('says the same whichever comes first', () => {
    for (const [, said, of] of [...linked, ...apart]) {
      const record = cut(said);
      const other = { ...full, ...of };
      expect(compareSparse(record, other)).toEqual(compareSparse(other, record));
      const both = { ...other, sparse: true };
      expect(compareSparse(record, both)).toEqual(compareSparse(both, record));
    }
  });

  it('never says same, even of a record that is whole', () => {
    const twin = { ...full, id: 'twin', sparse: true };
    expect(compareSparse(full, twin).likeness).toBe('ask');
  });

  it('links two cut records, whichever is the shorter', () => {
    const short = cut({ title: `${long.slice(0, 57)}…`, authors: ['NB Okafor'] });
    const shorter = { ...short, id: 'a', title: `${long.slice(0, 45)}…` };
    expect(compareSparse(short, shorter).likeness).toBe('ask');
  });

  it('tells which fields agree, are alike and contradict', () => {
    const record = cut({
      title: `${long.slice(0, 57)}…`,
      authors: ['NB Okafor', 'P Quist'],
      year: 2018,
      journal: 'J Mended Things',
    });
    expect(compareSparse(full, record)).toMatchObject({
      agree: ['journal'],
      alike: ['title', 'authors'],
      contradict: ['year'],
    });
  });

  it('orders questions by what speaks for them', () => {
    const score = (said: Partial<Comparable>) => compareSparse(full, cut(said)).score;
    const whole = score({ title: long, authors: full.authors, year: 2019 });
    const some = score({ title: long.slice(0, 62), authors: ['N Okafor'] });
    const bare = score({ title: long.slice(0, 62), authors: ['P Quist'], year: 2002 });
    expect(whole).toBeGreaterThan(some);
    expect(some).toBeGreaterThan(bare);
    expect(whole).toBeLessThanOrEqual(1);
    expect(bare).toBeGreaterThanOrEqual(0);
  });
});

describe('keys of a record', () => {
  it('are few, each once, whatever its length', () => {
    const wordy = { ...full, title: Array.from({ length: 300 }, (_, at) => `word${'x'.repeat(at % 9)}`).join(' ') };
    for (const record of [full, wordy, cut({}), cut({ title: 'A' })]) {
      const keys = sparseKeys(record);
      expect(keys.length).toBeLessThanOrEqual(20);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('are none where nothing is said', () => {
    expect(sparseKeys(cut({}))).toEqual([]);
  });
});
