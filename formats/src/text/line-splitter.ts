import { longestExcerpt, longestLine } from '../contract.js';
import { asUtf8, decodeBeginning, decodeLine } from './decode.js';

/** One line of a file, without its line break. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** The whole line; only its beginning where `tooLong`. */
  readonly text: string;
  readonly tooLong?: true;
  /** The line's bytes were not UTF-8 and were read as Windows-1252. */
  readonly western?: true;
}

const LF = 10;
const CR = 13;

/**
 * Cuts bytes into lines at LF, CRLF or a lone CR, mixed as they come. What it says of a line depends on the line's own
 * bytes alone, so the pieces in which the bytes arrive do not matter. Holds at most one line.
 */
export class LineSplitter {
  #number = 0;
  #parts: Uint8Array[] = [];
  #held = 0;
  /** The held line is longer than `longestLine`: only its beginning is held, the rest is let go. */
  #overlong = false;
  #afterCarriageReturn = false;

  push(piece: Uint8Array): Line[] {
    const bytes = this.#afterCarriageReturn && piece[0] === LF ? piece.subarray(1) : piece;
    if (piece.length > 0) this.#afterCarriageReturn = false;
    const first = this.#overlong ? firstBreak(bytes) : lastBreak(bytes);
    if (first < 0) {
      this.#hold(bytes);
      return [];
    }
    return this.#overlong ? this.#finishOverlong(bytes, first) : this.#finishBlock(bytes, first);
  }

  end(): Line[] {
    if (this.#held === 0) return [];
    if (this.#overlong) return [this.#takeOverlong()];
    return this.#linesOf(this.#takeHeld());
  }

  #finishBlock(bytes: Uint8Array, last: number): Line[] {
    this.#hold(bytes.subarray(0, last), false);
    const block = this.#takeHeld();
    const lines = this.#linesOf(bytes[last] === LF && block[block.length - 1] === CR ? block.subarray(0, -1) : block);
    this.#afterCarriageReturn = bytes[last] === CR && last === bytes.length - 1;
    this.#hold(bytes.subarray(last + 1));
    return lines;
  }

  #finishOverlong(bytes: Uint8Array, first: number): Line[] {
    const line = this.#takeOverlong();
    this.#afterCarriageReturn = bytes[first] === CR;
    return [line, ...this.push(bytes.subarray(first + 1))];
  }

  /** `open`: the bytes end in the middle of a line. */
  #hold(bytes: Uint8Array, open = true): void {
    if (bytes.length === 0 || this.#overlong) return;
    // Copied: whoever hands the bytes over may use the buffer again.
    this.#parts.push(open ? bytes.slice() : bytes);
    this.#held += bytes.length;
    if (open && this.#held > longestLine) {
      this.#parts = [this.#takeHeld().slice(0, longestExcerpt)];
      this.#held = longestExcerpt;
      this.#overlong = true;
    }
  }

  #takeHeld(): Uint8Array {
    const [only] = this.#parts;
    const bytes = this.#parts.length === 1 && only !== undefined ? only : joined(this.#parts, this.#held);
    this.#parts = [];
    this.#held = 0;
    return bytes;
  }

  #takeOverlong(): Line {
    this.#overlong = false;
    return this.#overlongLine(this.#takeHeld());
  }

  #overlongLine(bytes: Uint8Array): Line {
    this.#number += 1;
    return { number: this.#number, text: decodeBeginning(bytes.subarray(0, longestExcerpt)), tooLong: true };
  }

  /** A block of whole lines without the last line break. Decoded at one go where it can be: that is the fast path. */
  #linesOf(block: Uint8Array): Line[] {
    const text = block.length <= longestLine ? asUtf8(block) : undefined;
    if (text === undefined) return byteLines(block).map((bytes) => this.#line(bytes));
    return textLines(text).map((each) => {
      this.#number += 1;
      return { number: this.#number, text: each };
    });
  }

  #line(bytes: Uint8Array): Line {
    if (bytes.length > longestLine) return this.#overlongLine(bytes);
    this.#number += 1;
    const { text, western } = decodeLine(bytes);
    return western ? { number: this.#number, text, western } : { number: this.#number, text };
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function firstBreak(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte === LF || byte === CR);
}

function lastBreak(bytes: Uint8Array): number {
  return Math.max(bytes.lastIndexOf(LF), bytes.lastIndexOf(CR));
}

/** Three times faster than one regular expression, on the files that most programs write. */
function textLines(text: string): string[] {
  const plain = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  return plain.includes('\r') ? plain.split(/[\r\n]/) : plain.split('\n');
}

function byteLines(block: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < block.length; at += 1) {
    if (block[at] !== LF && block[at] !== CR) continue;
    lines.push(block.subarray(from, at));
    if (block[at] === CR && block[at + 1] === LF) at += 1;
    from = at + 1;
  }
  lines.push(block.subarray(from));
  return lines;
}
