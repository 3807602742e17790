import type { Entry, Stretch } from './entry.js';
import { entryAt } from './entry-at.js';
import { nextEntry, startsEntry } from './entry-start.js';
import { withoutReference } from './entry-types.js';
import { bracedEnd } from './delimited.js';
import type { Macros } from './macros.js';
import type { OpenStretch } from './open-stretch.js';

export interface EntryFound {
  readonly entry: Entry;
  /** As the file has it, with the blanks before it on its line. */
  readonly raw: string;
  /** Lines of the stretch, counted from 0, both ends included. */
  readonly from: number;
  readonly to: number;
  /** Nothing but blanks stands behind it in the stretch. */
  readonly isLast: boolean;
  readonly holds: 'reference' | 'definition' | 'comment';
}

/** Every entry of a stretch: nearly always one. Definitions are kept in `macros` as they come. */
export function* entriesIn({ lines }: OpenStretch, macros: Macros): Generator<EntryFound> {
  const text = lines.join('\n');
  const places = new LinePlaces(lines);
  let bounded = false;
  for (let at = firstEntry(lines, text); at >= 0; ) {
    // Where one never closes, it says nothing of how far the next ones reach: they end where another begins.
    const next: number = bounded ? nextEntry(text, at + 1) : -1;
    const stretch: Stretch = { text, from: at, until: next < 0 ? text.length : next };
    const entry: Entry | undefined = commentAt(stretch) ?? entryAt(stretch, macros);
    if (entry === undefined) {
      at = nextEntry(text, at + 1);
      continue;
    }
    bounded ||= entry.broken;
    const lower = entry.type.toLowerCase();
    if (lower === 'string') for (const { name, value } of entry.fields) macros.define(name, value);
    const end = withoutBlanksBehind(text, entry.end);
    const from = places.lineAt(at);
    const raw = text.slice(indentOf(text, at, places.start), end);
    const holds = !withoutReference.has(lower) ? 'reference' : lower === 'comment' ? 'comment' : 'definition';
    yield { entry, raw, from, to: places.lineAt(end - 1), isLast: text.length === entry.end, holds };
    at = nextEntry(text, entry.end);
  }
}

function firstEntry(lines: readonly string[], text: string): number {
  return startsEntry(lines[0] ?? '') ? text.indexOf('@') : nextEntry(text, 0);
}

const comment = /@\s*comment\s*\{/iy;

/** A comment between entries of one line; those at the beginning of lines are no part of a stretch. */
function commentAt({ text, from, until }: Stretch): Entry | undefined {
  comment.lastIndex = from;
  if (!comment.test(text)) return undefined;
  const end = bracedEnd(text, comment.lastIndex, until, false);
  return { type: 'comment', key: '', fields: [], end: end < 0 ? comment.lastIndex : end + 1, broken: false };
}

function withoutBlanksBehind(text: string, end: number): number {
  let at = end;
  while (text.charCodeAt(at - 1) <= 32) at -= 1;
  return at;
}

/** The start of the line where only blanks stand before the entry. */
function indentOf(text: string, at: number, lineStart: number): number {
  return text.slice(lineStart, at).trim() === '' ? lineStart : at;
}

/** Places of a text to lines; asked for in ascending order. */
class LinePlaces {
  /** Where the line begins that was asked for last. */
  start = 0;
  readonly #lines: readonly string[];
  #line = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  lineAt(place: number): number {
    for (;;) {
      const end = this.start + (this.#lines[this.#line] ?? '').length;
      if (place <= end || this.#line + 1 >= this.#lines.length) return this.#line;
      this.start = end + 1;
      this.#line += 1;
    }
  }
}
