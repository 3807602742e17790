import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ciw } from '../ciw/format.js';
import { type Found, type Format, longestLine, longestRecord } from '../contract.js';
import { enw } from '../enw/format.js';
import { nbib } from '../nbib/format.js';
import { ovid } from '../ovid/format.js';
import { refworks } from '../refworks/format.js';
import { accountOf, foundIn, recordsOf, unreadOf } from '../testing/found-in.js';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Lines that the exports of each format are made of, and lines that only look like them. */
const lines: readonly (readonly [Format, readonly string[]])[] = [
  [
    nbib,
    ['PMID- 1', 'PMID- 2', 'PMID-3', 'OWN - ERIC', 'TI  - Title', 'TI-', 'AB  - Text', 'FAU - Vale, Ro', 'XYZ - new'],
  ],
  [
    ciw,
    [
      'FN ISI',
      'VR 1.0',
      'PT J',
      'PT B',
      'TI Title',
      'AU Vale',
      '   Okafor',
      'AB Text',
      'ER',
      'EF',
      'QX new',
      'US text',
    ],
  ],
  [
    ovid,
    [
      '<1. >',
      ' <2. >',
      '<3>',
      '4.',
      'VN  - Ovid',
      'TI  - Title',
      'TI - Title',
      ' AU - Vale',
      'Title',
      '  Value',
      'TI: Title',
    ],
  ],
  [refworks, ['RT Journal', 'RT was 5', 'A1 Vale', 'T1 Title', 'AB Text', 'US text', 'RT=Type', '*****', 'QQ new']],
  [enw, ['%0 Book', '%0', '%T Title', '%A Vale', '%X Text', '%K a', 'b', '% of all', '%5 new', '%']],
];

const around = [
  '',
  '   ',
  'more text',
  '      more',
  '12.',
  'Database: X <1946>',
  'Search Strategy:',
  '\uFEFF',
  'T2 - weighted',
];

const soupOf = (own: readonly string[]) =>
  fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...own) }, fc.constantFrom(...around)), { maxLength: 25 });

for (const [format, own] of lines) {
  const soup = soupOf(own).map((parts) => parts.join('\n'));

  describe(`${format.label}: lines`, () => {
    it('are each in one record, one report or one count', async () => {
      await fc.assert(
        fc.asyncProperty(soup, async (text) => {
          const account = await accountOf(bytes(text), await foundIn(format, bytes(text)));
          expect(account.heldTwice).toEqual([]);
          expect(account.free).toBe(account.passedOver);
        }),
        { numRuns: 700 },
      );
    });

    it('are read the same in any pieces', async () => {
      await fc.assert(
        fc.asyncProperty(soup, fc.array(fc.nat(300), { maxLength: 10 }), async (text, cuts) => {
          const whole = bytes(text);
          const inside = cuts.filter((cut) => cut <= whole.length);
          expect(await foundIn(format, whole, inside)).toEqual(await foundIn(format, whole));
        }),
      );
    });
  });
}

describe('a record of tagged lines', () => {
  it('stays bounded where it never ends', async () => {
    const filler = `AB ${'x'.repeat(1_000_000)}\n`;
    const text = `PT J\nTI Endless\n${filler.repeat(12)}ER\n\nPT J\nTI Next\nER\n`;
    const found = await foundIn(ciw, bytes(text));
    expect(recordsOf(found).map(({ reference, inPart }) => [reference.title, inPart])).toEqual([
      ['Endless', true],
      ['Next', undefined],
    ]);
    expect(recordsOf(found)[0]?.raw.length).toBeLessThan(longestRecord + filler.length + 100);
    expect(unreadOf(found)).toMatchObject([{ reason: 'record.too-long', lines: { from: 12, to: 15 } }]);
  });

  it.each([
    ['in PubMed', nbib, (long: string) => `PMID- 1\nTI  - A\nAB  - ${long}\nJT  - B\n`],
    ['in Refer', enw, (long: string) => `%0 Book\n%T A\n%X ${long}\n%J B\n`],
  ])('is read around a line that is too long: %s', async (_, format, file) => {
    const found = await foundIn(format, bytes(file('x'.repeat(longestLine))));
    expect(recordsOf(found)).toMatchObject([{ inPart: true, reference: { title: 'A', journal: 'B' } }]);
    expect(unreadOf(found)).toMatchObject([{ reason: 'record.line-too-long', lines: { from: 3, to: 3 } }]);
  });

  it('names tags that nobody knows once, with their first value', async () => {
    const text = 'PMID- 1\nTI  - A\nXYZ - one\nXYZ - two\n\nPMID- 2\nTI  - B\nXYZ - three\n';
    const unknown = (await foundIn(nbib, bytes(text))).filter((each: Found) => each.kind === 'not-understood');
    expect(unknown).toEqual([{ kind: 'not-understood', tag: 'XYZ', records: 2, example: 'one' }]);
  });

  it.each([
    [
      'is not begun by the same tag where blank lines part all lines',
      'TI  - A\n\nAU  - B\n\nJT  - C\n\nTI  - D\n\nAU  - E',
      2,
    ],
    ['is begun by its first tag behind a blank line', 'TI  - A\nJT  - C\n\nTI  - D\nJT  - E', 2],
    ['goes on behind the blank line at the end of an abstract', 'PMID- 1\nTI  - A\nAB  - B\n\nFAU - C', 1],
  ])('%s', async (_, text, records) => {
    expect(recordsOf(await foundIn(nbib, bytes(text)))).toHaveLength(records);
  });
});
