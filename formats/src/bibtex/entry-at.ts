import { nextEntry } from './entry-start.js';
import { EntryScanner } from './entry-scanner.js';
import { looseEntry } from './loose-entry.js';
import type { Macros } from './macros.js';
import type { Entry, Stretch } from './entry.js';

/**
 * The entry that begins at an "@". As BibTeX counts braces first; then with escaped braces as text, which some programs
 * write one at a time; and where nothing closes, by the names of its fields. Undefined where this is no entry.
 */
export function entryAt(stretch: Stretch, macros: Macros): Entry | undefined {
  const plain = new EntryScanner(stretch, macros, false).read();
  if (plain === 'no-entry') return undefined;
  if (plain !== 'broken' && !losesFields(stretch, plain.end)) return plain;
  const escaped = hasEscapedBrace(stretch) ? new EntryScanner(stretch, macros, true).read() : 'broken';
  if (typeof escaped === 'object' && !losesFields(stretch, escaped.end)) return escaped;
  return looseEntry(stretch, macros) ?? (typeof plain === 'object' ? plain : undefined);
}

function hasEscapedBrace({ text, from, until }: Stretch): boolean {
  return /\\[{}]/.test(text.slice(from, until));
}

const field = /(?:^|[\n,])[ \t]*[A-Za-z][\w:.+-]{0,60}[ \t]*=[ \t]*["{]/;
const blankRest = /\s*$/y;

/** Fields that stand behind the end of an entry: a brace too many closed it too early. */
function losesFields({ text, until }: Stretch, end: number): boolean {
  blankRest.lastIndex = end;
  if (end >= until || blankRest.test(text)) return false;
  const next = nextEntry(text, end);
  return field.test(text.slice(end, next < 0 ? until : Math.min(next, until)));
}
