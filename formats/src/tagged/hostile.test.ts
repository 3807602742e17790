import { describe, expect, it } from 'vitest';
import { ciw } from '../ciw/format.js';
import type { Format } from '../contract.js';
import { enw } from '../enw/format.js';
import { nbib } from '../nbib/format.js';
import { ovid } from '../ovid/format.js';
import { refworks } from '../refworks/format.js';
import { foundIn, recordsOf } from '../testing/found-in.js';

const bytes = (text: string) => new TextEncoder().encode(text);

/** One record of each format, around a value. */
const records: readonly (readonly [Format, (value: string) => string])[] = [
  [
    nbib,
    (value) => `PMID- 1\nTI  - A\nFAU - ${value}\nAB  - ${value}\nLID - ${value}\nPT  - ${value}\nDP  - ${value}\n`,
  ],
  [ciw, (value) => `PT J\nTI A\nAU ${value}\nAB ${value}\nDI ${value}\nSN ${value}\nPY ${value}\nDT ${value}\nER\n`],
  [
    ovid,
    (value) =>
      `<1>\nVN  - Ovid\nTI  - A\nAU  - ${value}\nSO  - ${value}\nBT  - ${value}\nDO  - ${value}\nPT  - ${value}\n`,
  ],
  [
    refworks,
    (value) => `RT Journal Article\nT1 A\nA1 ${value}\nNO doi: ${value}\nSN ${value}\nOL ${value}\nYR ${value}\n`,
  ],
  [enw, (value) => `%0 Book\n%T A\n%A ${value}\n%R ${value}\n%O ${value}\n%@ ${value}\n%K ${value}\n%D ${value}\n`],
];

/** What makes a careless pattern look through the rest of the value again from every place in it. */
const runs = [',', '[', ' ', '1', '1-', 'MD ', 'a;', '10.', '(', '[Ed', 'et al ', '&', 'doi ', '\n', '1.\n', '%\n'];

for (const [format, around] of records) {
  describe(`${format.label}: a value that repeats itself`, () => {
    // A pattern that is not linear needs minutes for these, and the test never ends.
    it.each(runs)('is read: %j', async (run) => {
      const file = bytes(around(`${run.repeat(150_000 / run.length)}x`));
      expect(format.recognise(file.subarray(0, 64 * 1024), 'a.txt')).toBeGreaterThanOrEqual(0);
      expect(recordsOf(await foundIn(format, file)).length).toBeGreaterThan(0);
    });
  });
}
