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
 * Bytes. Blocks end behind the first blank line beyond this, which nearly always stands between two records. Small,
 * because one letter outside of Latin-1 doubles the memory of its whole block, and slows everything that reads it.
 */
const usualBlock = 2 * 1024;
/** Bytes that wait for a blank line. Where none comes, the lines go out without. */
const longestWait = 32 * 1024;

/**
 * Cuts bytes into lines at LF, CRLF or a lone CR, mixed as they come. What it says of a line depends on the line's own
 * bytes alone, so the pieces in which the bytes arrive do not matter. Holds at most one line, and up to `longestWait`
 * of lines before it.
 */
export class LineSplitter {
  #parts: Uint8Array[] = [];
  #held = 0;
  /** How many of the held bytes are whole lines, with their line breaks. */
  #whole = 0;
  /** The held line is longer than `longestLine`: only its beginning is held, the rest is let go. */
  #overlong = false;
  #afterCarriageReturn = false;

  push(piece: Uint8Array): Portion[] {
    const portions: Portion[] = [];
    // The rest of a CRLF whose line is gone already; of a line that is held, it is put together with it.
    const rest = this.#afterCarriageReturn && this.#held === 0 && piece[0] === LF;
    let bytes = rest ? piece.subarray(1) : piece;
    if (piece.length > 0) this.#afterCarriageReturn = false;
    if (this.#held > 0) bytes = this.#finishHeld(bytes, portions);
    if (bytes.length > 0) this.#takeBlocks(bytes, portions);
    return portions;
  }

  end(): Portion[] {
    if (this.#held === 0) return [];
    if (this.#overlong) return [this.#takeOverlong()];
    const whole = this.#whole === this.#held;
    const bytes = this.#takeHeld();
    return [portionOf(whole ? withoutBreak(bytes) : bytes)];
  }

  /** What is held and goes on in these bytes; gives what is behind it, which is then read where it is, and not copied. */
  #finishHeld(bytes: Uint8Array, portions: Portion[]): Uint8Array {
    const end = this.#overlong ? behindBreak(bytes, firstBreak(bytes)) : this.#endOfHeld(bytes);
    if (end > 0) {
      this.#afterCarriageReturn = end === bytes.length && bytes[end - 1] === CR;
      this.#hold(bytes.subarray(0, end), end);
      portions.push(this.#overlong ? this.#takeOverlong() : portionOf(withoutBreak(this.#takeHeld())));
      return bytes.subarray(end);
    }
    if (this.#whole > 0 && this.#held + bytes.length > longestWait) this.#letLinesGo(portions);
    this.#holdTail(bytes);
    return nothing;
  }

  /** Behind the blank line, or the line, with which the held bytes are given away; 0 where they have to wait. */
  #endOfHeld(bytes: Uint8Array): number {
    const blank = behindBlankLine(bytes, 0, longestWait);
    if (blank > 0) return blank;
    return this.#held + bytes.length <= longestWait ? 0 : behindBreak(bytes, firstBreak(bytes));
  }

  #takeBlocks(bytes: Uint8Array, portions: Portion[]): void {
    let from = 0;
    for (let end = behindBlankLine(bytes, usualBlock); end > 0; end = behindBlankLine(bytes, from + usualBlock)) {
      portions.push(portionOf(withoutBreak(bytes.subarray(from, end))));
      from = end;
    }
    if (bytes.length - from > longestWait) {
      const end = behindBreak(bytes, lastBreak(bytes));
      if (end > from) portions.push(portionOf(withoutBreak(bytes.subarray(from, end))));
      from = Math.max(from, end);
    }
    // Nothing is left to hold, but what was given away may go on with the LF of its last line break.
    if (from === bytes.length) this.#afterCarriageReturn = bytes[from - 1] === CR;
    this.#holdTail(bytes.subarray(from));
  }

  /** Whole lines, if any, and the beginning of one. */
  #holdTail(bytes: Uint8Array): void {
    if (bytes.length === 0 || this.#overlong) return;
    const whole = behindBreak(bytes, lastBreak(bytes));
    this.#afterCarriageReturn = whole === bytes.length && bytes[whole - 1] === CR;
    // Copied: whoever hands the bytes over may use the buffer again.
    this.#hold(bytes.slice(), whole);
    if (this.#held - this.#whole <= longestLine) return;
    this.#parts = [this.#takeHeld().slice(0, longestExcerpt)];
    this.#held = longestExcerpt;
    this.#overlong = true;
  }

  /** `whole`: of them are whole lines; what is held becomes so with them. */
  #hold(bytes: Uint8Array, whole: number): void {
    if (this.#overlong) return;
    this.#parts.push(bytes);
    if (whole > 0) this.#whole = this.#held + whole;
    this.#held += bytes.length;
  }

  /** The lines that waited for a blank one; the beginning of the line behind them stays. */
  #letLinesGo(portions: Portion[]): void {
    const whole = this.#whole;
    const bytes = this.#takeHeld();
    portions.push(portionOf(withoutBreak(bytes.subarray(0, whole))));
    if (whole < bytes.length) this.#hold(bytes.subarray(whole), 0);
  }

  #takeHeld(): Uint8Array {
    const [only] = this.#parts;
    const bytes = this.#parts.length === 1 && only !== undefined ? only : joined(this.#parts, this.#held);
    this.#parts = [];
    this.#held = 0;
    this.#whole = 0;
    return bytes;
  }

  #takeOverlong(): Portion {
    this.#overlong = false;
    return { lines: [overlongLine(this.#takeHeld())] };
  }
}

const nothing = new Uint8Array(0);

/** `block`: whole lines without the last line break. */
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

/** Behind the line break at `at`, which may be two bytes long; 0 where `at` is -1. */
function behindBreak(bytes: Uint8Array, at: number): number {
  return bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1;
}

/** Behind the first blank line that begins at or behind `from`, and before `to`; 0 where there is none. */
function behindBlankLine(bytes: Uint8Array, from: number, to = bytes.length): number {
  const last = Math.min(bytes.length - 1, to);
  for (let at = from; at < last; at += 1) {
    if (bytes[at] !== LF) continue;
    if (bytes[at + 1] === LF) return at + 2;
    if (bytes[at + 1] === CR && bytes[at + 2] === LF) return at + 3;
  }
  return 0;
}

/** Without the line break that they end with. */
function withoutBreak(lines: Uint8Array): Uint8Array {
  const last = lines.length - 1;
  return lines.subarray(0, lines[last] === LF && lines[last - 1] === CR ? last - 1 : last);
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
