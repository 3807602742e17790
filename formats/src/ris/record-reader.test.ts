import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestLine, longestRecord } from '../contract.js';
import { accountOf, foundIn, recordsOf, unreadOf } from '../testing/found-in.js';
import { ris } from './format.js';
import { RecordReader } from './record-reader.js';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Files made of lines that exports are made of, in any order. */
const soup = fc
  .array(
    fc.constantFrom(
      'TY  - JOUR',
      'TY - BOOK',
      '1. TY  - JOUR',
      '  TY  - THES',
      'TY-JOUR',
      'TI  - Title',
      'TI - Title',
      'AU  - Vale, Ro',
      'AB  - Text',
      'more text',
      'T2 - weighted',
      'ER  - ',
      'ER  -',
      'ER',
      'ER  - text',
      '  ER  - ',
      '',
      '   ',
      '2.',
      'Record #1 of 2',
      'Provider: P',
      'C1  - Database: X',
      'Search Strategy:',
      'NL  - J',
      'EF',
      'ER  - TY  - BOOK',
      '<pre>TY  - JOUR',
      'ER  - </pre>',
      'ty  - jour',
      'au  - Vale, Ro',
      'AU – Vale, Ro',
      'XQ  - unheard of',
      'KW  - ',
      '7 of 12 \u00e9',
      '\u00a0',
      '\uFEFFTY  - JOUR',
      'PMID- 12',
      'Link to the Ovid Full Text or citation: x',
    ),
    { maxLength: 25 },
  )
  .map((lines) => lines.join('\n'));

describe('RIS lines', () => {
  it('are each in one record, one report or one count', async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (text) => {
        const account = await accountOf(bytes(text), await foundIn(ris, bytes(text)));
        expect(account.heldTwice).toEqual([]);
        expect(account.free).toBe(account.passedOver);
      }),
      { numRuns: 2000 },
    );
  });

  it('are read the same in any pieces', async () => {
    await fc.assert(
      fc.asyncProperty(soup, fc.array(fc.nat(300), { maxLength: 10 }), async (text, cuts) => {
        const whole = bytes(text);
        const inside = cuts.filter((cut) => cut <= whole.length);
        expect(await foundIn(ris, whole, inside)).toEqual(await foundIn(ris, whole));
      }),
    );
  });

  it('are read the same at one go and one by one', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const atOneGo = new RecordReader();
        atOneGo.take({ text, composed: false });
        atOneGo.end();
        const oneByOne = new RecordReader();
        oneByOne.take({ lines: text.split('\n').map((line) => ({ text: line })) });
        oneByOne.end();
        expect(atOneGo.drain()).toEqual(oneByOne.drain());
      }),
      { numRuns: 2000 },
    );
  });

  it('give each record its own lines and raw text', async () => {
    const text = '\n1.\nTY  - JOUR\nTI  - A\n\nER  - \n\nTY  - BOOK\nER  - ';
    const records = recordsOf(await foundIn(ris, bytes(text)));
    expect(records.map(({ lines, raw }) => ({ lines, raw }))).toEqual([
      { lines: { from: 3, to: 6 }, raw: 'TY  - JOUR\nTI  - A\n\nER  - ' },
      { lines: { from: 8, to: 9 }, raw: 'TY  - BOOK\nER  - ' },
    ]);
  });

  it('stay bounded where a record never ends', async () => {
    const filler = `AB  - ${'x'.repeat(1_000_000)}\n`;
    const text = `TY  - JOUR\nTI  - Endless\n${filler.repeat(12)}ER  - \nTY  - JOUR\nTI  - Next\nER  - \n`;
    const found = await foundIn(ris, bytes(text));
    expect(recordsOf(found).map(({ reference }) => reference.title)).toEqual(['Endless', 'Next']);
    expect(recordsOf(found)[0]?.raw.length).toBeLessThan(longestRecord + filler.length + 100);
    expect(unreadOf(found)).toMatchObject([{ reason: 'record.too-long', lines: { from: 12, to: 15 } }]);
  });

  it('keep a record around a line that is too long', async () => {
    const text = `TY  - JOUR\nAB  - ${'x'.repeat(longestLine)}\nTI  - A\nER  - \n`;
    const found = await foundIn(ris, bytes(text));
    expect(recordsOf(found)[0]?.reference.title).toBe('A');
    expect(unreadOf(found)).toMatchObject([{ reason: 'record.line-too-long', lines: { from: 2, to: 2 } }]);
  });

  it('say of a record that was cut that it was read in part', async () => {
    const found = await foundIn(ris, bytes('TY  - JOUR\nTI  - A\nER  - \nTY  - JOUR\nTI  - B\nAB  - and th'));
    expect(recordsOf(found).map(({ inPart }) => inPart)).toEqual([undefined, true]);
  });

  it('name the tags that nobody knows, once each', async () => {
    const text =
      'TY  - JOUR\nTI  - A\nXQ  - \nXQ  - first\nER  - \nTY  - JOUR\nTI  - B\nXQ  - second\nZ9  - z\nER  - \n';
    const found = await foundIn(ris, bytes(text));
    expect(found.filter(({ kind }) => kind === 'not-understood')).toEqual([
      { kind: 'not-understood', tag: 'XQ', records: 2, example: 'first' },
      { kind: 'not-understood', tag: 'Z9', records: 1, example: 'z' },
    ]);
  });

  it('hand on what was decided in the notes', async () => {
    const text =
      'TY  - JOUR\nTI  - A\nN1  - RAYYAN-INCLUSION: {"Ada"=>"Excluded"} | RAYYAN-EXCLUSION-REASONS: wrong design\nER  - \n';
    const [record] = recordsOf(await foundIn(ris, bytes(text)));
    expect(record).toMatchObject({ decided: [{ by: 'Ada', answer: 'exclude', reasons: ['wrong design'] }] });
  });
});
