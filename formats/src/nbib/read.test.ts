import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Found } from '../contract.js';
import { readTagged } from '../tagged/read.js';
import { foundIn, inPieces, recordsOf } from '../testing/found-in.js';
import { medline, nbib } from './format.js';

const bytes = (text: string) => new TextEncoder().encode(text);

async function byLine(whole: Uint8Array): Promise<Found[]> {
  const found: Found[] = [];
  for await (const each of readTagged(medline, inPieces(whole, []))) found.push(each);
  return found;
}

/** Records as PubMed writes them, with a line among them now and then that it never writes. */
const oddLine = fc.constantFrom(
  '',
  'at the margin',
  '   indented less',
  '       \u00a0',
  'OWN - NLM',
  'PMC -9',
  'A\u00dfB - x',
  'é   - y',
);
const ordinaryLine = fc.constantFrom(
  'TI  - A title that',
  'TI  - A title that ',
  '      École goes on',
  `AB  - ${'long '.repeat(30)}end`,
  '      goes on',
  '        further in',
  'AB  - Cafe\u0301s and rooms',
  'AU  - Vale R',
  'FAU - Vale, Robin',
  'LID - 10.5555/a [doi]',
  'OT  - waiting ',
  'OWN - NLM',
  'QQQ - new',
);
const record = fc
  .array(fc.oneof({ weight: 25, arbitrary: ordinaryLine }, oddLine), { maxLength: 12 })
  .map((lines) => ['PMID- 1', ...lines].join('\n'));
const file = fc
  .tuple(fc.array(record, { maxLength: 6 }), fc.constantFrom('\n\n', '\n\n\n', '\n'))
  .map(([records, between]) => records.join(between));

describe('a file of PubMed', () => {
  it('says record by record what it says line by line', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.array(fc.nat(900), { maxLength: 3 }), async (text, cuts) => {
        const whole = bytes(text);
        const inside = cuts.filter((cut) => cut <= whole.length);
        expect(await foundIn(nbib, whole, inside)).toEqual(await byLine(whole));
      }),
      { numRuns: 3000 },
    );
  });

  it('is no list of PubMed identifiers', () => {
    expect(nbib.recognise(bytes('31234567\n31234568\n'), 'pmids.txt')).toBe(0);
  });

  it('counts a list of five thousand authors', async () => {
    const authors = Array.from({ length: 5000 }, (_, index) => `FAU - Vale, Robin ${index}\nAU  - Vale R\n`).join('');
    const [record] = recordsOf(await foundIn(nbib, bytes(`PMID- 1\nTI  - A\n${authors}\nPMID- 2\nTI  - B\n`)));
    expect(record?.reference.authors).toHaveLength(5000);
  });
});
