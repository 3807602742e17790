import type { Found, UnreadReason } from '../contract.js';
import { excerpt } from '../excerpt.js';
import type { Tally } from '../tally.js';
import type { Line } from '../text/line-splitter.js';
import {
  type EntryStart,
  entryStart,
  looksLikeReference,
  type NumberStyle,
  opensReference,
  opensWithPersons,
} from './entry-start.js';
import { isLinkLine, isListEnd } from './page-debris.js';
import { partReference } from './parted-reference.js';
import { joinedLines, plainText } from './plain-text.js';

/** A jump in the numbers wider than this is no gap in the list but a number of the text. */
const widestGap = 50;

/** Text behind the last reference: the end of the list, unless the next number follows. */
interface Behind {
  readonly from: number;
  to: number;
  lines: number;
  text: string;
}

/** One run of numbered lines, taken as a reference list. */
export class ListRun {
  readonly found: Found[] = [];
  entries = 0;
  /** Entries that look like references. */
  likely = 0;
  /** Characters taken, as a measure of what this run holds in memory. */
  size = 0;
  readonly from: number;
  readonly #style: NumberStyle;
  readonly #seen = new Set<number>();
  readonly #tally: Tally;
  #to: number;
  #last: number;
  #entry: { readonly number: number; readonly lines: Line[]; readonly texts: string[] } | undefined;
  /** A blank line or link words stand between the open entry and what comes. */
  #apart = false;
  #behind: Behind | undefined;
  #ended = false;

  /** `tally`: where this run counts the lines it passes over. */
  constructor(first: Line, start: EntryStart, tally: Tally) {
    this.from = first.number;
    this.#to = first.number;
    this.#style = start.style;
    this.#last = 0;
    this.#tally = tally;
    this.#open(first, start);
  }

  /** The last line that belongs to the list so far. */
  get to(): number {
    return this.#to;
  }

  take(line: Line): void {
    const text = plainText(line.text);
    if (text === '') this.#apart = true;
    else if (this.#ended) this.#tally.add('text-around-list');
    else if (isListEnd(text) && this.#behind === undefined) this.#finishList(line);
    else this.#takeText(line, text);
  }

  /** Closes the last entry; what stands behind it is text around the list. */
  end(): void {
    this.#close();
    this.#tally.add('text-around-list', this.#behind?.lines ?? 0);
    this.#behind = undefined;
  }

  /** True for a line that begins a list of its own: number 1 again, apart from what went before. */
  isNewList(start: EntryStart): boolean {
    return start.number === 1 && this.#last > 0 && (this.#apart || this.#ended || start.style !== this.#style);
  }

  #takeText(line: Line, text: string): void {
    const start = entryStart(text);
    if (start !== undefined && this.#continues(start)) {
      this.#interrupted();
      this.#close();
      this.#open(line, start);
    } else if (this.#behind === undefined && isLinkLine(text)) {
      this.#tally.add('link-words');
      this.#to = line.number;
      this.#apart = true;
    } else if (this.#entry !== undefined && !this.#apart) this.#append(line, text);
    else this.#putBehind(line, text);
  }

  /** The next number always goes on; another one only where a reference may begin. */
  #continues(start: EntryStart): boolean {
    if (start.style !== this.#style || !opensReference(start)) return false;
    if (start.number === this.#last + 1) return this.#behind === undefined || looksLikeReference(start.text);
    if (start.number > this.#last + widestGap) return false;
    if (this.#behind !== undefined) return start.number > this.#last && looksLikeReference(start.text);
    return this.#apart || this.#opensInPlace(start);
  }

  /** A number out of turn on the very next line: "Vol." and then "2. Oxford" is one reference, wrapped. */
  #opensInPlace(start: EntryStart): boolean {
    const closed = /[\d)\]/]\.?$/.test(this.#entry?.texts.at(-1) ?? '');
    return looksLikeReference(start.text) && (closed || opensWithPersons(start));
  }

  #open(line: Line, start: EntryStart): void {
    this.#compareNumber(line, start.number);
    this.#entry = { number: start.number, lines: [], texts: [] };
    this.#last = start.number;
    this.#seen.add(start.number);
    this.#append(line, start.text);
  }

  #append(line: Line, text: string): void {
    this.#entry?.lines.push(line);
    this.#entry?.texts.push(text);
    this.size += line.text.length;
    this.#to = line.number;
    this.#apart = false;
  }

  #compareNumber(line: Line, number: number): void {
    const missing = number - this.#last - 1;
    if (missing > 0) {
      const numbers = Array.from({ length: missing }, (_, index) => this.#last + 1 + index).join(', ');
      this.#point('number.missing', line, { from: this.#last + 1, to: number - 1, count: missing, numbers });
    } else if (this.#seen.has(number)) this.#point('number.repeated', line, { number });
    else if (missing < 0) this.#point('number.out-of-order', line, { number, after: this.#last });
  }

  #close(): void {
    const entry = this.#entry;
    this.#entry = undefined;
    this.#apart = false;
    if (entry === undefined) return;
    const text = joinedLines(entry.texts);
    const { reference, parted } = partReference(text);
    const lines = { from: entry.lines[0]?.number ?? this.from, to: entry.lines.at(-1)?.number ?? this.#to };
    const raw = entry.lines.map((line) => line.text).join('\n');
    this.found.push({ kind: 'record', reference, lines, raw, number: entry.number });
    if (!parted) this.found.push({ kind: 'unread', reason: 'reference.unparted', lines, text: excerpt(text) });
    this.entries += 1;
    if (looksLikeReference(text)) this.likely += 1;
  }

  #point(reason: UnreadReason, line: Line, values: Record<string, string | number>): void {
    // Everything before this place goes first, so that a report reads in the order of the file.
    this.#close();
    this.found.push({ kind: 'unread', reason, lines: { from: line.number, to: line.number }, text: '', values });
  }

  #finishList(line: Line): void {
    this.#close();
    this.#to = line.number;
    this.#tally.add('list-end');
    this.#ended = true;
  }

  #putBehind(line: Line, text: string): void {
    this.#close();
    this.#behind ??= { from: line.number, to: line.number, lines: 0, text: '' };
    this.#behind.to = line.number;
    this.#behind.lines += 1;
    this.#behind.text = excerpt(this.#behind.text === '' ? text : `${this.#behind.text}\n${text}`);
  }

  /** The list goes on: what stood between two references is named, because a reference may hide in it. */
  #interrupted(): void {
    const behind = this.#behind;
    this.#behind = undefined;
    if (behind === undefined) return;
    const { from, to, text } = behind;
    this.found.push({ kind: 'unread', reason: 'list.interrupted', lines: { from, to }, text });
  }
}
