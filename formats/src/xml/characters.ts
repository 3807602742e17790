import { byteOrderMark, decodeHead, windowsMark } from '../text/decode.js';

/** A stretch of a file's text. Line breaks are "\n", however the file writes them. */
export interface Characters {
  readonly text: string;
  /** Lines of the file (counted from 1) that are not UTF-8 and were read as Windows-1252, where nothing announced it. */
  readonly western: readonly number[];
}

/** Bytes that say which encoding a file is in. */
const headLength = 4096;

/** Bytes worked on at a time: small enough to keep memory flat when a whole file arrives as one piece. */
const portion = 256 * 1024;

/**
 * The text of a file whose lines mean nothing (XML, JSON). A byte order mark rules; then what the first bytes look like
 * in UTF-16; then what the XML declaration says. A declaration that is wrong is forgiven: bytes that are UTF-8 are read
 * as UTF-8, and single bytes that are not as Windows-1252. Holds no more than the piece it was given.
 */
export async function* charactersOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Characters> {
  const breaks = new LineBreaks();
  let head: Uint8Array = new Uint8Array(0);
  let decoder: Decoder | undefined;
  for await (const chunk of chunks) {
    const bytes: Uint8Array = decoder === undefined ? appended(head, chunk) : chunk;
    if (decoder === undefined && bytes.length < headLength) {
      head = bytes.slice();
      continue;
    }
    decoder ??= decoderFor(bytes);
    for (const each of inPortions(bytes)) yield breaks.take(decoder.take(each));
  }
  if (decoder === undefined) {
    decoder = decoderFor(head);
    yield breaks.take(decoder.take(head));
  }
  yield breaks.take(decoder.end());
  yield breaks.end();
}

function* inPortions(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += portion) yield bytes.subarray(at, at + portion);
}

interface Decoder {
  take(bytes: Uint8Array): readonly Part[];
  end(): readonly Part[];
}

interface Part {
  readonly text: string;
  readonly western?: true;
}

function decoderFor(head: Uint8Array): Decoder {
  const start = head.subarray(0, headLength);
  const mark = byteOrderMark(start);
  if (mark !== undefined && mark.encoding !== 'utf-8') return new Declared(mark.encoding, mark.length);
  if (mark !== undefined) return new Utf8(mark.length, false);
  const unmarked = unmarkedUtf16(start);
  if (unmarked !== undefined) return new Declared(unmarked, 0);
  const declared = declaredEncoding(start);
  if (declared === undefined || /^(?:utf|ucs|unicode|us-ascii$|ascii$)/i.test(declared)) return new Utf8(0, false);
  if (/^(?:iso-?8859-?1|windows-?1252|cp1252|latin-?1|ansi)$/i.test(declared)) return new Utf8(0, true);
  return start.some((byte) => byte > 127) && looksLikeUtf8(start) ? new Utf8(0, false) : decoderNamed(declared);
}

/** Two bytes a character without a mark: "<" or "[" and a zero byte, in either order. */
function unmarkedUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0 && head[1] !== 0 && head[2] === 0) return 'utf-16be';
  return head[0] !== 0 && head[1] === 0 && head[3] === 0 ? 'utf-16le' : undefined;
}

function declaredEncoding(head: Uint8Array): string | undefined {
  const text = decodeHead(head.subarray(0, 512));
  return /<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(text)?.[1];
}

function looksLikeUtf8(head: Uint8Array): boolean {
  return new Utf8(0, false).take(head).every(({ western }) => western === undefined);
}

function decoderNamed(label: string): Decoder {
  try {
    return new Declared(label, 0);
  } catch {
    return new Utf8(0, false);
  }
}

/** An encoding that the file announces, by whoever knows it. */
class Declared implements Decoder {
  readonly #decoder: TextDecoder;
  #skip: number;

  constructor(label: string, skip: number) {
    this.#decoder = new TextDecoder(label, { ignoreBOM: true });
    this.#skip = skip;
  }

  take(bytes: Uint8Array): readonly Part[] {
    const body = bytes.subarray(this.#skip);
    this.#skip = 0;
    return [{ text: this.#decoder.decode(body, { stream: true }) }];
  }

  end(): readonly Part[] {
    return [{ text: this.#decoder.decode() }];
  }
}

/** UTF-8, and each byte that begins no character of it as Windows-1252. What a byte becomes never depends on the pieces. */
class Utf8 implements Decoder {
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #announced: boolean;
  #skip: number;
  /** The first bytes of a character that the piece cut. */
  #held: Uint8Array = new Uint8Array(0);

  /** `announced`: the file says that it is written in a western encoding. */
  constructor(skip: number, announced: boolean) {
    this.#skip = skip;
    this.#announced = announced;
  }

  take(bytes: Uint8Array): readonly Part[] {
    const body = appended(this.#held, bytes.subarray(this.#skip));
    this.#skip = 0;
    const whole = body.length - cutAtEnd(body);
    this.#held = body.slice(whole);
    return this.#parts(body.subarray(0, whole));
  }

  end(): readonly Part[] {
    return this.#parts(this.#held);
  }

  #parts(bytes: Uint8Array): readonly Part[] {
    try {
      return [{ text: this.#strict.decode(bytes) }];
    } catch {
      return this.#mixed(bytes);
    }
  }

  #mixed(bytes: Uint8Array): Part[] {
    const parts: Part[] = [];
    let from = 0;
    while (from < bytes.length) {
      const isText = characterLength(bytes, from) > 0;
      let to = from;
      for (let next = to; to < bytes.length; to += next) {
        next = characterLength(bytes, to);
        if (next > 0 !== isText) break;
        next ||= 1;
      }
      const run = bytes.subarray(from, to);
      const text = isText ? this.#strict.decode(run) : asWestern(run);
      parts.push(isText || this.#announced ? { text } : { text, western: true });
      from = to;
    }
    return parts;
  }
}

function asWestern(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte < 0xa0 ? windowsMark(byte) : String.fromCharCode(byte))).join('');
}

/** How many bytes at the end may be the beginning of a character that goes on. */
function cutAtEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const at = bytes.length - back;
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) return 0;
    if (lead < 0xc0) continue;
    return sequenceLength(lead) > back && mayGoOn(bytes, at) ? back : 0;
  }
  return 0;
}

/** The length of the character that begins here; 0 where none does. */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = sequenceLength(lead);
  return length > 0 && at + length <= bytes.length && mayGoOn(bytes, at) ? length : 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** The bytes after the first, as far as they are there, fit (RFC 3629: no overlong forms, no surrogates). */
function mayGoOn(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at] ?? 0;
  const end = Math.min(at + sequenceLength(lead), bytes.length);
  for (let next = at + 1; next < end; next += 1) {
    const byte = bytes[next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return false;
  }
  const second = end > at + 1 ? (bytes[at + 1] ?? 0) : undefined;
  if (second === undefined) return true;
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second <= 0x8f;
}

/** Makes every line break "\n", and counts. */
class LineBreaks {
  #line = 1;
  #heldReturn = false;
  #lastWestern = 0;

  take(parts: readonly Part[]): Characters {
    let text = '';
    const western: number[] = [];
    for (const part of parts) {
      const own = this.#normalised(part.text);
      text += own;
      this.#line += countOf(own);
      if (part.western && this.#lastWestern !== this.#line) {
        western.push(this.#line);
        this.#lastWestern = this.#line;
      }
    }
    return { text, western };
  }

  end(): Characters {
    return { text: this.#heldReturn ? '\n' : '', western: [] };
  }

  #normalised(piece: string): string {
    const whole = this.#heldReturn ? `\r${piece}` : piece;
    this.#heldReturn = false;
    if (!whole.includes('\r')) return whole;
    const own = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
    this.#heldReturn = own.length < whole.length;
    return own.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  }
}

/** How many line breaks there are between two places. */
export function countOf(text: string, from = 0, to = text.length): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function appended(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right;
  const whole = new Uint8Array(left.length + right.length);
  whole.set(left);
  whole.set(right, left.length);
  return whole;
}
