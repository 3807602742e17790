import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestLine, longestRecord } from '../contract.js';
import { accountOf, foundIn, recordsOf, unreadOf } from '../testing/found-in.js';
import { ris } from './format.js';

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
});
