/**
 * A record as PubMed writes it, read straight out of the text of many: the fast path of nearly every file. It decides
 * nothing of its own: where a line could mean anything else to the reader of lines, the record is left to that.
 */
import type { Tag } from '@throughline/core';
import { paddedTagAt } from './lines.js';
import { nothingSorted, type SortedTags, sortIn } from './sorted-tags.js';

export interface OrdinaryRecord {
  readonly tags: Tag[];
  readonly sorted: SortedTags;
  /** Behind the record's last line. */
  readonly end: number;
  /** How many lines it has. */
  readonly lines: number;
}

const newLine = 10;
const blank = 32;
/** What the first line of every record begins with. */
export const opening = 'PMID- ';
const nextOpeningLine = `\n${opening}`;

/** The next line at or behind `from` that opens a record; -1 where there is none. */
export function nextOpening(text: string, from: number): number {
  if (text.startsWith(opening, from)) return from;
  const found = text.indexOf(nextOpeningLine, from);
  return found < 0 ? -1 : found + 1;
}

/**
 * The record that opens at `from`: tags padded to four characters, further lines behind six blanks, one blank line, and
 * the next record. Undefined where it is not so, and where the text ends before that is certain.
 */
export function ordinaryRecord(text: string, from: number): OrdinaryRecord | undefined {
  const tags: Tag[] = [];
  const sorted = nothingSorted();
  let at = from;
  let owned = false;
  for (let lines = 0; ; ) {
    const start = paddedTagAt(text, at);
    if (start === undefined || (start.tag === 'PMID') !== (lines === 0)) return undefined;
    if (start.tag === 'OWN' && owned) return undefined;
    owned ||= start.tag === 'OWN';
    let end = text.indexOf('\n', at);
    if (end < 0) return undefined;
    lines += 1;
    const value = at + start.valueAt;
    while (text.charCodeAt(end + 1) === blank) {
      end = furtherLine(text, end + 1);
      if (end < 0) return undefined;
      lines += 1;
    }
    const tag = { tag: start.tag, value: text.slice(value, end) };
    tags.push(tag);
    if (start.use !== 'kept') sortIn(sorted, tag, start);
    if (text.charCodeAt(end + 1) === newLine) {
      return text.startsWith(opening, end + 2) ? { tags, sorted, end, lines } : undefined;
    }
    at = end + 1;
  }
}

/** Blanks before the further lines of a value. */
const indent = 6;

/** Where the further line at `at` ends; -1 where it is not indented as all others are, or shows nothing. */
function furtherLine(text: string, at: number): number {
  for (let index = at; index < at + indent; index += 1) if (text.charCodeAt(index) !== blank) return -1;
  const shown = text.charCodeAt(at + indent);
  return shown > blank && shown < 127 ? text.indexOf('\n', at + indent) : -1;
}
