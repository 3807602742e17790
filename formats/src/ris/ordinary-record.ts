/**
 * A record as the specification has it, read straight out of the text of many: the fast path of nearly every file. It
 * knows nothing of its own: where a line could mean something else to `RecordReader`, the record is left to that.
 */
import type { Tag } from '@throughline/core';
import { isShown } from '../text/field-text.js';
import { recordEnd, recordStart, tagLine } from './tag-line.js';

export interface OrdinaryRecord {
  readonly tags: readonly Tag[];
  /** From its type line to its end line. */
  readonly raw: string;
  /** How many lines it has. */
  readonly lines: number;
  /** No value goes over lines or has blanks around it. */
  readonly plain: boolean;
}

const newLine = 10;
const space = 32;
const hyphen = 45;
const lessThan = 60;
const smallT = 116;
const [letterE, letterR, letterT, letterY] = [69, 82, 84, 89];

/** The text ends inside the record. */
export const unfinished = 'unfinished';

/** The record whose first line begins at `from`; undefined where it is not ordinary. */
export function ordinaryRecord(text: string, from: number): OrdinaryRecord | typeof unfinished | undefined {
  const type = typeLineAt(text, from);
  if (type < 0) return undefined;
  const tags: Tag[] = [];
  let tag = 'TY';
  let value = valueAt(text, type);
  let valueEnd = lineEnd(text, type);
  let end = valueEnd;
  let plain = true;
  for (let lines = 2; end < text.length; lines += 1) {
    const at = end + 1;
    end = lineEnd(text, at);
    const kind = kindOf(text, at, end);
    if (kind === continues) {
      valueEnd = end;
      plain = false;
    } else if (kind !== isBlank) {
      if (kind === isOdd) return undefined;
      plain &&= isTight(text, value, valueEnd);
      tags.push({ tag, value: text.slice(value, valueEnd) });
      if (kind === ends) return { tags, raw: text.slice(from, end), lines, plain };
      tag = tagNames[text.charCodeAt(at) * 128 + text.charCodeAt(at + 1)] ?? '';
      value = valueAt(text, at);
      valueEnd = end;
    }
  }
  return unfinished;
}

function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}

/** Where "TY  - " begins, behind nothing or a running number ("12. TY  - JOUR"); -1 where the line is another. */
function typeLineAt(text: string, from: number): number {
  // Nothing that short is a record; and reading past the end of a text costs more than the whole check.
  if (text.length - from < 20) return -1;
  let at = from;
  while (at - from < 7 && isDigit(text.charCodeAt(at))) at += 1;
  if (at > from) {
    if (text[at] !== '.') return -1;
    at += text.charCodeAt(at + 1) === space ? 2 : 1;
  }
  const isType = text.charCodeAt(at) === letterT && text.charCodeAt(at + 1) === letterY && hasUsualGap(text, at);
  return isType ? at : -1;
}

/** Two blanks, a hyphen, and a blank or nothing. */
function hasUsualGap(text: string, at: number): boolean {
  if (at + 5 > text.length || text.charCodeAt(at + 2) !== space || text.charCodeAt(at + 3) !== space) return false;
  if (text.charCodeAt(at + 4) !== hyphen) return false;
  if (at + 5 === text.length) return true;
  const next = text.charCodeAt(at + 5);
  return next === space || next === newLine;
}

/** Where the value of the tag line at `at` begins. */
function valueAt(text: string, at: number): number {
  return at + 5 < text.length && text.charCodeAt(at + 5) === space ? at + 6 : at + 5;
}

const begins = 0;
const continues = 1;
const isBlank = 2;
const ends = 3;
const isOdd = 4;

/** What the line from `at` to `end` is inside a record whose type line has the usual gap. */
function kindOf(text: string, at: number, end: number): number {
  if (at === end) return isBlank;
  const first = text.charCodeAt(at);
  if (first >= 65 && first <= 90) return kindAfterCapital(text, at, end, first);
  if (first > space && first < 127 && !isDigit(first) && first !== lessThan && first !== smallT) return continues;
  const line = text.slice(at, end);
  return line.trim() === '' || recordStart(line) !== undefined ? isOdd : continues;
}

function kindAfterCapital(text: string, at: number, end: number, first: number): number {
  if (at + 1 === end) return continues;
  const second = text.charCodeAt(at + 1);
  if (!(second >= 65 && second <= 90) && !isDigit(second)) return continues;
  if (!hasUsualGap(text, at)) return kindOfRare(text.slice(at, end));
  if (first === letterE && second === letterR) return isBare(text, at + 5, end) ? ends : isOdd;
  return first === letterT && second === letterY ? isOdd : begins;
}

/** Capitals at the start of a line: a word, or a tag that is written in another way. */
function kindOfRare(line: string): number {
  if (recordStart(line) !== undefined || recordEnd(line) !== undefined) return isOdd;
  const gap = tagLine(line)?.gap ?? 0;
  return gap === 0 ? continues : isOdd;
}

function isBare(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (text.charCodeAt(at) !== space) return false;
  return true;
}

/** Behind the end line of the first record; -1 where there is none that looks like one. */
export function firstEnd(text: string): number {
  const at = text.startsWith('ER  -') ? 0 : text.indexOf('\nER  -');
  return at < 0 ? -1 : lineEnd(text, at + 1);
}

/** No blanks at either end: seen here in one text, and not in each of its pieces. */
function isTight(text: string, from: number, to: number): boolean {
  return from >= to || (isShown(text.charCodeAt(from)) && isShown(text.charCodeAt(to - 1)));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The names of all tags of two characters, by their codes: no name is cut out of a text, and equal names are one. */
const tagNames: readonly (string | undefined)[] = Array.from({ length: 91 * 128 }, (_, code) => {
  const name = String.fromCharCode(code >> 7, code & 127);
  return /^[A-Z][A-Z0-9]$/.test(name) ? name : undefined;
});
