import { createHash } from 'node:crypto';
import { readJson } from '../change-row.js';
import type { ListSaid } from './parts-of-archive.js';

/** Bytes of lines that go on together. */
const together = 256 * 1024;
/** The longest line: an import of 100,000 records is one change of about 20 MB. */
const longest = 256 * 1024 ** 2;
const newline = 0x0a;

/** Counts lines and hashes their bytes, in whatever pieces they come. */
export class Tally {
  #lines = 0;
  readonly #hash = createHash('sha256');

  add(lines: number, bytes: Uint8Array): void {
    this.#lines += lines;
    this.#hash.update(bytes);
  }

  said(): ListSaid {
    return { lines: this.#lines, sha256: this.#hash.copy().digest('hex') };
  }
}

/** Values as lines of JSON. */
export async function* toLines(values: AsyncIterable<unknown>, tally: Tally): AsyncGenerator<Uint8Array> {
  let lines: string[] = [];
  let length = 0;
  const flushed = () => {
    const bytes = Buffer.from(lines.join(''));
    tally.add(lines.length, bytes);
    [lines, length] = [[], 0];
    return bytes;
  };
  for await (const value of values) {
    const line = `${JSON.stringify(value)}\n`;
    lines.push(line);
    length += line.length;
    if (length >= together) yield flushed();
  }
  if (length > 0) yield flushed();
}

/** A line, from 1, and what is in it. */
export interface Line {
  readonly number: number;
  readonly value: unknown;
}

/** The values of lines of JSON, many at once. A line that is none, too long, or no text has the value undefined. */
export async function* fromLines(pieces: AsyncIterable<Uint8Array>, tally: Tally): AsyncGenerator<readonly Line[]> {
  let rest: Uint8Array[] = [];
  let waiting = 0;
  let number = 0;
  for await (const piece of pieces) {
    const last = piece.lastIndexOf(newline);
    if (last < 0) {
      rest.push(piece);
      waiting += piece.length;
      if (waiting > longest) yield [{ number: number + 1, value: undefined }];
      continue;
    }
    const whole = Buffer.concat([...rest, piece.subarray(0, last + 1)]);
    const lines = linesOf(whole, number);
    number += lines.length;
    tally.add(lines.length, whole);
    rest = [piece.subarray(last + 1)];
    waiting = piece.length - last - 1;
    yield lines;
  }
  if (waiting > 0) yield [{ number: number + 1, value: undefined }];
}

function linesOf(whole: Uint8Array, before: number): Line[] {
  const texts = textOf(whole)?.split('\n') ?? ['', ''];
  texts.pop();
  return texts.map((text, at) => ({ number: before + at + 1, value: readJson(text) }));
}

/** Undefined where the bytes are no UTF-8: nothing in them is guessed at. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
