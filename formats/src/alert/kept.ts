/**
 * What is stored of a mailbox: of each alert its articles, or the export that came with it, and under which name and on
 * which day it came. Not who got it, not the links that act for them, not a word of any other letter.
 */
import { composed } from '../mail/compose.js';
import { messageOf } from '../mail/message.js';
import { discreetMessage, nothing, pageWith } from './discreet-message.js';
import { articlesOfPage, letterOf } from './letter.js';
import type { Recognise } from './letter-contents.js';
import { pageOf } from './page-source.js';
import { partsOf } from './parts.js';

/** The same records are in it, at lines of its own; a message that could not be read, or is no alert, is an empty one. */
export async function keptOf(bytes: Uint8Array, recognise: Recognise): Promise<Uint8Array> {
  const messages: string[] = [];
  for await (const part of partsOf(inOnePiece(bytes))) {
    if ('page' in part) return keptPage(part.page, recognise);
    messages.push(await keptMessage(part.bytes, recognise));
  }
  const [only = ''] = messages;
  const isMailbox = messages.length > 1 || startsWithFrom(bytes);
  return new TextEncoder().encode(isMailbox ? messages.map((message) => `${separator}${message}\n`).join('') : only);
}

/** A mailbox needs a sender and a day here; both stand in the headers of the message where they are of use. */
const separator = 'From - Thu Jan 01 00:00:00 1970\n';

const startsWithFrom = (bytes: Uint8Array): boolean =>
  new TextDecoder('utf-8').decode(bytes.subarray(0, 200)).trimStart().startsWith('From ');

async function keptPage(bytes: Uint8Array, recognise: Recognise): Promise<Uint8Array> {
  const page = pageOf(bytes);
  if (page.letter !== undefined) return new TextEncoder().encode(await keptMessage(page.letter, recognise));
  return new TextEncoder().encode(pageWith(page.text, articlesOfPage(page.text)));
}

async function keptMessage(bytes: Uint8Array | undefined, recognise: Recognise): Promise<string> {
  const message = bytes === undefined ? undefined : await messageOf(bytes);
  const letter = message === undefined ? undefined : await letterOf(message, recognise);
  return composed(letter === undefined ? nothing : await discreetMessage(letter));
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
