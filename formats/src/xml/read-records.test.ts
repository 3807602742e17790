import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRecord } from '../contract.js';
import { endnoteXml } from '../endnote-xml/format.js';
import { pubmedXml } from '../pubmed-xml/format.js';
import { foundIn, inPieces, recordsOf, unreadOf } from '../testing/found-in.js';
import { deepestElement, mostParts } from './tree.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const book = (title: string, more = '') =>
  `<record><ref-type name="Book">6</ref-type><titles><title>${title}</title></titles>${more}</record>`;
const titlesIn = async (text: string) =>
  recordsOf(await foundIn(endnoteXml, bytes(text))).map(({ reference }) => reference.title);

/** Files made of pieces that exports and their damage are made of, in any order. */
const soup = fc
  .array(
    fc.constantFrom(
      '<xml>',
      '<records>',
      '<record>',
      '<record a="x > y">',
      "<record a='",
      '<record/>',
      '</record>',
      '</record',
      '<rec',
      '<titles><title>Title</title></titles>',
      '<title>p < 0.05 & more &nbsp;&unknown;&#x1;&#xD;',
      '</title>',
      '<!-- <record> -->',
      '<!--',
      '-->',
      '<![CDATA[ </record> ]]>',
      '<![CDATA[',
      ']]>',
      '<?xml version="1.0"?>',
      '<?',
      '<!DOCTYPE xml [<!ENTITY a "<record>">]>',
      '<!DOCTYPE ',
      'text',
      '\n',
      '\r\n',
      '\r',
      'é',
      '"',
      '<x:record xmlns:x="u">',
      '</x:record>',
      '\u0000',
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** As other programs would write them: another encoding, a byte that belongs to none. */
const file = fc.tuple(soup, fc.constantFrom('utf-8', 'utf-16', 'western')).map(([text, encoding]) => {
  if (encoding === 'utf-8') return bytes(text);
  if (encoding === 'western') return Uint8Array.from([...text].map((each) => each.charCodeAt(0) & 255));
  return Uint8Array.from([
    0xff,
    0xfe,
    ...[...text].flatMap((each) => [each.charCodeAt(0) & 255, each.charCodeAt(0) >> 8]),
  ]);
});

describe('records in XML', () => {
  it('are read the same in any pieces', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.array(fc.nat(400), { maxLength: 12 }), async (whole, cuts) => {
        const inside = cuts.filter((cut) => cut <= whole.length);
        expect(await foundIn(endnoteXml, whole, inside)).toEqual(await foundIn(endnoteXml, whole));
      }),
      { numRuns: 500 },
    );
  });

  it('are told of in the order of their lines in any pieces', async () => {
    const start = bytes(`<xml><records>\n${book('x'.repeat(5000)).replace('</record>', '')}\n${book('Two')}\n<record>`);
    const file = new Uint8Array([...start, 0xe9, ...bytes('</record></records></xml>')]);
    const reasons = unreadOf(await foundIn(endnoteXml, file, [start.length])).map(({ reason }) => reason);
    expect(reasons).toEqual(unreadOf(await foundIn(endnoteXml, file)).map(({ reason }) => reason));
    expect(reasons.slice(-2)).toEqual(['record.end-missing', 'encoding.windows-1252']);
  });

  it('are not lost where another is broken', async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (damage) => {
        // A comment or the like that the damage opens and never closes ends nowhere: it hides nothing.
        const closed = damage
          .replaceAll('<!--', '')
          .replaceAll('<![CDATA[', '')
          .replaceAll('<?', '')
          .replaceAll('<!DOCTYPE', '');
        const quoted = closed.replaceAll("<record a='", '').replaceAll('"', '');
        const text = `<xml><records>\n${book('First')}\n<record>${quoted}\n${book('Last')}\n</records></xml>`;
        const titles = await titlesIn(text);
        expect([titles[0], titles.at(-1)]).toEqual(['First', 'Last']);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '<!-- never closed',
    '<![CDATA[ never closed',
    '<? never closed',
    '<!DOCTYPE never [ closed',
    'p < q and <r',
  ])('are found behind %j', async (damage) => {
    const text = `${damage} <xml><records>${book('A')}<record>${damage}${book('B')}${book('C')}`;
    expect((await titlesIn(text)).slice(-2)).toEqual(['B', 'C']);
  });

  it('have their own lines and raw text', async () => {
    const text = `<xml>\r\n<records>\r${book('A\r\nB')}${book('C')}\n${book('D')}</records></xml>`;
    expect(recordsOf(await foundIn(endnoteXml, bytes(text))).map(({ lines, raw }) => ({ lines, raw }))).toEqual([
      { lines: { from: 3, to: 4 }, raw: book('A\nB') },
      { lines: { from: 4, to: 4 }, raw: book('C') },
      { lines: { from: 5, to: 5 }, raw: book('D') },
    ]);
  });

  it('stay bounded where one never ends', async () => {
    const text = `<xml><records>${book('Long', `<notes>${'words '.repeat(longestRecord / 4)}</notes>`)}${book('Next')}</records></xml>`;
    const found = await foundIn(endnoteXml, bytes(text), [5, 1_000_000, 12_000_000]);
    expect(recordsOf(found).map(({ reference, inPart }) => [reference.title, inPart])).toEqual([
      ['Long', true],
      ['Next', undefined],
    ]);
    expect(recordsOf(found)[0]?.raw).toHaveLength(longestRecord);
    expect(unreadOf(found)).toMatchObject([{ reason: 'record.too-long' }]);
    expect(found).toEqual(await foundIn(endnoteXml, bytes(text)));
  });

  it('are read as text where they are nested too deep', async () => {
    const deep = '<a>'.repeat(100_000);
    const found = await foundIn(endnoteXml, bytes(`<xml>${book('Deep', deep)}${book('Next')}</xml>`));
    expect(recordsOf(found).map(({ reference }) => reference.title)).toEqual(['Deep', 'Next']);
    expect(unreadOf(found).map(({ reason }) => reason)).toContain('record.too-many-parts');
    expect(recordsOf(found)[0]?.reference.tags.at(-1)?.tag.split('/').length).toBeLessThanOrEqual(deepestElement);
  });

  it('have a bounded number of parts', async () => {
    const found = await foundIn(
      endnoteXml,
      bytes(`<xml>${book('Many', '<a/>'.repeat(mostParts))}${book('Next')}</xml>`),
    );
    expect(recordsOf(found).map(({ reference }) => reference.title)).toEqual(['Many', 'Next']);
    expect(unreadOf(found)).toMatchObject([{ reason: 'record.too-many-parts' }]);
  });

  it('never grow by entities', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `l${index}`);
    const entities = names.map((name, index) => `<!ENTITY ${name} "${`&l${index - 1};`.repeat(20)}">`).join('\n');
    const found = await foundIn(
      endnoteXml,
      bytes(`<!DOCTYPE xml [${entities}]><xml>${book('&l19;'.repeat(1000))}</xml>`),
    );
    expect(recordsOf(found)[0]?.reference.title).toBe('&l19;'.repeat(1000));
    expect(unreadOf(found)).toMatchObject([{ reason: 'record.entity-unknown', values: { entity: '&l19;' } }]);
  });

  it('are handed on as they come', async () => {
    const first = bytes(`<xml><records>${book('A')}${' '.repeat(5000)}${book('B')}`);
    const found = endnoteXml.read(inPieces(first, [4500]))[Symbol.asyncIterator]();
    expect((await found.next()).value).toMatchObject({ kind: 'record', reference: { title: 'A' } });
    await found.return?.();
  });

  it('tell of elements that nobody knows, once each', async () => {
    const text = `<xml>${book('A', '<shelf>1</shelf><shelf>2</shelf>')}${book('B', '<shelf lit="no">3</shelf>')}</xml>`;
    const found = await foundIn(endnoteXml, bytes(text));
    expect(found.filter(({ kind }) => kind === 'not-understood')).toEqual([
      { kind: 'not-understood', tag: 'shelf', records: 2, example: '1' },
    ]);
  });
});

describe('a file in XML', () => {
  it.each([
    ['<!DOCTYPE html><html><body><record><titles/></record></body></html>', 0, 0],
    ['<?xml version="1.0"?><html xmlns="u"><body/></html>', 0, 0],
    ['<feed><record><title>A</title></record></feed>', 0, 0],
    ['TY  - JOUR\nAB  - an <xml> file with a <record> and a <ref-type>\nER  - \n', 0.7, 0],
    [
      `\n\n<!--${' <PubmedArticle> '.repeat(500)}-->\n<xml><records><record><ref-type/></record></records></xml>`,
      0.98,
      0,
    ],
    ['<PubmedArticleSet><PubmedArticle><MedlineCitation>', 0, 0.98],
    ['```<PubmedArticleSet>', 0, 0.7],
  ])('%j is known for what it is', (text, endnote, pubmed) => {
    expect([endnoteXml.recognise(bytes(text)), pubmedXml.recognise(bytes(text))]).toEqual([endnote, pubmed]);
  });

  it('is recognised in UTF-16', () => {
    const text = '\uFEFF<?xml version="1.0" encoding="UTF-16"?><xml><records><record><ref-type/>';
    const wide = Uint8Array.from([...text].flatMap((each) => [each.charCodeAt(0) & 255, each.charCodeAt(0) >> 8]));
    expect(endnoteXml.recognise(wide)).toBe(0.98);
    expect(endnoteXml.recognise(wide.subarray(2))).toBe(0.98);
  });
});
