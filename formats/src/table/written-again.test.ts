import { cutFields, type Reference, type ReferenceType, referenceTypes } from '@throughline/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundRecord, WrittenRecord } from '../contract.js';
import { csv } from '../csv/format.js';
import type { FoundDecision } from '../decided/decision.js';
import { foundIn, recordsOf, unreadOf, writtenBy } from '../testing/found-in.js';
import { xlsx } from '../xlsx/format.js';

/** Text in any script, with whatever tables stumble over. */
const text = fc
  .oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }) },
    {
      weight: 3,
      arbitrary: fc.string({ unit: fc.constantFrom(...',;|"\\\t =+-@\'\ne&<>_x'), minLength: 1, maxLength: 12 }),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '=1+1',
        "'=1",
        "''-x",
        '@home',
        '-5',
        '"',
        '""',
        'a "quoted" word',
        '_x000D_',
        '\\e',
        'NA',
        'sep=;',
        'Title',
        '&amp; <i>',
        'no answer',
        '(continued)',
        ' blanks ',
        '\ufeffmark',
        '2020.0',
        '10.5555/x',
      ),
    },
  )
  .map((each) => each.replace(/[\0\r]/g, ''))
  .filter((each) => each !== '');
const list = fc.array(fc.oneof({ weight: 9, arbitrary: text }, fc.constant('')), { maxLength: 4 });

const decision: fc.Arbitrary<FoundDecision> = fc.record(
  {
    by: text,
    answer: fc.constantFrom('include', 'exclude', 'maybe'),
    stage: fc.constantFrom('title-abstract', 'full-text'),
    reasons: list,
    labels: list,
    notes: list,
  },
  { requiredKeys: ['reasons', 'labels', 'notes'] },
);

const name = fc.constantFrom(
  'Abstract',
  'Titel',
  'a=b',
  'a;b\\',
  'Notes',
  'Column 3',
  '=name',
  'x'.repeat(300),
  'Cut short',
);

const reference = (format: string): fc.Arbitrary<Reference> =>
  fc.record(
    {
      type: fc.constantFrom<ReferenceType>(...referenceTypes),
      authors: list,
      keywords: list,
      format: fc.constant(format),
      tags: fc.array(fc.record({ tag: name, value: text }), { maxLength: 5 }),
      title: text,
      etAl: fc.constant(true),
      year: fc.integer({ min: 1000, max: 2999 }),
      journal: text,
      volume: text,
      issue: text,
      pages: text,
      publisher: text,
      place: text,
      doi: text,
      url: text,
      abstract: text,
      language: text,
      editors: list.filter(({ length }) => length > 0),
      issn: text,
      isbn: text,
      pmid: text,
      pmcid: text,
      accession: text,
      database: text,
      cut: fc.subarray([...cutFields], { minLength: 1 }),
    },
    { requiredKeys: ['type', 'authors', 'keywords', 'format', 'tags'] },
  );

const record = (format: string): fc.Arbitrary<WrittenRecord> =>
  fc.record(
    {
      reference: reference(format),
      number: fc.nat(99_999),
      decided: fc.array(decision, { minLength: 1, maxLength: 3 }),
      group: text,
    },
    { requiredKeys: ['reference'] },
  );

describe.each([csv, xlsx])('records as $label', (format) => {
  const again = async (records: readonly WrittenRecord[]): Promise<WrittenRecord[]> => {
    const found = await foundIn(format, await writtenBy(format, records));
    expect(unreadOf(found)).toEqual([]);
    return recordsOf(found).map(asWritten);
  };

  it('come back the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record(format.name), { minLength: 1, maxLength: 4 }), async (records) => {
        expect(await again(records)).toEqual(records);
      }),
      { numRuns: 120 },
    );
  });

  it('are recognised by their bytes alone', async () => {
    const bytes = await writtenBy(format, [{ reference: { type: 'other', authors: [], keywords: [], tags: [] } }]);
    expect(format.recognise(bytes)).toBeGreaterThan(0.9);
  });

  it('keep the tags of tables in columns of their own', async () => {
    const from = (...tags: [string, string][]): WrittenRecord => ({
      reference: {
        type: 'other',
        authors: [],
        keywords: [],
        format: format.name,
        tags: tags.map(([tag, value]) => ({ tag, value })),
      },
    });
    const records = [from(['A', '1'], ['B', '2']), from(['B', '3'], ['A', '4'], ['C', '5'])];
    const found = await foundIn(format, await writtenBy(format, records));
    const columns = found.find((each) => each.kind === 'columns');
    expect(columns?.columns.map((column) => column.name).filter((each) => each.startsWith('Source: '))).toEqual([
      'Source: A',
      'Source: B',
      'Source: C',
    ]);
    expect(recordsOf(found).map(asWritten)).toEqual(records);
  });

  it('have their own header where a record says the names of another', async () => {
    const names = 'PT AU AF TI SO LA DT DE ID AB SN EI PD PY VL IS BP EP AR DI PM UT BE GP CA SE CT'.split(' ');
    const fields = {
      title: 'TI',
      journal: 'SO',
      volume: 'VL',
      issue: 'IS',
      pages: 'BP',
      abstract: 'AB',
      language: 'LA',
    };
    const odd: Reference = {
      ...{ type: 'other', authors: ['AF'], keywords: ['DE'], ...fields, publisher: 'PU', accession: 'UT' },
      ...{ format: format.name, tags: names.map((tag) => ({ tag, value: tag })) },
    };
    const records = recordsOf(await foundIn(format, await writtenBy(format, [{ reference: odd }])));
    expect(records.map(({ reference }) => reference.title)).toEqual(['TI']);
  });

  it('leave the tags of other formats out, and say so by their fields alone', async () => {
    const ris: Reference = {
      type: 'book',
      authors: ['A'],
      keywords: [],
      title: 'T',
      format: 'ris',
      tags: [{ tag: 'TI', value: 'T' }],
    };
    expect(await again([{ reference: ris }])).toEqual([{ reference: { ...ris, format: format.name, tags: [] } }]);
  });

  it('are written while they arrive, with columns that turn up late at their end', async () => {
    const late = 2500;
    const records = Array.from({ length: late }, (_, index): WrittenRecord => {
      const tags = index === late - 1 ? [{ tag: 'Late', value: 'found' }] : [];
      return { reference: { type: 'other', authors: [], keywords: [], title: `T${index}`, format: format.name, tags } };
    });
    expect(await again(records)).toEqual(records);
  });
});

function asWritten({ reference: read, number, decided, group }: FoundRecord): WrittenRecord {
  return {
    reference: read,
    ...(number === undefined ? {} : { number }),
    ...(decided === undefined ? {} : { decided }),
    ...(group === undefined ? {} : { group }),
  };
}

it('A list of many names that are names of columns too does not part our own table otherwise', async () => {
  const authors = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 'Title' : 'Authors'));
  const reference: Reference = { type: 'article', title: 'Doors', authors, keywords: [], tags: [] };
  const [again] = recordsOf(await foundIn(csv, await writtenBy(csv, [{ reference }])));
  expect(again?.reference).toMatchObject({ title: 'Doors', authors });
});
