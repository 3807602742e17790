import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../table/row.js';
import { RowReader } from './row-reader.js';

function rowsIn(text: string, separator = ','): Row[] {
  const reader = new RowReader(separator);
  for (const [index, line] of text.replace(/\n$/, '').split('\n').entries())
    reader.take({ number: index + 1, text: line });
  reader.end();
  return reader.drain();
}

const cellsIn = (text: string, separator?: string) => rowsIn(text, separator).map(({ cells }) => cells);

describe('rows of a text', () => {
  it('are those that a reader of the standard finds', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab ,;"\n\\é'), maxLength: 6 });
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n');
        expect(cellsIn(text)).toEqual(parse(text, { relax_column_count: true }));
        expect(cellsIn(text)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, string[][]]>([
    [
      'a,b\n1, "x, y" ,3',
      [
        ['a', 'b'],
        ['1', 'x, y', '3'],
      ],
    ],
    [
      'a,b\n"x" ,y',
      [
        ['a', 'b'],
        ['x', 'y'],
      ],
    ],
    ['"a""b",""', [['a"b', '']]],
    ['a,"b "c" d",e', [['a', 'b "c" d', 'e']]],
    ['a,b "c",d', [['a', 'b "c"', 'd']]],
    ['a,"b\\"c",d', [['a', 'b"c', 'd']]],
    ['a,', [['a', '']]],
    ['', [['']]],
  ])('%j', (text, cells) => {
    expect(cellsIn(text)).toEqual(cells);
  });

  it('stand at their lines, and are given as they are', () => {
    expect(rowsIn('a,b\n"1\n\n2",3\nc,d')).toEqual([
      { cells: ['a', 'b'], lines: { from: 1, to: 1 }, raw: 'a,b' },
      { cells: ['1\n\n2', '3'], lines: { from: 2, to: 4 }, raw: '"1\n\n2",3' },
      { cells: ['c', 'd'], lines: { from: 5, to: 5 }, raw: 'c,d' },
    ]);
  });

  it('do not lose the next row to a quotation mark that is never closed', () => {
    const text = '"id","title","year"\n"1","One","2001"\n"2","Two,"2002"\n"3","Three","2003"\n';
    expect(cellsIn(text).map(([id]) => id)).toEqual(['id', '1', '2', '3']);
  });

  it('do not lose the file to one, however long it is', () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => `${index},title ${index},2001`);
    rows[5] = '5,"never closed,2001';
    expect(cellsIn(rows.join('\n'))).toEqual(rows.map((row) => row.replace('"', '').split(',')));
  });

  it('come out of text where every line is broken', () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => (index % 3 === 0 ? '"a,"b' : '",x"y,"'));
    const rows = rowsIn(lines.join('\n'));
    expect(rows.at(-1)?.lines.to).toBe(lines.length);
    expect(rows.reduce((sum, { lines: { from, to } }) => sum + to - from + 1, 0)).toBe(lines.length);
  });

  it('hold every line once, whatever the text', () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom(...'a",; \\'), maxLength: 8 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(lines, (texts) => {
        const rows = rowsIn(texts.join('\n') + (texts.at(-1) === '' ? '\n' : ''));
        let next = 1;
        for (const row of rows) {
          expect(row.lines.from).toBe(next);
          expect(row.raw).toBe(texts.slice(row.lines.from - 1, row.lines.to).join('\n'));
          next = row.lines.to + 1;
        }
        expect(next).toBe(texts.length + 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('name a line that is too long to be one, and go on', () => {
    const reader = new RowReader(',');
    reader.take({ number: 1, text: 'a,b' });
    reader.take({ number: 2, text: 'x', tooLong: true });
    reader.take({ number: 3, text: 'c,d' });
    reader.end();
    expect(reader.drain().map(({ cells, unreadable }) => unreadable ?? cells)).toEqual([['a', 'b'], true, ['c', 'd']]);
  });
});
