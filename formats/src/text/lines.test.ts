import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestExcerpt, longestLine } from '../contract.js';
import { inPieces } from '../testing/found-in.js';
import type { Line } from './line-splitter.js';
import { linesOf } from './lines.js';

async function linesIn(bytes: Uint8Array, cuts: readonly number[] = []): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const batch of linesOf(inPieces(bytes, cuts))) lines.push(...batch);
  return lines;
}

const textsIn = async (bytes: Uint8Array) => (await linesIn(bytes)).map(({ text }) => text);
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Bytes in which line breaks, accents in both encodings and byte order marks are frequent. */
const awkwardBytes = fc
  .array(
    fc.oneof(
      fc.constantFrom([13], [10], [13, 10], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0xe9], [0xc3, 0xa9], [0]),
      fc.array(fc.nat(255), { minLength: 1, maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => Uint8Array.from(parts.flat()));

describe('lines of a file', () => {
  it('breaks at LF, CRLF and lone CR', async () => {
    expect(await textsIn(utf8('a\nb\r\nc\rd\r\r\ne'))).toEqual(['a', 'b', 'c', 'd', '', 'e']);
  });

  it('gives no line after the last break', async () => {
    expect(await textsIn(utf8('a\n\n'))).toEqual(['a', '']);
    expect(await textsIn(utf8(''))).toEqual([]);
  });

  it('takes a byte order mark off the start alone', async () => {
    expect(await textsIn(utf8('\uFEFFa\n\uFEFFb'))).toEqual(['a', '\uFEFFb']);
  });

  it('reads each line in its own encoding', async () => {
    const lines = await linesIn(Uint8Array.from([...utf8('Ünal\n'), 0x93, 0xdc, 0x94, 10, ...utf8('é')]));
    expect(lines).toEqual([
      { number: 1, text: 'Ünal' },
      { number: 2, text: '“Ü”', western: true },
      { number: 3, text: 'é' },
    ]);
  });

  it.each([
    ['little', (code: number) => [code & 255, code >> 8]],
    ['big', (code: number) => [code >> 8, code & 255]],
  ])('knows UTF-16 without a byte order mark, %s end first', async (_, pair) => {
    const text = 'TY  - JOUR\r\nAU  - Árnadóttir, Hildur\r\nTI  - “Home” – 家\r\nER  - ';
    const written = Uint8Array.from([...text].flatMap((each) => pair(each.charCodeAt(0))));
    expect(await textsIn(written)).toEqual(text.split('\r\n'));
    expect(await linesIn(written, [1, 7, 30])).toEqual(await linesIn(written));
  });

  it('breaks no line at marks that only look like a break', async () => {
    expect(await textsIn(utf8('a\u0085b\u2028c\u2029d\u000be\u000cf'))).toEqual([
      'a\u0085b\u2028c\u2029d\u000be\u000cf',
    ]);
  });

  it('keeps what a cut UTF-16 file ends with', async () => {
    expect(await textsIn(Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x62]))).toEqual(['a\uFFFD']);
  });

  it('marks a line that is too long, and goes on', async () => {
    const bytes = utf8(`a\n${'x'.repeat(longestLine + 1)}\r\nb`);
    const [first, long, last] = await linesIn(bytes);
    expect(first).toEqual({ number: 1, text: 'a' });
    expect(long).toEqual({ number: 2, text: 'x'.repeat(longestExcerpt), tooLong: true });
    expect(last).toEqual({ number: 3, text: 'b' });
    expect(await linesIn(bytes, [3, 2_000_000, longestLine + 3, longestLine + 4])).toEqual([first, long, last]);
  });

  it('does not depend on the pieces', async () => {
    await fc.assert(
      fc.asyncProperty(awkwardBytes, fc.array(fc.nat(60), { maxLength: 8 }), async (bytes, cuts) => {
        const inside = cuts.filter((cut) => cut <= bytes.length);
        expect(await linesIn(bytes, inside)).toEqual(await linesIn(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the pieces where a CRLF is cut and a blank line follows', async () => {
    for (const written of [
      'a\r\n\nb',
      '\r\n\n',
      'a\r\n\r\nb',
      'a\r\n\n\r',
      `${'x'.repeat(5000)}\r\n\nb`,
      `a\n${'x'.repeat(40_000)}\r\n\nb`,
    ]) {
      const whole = await textsIn(utf8(written));
      expect(whole).toEqual(written.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/));
      const start = utf8(`${'y'.repeat(5000)}\n`);
      for (const cut of [...written].keys()) {
        if (written.length > 100 && cut < written.length - 6) continue;
        const lines = await linesIn(new Uint8Array([...start, ...utf8(written)]), [start.length + cut]);
        expect(lines.slice(1).map(({ text }) => text)).toEqual(whole);
      }
    }
  });

  it('does not depend on the pieces where the lines are many and long', async () => {
    const line = fc.constantFrom('', 'é — ř'.repeat(40), 'x'.repeat(900), 'a', ' ');
    const text = fc
      .tuple(fc.array(line, { maxLength: 200 }), fc.constantFrom('\n', '\r\n', '\r'))
      .map(([lines, end]) => lines.join(end));
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(60_000), { maxLength: 8 }), async (written, cuts) => {
        const bytes = utf8(written);
        const inside = cuts.filter((cut) => cut <= bytes.length);
        const lines = written.split(/\r\n|\r|\n/);
        if (lines.at(-1) === '') lines.pop();
        expect((await linesIn(bytes, inside)).map(({ text: each }) => each)).toEqual(lines);
      }),
      { numRuns: 300 },
    );
  });

  it('loses no character of valid text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replace(/[\r\n\uFEFF]/g, ''))),
        async (texts) => {
          const written = texts.map((text) => `${text}\n`).join('');
          expect(await textsIn(utf8(written))).toEqual(texts);
        },
      ),
    );
  });
});
