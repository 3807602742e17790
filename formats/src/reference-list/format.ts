import type { Format, Found } from '../contract.js';
import { decodeHead } from '../text/decode.js';
import { linesOf } from '../text/lines.js';
import { entryStart, looksLikeReference } from './entry-start.js';
import { ListFinder } from './list-finder.js';
import { isListHeading } from './page-debris.js';
import { plainText } from './plain-text.js';
import { unnumberedList } from './unnumbered-list.js';

/**
 * The references of a published paper, numbered or not, as they are copied or saved from its page; the paper may be
 * around them.
 */
export const referenceList: Format = {
  name: 'reference-list',
  label: 'Reference list',
  extensions: ['txt', 'text', 'md'],
  byLines: true,
  recognise,
  read,
};

async function* read(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Found> {
  const finder = new ListFinder();
  for await (const lines of linesOf(chunks)) {
    for (const line of lines) finder.take(line);
    yield* finder.drain();
  }
  finder.end();
  yield* finder.drain();
}

/** Mark-up, tables and tagged formats, which a numbered line or two does not turn into a list. */
const otherFormats = /^\s*(?:[<{]|@\w+\s*\{|%[0A-Z] |PT [JBSP]\b|PMID ?- |[A-Z][A-Z0-9]{1,3} *- )/m;

/** How mail begins. */
const mailHeader = /^(?:From|To|Subject|Date|Message-ID|Received|Return-Path): /m;

/** References in a row tell; a paper's list may lie far behind the head, so plain prose in a text file is possible. */
function recognise(head: Uint8Array, fileName = ''): number {
  const text = decodeHead(head);
  if (otherFormats.test(text)) return 0;
  const lines = text.split(/\r\n|\r|\n/);
  const plain = lines.map(plainText);
  const numbered = plain.map(entryStart).filter((start) => start !== undefined && looksLikeReference(start.text));
  if (numbered.length >= 3) return 0.9;
  if (!mailHeader.test(text.slice(0, 4000)) && isUnnumberedList(lines)) return 0.85;
  if (numbered.length > 0) return 0.6;
  if (plain.some(isListHeading)) return 0.5;
  return /\.(?:txt|text|md)$/i.test(fileName) && looksLikeProse(plain) ? 0.2 : 0;
}

/** Three references and more, and more of them than of anything else. */
function isUnnumberedList(lines: readonly string[]): boolean {
  const list = unnumberedList(lines.map((text, index) => ({ text, number: index + 1 })));
  return list !== undefined && list.references >= 3 && list.references > list.others;
}

function looksLikeProse(lines: readonly string[]): boolean {
  return lines.some((line) => line.length > 60 && (line.match(/\p{L}+ /gu)?.length ?? 0) > 8);
}
