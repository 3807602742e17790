import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inPieces } from '../testing/found-in.js';
import { longestMessage } from './limits.js';
import { messagesIn } from './mailbox.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function messages(bytes: Uint8Array, cuts: readonly number[] = []) {
  const found: { from: number; to: number; text: string | undefined }[] = [];
  for await (const { lines, bytes: own } of messagesIn(inPieces(bytes, cuts))) {
    found.push({ ...lines, text: own === undefined ? undefined : new TextDecoder().decode(own) });
  }
  return found;
}

const from = 'From a@b.example Mon Jan  2 08:30:00 2023';

describe('a mailbox', () => {
  it('is cut at its "From " lines', async () => {
    expect(await messages(utf8(`${from}\nSubject: a\n\nx\n\n${from}\r\nSubject: b\r\n\r\ny\r\n`))).toEqual([
      { from: 1, to: 4, text: 'Subject: a\n\nx\n\n' },
      { from: 6, to: 9, text: 'Subject: b\r\n\r\ny\r\n' },
    ]);
  });

  it('is not cut where a sentence begins with From', async () => {
    const text = `${from}\nSubject: a\n\nFrom now on it is 9\n\nFrom here to there\nx\n${from}\n`;
    expect(await messages(utf8(text))).toHaveLength(1);
  });

  it('writes ">From " for "From " at the start of a line', async () => {
    const [only] = await messages(utf8(`${from}\n\n>From x\n>>From y\n> From z\n`));
    expect(only?.text).toBe('\nFrom x\n>From y\n> From z\n');
  });

  it('of one letter without such a line is that letter', async () => {
    const letter = 'Subject: a\n\n>From x\n\nFrom\n';
    expect(await messages(utf8(letter))).toEqual([{ from: 1, to: 5, text: letter }]);
    expect(await messages(utf8(' \n\n'))).toEqual([{ from: 1, to: 1, text: ' \n\n' }]);
    expect(await messages(utf8(''))).toEqual([]);
  });

  it('does not depend on the pieces', async () => {
    const line = fc.constantFrom(from, 'From x', '>From y', '', 'a', 'Subject: s', 'From - 8:00');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 20 }),
        fc.array(fc.nat(200), { maxLength: 10 }),
        async (lines, cuts) => {
          const bytes = utf8(lines.map((each) => each.join('')).join(''));
          expect(
            await messages(
              bytes,
              cuts.filter((cut) => cut <= bytes.length),
            ),
          ).toEqual(await messages(bytes));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('holds no message longer than letters are', async () => {
    const long = utf8(`${from}\n\n${'x'.repeat(longestMessage)}\n\n${from}\n\ny\n`);
    expect(await messages(long, [5_000_000, 20_000_000])).toEqual([
      { from: 1, to: 3, text: undefined },
      { from: 5, to: 7, text: '\ny\n' },
    ]);
  });
});
