import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formats } from './index.js';
import { accountOf, foundIn, recordsOf, unreadOf } from './testing/found-in.js';

/** One file and what is to be found in it; `null` stands for absent. */
interface Case {
  readonly title: string;
  readonly file: string;
  readonly records: number;
  readonly fields: readonly Readonly<Record<string, unknown>>[];
  readonly unread: readonly { reason: string; from?: number; to?: number; text?: string; values?: unknown }[];
  readonly passedOver: Readonly<Record<string, number>>;
}

const folder = (format: string) => new URL(`./${format}/cases/`, import.meta.url);

for (const format of formats) {
  const cases: Case[] = JSON.parse(readFileSync(new URL('cases.json', folder(format.name)), 'utf8'));

  describe(`${format.label}: cases`, () => {
    it.each(cases)('$title', async ({ file, records, fields, unread, passedOver }) => {
      const found = await foundIn(format, bytesOf(format.name, file));
      const read = recordsOf(found).map((record) => ({ number: record.number, ...record.reference }));
      expect(read).toHaveLength(records);
      for (const [index, wanted] of fields.entries()) {
        for (const [field, value] of Object.entries(wanted)) {
          expect({ record: index, [field]: read[index]?.[field as keyof (typeof read)[number]] ?? null }).toEqual({
            record: index,
            [field]: value,
          });
        }
      }
      expect(unreadOf(found).map(({ reason, lines, text, values }) => ({ reason, ...lines, text, values }))).toEqual(
        unread.map((each) => expect.objectContaining(each)),
      );
      expect(
        Object.fromEntries(
          found.filter((each) => each.kind === 'passed-over').map((each) => [each.reason, each.lines]),
        ),
      ).toEqual(passedOver);
    });

    it.each(format.byLines ? cases : [])('accounts for every line: $file', async ({ file }) => {
      const bytes = bytesOf(format.name, file);
      const account = await accountOf(bytes, await foundIn(format, bytes));
      expect(account.heldTwice).toEqual([]);
      expect(account.free).toBe(account.passedOver);
    });

    it.each(cases)('reads the same byte by byte: $file', async ({ file }) => {
      const bytes = bytesOf(format.name, file);
      const everywhere = Array.from({ length: bytes.length - 1 }, (_, index) => index + 1);
      expect(await foundIn(format, bytes, everywhere)).toEqual(await foundIn(format, bytes));
    });
  });
}

function bytesOf(format: string, file: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(file, folder(format))));
}
