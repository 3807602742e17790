import { cutFields, type Reference, type ReferenceType, referenceTypes } from '@throughline/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WrittenRecord } from '../contract.js';
import { fieldText } from '../text/field-text.js';
import { foundIn, recordsOf, unreadOf, writtenBy } from '../testing/found-in.js';
import { bibtex } from './format.js';

async function writtenAndRead(records: readonly WrittenRecord[]): Promise<WrittenRecord[]> {
  const found = await foundIn(bibtex, await writtenBy(bibtex, records));
  expect(unreadOf(found)).toEqual([]);
  expect(recordsOf(found)).toHaveLength(records.length);
  return recordsOf(found).map(({ reference, decided, group }) => ({
    reference,
    ...(decided === undefined ? {} : { decided }),
    ...(group === undefined ? {} : { group }),
  }));
}

const textOf = async (reference: Reference) =>
  new TextDecoder('utf-8').decode(await writtenBy(bibtex, [{ reference }]));

/** Without what only says where a reference came from. */
const fieldsOf = ({ tags: _, format: __, ...fields }: Reference) => fields;

const awkward = [
  '{',
  '}',
  '\\',
  '%',
  '$5',
  '&amp;',
  '&',
  '#',
  '_',
  '^',
  '~',
  '--',
  '---',
  '``',
  "''",
  '"',
  '\t',
  '  ',
  ' and ',
  '@article{x,',
  '\\emph{a}',
  '$x$',
  '\\"o',
  ',',
  ';',
  'et al.',
  '–',
  'é',
  '\\',
  'others',
  '<i>',
  'a{b',
  'c}d',
  '% x',
  '}@book{',
];

/** One line of text in any script, with what LaTeX reads otherwise, and without blanks at its ends. */
const line = fc
  .oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }) },
    {
      weight: 4,
      arbitrary: fc
        .array(fc.oneof(fc.constantFrom(...awkward), fc.string({ minLength: 1, maxLength: 5 })), {
          minLength: 1,
          maxLength: 6,
        })
        .map((parts) => parts.join('')),
    },
  )
  .map((text) => fieldText(text.replace(/[\r\n\uD800-\uDFFF]/g, '')))
  .filter((text) => text !== '');

const paragraphs = fc
  .array(fc.oneof(line, fc.constantFrom('', '@article{a, title = {b}}', '@')), { minLength: 1, maxLength: 6 })
  .map((lines) => fieldText(lines.join('\n')))
  .filter((text) => text !== '');

const name = line.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');

const decision = fc.record(
  {
    by: fc
      .string({ minLength: 1, maxLength: 10 })
      .map((text) => text.trim())
      .filter((text) => text !== ''),
    answer: fc.constantFrom('include' as const, 'exclude' as const, 'maybe' as const),
    reasons: fc.array(line, { maxLength: 2 }),
    labels: fc.array(line, { maxLength: 2 }),
    notes: fc.array(line, { maxLength: 2 }),
  },
  { requiredKeys: ['reasons', 'labels', 'notes'] },
);

/** Any reference as another format would give it: no tags, what is not known absent. */
const reference: fc.Arbitrary<Reference> = fc.record(
  {
    type: fc.constantFrom<ReferenceType>(...referenceTypes),
    authors: fc.array(name, { maxLength: 4 }),
    keywords: fc.uniqueArray(line, { maxLength: 4 }),
    tags: fc.constant([]),
    title: line,
    etAl: fc.constant(true),
    year: fc.integer({ min: 1000, max: 2999 }),
    journal: line,
    volume: line,
    issue: line,
    pages: fc.oneof(line, fc.constantFrom('40–52', 'e487–94', '5', '100-109', '1--2', '1 – 2')),
    publisher: line,
    place: line,
    doi: fc.constantFrom('10.5555/a.b_c', '10.5555/(sici)1099-0860(199807)12:3<180::aid-x>3.0.co;2-i', '10.5555/a%b'),
    url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
    abstract: paragraphs,
    language: line,
    editors: fc.array(name, { minLength: 1, maxLength: 3 }),
    issn: fc.constantFrom('1234-5678', '1234567X'),
    isbn: fc.constantFrom('978-5-55-555555-5', '5555555555'),
    pmid: fc.nat(99_999_999).map(String),
    pmcid: fc.nat(9_999_999).map((number) => `PMC${number}`),
    accession: line,
    database: line,
    cut: fc.subarray([...cutFields], { minLength: 1 }),
  },
  { requiredKeys: ['type', 'authors', 'keywords', 'tags'] },
);

const record = fc.record(
  { reference, decided: fc.array(decision, { minLength: 1, maxLength: 2 }), group: line },
  { requiredKeys: ['reference'] },
);

describe('references as BibTeX', () => {
  it('come back the same from their fields', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 4 }), async (records) => {
        const again = await writtenAndRead(records);
        const plain = (all: readonly WrittenRecord[]) =>
          all.map((each) => ({ ...each, reference: fieldsOf(each.reference) }));
        expect(plain(again)).toEqual(plain(records));
      }),
      { numRuns: 300 },
    );
  });

  it('come back with every tag once they have tags', async () => {
    await fc.assert(
      fc.asyncProperty(record, async (one) => {
        const once = await writtenAndRead([one]);
        expect(await writtenAndRead(once)).toEqual(once);
      }),
    );
  });

  it('keep values byte for byte in their order', async () => {
    const source =
      '@ArTicle{k: 1,\n Title =   {  {Two}  blanks \n\n x},\nXX-y = "quoted {"} mark", month = mar, year=1999, note={}, note = {a#b % c}}';
    const [found] = recordsOf(await foundIn(bibtex, new TextEncoder().encode(source)));
    const tags = [
      { tag: '@ArTicle', value: 'k: 1' },
      { tag: 'Title', value: '  {Two}  blanks \n\n x' },
      { tag: 'XX-y', value: 'quoted {"} mark' },
      { tag: 'month', value: 'mar' },
      { tag: 'year', value: '1999' },
      { tag: 'note', value: '' },
      { tag: 'note', value: 'a#b % c' },
    ];
    expect(found?.reference.tags).toEqual(tags);
    const [again] = await writtenAndRead(found === undefined ? [] : [found]);
    expect(again?.reference.tags).toEqual(tags);
  });

  it('have the decisions of another program once', async () => {
    const source = '@article{a, note={RAYYAN-INCLUSION: {"Anna"=>"Included"} | RAYYAN-LABELS: care}}';
    const read = recordsOf(await foundIn(bibtex, new TextEncoder().encode(source)));
    const [again] = await writtenAndRead(read);
    expect(again?.decided).toEqual([{ by: 'Anna', answer: 'include', reasons: [], labels: ['care'], notes: [] }]);
  });

  it('have keys that no two share', async () => {
    const same: Reference = { type: 'article', title: 'A', authors: ['Tan, Li'], year: 2020, keywords: [], tags: [] };
    const bytes = await writtenBy(
      bibtex,
      Array.from({ length: 30 }, () => ({ reference: same })),
    );
    const keys = [...new TextDecoder('utf-8').decode(bytes).matchAll(/^@article\{([^,]+),/gm)].map(([, key]) => key);
    expect(new Set(keys).size).toBe(30);
    expect(keys.slice(0, 3)).toEqual(['tan2020', 'tan2020b', 'tan2020c']);
  });

  it('keep the number that a key says where two have the same key', async () => {
    const source = '@article{pmid12345678, title = {A}}\n@article{pmid12345678, title = {A}}\n';
    const read = recordsOf(await foundIn(bibtex, new TextEncoder().encode(source)));
    expect((await writtenAndRead(read)).map(({ reference }) => reference.pmid)).toEqual(['12345678', '12345678']);
  });

  it('keep an address that looks like a character of a web page', async () => {
    const made: Reference = { type: 'web', url: 'http://a.example?x=1&#1;&lt;', authors: [], keywords: [], tags: [] };
    const [again] = await writtenAndRead([{ reference: made }]);
    expect(again?.reference.url).toBe(made.url);
  });

  it('are written as LaTeX reads them', async () => {
    const text = await textOf({
      type: 'chapter',
      title: '100% of {R&D} at C:\\x_1',
      authors: ['Kind and Sons', 'Tan, Li'],
      etAl: true,
      journal: 'A book',
      pages: '40–52',
      url: 'https://example.org/a_b?c=1&d=%20~e',
      keywords: ['one', 'two, three'],
      tags: [{ tag: 'TY', value: 'CHAP' }],
      format: 'ris',
    });
    expect(text).toBe(
      [
        '@incollection{kindandsons,',
        '  author = {{Kind and Sons} and Tan, Li and others},',
        '  title = {100\\% of \\{R\\&{}D\\} at C:\\textbackslash{}x\\_1},',
        '  booktitle = {A book},',
        '  pages = {40--52},',
        '  url = {https://example.org/a_b?c=1&d=%20~e},',
        '  keywords = {one; {two, three}},',
        '}\n\n',
      ].join('\n'),
    );
  });

  it('close even where the source did not', async () => {
    const broken = '@article{a,\n title = {One { brace,\n year = {2001}\n}\n@book{b, title = {Next}}';
    const read = recordsOf(await foundIn(bibtex, new TextEncoder().encode(broken)));
    const again = await writtenAndRead(read);
    expect(again.map(({ reference }) => reference.year ?? reference.title)).toEqual([2001, 'Next']);
  });

  it('say the same where a brace of the source has no other one', async () => {
    const broken =
      '@article{a, author = {Tan, Li and Ito, B.} x {Y Z}, note = {\\url{https://a.example 1\u00a0@article{b, title = {Two \\} x {In}}}';
    const read = recordsOf(await foundIn(bibtex, new TextEncoder().encode(broken)));
    const again = await writtenAndRead(read);
    expect(again.map(({ reference }) => fieldsOf(reference))).toEqual(read.map(({ reference }) => fieldsOf(reference)));
  });
});
