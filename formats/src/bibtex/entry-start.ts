import { isEntryType } from './entry-types.js';

/** "@type{" with what follows it on the line; a key with its comma makes an unheard-of type a type. */
const opening = /@[ \t]*(?:([A-Za-z][\w:+-]{0,60})[ \t]*)?(?:([{(])|$)/y;
const keyOrField = /[ \t]*(?:(?:[^\s{}=,"]+[ \t]*)?(?:,|$)|[A-Za-z][\w-]*[ \t]*=)/y;

const at = 64;

const isBlank = (code: number) => code === 32 || code === 9 || code === 0xfeff || code === 0x200b || code === 0xa0;

/**
 * True where a line begins an entry. An entry that is still open there was never closed: no value has such a line,
 * unless somebody put a piece of BibTeX into an abstract.
 */
export function startsEntry(line: string): boolean {
  let from = 0;
  // Blanks of every width, and a byte order mark that stayed when files were put together.
  while (isBlank(line.charCodeAt(from))) from += 1;
  return line.charCodeAt(from) === at && opensEntry(line, from);
}

function opensEntry(line: string, from: number): boolean {
  opening.lastIndex = from;
  const match = opening.exec(line);
  if (match === null) return false;
  const [, name = '', brace] = match;
  if (name === '') return brace === undefined;
  if (isEntryType(name)) return true;
  keyOrField.lastIndex = opening.lastIndex;
  return brace === '{' && keyOrField.test(line);
}

/** Inside a line the evidence has to be better: a known type behind a blank or a brace, and a key or a field. */
const inside =
  /(?<![^\s})\].,;>])@[ \t]*([A-Za-z]+)\s*[{(]\s*(?:(?:[^\s{}=,"]+\s*)?,|[A-Za-z][\w-]*\s*=|(?=[^{}]{0,200}\}))/g;

/** Where the next entry begins in a text; -1 where none does. */
export function nextEntry(text: string, from: number): number {
  if (text.indexOf('@', from) < 0) return -1;
  inside.lastIndex = from;
  for (let match = inside.exec(text); match !== null; match = inside.exec(text)) {
    if (isEntryType(match[1] ?? '')) return match.index;
  }
  return -1;
}
