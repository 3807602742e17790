import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFormat, recogniseFormat } from '../recognise.js';
import { accountOf, foundIn, recordsOf, unreadOf } from '../testing/found-in.js';
import { referenceList } from './format.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const found = (text: string) => foundIn(referenceList, bytes(text));
const years = (all: Awaited<ReturnType<typeof found>>) => recordsOf(all).map(({ reference }) => reference.year);

const reference = (year: number) =>
  `Okafor, C., & Vale, R. (${year}). Being parked again. Journal of Doors, 7(2), 3–9.`;
const wrapped = (year: number, indent = '') =>
  `Okafor, C., & Vale, R. (${year}). Being parked again, and what came\n${indent}of it. Journal of Doors, 7(2), 3–9.`;

/** Papers made of the lines that papers are made of, in any order. */
const soup = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1990, max: 2020 }).map(reference) },
      { weight: 2, arbitrary: fc.integer({ min: 1990, max: 2020 }).map((year) => wrapped(year, '    ')) },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          ...['', '', 'References', 'Bibliografía', 'Google Scholar', 'Download references', 'Page 3 of 9'],
          ...[
            'Prose of the paper that says 2004.',
            '1. Vale R. Third. J Inv. 2001;4:3.',
            'Vale (2004) said that it is so.',
          ],
        ),
      },
    ),
    { maxLength: 20 },
  )
  .map((lines) => lines.join('\n'));

describe('a reference list without numbers', () => {
  it('has every line in one record, one report or one count', async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (text) => {
        const account = await accountOf(bytes(text), await found(text));
        expect(account.heldTwice).toEqual([]);
        expect(account.free).toBe(account.passedOver);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, string]>([
    ['one reference a line', [2001, 2002, 2003, 2004].map(reference).join('\n')],
    ['blank lines between wrapped references', [2001, 2002, 2003, 2004].map((year) => wrapped(year)).join('\n\n')],
    ['hanging lines', [2001, 2002, 2003, 2004].map((year) => wrapped(year, '   ')).join('\n')],
    ['wrapped references with nothing between', [2001, 2002, 2003, 2004].map((year) => wrapped(year)).join('\n')],
    ['first lines that are indented', [2001, 2002, 2003, 2004].map((year) => `   ${wrapped(year)}`).join('\n')],
  ])('is told by %s', async (_, text) => {
    const all = await found(text);
    expect(years(all)).toEqual([2001, 2002, 2003, 2004]);
    expect(unreadOf(all)).toEqual([]);
  });

  it('may hold a single reference behind a heading', async () => {
    const all = await found(`Prose of 2004.\n\nWorks cited\n\n${reference(2001)}\n`);
    expect(years(all)).toEqual([2001]);
  });

  it('gives way to a numbered list with more references', async () => {
    const numbered = [1, 2, 3, 4].map((number) => `${number}. Vale R. Doors. J Inv. 2018;4:${number}.`);
    const all = await found([reference(2001), reference(2002), '', ...numbered].join('\n'));
    expect(recordsOf(all).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('names a second list far from the first', async () => {
    const prose = Array.from({ length: 40 }, (_, index) => `Prose of the paper, paragraph ${index}.`);
    const lists = [[2001, 2002, 2003].map(reference), prose, [2011, 2012, 2013, 2014].map(reference)].flat();
    const all = await found(lists.join('\n'));
    expect(years(all)).toEqual([2011, 2012, 2013, 2014]);
    expect(unreadOf(all)).toMatchObject([{ reason: 'list.other', lines: { from: 1, to: 3 } }]);
  });

  it('names a line among the references that is none', async () => {
    const all = await found(
      [reference(2001), 'Ask at the door about this one.', reference(2002), reference(2003)].join('\n'),
    );
    expect(unreadOf(all)).toMatchObject([
      { reason: 'list.interrupted', lines: { from: 2, to: 2 }, text: 'Ask at the door about this one.' },
    ]);
  });

  it('is recognised without a name, a number or a heading', () => {
    const answer = recogniseFormat(bytes([2001, 2002, 2003].map(reference).join('\n')));
    expect(isFormat(answer) && answer.name).toBe('reference-list');
  });
});

describe('what is no reference list', () => {
  it.each([
    [
      'prose',
      'Okafor and Vale (2005) found that people wait. So did Ito (2006).\nIn 2007, Vale (London) said the same.\n'.repeat(
        4,
      ),
    ],
    [
      'a letter',
      `From: Vale, R. <r@doors.example.org>\nTo: Okafor, C.\nDate: 3 May 2005\n\n${[2001, 2002, 2003].map(reference).join('\n')}`,
    ],
    ['RIS', 'TY  - JOUR\nAU  - Vale, R.\nPY  - 2005\nTI  - Doors\nER  - \n'.repeat(4)],
    ['MEDLINE', 'PMID- 123456\nTI  - Doors\nDP  - 2005\nFAU - Vale, Ro\n\n'.repeat(4)],
    ['PubMed numbers', '12345678\n23456789\n34567890\n45678901\n'],
    [
      'a table',
      'title,authors,year,journal\nDoors,"Vale, R.",2005,Journal of Doors\nRooms,"Ito, K.",2006,Journal of Rooms\nBenches,"Vale, R.",2007,Journal\n',
    ],
    [
      'a table with tabs',
      'Vale, R.\t2005\tDoors\tJournal of Doors\t61\nIto, K.\t2006\tRooms\tJournal of Rooms\t7\nVale, R.\t2007\tBenches\tJournal\t8\n',
    ],
    ['BibTeX', '@article{vale,\n author = {Vale, R.},\n year = 2005,\n title = {Doors}\n}\n'.repeat(3)],
    ['JSON', '[{"title": "Doors", "author": "Vale, R.", "year": 2005}]'],
    ['a diary', '3 May 2005: Waited at the door.\n4 May 2005: Waited again.\n5 May 2005: It opened.\n'],
  ])('is not claimed: %s', (_, text) => {
    expect(referenceList.recognise(bytes(text))).toBe(0);
  });

  it.each([',', '1', 'A', 'A. ', 'Aa, B. ', '(2005) ', '1-', '“', 'van der ', 'and ', 'Vol. 1 '])(
    'is read to its end: a megabyte of %j',
    async (unit) => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      const account = await accountOf(bytes(text), await found(text));
      expect([account.heldTwice, account.free - account.passedOver]).toEqual([[], 0]);
    },
  );
});
