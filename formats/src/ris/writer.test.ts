import { cutFields, type Reference, type ReferenceType, referenceTypes } from '@throughline/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundIn, recordsOf, unreadOf, writtenBy } from '../testing/found-in.js';
import { ris } from './format.js';

const bytesOf = (references: readonly Reference[]) =>
  writtenBy(
    ris,
    references.map((reference) => ({ reference })),
  );
const textOf = async (reference: Reference) => new TextDecoder('utf-8').decode(await bytesOf([reference]));

async function writtenAndRead(references: readonly Reference[]): Promise<Reference[]> {
  const found = await foundIn(ris, await bytesOf(references));
  expect(unreadOf(found)).toEqual([]);
  return recordsOf(found).map(({ reference }) => reference);
}

/** One line of text in any script, without blanks at its ends. */
const line = fc
  .oneof(
    { weight: 5, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'TY  - JOUR',
        'ER  - ',
        'ER',
        'ER  - End',
        '1. TY  - BOOK',
        'AB - x',
        'T2 - weighted',
        '2.',
        'PMID- 1',
        'AT&T and &amp;lt; &#39;',
        'EF',
      ),
    },
  )
  .map((text) =>
    text
      .replace(/[\r\n]/g, '')
      .normalize('NFC')
      .trim(),
  )
  .filter((text) => text !== '');

const paragraphs = fc
  .array(fc.oneof(line, fc.constant('')), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.join('\n').trim());
const pages = fc.oneof(
  line,
  fc.constantFrom('40–52', 'e487–94', '5', '5–5', '100-109', 'No–Specified', '–', 'a–b–c', '1 – 2', '10–0'),
);
const doi = fc
  .tuple(
    fc.integer({ min: 1000, max: 99_999_999 }),
    fc.string({ unit: fc.constantFrom(...'abcxyz0189-_()/.'), minLength: 1, maxLength: 12 }),
  )
  .map(([registrant, suffix]) => `10.${registrant}/a${suffix.replace(/[().]/g, '')}`);

/** Any reference as another format would give it: no tags, what is not known absent. */
const reference: fc.Arbitrary<Reference> = fc
  .record(
    {
      type: fc.constantFrom<ReferenceType>(...referenceTypes),
      authors: fc.array(line, { maxLength: 4 }),
      keywords: fc.array(line, { maxLength: 4 }),
      tags: fc.constant([]),
      title: line,
      etAl: fc.constant(true),
      cut: fc.subarray([...cutFields], { minLength: 1 }),
      year: fc.integer({ min: 1000, max: 2999 }),
      journal: line,
      volume: line,
      issue: line,
      pages,
      publisher: line,
      place: line,
      doi,
      url: fc.webUrl(),
      abstract: paragraphs.filter((text) => text !== ''),
      language: line,
      editors: fc.array(line, { minLength: 1, maxLength: 3 }),
      issn: fc.stringMatching(/^\d{4}-\d{3}[\dX]$/),
      isbn: fc.stringMatching(/^97[89]-\d-\d{3}-\d{5}-\d$/),
      pmid: fc.stringMatching(/^[1-9]\d{4,7}$/),
      pmcid: fc.stringMatching(/^PMC[1-9]\d{5,6}$/),
      accession: fc.stringMatching(/^[A-Z]{2}-\d{5,8}$/),
      database: fc.constantFrom('Scopus', 'Ovid MEDLINE(R) <1946 to 2024>', 'ecn', 'A list of ours'),
    },
    { requiredKeys: ['type', 'authors', 'keywords', 'tags'] },
  )
  .map((made) => ({ ...made, authors: [...made.authors] }));

/** What a reader of RIS says of it: the same, and that it is RIS now. */
const asRis = (references: readonly Reference[]) => references.map((each) => ({ ...each, format: 'ris' }));

describe('references as RIS', () => {
  it('come back the same from their fields', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(reference, { maxLength: 4 }), async (references) => {
        const again = await writtenAndRead(references);
        expect(again.map((each) => ({ ...each, tags: [] }))).toEqual(asRis(references));
      }),
      { numRuns: 500 },
    );
  });

  it('come back with every tag once they have tags', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(reference, { maxLength: 3 }), async (references) => {
        const once = await writtenAndRead(references);
        expect(await writtenAndRead(once)).toEqual(once);
      }),
    );
  });

  it('keep values byte for byte in their order', async () => {
    const source =
      'TY  - JOUR\nTI  -   Two blanks \nKW  - a\nunder it\n      * indented\nXX  - unknown\nAB  - one\n\nT2 - two\nTI  - \nER  - \n';
    const [record] = recordsOf(await foundIn(ris, new TextEncoder().encode(source)));
    const tags = [
      { tag: 'TY', value: 'JOUR' },
      { tag: 'TI', value: '  Two blanks ' },
      { tag: 'KW', value: 'a\nunder it\n      * indented' },
      { tag: 'XX', value: 'unknown' },
      { tag: 'AB', value: 'one\n\nT2 - two' },
      { tag: 'TI', value: '' },
    ];
    expect(record?.reference.tags).toEqual(tags);
    const [again] = await writtenAndRead(record === undefined ? [] : [record.reference]);
    expect(again?.tags).toEqual(tags);
  });

  it('get a type line where the source had none', async () => {
    const untyped: Reference = {
      type: 'other',
      authors: [],
      keywords: [],
      title: 'A',
      tags: [{ tag: 'TI', value: 'A' }],
    };
    expect(await textOf(untyped)).toBe('TY  - GEN\r\nTI  - A\r\nER  - \r\n\r\n');
  });

  it('are written from their fields where other tags came', async () => {
    const medline: Reference = {
      type: 'article',
      authors: [],
      keywords: [],
      title: 'A',
      tags: [
        { tag: 'PMID', value: '1' },
        { tag: 'TI', value: 'A' },
      ],
    };
    expect(await textOf(medline)).toBe('TY  - JOUR\r\nTI  - A\r\nER  - \r\n\r\n');
  });

  it('split a page range into two tags', async () => {
    const article: Reference = { type: 'article', authors: [], keywords: [], tags: [], pages: '40–52', etAl: true };
    expect(await textOf(article)).toBe('TY  - JOUR\r\nAU  - et al.\r\nSP  - 40\r\nEP  - 52\r\nER  - \r\n\r\n');
  });

  it('carry decisions and groups in notes, and say nothing twice', async () => {
    const reference: Reference = { type: 'article', authors: [], keywords: [], tags: [], title: 'A' };
    const decided = [{ by: 'Ada', answer: 'include' as const, reasons: [], labels: ['key'], notes: [] }];
    const [once] = recordsOf(await foundIn(ris, await writtenBy(ris, [{ reference, decided, group: 'g1' }])));
    expect(once).toMatchObject({ decided, group: 'g1', vendor: 'throughline' });
    if (once === undefined) return;
    const again = recordsOf(await foundIn(ris, await writtenBy(ris, [once])));
    expect(again[0]?.raw).toBe(once.raw);
    const changed = [{ by: 'Ada', answer: 'exclude' as const, reasons: ['r'], labels: [], notes: [] }];
    const [last] = recordsOf(
      await foundIn(ris, await writtenBy(ris, [{ reference: once.reference, decided: changed }])),
    );
    expect(last).toMatchObject({ decided: changed });
    expect(last?.group).toBeUndefined();
  });

  it('leave the notes of another program as they are', async () => {
    const source = 'TY  - JOUR\nTI  - A\nN1  - RAYYAN-INCLUSION: {"Ada"=>"Included"}\nER  - ';
    const [record] = recordsOf(await foundIn(ris, new TextEncoder().encode(source)));
    const again = recordsOf(await foundIn(ris, await writtenBy(ris, record === undefined ? [] : [record])));
    expect(again[0]?.raw.trimEnd()).toBe(source.trimEnd());
    expect(again[0]?.decided).toEqual(record?.decided);
  });
});
