import { decodeHead } from '../text/decode.js';
import { startsMailbox } from './mailbox.js';

/** Bytes among which the headers that tell a letter stand: mail servers write kilobytes of their own before them. */
export const headersLength = 16 * 1024;

/** True for the beginning of a letter or a mailbox. */
export function isLetter(head: Uint8Array): boolean {
  const lines = decodeHead(head.subarray(0, headersLength)).split(/\r\n|\n/);
  const known = lettersHeaders(lines);
  return known >= 2 || (known === 1 && startsMailbox(lines.find((line) => line.trim() !== '') ?? ''));
}

const headerLine = /^([!-9;-~]{1,80}):(?:[ \t]|$)/;

/** Headers that letters have and hardly anything else does. */
const ofLetters = new Set([
  'received',
  'mime-version',
  'message-id',
  'delivered-to',
  'return-path',
  'content-type',
  'content-transfer-encoding',
  'dkim-signature',
  'from',
  'to',
  'subject',
  'date',
  'reply-to',
  'list-unsubscribe',
  'x-gmail-labels',
]);

/** How many known headers stand before the body. */
function lettersHeaders(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '');
  const opening = lines[first] ?? '';
  // Apple Mail writes the length of a letter before it.
  const start = startsMailbox(opening) || /^\d+\s*$/.test(opening) ? first + 1 : first;
  const known = new Set<string>();
  for (const line of lines.slice(Math.max(start, 0))) {
    if (line.trim() === '') break;
    const name = headerLine.exec(line)?.[1]?.toLowerCase();
    if (name === undefined && !/^[ \t]/.test(line)) break;
    if (name !== undefined && ofLetters.has(name)) known.add(name);
  }
  return known.size;
}
