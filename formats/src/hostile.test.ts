/** Files that are made to do harm. Each is read as far as it makes sense or refused in words, and none grows. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unpack } from './archive/unpack.js';
import type { Format, Found } from './contract.js';
import { longestLine } from './contract.js';
import { FormatProblem } from './problem.js';
import { bibtex } from './bibtex/format.js';
import { cslJson } from './csl-json/format.js';
import { csv } from './csv/format.js';
import { endnoteXml } from './endnote-xml/format.js';
import { alert, docx, formats } from './recognise.js';
import { foundIn, recordsOf, unreadOf } from './testing/found-in.js';
import { pubmedXml } from './pubmed-xml/format.js';
import { xlsx } from './xlsx/format.js';

const title = (found: readonly Found[]) => recordsOf(found)[0]?.reference.title;
const reasons = (found: readonly Found[]) => unreadOf(found).map(({ reason }) => reason);
const read = (format: Format, text: string) => foundIn(format, strToU8(text));
const lengthOf = (found: readonly Found[]): number => JSON.stringify(found).length;

/** The code of the problem that this ends with. */
async function problemOf(act: () => unknown): Promise<string | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof FormatProblem) return error.code;
    throw error;
  }
}

const inXml = (doctype: string, text: string) =>
  `<?xml version="1.0"?>\n<!DOCTYPE xml [${doctype}]>\n<xml><records><record><titles><title>${text}</title></titles></record></records></xml>`;

describe('entities', () => {
  it('that stand for billions of others stay as they are written', async () => {
    const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
    const found = await read(endnoteXml, inXml(`<!ENTITY l0 "lol">${laughs.join('')}`, '&l9;'));
    expect(title(found)).toBe('&l9;');
    expect(unreadOf(found)).toEqual([
      expect.objectContaining({ reason: 'record.entity-unknown', values: { entity: '&l9;' } }),
    ]);
  });

  it('that stand for a long text very often do not repeat it', async () => {
    const text = inXml(`<!ENTITY a "${'a'.repeat(100_000)}">`, '&a;'.repeat(30_000));
    const found = await read(endnoteXml, text);
    expect(title(found)).toBe('&a;'.repeat(30_000));
    expect(lengthOf(found)).toBeLessThan(4 * text.length);
  });

  it('that name files of this machine are not looked up', async () => {
    const found = await read(endnoteXml, inXml('<!ENTITY a SYSTEM "file:///etc/passwd">', '&a;'));
    expect(title(found)).toBe('&a;');
  });
});

describe('archives', () => {
  const blanks = new Uint8Array(32 * 1024 * 1024).fill(0x20);
  const document = { '[Content_Types].xml': strToU8('<Types/>') };

  it('that unpack to far more than they are worth are refused', { timeout: 60_000 }, async () => {
    const bomb = zipSync({ 'a.ris': blanks });
    expect(await problemOf(() => unpack(bomb))).toBe('format.bomb');
    expect(await problemOf(() => unpack(zipSync({ 'inner.zip': bomb })))).toBe('format.bomb');
    expect(await problemOf(() => foundIn(docx, zipSync({ ...document, 'word/document.xml': blanks })))).toBe(
      'format.bomb',
    );
    expect(await problemOf(() => foundIn(xlsx, workbook(' '.repeat(64 * 1024 * 1024))))).toBe('format.bomb');
  });

  it('whose directory names one file a thousand times are refused', async () => {
    const one = zipSync({ 'a.ris': strToU8('TY  - JOUR\nTI  - A\nER  - \n') });
    expect(await problemOf(() => unpack(listedAgain(one, 1000)))).toBe('format.bomb');
  });

  it.each<[string, (view: DataView, listed: number, end: number) => void]>([
    ['more entries than it has', (view, _, end) => view.setUint16(end + 10, 999, true)],
    ['entries beyond the file', (view, listed) => view.setUint32(listed + 42, 0x7fff_fff0, true)],
    ['itself beyond the file', (view, _, end) => view.setUint32(end + 16, 0xffff_fff0, true)],
    ['a longer entry than there is', (view, listed) => view.setUint32(listed + 20, 0x7fff_fff0, true)],
    ['an entry of another size', (view, listed) => view.setUint32(listed + 24, 0x0fff_fff0, true)],
  ])('whose directory names %s give what is there or are refused', async (_, spoil) => {
    const ris = strToU8('TY  - JOUR\nTI  - Waiting rooms\nER  - \n');
    const bytes = zipSync({ 'a.ris': ris });
    spoil(new DataView(bytes.buffer), placeOf(bytes, 1, 2), placeOf(bytes, 5, 6));
    const problem = await problemOf(() => expect(unpack(bytes).files.map((file) => file.bytes)).toEqual([ris]));
    expect([undefined, 'format.damaged', 'format.bomb']).toContain(problem);
  });
});

/** A workbook of one sheet with these rows. */
function workbook(rows: string): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  });
}

/** The directory with its one entry very often. */
function listedAgain(bytes: Uint8Array, times: number): Uint8Array {
  const [listed, end] = [placeOf(bytes, 1, 2), placeOf(bytes, 5, 6)];
  const entry = bytes.subarray(listed, end);
  const all = new Uint8Array(listed + entry.length * times + bytes.length - end);
  all.set(bytes.subarray(0, listed));
  for (let at = 0; at < times; at += 1) all.set(entry, listed + at * entry.length);
  all.set(bytes.subarray(end), listed + entry.length * times);
  const view = new DataView(all.buffer, listed + entry.length * times);
  view.setUint16(8, times, true);
  view.setUint16(10, times, true);
  view.setUint32(12, entry.length * times, true);
  return all;
}

/** Where "PK" with these two bytes stands. */
function placeOf(bytes: Uint8Array, third: number, fourth: number): number {
  const at = bytes.findIndex(
    (byte, index) =>
      byte === 0x50 && bytes[index + 1] === 0x4b && bytes[index + 2] === third && bytes[index + 3] === fourth,
  );
  if (at < 0) throw new Error('The archive has no such piece.');
  return at;
}

describe('one line of 200 MB', () => {
  const megabytes = 200;

  /** Behind the first bytes of a file, and with a record behind it; never held in one piece. */
  async function* endless(start: string, end: string): AsyncGenerator<Uint8Array> {
    yield strToU8(start);
    for (let at = 0; at < megabytes; at += 1) yield new Uint8Array(1024 * 1024).fill(0x78);
    yield strToU8(end);
  }

  it.each<[Format['name'], string, string]>([
    ['ris', 'TY  - JOUR\nTI  - ', '\nTY  - BOOK\nTI  - Next\nER  - \n'],
    ['nbib', 'PMID- 1\nTI  - ', '\n\nPMID- 2\nTI  - Next\n'],
    ['bibtex', '@article{a, title = {', '\n@book{b, title = {Next}}\n'],
    ['csv', 'Title,Year\n', '\nNext,2000\n'],
    ['reference-list', 'References\n1. ', '\n2. Next. J Inv. 2000;1:1–2.\n'],
  ])('is let go, and what follows is read: %s', { timeout: 120_000 }, async (name, start, end) => {
    const format = formats.find((each) => each.name === name) as Format;
    const found: Found[] = [];
    for await (const each of format.read(endless(start, end))) found.push(each);
    expect(lengthOf(found)).toBeLessThan(8 * longestLine);
    expect(reasons(found).filter((reason) => /too-long|unfinished|unreadable/.test(reason))).not.toEqual([]);
    expect(recordsOf(found).at(-1)?.reference.title).toContain('Next');
  });
});

describe('nesting without end', () => {
  const deep = 200_000;

  it('in JSON is refused as one record, and the next is read', async () => {
    const found = await read(
      cslJson,
      `[{"type":"book","a":${'['.repeat(deep)}${']'.repeat(deep)}},{"type":"book","title":"Next"}]`,
    );
    expect(reasons(found)).toEqual(['record.unreadable']);
    expect(title(found)).toBe('Next');
  });

  it('in XML is read as text', async () => {
    const text = `<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><ArticleTitle>A${'<i>'.repeat(deep)}`;
    const found = await read(pubmedXml, text);
    expect(recordsOf(found)).toHaveLength(1);
    expect(reasons(found)).toContain('record.too-many-parts');
  });

  it('in BibTeX ends with its entry', async () => {
    const found = await read(bibtex, `@article{a, title = ${'{'.repeat(deep)}A\n@article{b, title = {Next}}`);
    expect(recordsOf(found).at(-1)?.reference.title).toBe('Next');
    expect(reasons(found)).toContain('record.unbalanced');
  });

  it('in a letter makes it no letter', async () => {
    const parts = Array.from(
      { length: 10_000 },
      (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary="b${at + 1}"\n\n`,
    );
    const head = 'From: a@b.example\nSubject: s\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b0"\n\n';
    expect(reasons(await read(alert, head + parts.join('')))).toEqual(['message.unreadable']);
  });
});

describe('a table with a million empty columns', () => {
  const columns = 1_000_000;

  it('is read where it is a workbook', { timeout: 60_000 }, async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = ['Title', 'Waiting rooms'].map((text) => `<row>${cell(text)}${'<c/>'.repeat(columns)}</row>`);
    const found = await foundIn(xlsx, workbook(rows.join('')));
    expect(title(found)).toBe('Waiting rooms');
    expect(lengthOf(found)).toBeLessThan(100_000);
  });

  it('is refused row by row where it is text', async () => {
    const found = await read(csv, `Title${','.repeat(columns)}\nWaiting rooms${','.repeat(columns)}\n`);
    expect(reasons(found)).toEqual(['record.unreadable', 'record.unreadable']);
  });
});
