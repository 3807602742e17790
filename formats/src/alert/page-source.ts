/** A page that was saved: its text out of its bytes, and what a mail program put around the letter taken off. */
import { asUtf8, byteOrderMark, decodeHead, decodeLine } from '../text/decode.js';
import { withoutReferences } from '../text/web-text.js';
import { discreetText } from './discreet-text.js';

/** Bytes of a page without a letter around it; a mail program's page with scripts and styles has two megabytes. */
export const longestPage = 8 * 1024 * 1024;

export interface PageSource {
  /** Out of the encoding that it was saved in, with every link cleaned. */
  readonly text: string;
  /** The bytes of the letter that the page shows the source of. */
  readonly letter?: Uint8Array;
  /** The line at a place of the text; of the decoded text where the file is in quoted-printable. */
  readonly lineAt: (place: number) => number;
}

export function pageOf(bytes: Uint8Array): PageSource {
  const written = pageText(bytes);
  const source = shownSource(written);
  if (source !== undefined) {
    return { text: written, letter: new TextEncoder().encode(source), lineAt: linesBefore(written) };
  }
  const plain = isQuotedPrintable(written) ? fromQuotedPrintable(written) : written;
  // Links are cleaned without touching line breaks.
  const text = discreetText(plain);
  return { text, lineAt: linesBefore(text) };
}

/** Counts on from where it counted last: places come in rising order. */
function linesBefore(text: string): (place: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (place) => {
    while (next >= 0 && next < place) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}

/** UTF-8 where the bytes are, else what the page says it is, else Windows-1252. */
function pageText(bytes: Uint8Array): string {
  if (byteOrderMark(bytes) !== undefined) return decodeHead(bytes);
  const text = asUtf8(bytes);
  if (text !== undefined) return text;
  const head = decodeHead(bytes.subarray(0, 4096).filter((byte) => byte < 128));
  const stated = /charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1] ?? 'windows-1252';
  try {
    return new TextDecoder(stated).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The body of a letter copied out of its source is still in quoted-printable: `class=3D"gse_alrt_title"`. */
function isQuotedPrintable(text: string): boolean {
  return /(?:href|class|style)=3D["']/i.test(text);
}

function fromQuotedPrintable(text: string): string {
  return text.replace(/=[ \t]*\r?\n/g, '').replace(/(?:=[0-9A-F]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('='), (code) => Number.parseInt(code, 16));
    return decodeLine(bytes).text;
  });
}

/** The letter's source, where the page is that of a mail program showing it ("Show original"). */
function shownSource(text: string): string | undefined {
  const from = text.indexOf('id="raw_message_text"');
  const begin = from < 0 ? -1 : text.indexOf('>', from) + 1;
  const end = begin <= 0 ? -1 : text.indexOf('</pre>', begin);
  return end < 0 ? undefined : withoutReferences(text.slice(begin, end));
}
