import { cutFields, type Reference, type ReferenceType, referenceTypes } from '@throughline/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WrittenRecord } from '../contract.js';
import { foundIn, recordsOf, unreadOf, writtenBy } from '../testing/found-in.js';
import { nbib } from './format.js';

const bytes = (text: string) => new TextEncoder().encode(text);

async function writtenAndRead(records: readonly WrittenRecord[]) {
  const found = await foundIn(nbib, await writtenBy(nbib, records));
  expect(unreadOf(found)).toEqual([]);
  return recordsOf(found);
}

/** One line of text in any script, without blanks at its ends. */
const line = fc
  .oneof(
    { weight: 5, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('PMID- 1', 'TI  - x', 'OWN - NLM', '1:', '12.', 'doi:x', 'http://a', '[pii]'),
    },
  )
  .map((text) =>
    text
      .replace(/[\r\n]/g, '')
      .normalize('NFC')
      .trim(),
  )
  .filter((text) => text !== '' && !/^\W*et\.?,?\s+al\W*$/i.test(text));

const paragraphs = fc
  .array(fc.oneof(line, fc.constant('')), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.join('\n').trim())
  .filter((text) => text !== '');
const digits = (least: number, most: number) => fc.integer({ min: least, max: most }).map(String);
const names = fc.array(line, { minLength: 1, maxLength: 4 });
const doi = fc.tuple(digits(1000, 99_999_999), fc.string({ unit: fc.constantFrom(...'abcxyz0189-_/'), minLength: 1 }));

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
      pages: line,
      publisher: line,
      place: line,
      doi: doi.map(([registrant, suffix]) => `10.${registrant}/a${suffix}z`),
      url: fc.webUrl(),
      abstract: paragraphs,
      language: line,
      editors: names,
      issn: fc.constantFrom('1234-5679', '0000-000X'),
      isbn: fc.constantFrom('978-0-00-000002-6', '0000000026'),
      pmid: digits(1, 99_999_999),
      pmcid: digits(1, 9_999_999).map((number) => `PMC${number}`),
      accession: line,
      database: line,
    },
    { requiredKeys: ['type', 'authors', 'keywords', 'tags'] },
  )
  .map((made) => ({ ...made, authors: [...made.authors] }));

describe('references as NBIB', () => {
  it('come back the same from their fields', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(reference, { maxLength: 4 }), async (references) => {
        const again = await writtenAndRead(references.map((each) => ({ reference: each })));
        expect(again.map(({ reference: { format: _, ...each } }) => ({ ...each, tags: [] }))).toEqual(references);
      }),
      { numRuns: 1000 },
    );
  });

  it('come back with every tag once they have tags', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(reference, { maxLength: 3 }), async (references) => {
        const once = await writtenAndRead(references.map((each) => ({ reference: each })));
        expect(await writtenAndRead(once)).toEqual(once);
      }),
    );
  });

  it('keep values byte for byte in their order', async () => {
    const source =
      'PMID- 1\nTI  -   Two blanks \nAB  - one\n\nat the margin\n      indented\n         further\nXYZ - unknown\nTI  - \nPMC -9\n\n';
    const [record] = recordsOf(await foundIn(nbib, bytes(source)));
    const tags = [
      { tag: 'PMID', value: '1' },
      { tag: 'TI', value: '  Two blanks ' },
      { tag: 'AB', value: 'one\n\nat the margin\n      indented\n         further' },
      { tag: 'XYZ', value: 'unknown' },
      { tag: 'TI', value: '' },
      { tag: 'PMC', value: '9' },
    ];
    expect(record?.reference.tags).toEqual(tags);
    const [again] = await writtenAndRead(record === undefined ? [] : [record]);
    expect(again?.reference.tags).toEqual(tags);
  });

  it('come back where nothing is known but their type or number', async () => {
    const bare: Reference = { type: 'other', authors: [], keywords: [], tags: [] };
    const again = await writtenAndRead([{ reference: bare }, { reference: { ...bare, accession: 'W9900000003' } }]);
    expect(again.map(({ reference }) => reference.accession)).toEqual([undefined, 'W9900000003']);
  });

  it('are as many as were read where the number stands behind the names', async () => {
    const read = recordsOf(
      await foundIn(nbib, bytes('AU  - Vale R\nSO  - J Inv. 2019\nPMID- 38901234\nOWN - NLM\nTI  - Doors\n')),
    );
    const again = await writtenAndRead(read);
    expect(again.map(({ reference }) => reference.tags)).toEqual(read.map(({ reference }) => reference.tags));
  });

  it('carry decisions and the group', async () => {
    const decided = [{ by: 'Hildur', answer: 'include' as const, reasons: [], labels: ['rooms'], notes: ['a\nb'] }];
    const made: Reference = { type: 'article', title: 'A', authors: [], keywords: [], tags: [] };
    const [once] = await writtenAndRead([{ reference: made, decided, group: 'g 1' }]);
    expect(once).toMatchObject({ decided, group: 'g 1', vendor: 'throughline' });
    const [twice] = await writtenAndRead(once === undefined ? [] : [once]);
    expect(twice).toMatchObject({ decided, group: 'g 1' });
  });

  it('begin with a tag that other programs know a record by', async () => {
    const made: Reference = { type: 'article', title: 'A', authors: ['Vale, Robin'], keywords: [], tags: [] };
    expect(new TextDecoder('utf-8').decode(await writtenBy(nbib, [{ reference: made }]))).toBe(
      'OWN - NOTNLM\r\nTI  - A\r\nFAU - Vale, Robin\r\nAU  - Vale, Robin\r\nPT  - Journal Article\r\n\r\n',
    );
  });
});
