/** Bytes to text, where the bytes are whole lines: UTF-8 where they are valid UTF-8, Windows-1252 where not. */

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
  return western.decode(bytes).replace(/[\u0080-\u009f]/g, (mark) => {
    const known = windowsMarks[mark.charCodeAt(0) - 0x80] ?? 0;
    return known === 0 ? mark : String.fromCharCode(known);
  });
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
  /** The bytes were not UTF-8. */
  readonly western: boolean;
}

export function decodeLine(bytes: Uint8Array): Decoded {
  const text = asUtf8(bytes);
  return text === undefined ? { text: asWestern(bytes), western: true } : { text, western: false };
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

/** The first bytes of a file as text, for recognising it: the last character may be cut. */
export function decodeHead(head: Uint8Array): string {
  const mark = byteOrderMark(head);
  if (mark === undefined) return decodeBeginning(head);
  const body = head.subarray(mark.length);
  return mark.encoding === 'utf-8' ? decodeBeginning(body) : new TextDecoder(mark.encoding).decode(body);
}
