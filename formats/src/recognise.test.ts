import { describe, expect, it } from 'vitest';
import { formats, isFormat, recogniseFormat } from './recognise.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const answerTo = (head: Uint8Array, name?: string) => {
  const answer = recogniseFormat(head, name);
  return isFormat(answer) ? answer.name : answer;
};
const labels = formats.map(({ label }) => label).join(', ');
const record = 'TY  - JOUR\nTI  - A\nER  - \n';

describe('recognising a format', () => {
  it.each([
    ['a plain record', record, 'export.txt'],
    ['a record behind a search strategy', `Search Strategy:\n1  exp care/ (3)\n\n1. \n${record}`, undefined],
    ['records without type lines', 'AU  - Vale, Ro\nTI  - A\nPY  - 2001\nER  - \n', 'export'],
    ['a long preamble in a file named for it', 'Nothing yet.\n'.repeat(100), 'export.ris'],
  ])('knows RIS by %s', (_, text, name) => {
    expect(answerTo(bytes(text), name)).toBe('ris');
  });

  it('knows RIS in UTF-16', () => {
    const head = Uint8Array.from([0xff, 0xfe, ...[...record].flatMap((mark) => [mark.charCodeAt(0), 0])]);
    expect(answerTo(head, 'export.ris')).toBe('ris');
  });

  it.each([
    ['three references in a row', '1. A. B. 2001;1.\n2. C. D. 2002;1.\n3. E. F. 2003;1.\n', undefined],
    ['a heading and one reference', 'References\n[1] Vale R. A. J Inv. 2001;1:1.\n', undefined],
    ['prose in a text file', `${'People wait in rooms that were made for waiting in. '.repeat(5)}\n`, 'paper.txt'],
  ])('knows a reference list by %s', (_, text, name) => {
    expect(answerTo(bytes(text), name)).toBe('reference-list');
  });

  it.each([
    ['zip', [0x50, 0x4b, 3, 4, 20, 0]],
    ['pdf', [...bytes('%PDF-1.7\n')]],
    ['unknown', [...bytes(record), 0, 1, 2]],
  ])('refuses a binary file named .ris: %s', (looksLike, head) => {
    expect(answerTo(Uint8Array.from(head), 'export.ris')).toEqual({
      code: 'format.binary',
      values: { name: 'export.ris', looksLike },
    });
  });

  it.each([
    ['behind the end', `${record}${'\0'.repeat(4096)}`],
    [
      'inside a value',
      `${'TY  - JOUR\nTI  - A long enough title\nER  - \n'.repeat(4)}TY  - JOUR\nTI  - A\0B\nER  - \n`,
    ],
  ])('knows a text with NUL bytes %s', (_, text) => {
    expect(answerTo(bytes(text))).toBe('ris');
  });

  it.each([
    [
      'an answer of Crossref',
      '<crossref_result><query_result><head/><body><query><doi_record/></query></body></query_result></crossref_result>',
      'crossref-xml',
    ],
    ['a numbered file of Ovid', '1.\nAU  - Vale R\nTI  - A\nSO  - J Inv. 2001;1:1.\n', 'ovid'],
    ['Ovid with tabs', 'VN\t- Ovid Technologies\nTI\t- A\n', 'ovid'],
    ['RefWorks behind blanks', '  RT Journal Article\n  A1 Vale, R\n  T1 A\n  JF B\n', 'refworks'],
    ['RIS behind a blank without width', `\u200b${record}`, 'ris'],
  ])('knows %s', (_, text, name) => {
    expect(answerTo(bytes(text))).toBe(name);
  });

  it.each(['', '\uFEFF', ' \r\n\t\n'])('refuses an empty file: %j', (text) => {
    expect(answerTo(bytes(text), 'a.ris')).toEqual({ code: 'format.empty', values: { name: 'a.ris' } });
  });

  it.each([
    ['another XML', '<?xml version="1.0"?>\n<tables><table/></tables>', 'a.xml'],
    ['a style sheet', '@media print { body { margin: 0 } }\n', 'a.css'],
    ['prose under a strange name', 'People wait. They said so.\n', 'a.dat'],
    ['one number alone', '31234567\n', 'pmid.txt'],
  ])('refuses what no format here reads: %s', (_, text, name) => {
    expect(answerTo(bytes(text), name)).toEqual({ code: 'format.unknown', values: { name, formats: labels } });
  });
});
