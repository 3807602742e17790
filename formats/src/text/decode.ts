/** Bytes to text, where the bytes are whole lines: UTF-8 where they are valid UTF-8, Windows-1252 or MacRoman where not. */
import { asMacRoman, looksMacRoman } from './mac-roman.js';

// A byte order mark is taken off once, at the start of the file; anywhere else it is a character like others.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const western = new TextDecoder('windows-1252');

/**
 * What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing. Some versions of Node read these bytes as Latin-1,
 * which turns quotation marks and dashes into invisible control characters.
 */
const windowsMarks = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

function asWestern(bytes: Uint8Array): string {
  return western.decode(bytes).replace(/[\u0080-\u009f]/g, (mark) => windowsMark(mark.charCodeAt(0)));
}

/** The character that Windows-1252 has at 0x80 to 0x9F; where it has none, the control character itself. */
export function windowsMark(byte: number): string {
  const known = windowsMarks[byte - 0x80] ?? 0;
  return String.fromCharCode(known === 0 ? byte : known);
}

export function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

export interface Decoded {
  readonly text: string;
  /** The bytes were not UTF-8 and were read as Windows-1252. */
  readonly western: boolean;
  /** The bytes were not UTF-8 and were read as MacRoman. */
  readonly macRoman: boolean;
}

export function decodeLine(bytes: Uint8Array): Decoded {
  const text = asUtf8(bytes);
  if (text !== undefined) return { text, western: false, macRoman: false };
  const [windows, mac] = [asWestern(bytes), asMacRoman(bytes)];
  const macRoman = looksMacRoman(windows, mac);
  return { text: macRoman ? mac : windows, western: !macRoman, macRoman };
}

/** The beginning of a line, cut at any byte. */
export function decodeBeginning(bytes: Uint8Array): string {
  for (let cut = 0; cut < 4 && cut < bytes.length; cut += 1) {
    const text = asUtf8(bytes.subarray(0, bytes.length - cut));
    if (text !== undefined) return text;
  }
  return asWestern(bytes);
}

export type ByteOrderMark = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding that a byte order mark states, with the mark's length in bytes. */
export function byteOrderMark(
  head: Uint8Array,
): { readonly encoding: ByteOrderMark; readonly length: number } | undefined {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

/** Bytes that `encodingOf` looks at. */
export const encodingHead = 64;

/**
 * The encoding that the first bytes of a file state or show, with the length of the byte order mark; undefined where
 * they do neither, and the file is read as UTF-8. UTF-16 without a mark shows in zero bytes at every second place.
 */
export function encodingOf(
  head: Uint8Array,
): { readonly encoding: ByteOrderMark; readonly length: number } | undefined {
  const stated = byteOrderMark(head);
  if (stated !== undefined) return stated;
  const pairs = Math.floor(Math.min(head.length, encodingHead) / 2);
  if (pairs < 8) return undefined;
  const zeros = [0, 0];
  for (let at = 0; at < pairs * 2; at += 1) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [high = 0, low = 0] = zeros;
  if (low > pairs * 0.6 && high < pairs * 0.05) return { encoding: 'utf-16le', length: 0 };
  if (high > pairs * 0.6 && low < pairs * 0.05) return { encoding: 'utf-16be', length: 0 };
  return undefined;
}

/** The first bytes of a file as text, for recognising it: the last character may be cut. */
export function decodeHead(head: Uint8Array): string {
  const known = encodingOf(head);
  if (known === undefined) return decodeBeginning(head);
  const body = head.subarray(known.length);
  return known.encoding === 'utf-8' ? decodeBeginning(body) : new TextDecoder(known.encoding).decode(body);
}
