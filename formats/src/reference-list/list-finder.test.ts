import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf, foundIn, recordsOf, unreadOf } from '../testing/found-in.js';
import { referenceList } from './format.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const entry = (number: number) => `${number}. Vale R. Title number ${number}. J Inv. 2018;4:${number}.`;

/** Papers made of the lines that papers are made of, in any order. */
const soup = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.nat(9).map(entry) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '',
          '',
          'Article PubMed Google Scholar',
          'References',
          'Download references',
          'Prose of the paper.',
          '1. What happened next, do you think?',
          '[1] Vale R. Other. J Inv. 2018;4:3.',
          '2) Vale R. Third. J Inv. 2001;4:3.',
          'wrapped, 2018;1–',
          '20.',
          '\u00a0\u200b',
        ),
      },
    ),
    { maxLength: 25 },
  )
  .map((lines) => lines.join('\n'));

describe('a reference list', () => {
  it('has every line in one record, one report or one count', async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (text) => {
        const account = await accountOf(bytes(text), await foundIn(referenceList, bytes(text)));
        expect(account.heldTwice).toEqual([]);
        expect(account.free).toBe(account.passedOver);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read the same in any pieces', async () => {
    await fc.assert(
      fc.asyncProperty(soup, fc.array(fc.nat(600), { maxLength: 10 }), async (text, cuts) => {
        const whole = bytes(text);
        const inside = cuts.filter((cut) => cut <= whole.length);
        expect(await foundIn(referenceList, whole, inside)).toEqual(await foundIn(referenceList, whole));
      }),
    );
  });

  it('is handed on while it is read', async () => {
    const text = Array.from({ length: 3000 }, (_, index) => `${entry(index + 1)}\n`).join('');
    let given = 0;
    async function* slowly() {
      for (const line of text.split(/(?<=\n)/)) {
        given += 1;
        yield bytes(line);
      }
    }
    for await (const found of referenceList.read(slowly())) {
      if (found.kind === 'record') break;
    }
    expect(given).toBeLessThan(3000);
  });

  it('is the run with most references, not the first', async () => {
    const guide = [
      '1. How did you come here, and with whom?',
      '2. What happened then, do you think?',
      '3. And after that, at home?',
    ];
    const text = [...guide, '', 'References', '', entry(1), '', entry(2)].join('\n');
    const found = await foundIn(referenceList, bytes(text));
    expect(recordsOf(found).map(({ number }) => number)).toEqual([1, 2]);
    expect(unreadOf(found)).toMatchObject([{ reason: 'list.other', lines: { from: 1, to: 3 } }]);
  });

  it('names each of two gaps', async () => {
    const text = [1, 2, 4, 5, 9].map(entry).join('\n');
    const missing = unreadOf(await foundIn(referenceList, bytes(text)));
    expect(missing.map(({ reason, values }) => [reason, values?.numbers])).toEqual([
      ['number.missing', '3'],
      ['number.missing', '6, 7, 8'],
    ]);
  });

  it('does not open a reference at a wrapped volume', async () => {
    const text =
      '1. Vale R. A long history of doors. Vol.\n2. Oxford University Press at Oxford; 2009.\n3. Vale R. Next. J Inv. 2018;4:3.';
    const records = recordsOf(await foundIn(referenceList, bytes(text.replace('2. Oxford', '12. Oxford'))));
    expect(records.map(({ number, lines }) => [number, lines.from, lines.to])).toEqual([
      [1, 1, 2],
      [3, 3, 3],
    ]);
  });
});
