import type { Tag } from '@throughline/core';
import type { Line } from '../text/line-splitter.js';
import type { Dialect, Heading, RecordSoFar, TagStart } from './dialect.js';

/** What a line weighs beside its characters: a record of a million blank lines is too long as well. */
const lineWeight = 32;

/** A record while its lines arrive. Its last lines belong to it for certain only once another tag follows them. */
export class OpenRecord implements RecordSoFar {
  readonly lines: Line[] = [];
  /** Characters so far, and `lineWeight` a line. */
  size = 0;
  /** Blanks that all lines of this record begin with. */
  readonly indent: string;
  readonly heading: Heading | undefined;
  readonly #dialect: Dialect;
  readonly #starts: TagStart[] = [];
  /** The index in `lines` of each tag. */
  readonly #at: number[] = [];
  /** How many of the lines belong to the record for certain. */
  #certain = 0;
  /** Text at the margin behind a blank line, or debris, came last: it and what follows may stand behind the record. */
  #doubtful = false;
  #afterBlank = false;
  #textAtMargin = false;
  #last: TagStart | undefined;

  constructor(dialect: Dialect, indent: string, heading?: Heading) {
    this.#dialect = dialect;
    this.indent = indent;
    this.heading = heading;
  }

  get afterBlank(): boolean {
    return this.#afterBlank;
  }

  get firstStart(): TagStart | undefined {
    return this.#starts[0];
  }

  get firstTag(): string | undefined {
    return this.#starts[0]?.tag;
  }

  get lastTag(): string | undefined {
    return this.#last?.tag;
  }

  has(tag: string): boolean {
    return this.#starts.some((start) => start.tag === tag);
  }

  hasAny(tags: ReadonlySet<string>): boolean {
    return this.hasTag((tag) => tags.has(tag));
  }

  hasTag(is: (tag: string) => boolean): boolean {
    return this.#starts.some(({ tag }) => is(tag));
  }

  /** Its first tag was the only one so far. */
  get hasOneTag(): boolean {
    return this.#starts.length === 1;
  }

  /** A value of this record runs on in a line that begins at the margin. */
  get textAtMargin(): boolean {
    return this.#textAtMargin;
  }

  /** A blank line stands between the first tag and the second: then it says nothing that there is one. */
  get doubleSpaced(): boolean {
    const [first, second] = this.#at;
    return first !== undefined && second === first + 2 && isBlank(this.lines[first + 1]?.text ?? '');
  }

  unindented(written: string): string {
    const text = withoutMarks(written);
    return this.indent !== '' && text.startsWith(this.indent) ? text.slice(this.indent.length) : text;
  }

  takeTag(line: Line, start: TagStart): void {
    this.#starts.push(start);
    this.#at.push(this.lines.length);
    this.#last = start;
    this.takeCertain(line);
  }

  /** The heading, or the line that closes the record. */
  takeCertain(line: Line): void {
    this.#keep(line);
    this.#certain = this.lines.length;
    this.#doubtful = false;
    this.#afterBlank = false;
  }

  takeBlank(line: Line): void {
    this.#keep(line);
    this.#afterBlank = true;
  }

  /** A further line of the value that is open, or text behind the record. */
  takeText(line: Line): void {
    this.#keep(line);
    const text = this.unindented(line.text);
    this.#textAtMargin ||= !startsWithBlank(text);
    this.#doubtful ||= !this.#continues(text);
    if (!this.#doubtful) this.#certain = this.lines.length;
    this.#afterBlank = false;
  }

  /** The record's own lines and the lines behind them. */
  split(): { readonly own: readonly Line[]; readonly behind: readonly Line[] } {
    const { lines } = this;
    if (this.#certain === lines.length) return { own: lines, behind: [] };
    return { own: lines.slice(0, this.#certain), behind: lines.slice(this.#certain) };
  }

  /** The tags with their values, up to the end of the record's own lines. `ended`: the last one closed the record. */
  tags(ended: boolean): Tag[] {
    const stop = this.#certain - (ended ? 1 : 0);
    const tags: Tag[] = [];
    for (let index = 0; index < this.#starts.length; index += 1) {
      const start = this.#starts[index] as TagStart;
      const from = this.#at[index] as number;
      const until = this.#at[index + 1] ?? stop;
      tags.push({ tag: start.tag, value: this.#value(start, from, until) });
    }
    return tags;
  }

  #value(start: TagStart, from: number, until: number): string {
    let value = this.#text(from).slice(start.valueAt);
    let blanks = 0;
    for (let index = from + 1; index < until; index += 1) {
      const text = this.#text(index);
      if (isBlank(text)) blanks += 1;
      else {
        value += `${'\n'.repeat(blanks + 1)}${text}`;
        blanks = 0;
      }
    }
    return value;
  }

  #text(index: number): string {
    return this.unindented(this.lines[index]?.text ?? '');
  }

  #continues(text: string): boolean {
    if (startsWithBlank(text)) return true;
    if (this.#dialect.debris(text) !== undefined) return false;
    return !this.#afterBlank || this.#dialect.runningText.has(this.lastTag ?? '');
  }

  #keep(line: Line): void {
    this.lines.push(line);
    this.size += line.text.length + lineWeight;
  }
}

/** Byte order marks stand inside a file that was put together of several; blanks without width come with pasted text. */
export function withoutMarks(text: string): string {
  const first = text.charCodeAt(0);
  return first === 0xfeff || first === 0x200b ? text.replace(/^[\uFEFF\u200B]+/, '') : text;
}

/** Most blank lines are empty, and most lines begin with something. */
export function isBlank(text: string): boolean {
  return text === '' || (text.charCodeAt(0) <= 32 || text.charCodeAt(0) > 126 ? text.trim() === '' : false);
}

function startsWithBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === 32 || first === 9;
}
