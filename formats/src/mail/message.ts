/** A letter taken apart: who sent it, when, what it says, what is attached. */
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { deepestParts, longestBody, longestHeaders, mostBoundaryLines, mostShortLines, shortLine } from './limits.js';

export interface AttachedFile {
  readonly name: string;
  /** Lower case: "text/plain". */
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Message {
  /** The sender's address, lower case; empty where there is none. */
  readonly sender: string;
  readonly senderName: string;
  readonly subject: string;
  /** ISO 8601, or as the letter has it; empty where it has none. */
  readonly date: string;
  readonly html: string;
  readonly text: string;
  readonly attached: readonly AttachedFile[];
  /** Addresses of those who got it, lower case. */
  readonly readers: readonly string[];
}

/** Undefined where it is too nested, or its text too long, to be a letter. */
export async function messageOf(bytes: Uint8Array): Promise<Message | undefined> {
  if (hasTooManyLines(bytes) || boundaryLines(bytes) > mostBoundaryLines) return undefined;
  try {
    const email = await PostalMime.parse(bytes, {
      maxNestingDepth: deepestParts,
      maxHeadersSize: longestHeaders,
      // Letters inside are taken apart one by one, each within the same limits.
      maxRfc822NestingDepth: 0,
    });
    if ((email.html ?? '').length > longestBody || (email.text ?? '').length > longestBody) return undefined;
    return asMessage(email);
  } catch {
    // Its parser refuses by an error whatever goes beyond the limits; a letter that is merely broken it reads.
    return undefined;
  }
}

function asMessage(email: Email): Message {
  return {
    sender: email.from?.address?.toLowerCase() ?? '',
    senderName: email.from?.name ?? '',
    subject: email.subject ?? '',
    date: email.date ?? '',
    html: email.html ?? '',
    text: email.text ?? '',
    attached: email.attachments.map(asFile),
    readers: readersOf(email),
  };
}

function asFile({ filename, mimeType, content }: Attachment): AttachedFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { name: filename ?? '', type: mimeType.toLowerCase(), bytes };
}

const readersHeaders = new Set([
  'to',
  'cc',
  'bcc',
  'delivered-to',
  'x-forwarded-to',
  'x-forwarded-for',
  'x-original-to',
]);

function readersOf({ headers }: Email): string[] {
  const values = headers.filter(({ key }) => readersHeaders.has(key)).map(({ value }) => value.toLowerCase());
  return [
    ...new Set(values.flatMap((value) => value.match(/[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g) ?? [])),
  ];
}

function hasTooManyLines(bytes: Uint8Array): boolean {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines > mostShortLines && bytes.length < lines * shortLine;
}

/** Lines that start with "--". */
function boundaryLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0x2d); at >= 0; at = bytes.indexOf(0x2d, at + 1)) {
    if (bytes[at + 1] !== 0x2d || (at > 0 && bytes[at - 1] !== 10)) continue;
    count += 1;
    if (count > mostBoundaryLines) return count;
  }
  return count;
}
