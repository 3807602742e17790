import { type Reference, type ReferenceType, referenceTypes } from '@throughline/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WrittenRecord } from '../contract.js';
import { cslJson } from '../csl-json/format.js';
import type { FoundDecision } from '../decided/decision.js';
import { endnoteXml } from '../endnote-xml/format.js';
import { foundIn, recordsOf, unreadOf, writtenBy } from '../testing/found-in.js';
import { fieldText } from '../text/field-text.js';
import { isEtAl } from './draft.js';
import { forbidden } from './mend.js';

/** One line of text in any script, without blanks at its ends. XML has no place for control characters. */
const line = fc
  .oneof(
    { weight: 5, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '<b>x</b>',
        '&amp;',
        '&lt;',
        ']]>',
        '<!-- -->',
        'a, b',
        'a; b',
        '"\\"',
        '{"a":1}',
        "'",
        '</record>',
        '%',
      ),
    },
  )
  .map((text) => fieldText(text.replace(forbidden, '').replace(/[\t\n\r]/g, '')))
  .filter((text) => text !== '');

const name = line.filter((text) => !/,$/.test(text) && !isEtAl(text));
const paragraphs = fc
  .array(fc.oneof(line, fc.constant('')), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.join('\n').trim())
  .filter((text) => text !== '');
const digits = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...'123456789'), minLength: least, maxLength: most });

const fields = {
  type: fc.constantFrom<ReferenceType>(...referenceTypes),
  authors: fc.array(name, { maxLength: 4 }),
  keywords: fc.array(line, { maxLength: 4 }),
  tags: fc.constant([]),
  title: line,
  etAl: fc.constant(true),
  year: fc.integer({ min: 1000, max: 2999 }),
  journal: line,
  volume: line,
  issue: line,
  pages: line,
  publisher: line,
  place: line,
  doi: digits(1, 9).map((suffix) => `10.5555/a${suffix}`),
  url: fc.webUrl(),
  abstract: paragraphs,
  language: line,
  editors: fc.array(name, { minLength: 1, maxLength: 3 }),
  issn: digits(4, 4).map((half) => `${half}-567X`),
  isbn: digits(9, 9).map((most) => `${most}X`),
  pmid: digits(1, 8),
  pmcid: digits(1, 9).map((number) => `PMC${number}`),
  accession: digits(1, 12).map((number) => `WOS:${number}`),
  database: line,
};

/** Any reference as another format would give it: no tags, what is not known absent. */
const reference = fc
  .record(fields, { requiredKeys: ['type', 'authors', 'keywords', 'tags', 'title'] })
  .map((made): Reference => ({ ...made, authors: [...made.authors] }));

const decision: fc.Arbitrary<FoundDecision> = fc
  .record(
    {
      by: line,
      answer: fc.constantFrom('include' as const, 'exclude' as const, 'maybe' as const),
      stage: fc.constantFrom('title-abstract' as const, 'full-text' as const),
      reasons: fc.array(paragraphs, { maxLength: 2 }),
      labels: fc.array(line, { maxLength: 2 }),
      notes: fc.array(paragraphs, { maxLength: 2 }),
    },
    { requiredKeys: ['reasons', 'labels', 'notes'] },
  )
  .map((made) => ({ ...made }));

const written: fc.Arbitrary<WrittenRecord> = fc
  .record(
    { reference, decided: fc.array(decision, { minLength: 1, maxLength: 2 }), group: line },
    { requiredKeys: ['reference'] },
  )
  .map((made) => ({ ...made }));

describe.each([endnoteXml, cslJson])('records as $label', (format) => {
  const writtenAndRead = async (records: readonly WrittenRecord[]) => {
    const found = await foundIn(format, await writtenBy(format, records));
    expect(unreadOf(found)).toEqual([]);
    return recordsOf(found).map(
      ({ reference, decided, group }): WrittenRecord => ({
        reference,
        ...(decided === undefined ? {} : { decided }),
        ...(group === undefined ? {} : { group }),
      }),
    );
  };
  const untagged = ({ reference: { format: _, ...own }, ...noted }: WrittenRecord) => ({
    ...noted,
    reference: { ...own, tags: [] },
  });

  it('come back the same from their fields, with decisions and groups', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { maxLength: 3 }), async (records) => {
        expect((await writtenAndRead(records)).map(untagged)).toEqual(records);
      }),
      { numRuns: 200 },
    );
  });

  it('come back with every tag once they have tags', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { maxLength: 3 }), async (records) => {
        const once = await writtenAndRead(records);
        expect(await writtenAndRead(once)).toEqual(once);
      }),
      { numRuns: 50 },
    );
  });

  it('are an empty list where there are none', async () => {
    expect(await writtenAndRead([])).toEqual([]);
  });

  it('are recognised', async () => {
    const bytes = await writtenBy(format, [
      { reference: { type: 'article', authors: ['Vale, Ro'], keywords: [], tags: [], title: 'Doors', year: 2020 } },
    ]);
    expect(format.recognise(bytes)).toBeGreaterThan(0.9);
  });
});

describe('references as EndNote XML', () => {
  it('are as many as were read where nothing of one can be written', async () => {
    const reference: Reference = { type: 'book', authors: [], keywords: [], format: 'endnote-xml', tags: [] };
    const odd = { ...reference, tags: [{ tag: '', value: '1' }] };
    const again = recordsOf(await foundIn(endnoteXml, await writtenBy(endnoteXml, [{ reference: odd }])));
    expect(again.map((each) => each.reference.type)).toEqual(['book']);
  });

  it('are of the same type where the number is one of EndNote 7', async () => {
    const source = '<XML><RECORDS><RECORD><REFERENCE_TYPE>7</REFERENCE_TYPE><TITLE>A</TITLE></RECORD></RECORDS></XML>';
    const read = recordsOf(await foundIn(endnoteXml, new TextEncoder().encode(source)));
    const again = recordsOf(await foundIn(endnoteXml, await writtenBy(endnoteXml, read)));
    expect([...read, ...again].map(({ reference }) => reference.type)).toEqual(['chapter', 'chapter']);
  });

  it('are as many as were read where a record stood inside another', async () => {
    const tags = ['titles/title', 'dates/record/titles/title', 'dates/record@name'].map((tag) => ({ tag, value: 'A' }));
    const reference: Reference = { type: 'other', authors: [], keywords: [], format: 'endnote-xml', tags };
    const again = recordsOf(await foundIn(endnoteXml, await writtenBy(endnoteXml, [{ reference }])));
    expect(again.map((each) => each.reference.tags)).toEqual([[{ tag: 'titles/title', value: 'A' }]]);
  });

  it('keep the number of their database beside a PMID', async () => {
    const numbers = { database: 'Ovid MEDLINE(R)', accession: '90000001', pmid: '90000002' };
    const made: Reference = { type: 'article', title: 'A', authors: [], keywords: [], tags: [], ...numbers };
    const [again] = recordsOf(await foundIn(endnoteXml, await writtenBy(endnoteXml, [{ reference: made }])));
    expect(again?.reference).toMatchObject(numbers);
  });
});

describe('tags of EndNote XML', () => {
  const element = fc.letrec<{ inside: string; element: string }>((tie) => ({
    inside: fc.oneof(
      { maxDepth: 3 },
      line.map((text) => text.replace(/[&<>]/g, '')),
      fc.constantFrom(
        '',
        '  ',
        ' x ',
        '&#xD;',
        'a&amp;b',
        '<style face="bold">run</style><style> on</style>',
        '<![CDATA[<c>]]>',
      ),
      fc.array(tie('element'), { maxLength: 3 }).map((all) => all.join('')),
      fc.tuple(fc.constantFrom('text', ' '), tie('element')).map((all) => all.join('')),
    ),
    element: fc
      .tuple(
        fc.constantFrom('a', 'b', 'titles', 'title', 'notes'),
        fc.constantFrom('', ' x="1"', ' x="&lt;&#xA;&quot;" y=""'),
        tie('inside'),
      )
      .map(([tag, attributes, inside]) => `<${tag}${attributes}>${inside}</${tag}>`),
  })).element;

  it('come back in their order, whatever the elements are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(element, { maxLength: 5 }), async (elements) => {
        const text = `<xml><records><record><titles><title>T</title></titles>${elements.join('')}</record></records></xml>`;
        const [first] = recordsOf(await foundIn(endnoteXml, new TextEncoder().encode(text)));
        const reference = first?.reference;
        if (reference === undefined) throw new Error('No record was found.');
        const again = recordsOf(await foundIn(endnoteXml, await writtenBy(endnoteXml, [{ reference }])));
        expect(again[0]?.reference.tags).toEqual(reference.tags);
      }),
      { numRuns: 300 },
    );
  });
});

describe('tags of CSL-JSON', () => {
  it('come back in their order, whatever the members are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string({ maxLength: 4 }), fc.jsonValue({ maxDepth: 3 })), async (members) => {
        const { note: _, ...own } = members;
        const text = JSON.stringify([{ title: 'T', ...own }]);
        const [first] = recordsOf(await foundIn(cslJson, new TextEncoder().encode(text)));
        const reference = first?.reference;
        if (reference === undefined) throw new Error('No record was found.');
        const again = recordsOf(await foundIn(cslJson, await writtenBy(cslJson, [{ reference }])));
        expect(again[0]?.reference.tags).toEqual(reference.tags);
      }),
      { numRuns: 200 },
    );
  });
});
