import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRecord } from '../contract.js';
import { cslJson } from '../csl-json/format.js';
import { openalexJson } from '../openalex-json/format.js';
import { foundIn, inPieces, recordsOf, unreadOf } from '../testing/found-in.js';
import { deepestValue } from './brackets.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const item = (title: string, more = '') => `{"type":"book","title":"${title}"${more}}`;
const titlesIn = async (text: string) =>
  recordsOf(await foundIn(cslJson, bytes(text))).map(({ reference }) => reference.title);

/** Files made of pieces that exports and their damage are made of, in any order. */
const soup = fc
  .array(
    fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      '"',
      '\\',
      '\\"',
      ',',
      ':',
      '"title":"T"',
      '"type":"book"',
      '{"title":"T"}',
      '{"title":"T",',
      '{"items":[',
      '{"message":{',
      '"results":[',
      'null',
      '-1.5e+3',
      'NaN',
      '"\\ud83d"',
      '\n',
      '\r\n',
      ' ',
      'é',
      '\u0001',
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('records in JSON', () => {
  it('are read the same in any pieces', async () => {
    await fc.assert(
      fc.asyncProperty(soup, fc.array(fc.nat(300), { maxLength: 12 }), async (text, cuts) => {
        const whole = bytes(text);
        const inside = cuts.filter((cut) => cut <= whole.length);
        expect(await foundIn(cslJson, whole, inside)).toEqual(await foundIn(cslJson, whole));
      }),
      { numRuns: 2000 },
    );
  });

  it('are all there in a list, whatever they say', async () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ title: fc.string(), custom: value }), { minLength: 1, maxLength: 5 }),
        async (items) => {
          const found = await foundIn(cslJson, bytes(JSON.stringify(items)));
          expect(unreadOf(found)).toEqual([]);
          expect(recordsOf(found).map(({ raw }) => JSON.parse(raw))).toEqual(JSON.parse(JSON.stringify(items)));
        },
      ),
    );
  });

  it.each([
    ['a brace missing', '{"type":"book","title":"B"'],
    ['a brace too many', '{"type":"book","title":"B"}}'],
    ['a quotation mark missing', '{"type":"book","title":"B}'],
    ['a quotation mark too many', '{"type":"book","title":"B "quoted" C"}'],
    ['brackets crossed', '{"type":"book","title":["B"}]'],
    ['a key without quotation marks', '{"type":"book",title:"B"}'],
  ])('are found behind one with %s', async (_, damage) => {
    const titles = await titlesIn(`[\n${item('A')},\n${damage},\n${item('C')},\n${item('D')}]`);
    expect([titles[0], ...titles.slice(-2)]).toEqual(['A', 'C', 'D']);
  });

  it('have their own lines and raw text', async () => {
    const text = `[\r\n${item('A')},${item('B')},\n{\n"title": "C"\n}\n]`;
    expect(recordsOf(await foundIn(cslJson, bytes(text))).map(({ lines, raw }) => ({ lines, raw }))).toEqual([
      { lines: { from: 2, to: 2 }, raw: item('A') },
      { lines: { from: 2, to: 2 }, raw: item('B') },
      { lines: { from: 3, to: 5 }, raw: '{\n"title": "C"\n}' },
    ]);
  });

  it('stay bounded where one is too long', async () => {
    const text = `[${item('Long', `,"abstract":"${'words '.repeat(longestRecord / 4)}"`)},${item('Next')}]`;
    const found = await foundIn(cslJson, bytes(text), [5, 1_000_000, 12_000_000]);
    expect(recordsOf(found).map(({ reference, inPart }) => [reference.title, inPart])).toEqual([
      ['Long', true],
      ['Next', undefined],
    ]);
    expect(recordsOf(found)[0]?.raw).toHaveLength(longestRecord);
    expect(unreadOf(found)).toMatchObject([{ reason: 'record.too-long' }]);
    expect(found).toEqual(await foundIn(cslJson, bytes(text)));
  });

  it('are refused where they are nested too deep', async () => {
    const deep = `{"type":"book","title":${'['.repeat(deepestValue)}${']'.repeat(deepestValue)}}`;
    expect(await titlesIn(`[${item('A')},${deep},${item('B')}]`)).toEqual(['A', undefined, 'B']);
    expect(await titlesIn(`[${item('A')},${'{"a":['.repeat(100_000)}`)).toEqual(['A']);
  });

  it('keep a list of very many values in one piece', async () => {
    const many = `[${'1,'.repeat(60_000)}1]`;
    const [record] = recordsOf(await foundIn(cslJson, bytes(`[${item('A', `,"custom":${many}`)}]`)));
    expect(record?.reference.tags.at(-1)).toEqual({ tag: 'custom', value: many });
  });

  it('have no halves of characters', async () => {
    const [title] = await titlesIn(item(String.raw`\ud83d\ude00 \\ud83d \ude00 \ud83d`));
    expect(title).toBe('\u{1F600} \\ud83d \ufffd \ufffd');
  });

  it('are handed on as they come', async () => {
    const text = bytes(`{"meta":{},"results":[${item('A')},${' '.repeat(5000)}${item('B')}`);
    const found = cslJson.read(inPieces(text, [4500]))[Symbol.asyncIterator]();
    expect((await found.next()).value).toMatchObject({ kind: 'record', reference: { title: 'A' } });
    await found.return?.();
  });

  it('tell of members that nobody knows, once each', async () => {
    const text = `[${item('A', ',"shelf":[{"a":1},{"a":2}]')},${item('B', ',"shelf":[{"a":3}]')}]`;
    expect((await foundIn(cslJson, bytes(text))).filter(({ kind }) => kind === 'not-understood')).toEqual([
      { kind: 'not-understood', tag: 'shelf/a', records: 2, example: '1' },
    ]);
  });
});

describe('a file in JSON', () => {
  it.each([
    ['{"name":"a-package","version":"1.0.0","type":"module"}', 0, 0],
    ['{"type":"FeatureCollection","features":[]}', 0, 0],
    ['[1,2,3]', 0, 0],
    ['@article{a, title={"type":"book"}}', 0, 0],
    ['\uFEFF [ {"type": "article-journal", "issued": {', 0.95, 0],
    ['\u200b[ {"type": "article-journal", "issued": {', 0.95, 0],
    ['{"id":"https://openalex.org/W1","doi":null,"display_name":"A"', 0, 0.98],
    ['{"meta":{},"results":[{"id":"https://openalex.org/W1","type":"book","DOI":"","display_name":""', 0.95, 0.98],
  ])('%j is known for what it is', (text, csl, openalex) => {
    expect([cslJson.recognise(bytes(text)), openalexJson.recognise(bytes(text))]).toEqual([csl, openalex]);
  });
});
