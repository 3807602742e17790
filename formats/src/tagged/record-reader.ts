import type { Tag } from '@throughline/core';
import { type Found, type Lines, longestRecord, type UnreadReason } from '../contract.js';
import { excerpt } from '../excerpt.js';
import type { Line } from '../text/line-splitter.js';
import type { Dialect, ReadTags, TagStart } from './dialect.js';
import { isBlank, OpenRecord, withoutMarks } from './open-record.js';
import { Outside } from './outside.js';
import { UnknownTags } from './unknown-tags.js';

/** Lines before the first record that are kept to tell whose file it is; a header of RefWorks has a hundred. */
const longestPreamble = 200;

/**
 * Tagged lines to records, one line at a time, in any dialect. It holds one record; every line with text ends in one
 * record, one report or one count.
 */
export class RecordReader {
  readonly #dialect: Dialect;
  readonly #out: Found[] = [];
  readonly #outside: Outside;
  readonly #unknown: UnknownTags;
  readonly #forgiven = new Map<UnreadReason, { readonly lines: Lines; count: number }>();
  readonly #preamble: string[] = [];
  #record: OpenRecord | undefined;
  /** The blanks before the tags of the first record. */
  #indent: string | undefined;
  /** The record that was longer than `longestRecord`, while its rest goes by. */
  #overflowed: OpenRecord | undefined;
  /** The line before was blank, in the rest of such a record. */
  #afterBlank = false;
  /** The open record lost something. */
  #inPart = false;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
    this.#outside = new Outside(
      (found) => this.#out.push(found),
      // A numbered line inside a search strategy is a step of it.
      (text, inSearch) => (inSearch ? undefined : dialect.debris(text)),
    );
    this.#unknown = new UnknownTags((tag) => dialect.knows(tag));
  }

  take(line: Line): void {
    if (line.western) this.#forgive('encoding.windows-1252', { from: line.number, to: line.number });
    const record = this.#record;
    if (record === undefined) this.#takeOutside(line);
    else if (record.size > longestRecord) this.#overflow(line, record);
    else this.#takeInside(line, record);
  }

  end(): void {
    if (this.#record !== undefined) this.#close(this.#record, 'record.unfinished');
    this.#outside.end();
    for (const [reason, { lines, count }] of this.#forgiven) {
      const values = reason === 'encoding.windows-1252' ? { lines: count } : { records: count };
      this.#out.push({ kind: 'unread', reason, lines, text: '', values });
    }
    this.#out.push(...this.#unknown.found());
  }

  /**
   * True where the next line, which begins with this tag, opens a record: the one that is open ends here. For a faster
   * reader of the same dialect, which then hands the record over whole.
   */
  standsBefore(start: TagStart): boolean {
    const record = this.#record;
    if (this.#overflowed !== undefined) return false;
    if (record === undefined) return true;
    if (!this.#dialect.beginsNext(start, record, record.afterBlank)) return false;
    this.#close(record, 'record.end-missing');
    return true;
  }

  /** A record that such a reader found; `unknown`: its tags that nobody knows. */
  takeWhole(read: ReadTags, lines: Lines, raw: string, unknown: readonly Tag[]): void {
    this.#outside.close();
    if (unknown.length > 0) this.#unknown.note(unknown);
    const { reference, vendor, decided, group } = read;
    // Most say no more than these, and copying whatever they say takes longer than to look.
    const more = vendor === undefined || decided !== undefined || group !== undefined;
    if (more) this.#out.push({ kind: 'record', ...read, lines, raw });
    else this.#out.push({ kind: 'record', reference, vendor, lines, raw });
  }

  /** What was found since the last time. */
  drain(): Found[] {
    return this.#out.splice(0);
  }

  #takeOutside(line: Line): void {
    if (this.#overflowed !== undefined) this.#takeOverflow(line, this.#overflowed);
    else if (line.tooLong) this.#outside.take(line);
    else if (!this.#opens(line)) this.#takeBetween(line);
  }

  #takeBetween(line: Line): void {
    if (this.#preamble.length < longestPreamble && !isBlank(line.text)) this.#preamble.push(line.text);
    this.#outside.take(line);
  }

  /** A heading or a tag opens a record; the blanks before it are those of all its lines. */
  #opens(line: Line): boolean {
    const unmarked = withoutMarks(line.text);
    const indent = this.#indentOf(unmarked);
    const text = unmarked.slice(indent.length);
    const heading = this.#dialect.headingOf?.(text);
    const start = heading === undefined ? this.#dialect.tagOf(text) : undefined;
    if (heading === undefined && (start === undefined || !this.#dialect.opens(start))) return false;
    this.#indent ??= indent;
    this.#open(line, new OpenRecord(this.#dialect, indent, heading), start);
    return true;
  }

  /** Each heading may have its own; where only a tag opens a record, the blanks before the first are those of the file. */
  #indentOf(text: string): string {
    const blanks = /^[ \t]{1,8}/.exec(text)?.[0] ?? '';
    const own = this.#dialect.headingOf !== undefined || this.#indent === undefined;
    return own || blanks === this.#indent ? blanks : '';
  }

  #open(line: Line, record: OpenRecord, start: TagStart | undefined): void {
    this.#overflowed = undefined;
    this.#inPart = false;
    this.#record = record;
    if (start === undefined) record.takeCertain(line);
    else record.takeTag(line, start);
  }

  #takeInside(line: Line, record: OpenRecord): void {
    if (line.tooLong) this.#shorten(line);
    const text = record.unindented(line.text);
    const start = this.#dialect.tagOf(text, record);
    if (isBlank(text)) record.takeBlank(line);
    else if (start !== undefined) this.#takeTag(line, start, record);
    else if (this.#dialect.ends?.(text)) this.#takeEnd(line, record);
    else if (this.#dialect.headingOf?.(text, record) !== undefined) this.#next(line, record);
    else if (this.#dialect.isOutside?.(text, record)) this.#next(line, record);
    else record.takeText(line);
  }

  #takeTag(line: Line, start: TagStart, record: OpenRecord): void {
    if (this.#dialect.beginsNext(start, record, record.afterBlank)) {
      this.#close(record, 'record.end-missing');
      this.#open(line, new OpenRecord(this.#dialect, record.indent), start);
    } else record.takeTag(line, start);
  }

  #next(line: Line, record: OpenRecord): void {
    this.#close(record, 'record.end-missing');
    this.#takeOutside(line);
  }

  #takeEnd(line: Line, record: OpenRecord): void {
    record.takeCertain(line);
    this.#record = undefined;
    this.#emit(record, true);
  }

  /** Without an end line; only in a format that has them does that say anything. */
  #close(record: OpenRecord, reason: 'record.unfinished' | 'record.end-missing'): void {
    this.#record = undefined;
    if (!this.#emit(record, false) || this.#dialect.ends === undefined) return;
    const { own } = record.split();
    const last = own.at(-1);
    if (reason === 'record.end-missing') this.#forgive(reason, rangeOf(own));
    else if (last !== undefined) this.#report(reason, last);
  }

  #overflow(line: Line, record: OpenRecord): void {
    this.#record = undefined;
    this.#inPart = true;
    this.#emit(record, false);
    this.#overflowed = record;
    this.#takeOverflow(line, record);
  }

  /** Only what surely begins a record ends the rest of one that was too long. */
  #takeOverflow(line: Line, record: OpenRecord): void {
    const text = record.unindented(line.text);
    const start = this.#dialect.tagOf(text, record);
    const next = start !== undefined && this.#dialect.beginsNext(start, record, this.#afterBlank);
    this.#afterBlank = isBlank(text);
    if (next || this.#dialect.headingOf?.(text, record) !== undefined) {
      this.#opens(line);
      return;
    }
    this.#outside.take(line, 'record.too-long');
    if (this.#dialect.ends?.(text)) this.#overflowed = undefined;
  }

  #shorten(line: Line): void {
    this.#inPart = true;
    this.#report('record.line-too-long', line);
  }

  /** False where the lines turned out to be no record. */
  #emit(record: OpenRecord, ended: boolean): boolean {
    const { own, behind } = record.split();
    const is = this.#dialect.isRecord(record);
    if (is) this.#outside.close();
    if (is) this.#out.push(this.#found(record, own, ended));
    else for (const line of own) this.#outside.take(line);
    for (const line of behind) this.#outside.take(line);
    return is;
  }

  #found(record: OpenRecord, own: readonly Line[], ended: boolean): Found {
    const tags = record.tags(ended);
    this.#unknown.note(tags);
    const number = record.heading?.number;
    return {
      kind: 'record',
      ...this.#dialect.read(tags, this.#preamble),
      lines: rangeOf(own),
      raw: rawOf(own),
      ...(number === undefined ? {} : { number }),
      ...(this.#inPart ? { inPart: true as const } : {}),
    };
  }

  #report(reason: UnreadReason, line: Line): void {
    const { number, text } = line;
    this.#out.push({ kind: 'unread', reason, lines: { from: number, to: number }, text: excerpt(text) });
  }

  /** Things that every record of a file may have are told once, with their number. */
  #forgive(reason: UnreadReason, lines: Lines): void {
    const known = this.#forgiven.get(reason);
    if (known === undefined) this.#forgiven.set(reason, { lines, count: 1 });
    else known.count += 1;
  }
}

function rawOf(lines: readonly Line[]): string {
  let raw = lines[0]?.text ?? '';
  for (let index = 1; index < lines.length; index += 1) raw += `\n${lines[index]?.text}`;
  return raw;
}

function rangeOf(lines: readonly Line[]): Lines {
  return { from: lines[0]?.number ?? 0, to: lines.at(-1)?.number ?? 0 };
}
