import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { Reference } from '@throughline/core';
import { FormatProblem } from '../problem.js';
import { foundIn, recordsOf, unreadOf, writtenBy } from '../testing/found-in.js';
import { xlsx } from './format.js';
import { dateOf, numberText } from './number-formats.js';
import { longestCell } from './writer.js';

const reference = (fields: Partial<Reference>): Reference => ({
  type: 'article',
  authors: [],
  keywords: [],
  format: 'xlsx',
  tags: [],
  ...fields,
});

const sheet = (rows: string) => strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);
const workbookXml = '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>';
const relationsXml =
  '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';

function workbook(rows: string): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8(workbookXml),
    'xl/_rels/workbook.xml.rels': strToU8(relationsXml),
    'xl/worksheets/sheet1.xml': sheet(rows),
  });
}

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...texts: string[]) => `<row>${texts.map(cell).join('')}</row>`;
const header = row('Title', 'Year', 'DOI');

describe('a workbook', () => {
  it('that this program writes is read by others, and holds no formula', async () => {
    const title = '=HYPERLINK("http://evil.example","x")';
    const bytes = await writtenBy(xlsx, [
      { reference: reference({ title, year: 2020, authors: ['Weiß, B.', 'A; B'] }) },
    ]);
    const sheets = await readXlsxFile(Buffer.from(bytes));
    const rows = JSON.parse(JSON.stringify(sheets));
    expect(JSON.stringify(rows)).toContain(JSON.stringify(title).slice(1, -1).replaceAll('\\', '\\'));
    expect(JSON.stringify(rows)).toContain('Weiß, B.; A');
    expect(new TextDecoder('latin1').decode(bytes)).not.toContain('<f>');
  });

  it('that another program writes is read', async () => {
    const buffer = await writeXlsxFile([
      [{ value: 'Title' }, { value: 'Year' }, { value: 'Publication date' }],
      [
        { value: 'Night shifts & <days>', type: String },
        { value: 2019, type: Number },
        { value: new Date(Date.UTC(2019, 4, 1)), type: Date, format: 'yyyy-mm-dd' },
      ],
    ]).toBuffer();
    const [record] = recordsOf(await foundIn(xlsx, new Uint8Array(buffer)));
    expect(record?.reference).toMatchObject({ title: 'Night shifts & <days>', year: 2019 });
    expect(record?.reference.tags.at(-1)).toEqual({ tag: 'Publication date', value: '2019-05-01' });
  });

  it('goes on in another row where a text is longer than a cell', async () => {
    const long = reference({
      abstract: `${'a😀'.repeat(longestCell)}end`,
      authors: ['B'],
      title: 'x'.repeat(longestCell),
    });
    const records = [{ reference: long }, { reference: reference({ title: 'Next' }) }];
    const found = recordsOf(await foundIn(xlsx, await writtenBy(xlsx, records)));
    expect(found.map((record) => record.reference)).toEqual([long, reference({ title: 'Next' })]);
  });

  it('that breaks off in the middle gives the rows before it', async () => {
    const found = await foundIn(xlsx, workbook(`${header}${row('One', '2001', '')}${row('Two', '2002', '')}<row><c`));
    expect(recordsOf(found).map((record) => record.reference.title)).toEqual(['One', 'Two']);
    expect(unreadOf(found)).toEqual([]);
  });

  it('never reads a document type', async () => {
    const bytes = zipSync({
      'xl/workbook.xml': strToU8(workbookXml),
      'xl/_rels/workbook.xml.rels': strToU8(relationsXml),
      'xl/worksheets/sheet1.xml': strToU8(
        `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData>${header}${row('&b;', '', '')}</sheetData></worksheet>`,
      ),
    });
    expect(recordsOf(await foundIn(xlsx, bytes))).toEqual([]);
  });

  it.each<[string, string, () => Uint8Array]>([
    ['format.bomb', 'that unpacks to far more than it is worth', () => workbook(header + ' '.repeat(64 * 1024 * 1024))],
    ['format.damaged', 'without its main part', () => zipSync({ 'xl/other.xml': strToU8('<a/>') })],
    ['format.encrypted', 'that is locked', () => compoundFile('EncryptedPackage')],
    ['format.damaged', 'that is an older one by another name', () => compoundFile('Workbook')],
  ])('gives %s where it is one %s', async (code, _, bytes) => {
    const problem = await foundIn(xlsx, bytes()).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(FormatProblem);
    expect((problem as FormatProblem).code).toBe(code);
  });

  it('gives records or a problem in words, whatever is wrong with it', async () => {
    const whole = await writtenBy(xlsx, [{ reference: reference({ title: 'One', abstract: 'word '.repeat(200) }) }]);
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(changes, fc.integer({ min: 1, max: whole.length }), async (bytes, length) => {
        const broken = whole.slice(0, length);
        for (const [at, byte] of bytes) if (at < length) broken[at] = byte;
        const problem = await foundIn(xlsx, broken).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (problem !== undefined) expect(problem).toBeInstanceOf(FormatProblem);
      }),
      { numRuns: 300 },
    );
  });

  it('is known by its parts, and a locked one by what it holds', () => {
    expect(xlsx.recognise(workbook(header))).toBeGreaterThan(0.9);
    expect(xlsx.recognise(compoundFile('EncryptedPackage'))).toBeGreaterThan(0.5);
    expect(xlsx.recognise(compoundFile('Workbook'), 'old.xls')).toBe(0);
    expect(xlsx.recognise(zipSync({ 'word/document.xml': strToU8('<a/>') }), 'letter.docx')).toBe(0);
  });
});

describe('a number in a cell', () => {
  it.each([
    ['2019', '2019'],
    ['3.5227408E7', '35227408'],
    ['0.30000000000000004', '0.3'],
    ['1e21', '1e+21'],
    ['abc', 'abc'],
  ])('%j reads %j', (written, read) => {
    expect(numberText(written)).toBe(read);
  });

  it.each([
    [43952, false, '2020-05-01'],
    [43952.5, false, '2020-05-01 12:00'],
    [1, false, '1900-01-01'],
    [61, false, '1900-03-01'],
    [42490, true, '2020-05-01'],
    [-1, false, undefined],
    [Number.NaN, false, undefined],
  ])('%j (from 1904: %j) is the day %j', (serial, from1904, day) => {
    expect(dateOf(serial, from1904)).toBe(day);
  });
});

/** The beginning of an OLE file, and the name of a stream as its directory spells it. */
function compoundFile(stream: string): Uint8Array {
  const name = Array.from(stream, (letter) => [letter.charCodeAt(0), 0]).flat();
  return Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(64).fill(0), ...name]);
}
