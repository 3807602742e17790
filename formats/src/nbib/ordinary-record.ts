/**
 * A record as PubMed writes it, read straight out of the text of many: the fast path of nearly every file. It decides
 * nothing of its own: where a line could mean anything else to the reader of lines, the record is left to that.
 */
import type { Tag } from '@throughline/core';
import { longestBrokenLine } from '../tagged/running-text.js';
import { isShown } from '../text/field-text.js';
import { paddedTagAt } from './lines.js';
import { nothingSorted, type SortedTags, sortIn } from './sorted-tags.js';

export interface OrdinaryRecord {
  readonly tags: Tag[];
  readonly sorted: SortedTags;
  /** Behind the record's last line; the blank line after it begins one further. */
  readonly end: number;
  /** How many lines it has. */
  readonly lines: number;
  /** The next record opens behind it. False where the text ends with the blank line after it, and that is still open. */
  readonly certain: boolean;
  /** No value has blanks around it. */
  readonly tight: boolean;
  /**
   * No line that goes on in the next is longer than `longestBrokenLine` or ends with blanks: without their breaks, the
   * lines of each value are one text (`paragraphs`).
   */
  readonly even: boolean;
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
 * the next record. Undefined where it is not so, and where the text ends before the blank line.
 */
export function ordinaryRecord(text: string, from: number): OrdinaryRecord | undefined {
  const tags: Tag[] = [];
  const sorted = nothingSorted();
  let at = from;
  let owned = false;
  let even = true;
  let tight = true;
  for (let lines = 0; ; ) {
    const start = paddedTagAt(text, at);
    if (start === undefined || (start.tag === 'PMID') !== (lines === 0)) return undefined;
    if (start.tag === 'OWN' && owned) return undefined;
    owned ||= start.tag === 'OWN';
    let end = text.indexOf('\n', at);
    if (end < 0) return undefined;
    lines += 1;
    const value = at + start.valueAt;
    let line = value;
    // Reading behind the end of a text would cost more than the whole check.
    while (end + 1 < text.length && text.charCodeAt(end + 1) === blank) {
      even &&= end - line <= longestBrokenLine && isShown(text.charCodeAt(end - 1));
      line = end + 1;
      end = furtherLine(text, line);
      if (end < 0) return undefined;
      lines += 1;
    }
    tight &&= value === end || (isShown(text.charCodeAt(value)) && isShown(text.charCodeAt(end - 1)));
    const tag = { tag: start.tag, value: text.slice(value, end) };
    tags.push(tag);
    if (start.use !== 'kept') sortIn(sorted, tag, start);
    at = end + 1;
    if (at === text.length) return { tags, sorted, end, lines, certain: false, tight, even };
    if (text.charCodeAt(at) === newLine) {
      return text.startsWith(opening, at + 1) ? { tags, sorted, end, lines, certain: true, tight, even } : undefined;
    }
  }
}

/** Blanks before the further lines of a value. */
const indent = 6;

/** Where the further line at `at` ends; -1 where it is not indented as all others are, or shows nothing. */
function furtherLine(text: string, at: number): number {
  if (at + indent >= text.length) return -1;
  for (let index = at; index < at + indent; index += 1) if (text.charCodeAt(index) !== blank) return -1;
  return isShown(text.charCodeAt(at + indent)) ? text.indexOf('\n', at + indent) : -1;
}
