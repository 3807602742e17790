import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFormat, recogniseFormat } from '../recognise.js';
import { accountOf, foundIn, recordsOf, writtenBy } from '../testing/found-in.js';
import { csv } from './format.js';
import { asItWas, harmless } from './harmless.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const known = (text: string, name?: string) => {
  const answer = recogniseFormat(bytes(text), name);
  return isFormat(answer) ? answer.name : answer.code;
};

describe('a table in text', () => {
  it.each([
    ['Title,Year\nA walk,2001\n', undefined, 'csv'],
    ['titel;jahr\nA;2001\n', undefined, 'csv'],
    ['\ufeff"Titre"\t"Auteurs"\t"Année"\nA\tB\t2001\n', undefined, 'csv'],
    ['sep=|\nTitle|DOI\nA|10.5555/a\n', undefined, 'csv'],
    [',title,cites\n1,A,3\n2,B,4\n', undefined, 'csv'],
    ['a,b,c\n1,2,3\n4,5,6\n', 'numbers.csv', 'csv'],
    ['one\ntwo\n', 'list.csv', 'csv'],
    ['TY  - JOUR\nTI  - Title, authors, year\nAU  - A\nER  - \n', 'x.csv', 'ris'],
    [
      'We asked, and they told us, title or not.\nAnd so, on the next day, we went, abstract in hand.\n',
      undefined,
      'format.unknown',
    ],
  ])('%j named %j is recognised as %s', (text, name, wanted) => {
    expect(known(text, name)).toBe(wanted);
  });

  it('tells what it takes its columns for, and shows the first values', async () => {
    const found = await foundIn(csv, bytes('Title,Notes,Price\nA,,1\nB,x,2\nC,y,3\nD,z,4\n'));
    expect(found[0]).toEqual({
      kind: 'columns',
      columns: [
        { name: 'Title', field: 'title', examples: ['A', 'B', 'C'] },
        { name: 'Notes', field: 'notes', examples: ['x', 'y', 'z'] },
        { name: 'Price', examples: ['1', '2', '3'] },
      ],
    });
    expect(found.at(-2)).toEqual({ kind: 'not-understood', tag: 'Price', records: 4, example: '1' });
  });

  it('reads a table of one column, whatever commas its titles have', async () => {
    const records = recordsOf(await foundIn(csv, bytes('Title\nHope, and other plans\nFear\n')));
    expect(records.map(({ reference }) => reference.title)).toEqual(['Hope, and other plans', 'Fear']);
  });

  it('holds every record and every line of a long table', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `Title ${index},"Line one\nline two of ${index}"`);
    const records = recordsOf(await foundIn(csv, bytes(`title,abstract\n${rows.join('\n')}\n`), [70_000, 70_001]));
    expect(records).toHaveLength(5000);
    expect(records.at(-1)).toMatchObject({ lines: { from: 10_000, to: 10_001 } });
  });
});

describe('any text read as a table', () => {
  const bit = fc.oneof(
    fc.constantFrom(
      'title',
      'year,title',
      ',',
      ';',
      '\t',
      '"',
      '""',
      '\n',
      '\r\n',
      '\n\n',
      ' ',
      'é',
      '2019',
      '10.5555/x',
      'sep=;\n',
    ),
    fc.constantFrom('RAYYAN-INCLUSION: {"A"=>"Included"}', '-', 'A long title of four words', '\\', 'A, B', '\f', '\0'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );

  it('is accounted for, line by line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(bit, { maxLength: 60 }), async (bits) => {
        const file = bytes(bits.join(''));
        const found = await foundIn(csv, file);
        const account = await accountOf(file, found);
        expect(account.heldTwice).toEqual([]);
        expect(account.free).toBe(account.passedOver);
      }),
      { numRuns: 1500 },
    );
  });

  it('is read the same in whatever pieces it comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(bit, { maxLength: 40 }), fc.array(fc.nat(80), { maxLength: 4 }), async (bits, cuts) => {
        const file = bytes(bits.join(''));
        expect(
          await foundIn(
            csv,
            file,
            cuts.filter((cut) => cut <= file.length),
          ),
        ).toEqual(await foundIn(csv, file));
      }),
    );
  });

  it('is read without going back and forth over long cells', async () => {
    const blanks = `a${' '.repeat(200_000)}b`;
    const found = await foundIn(
      csv,
      bytes(`a,b,c,d\n${blanks},${blanks},"${'A, B. and '.repeat(20_000)}",${'"'.repeat(200_000)}\n`),
    );
    expect(recordsOf(found)).toHaveLength(1);
  });

  it('gives no more than it holds where every cell is empty', async () => {
    const found = await foundIn(csv, bytes(`title,year\n${','.repeat(3_000_000)}\nA,2001\n`));
    expect(recordsOf(found)).toHaveLength(1);
    expect(found.filter((each) => each.kind === 'unread').map(({ reason }) => reason)).toEqual(['record.unreadable']);
  });
});

describe('a written cell', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\nx', "'=1", "''@", '＝1'])(
    'that could be a formula is made harmless: %j',
    (value) => {
      expect(harmless(value)).toBe(`'${value}`);
      expect(asItWas(harmless(value))).toBe(value);
    },
  );

  it.each(['1-2', "'quoted'", "'", '', 'a=b'])('that cannot stays as it is: %j', (value) => {
    expect(harmless(value)).toBe(value);
    expect(asItWas(value)).toBe(value);
  });

  it('is in quotation marks where it has to be, behind a byte order mark', async () => {
    const reference = { type: 'article' as const, authors: ['=A'], keywords: [], title: 'say "no", twice', tags: [] };
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writtenBy(csv, [{ reference }]));
    expect(text.startsWith('\ufeffNumber,Type,Title,')).toBe(true);
    expect(text).toContain(',article,"say ""no"", twice",\'=A,');
  });
});
