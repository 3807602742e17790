import { longestExcerpt, longestLine } from '../contract.js';
import { asUtf8, decodeBeginning, decodeLine } from './decode.js';
import { isComposed } from './field-text.js';

/** One line of a file, without its line break. */
export interface Line extends UnnumberedLine {
  /** Counted from 1. */
  readonly number: number;
}

export interface UnnumberedLine {
  /** The whole line; only its beginning where `tooLong`. */
  readonly text: string;
  readonly tooLong?: true;
  /** The line's bytes were not UTF-8 and were read as Windows-1252. */
  readonly western?: true;
  /** The line's bytes were not UTF-8 and were read as MacRoman. */
  readonly macRoman?: true;
}

/**
 * Whole lines of a file, as many as came together: in one text where all of them are UTF-8 and none is too long, which
 * is the fast path of nearly every file; one by one where not. Which of the two it is may depend on the pieces in which
 * the bytes came; what the lines say does not.
 */
export type Portion = Block | { readonly lines: readonly UnnumberedLine[] };

/** Lines in one text, for readers that would rather not see each of them. */
export interface Block {
  /** Lines with "\n" between them, whatever the file breaks its lines with; none behind the last. */
  readonly text: string;
  /** No character of it needs composing (`isComposed`). */
  readonly composed: boolean;
}

const LF = 10;
const CR = 13;

/**
 * Cuts bytes into lines at LF, CRLF or a lone CR, mixed as they come. What it says of a line depends on the line's own
 * bytes alone, so the pieces in which the bytes arrive do not matter. Holds at most one line.
 */
export class LineSplitter {
  #parts: Uint8Array[] = [];
  #held = 0;
  /** The held line is longer than `longestLine`: only its beginning is held, the rest is let go. */
  #overlong = false;
  #afterCarriageReturn = false;

  push(piece: Uint8Array): Portion[] {
    const bytes = this.#afterCarriageReturn && piece[0] === LF ? piece.subarray(1) : piece;
    if (piece.length > 0) this.#afterCarriageReturn = false;
    const first = this.#overlong ? firstBreak(bytes) : lastBreak(bytes);
    if (first < 0) {
      this.#hold(bytes);
      return [];
    }
    return this.#overlong ? this.#finishOverlong(bytes, first) : this.#finishBlock(bytes, first);
  }

  end(): Portion[] {
    if (this.#held === 0) return [];
    return [this.#overlong ? this.#takeOverlong() : portionOf(this.#takeHeld())];
  }

  #finishBlock(bytes: Uint8Array, last: number): Portion[] {
    if (this.#held > 0) return this.#finishHeld(bytes);
    const end = bytes[last] === LF && bytes[last - 1] === CR ? last - 1 : last;
    const portion = portionOf(bytes.subarray(0, end));
    this.#afterCarriageReturn = bytes[last] === CR && last === bytes.length - 1;
    this.#hold(bytes.subarray(last + 1));
    return [portion];
  }

  /** The line that began in an earlier piece by itself: the others are then read where they are, and not copied. */
  #finishHeld(bytes: Uint8Array): Portion[] {
    const first = firstBreak(bytes);
    this.#hold(bytes.subarray(0, first), false);
    const portion = portionOf(this.#takeHeld());
    this.#afterCarriageReturn = bytes[first] === CR;
    return [portion, ...this.push(bytes.subarray(first + 1))];
  }

  #finishOverlong(bytes: Uint8Array, first: number): Portion[] {
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

  #takeOverlong(): Portion {
    this.#overlong = false;
    return { lines: [overlongLine(this.#takeHeld())] };
  }
}

/** A block of whole lines without the last line break. */
function portionOf(block: Uint8Array): Portion {
  const text = block.length <= longestLine ? asUtf8(block) : undefined;
  if (text === undefined) return { lines: byteLines(block).map(lineOf) };
  return { text: withPlainBreaks(text), composed: isComposed(text, block) };
}

function lineOf(bytes: Uint8Array): UnnumberedLine {
  if (bytes.length > longestLine) return overlongLine(bytes);
  const { text, western, macRoman } = decodeLine(bytes);
  if (western) return { text, western };
  return macRoman ? { text, macRoman } : { text };
}

function overlongLine(bytes: Uint8Array): UnnumberedLine {
  return { text: decodeBeginning(bytes.subarray(0, longestExcerpt)), tooLong: true };
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
  const last = bytes.lastIndexOf(LF);
  // Nearly always there is none behind it, and looking through the whole piece for one would take longer than decoding.
  const behind = bytes.subarray(last + 1).lastIndexOf(CR);
  return behind < 0 ? last : last + 1 + behind;
}

function withPlainBreaks(text: string): string {
  if (!text.includes('\r')) return text;
  const plain = text.replaceAll('\r\n', '\n');
  return plain.includes('\r') ? plain.replaceAll('\r', '\n') : plain;
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
