import { type Found, type Lines, longestRecord, type UnreadReason } from '../contract.js';
import { excerpt } from '../excerpt.js';
import type { Block, Line, Portion } from '../text/line-splitter.js';
import { FoundRecords } from './found-records.js';
import { debrisReason } from './debris.js';
import { type KeptLine, OpenRecord } from './open-record.js';
import { firstEnd, type OrdinaryRecord, ordinaryRecord, unfinished } from './ordinary-record.js';
import { Outside } from '../tagged/outside.js';
import { isTypeCode } from './reference-types.js';
import { recordEnd, recordStart, tagLine } from './tag-line.js';
import { tagsOf } from './tags.js';

/**
 * RIS lines to records: ordinary records whole, the others one line at a time. It forgives what real exports do: a missing end line, a missing type line,
 * debris between records, tag-like lines of text; and it says where it did.
 */
export class RecordReader {
  #out: Found[] = [];
  readonly #outside = new Outside((found) => this.#out.push(found), debrisReason);
  readonly #forgiven = new Map<UnreadReason, { readonly lines: Lines; count: number }>();
  readonly #records = new FoundRecords();
  #record: OpenRecord | undefined;
  /** The end of the last block, inside an ordinary record. */
  #held: Block | undefined;
  /** Lines taken so far. */
  #number = 0;
  /** Inside the rest of a record that was longer than `longestRecord`. */
  #overflowing = false;

  take(portion: Portion): void {
    if ('text' in portion) this.#takeBehindHeld(portion);
    else {
      this.#takeHeld();
      for (const line of portion.lines) this.#takeLine({ ...line, number: ++this.#number });
    }
  }

  end(): void {
    this.#takeHeld();
    if (this.#record?.typed) this.#closeUnended(this.#record, 'record.unfinished');
    else this.#dropUntyped();
    this.#outside.end();
    for (const [reason, { lines, count }] of this.#forgiven) {
      const counted = reason.startsWith('encoding.') ? { lines: count } : { records: count };
      this.#out.push({ kind: 'unread', reason, lines, text: '', values: counted });
    }
    this.#out.push(...this.#records.notUnderstood());
  }

  /** What was found since the last time. */
  drain(): readonly Found[] {
    const found = this.#out;
    this.#out = [];
    return found;
  }

  /** A record that lies across two blocks is put together; what is behind it is read where it is. */
  #takeBehindHeld(block: Block): void {
    const held = this.#held;
    if (held === undefined) {
      this.#takeBlock(block, 0);
      return;
    }
    this.#held = undefined;
    const composed = held.composed && block.composed;
    const end = firstEnd(block.text);
    if (end < 0) {
      this.#hold(`${held.text}\n${block.text}`, composed);
      return;
    }
    this.#takeBlock({ text: `${held.text}\n${block.text.slice(0, end)}`, composed }, 0);
    if (end === block.text.length) return;
    this.#takeHeld();
    this.#takeBlock(block, end + 1);
  }

  #takeHeld(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held !== undefined) this.#takeLinesOf(held.text);
  }

  #takeLinesOf(text: string): void {
    for (const each of text.split('\n')) this.#takeLine({ number: ++this.#number, text: each });
  }

  #takeBlock({ text, composed }: Block, from: number): void {
    for (let at = from; at <= text.length; ) {
      const record = this.#record === undefined ? ordinaryRecord(text, at) : undefined;
      if (record === undefined) at = this.#takeLineAt(text, at);
      else if (record === unfinished) {
        this.#hold(text.slice(at), composed);
        return;
      } else {
        this.#takeOrdinary(record, composed);
        at += record.raw.length + 1;
      }
    }
  }

  #takeLineAt(text: string, at: number): number {
    const end = lineEnd(text, at);
    this.#takeLine({ number: ++this.#number, text: text.slice(at, end) });
    return end + 1;
  }

  /** What is too long to be tried again goes line by line, which has a bound. */
  #hold(text: string, composed: boolean): void {
    if (text.length > longestHeld) this.#takeLinesOf(text);
    else this.#held = { text, composed };
  }

  #takeOrdinary({ tags, raw, lines: count, plain }: OrdinaryRecord, composed: boolean): void {
    const lines = { from: this.#number + 1, to: this.#number + count };
    this.#number = lines.to;
    this.#overflowing = false;
    this.#outside.close();
    this.#out.push(this.#records.found({ tags, raw, lines, composed, plain, inPart: false }));
  }

  #takeLine(line: Line): void {
    if (line.western) this.#forgive('encoding.windows-1252', { from: line.number, to: line.number });
    if (line.macRoman) this.#forgive('encoding.mac-roman', { from: line.number, to: line.number });
    if (this.#record === undefined) this.#takeOutside(line);
    else this.#takeInside(line, this.#record);
  }

  #takeOutside(line: Line): void {
    this.#records.noteSurroundings(line.text);
    if (line.tooLong) this.#outside.take(line);
    else if (this.#overflowing) this.#takeOverflow(line);
    else if (!this.#opens(line) && !this.#opensUntyped(line)) this.#outside.take(line);
  }

  #opens(line: Line): boolean {
    const start = recordStart(line.text);
    if (start === undefined) return false;
    this.#outside.close();
    this.#overflowing = false;
    this.#record = new OpenRecord(line, start.line, start.indent, start.small);
    return true;
  }

  /** A tag outside any record: the type line of a record may be missing. Its end line will tell. */
  #opensUntyped(line: Line): boolean {
    const tag = tagLine(line.text);
    if (tag === undefined || tag.gap < 2 || tag.tag === 'ER') return false;
    this.#record = new OpenRecord(line, tag);
    return true;
  }

  #takeInside(line: Line, record: OpenRecord): void {
    if (record.size > longestRecord) this.#overflow(line, record);
    else this.#takeOwn(line, record);
  }

  #takeOwn(line: Line, record: OpenRecord): void {
    if (line.tooLong) this.#report('record.line-too-long', line, line.text);
    if (this.#startsNext(line, record)) return;
    const end = recordEnd(record.unindented(line.text));
    if (end === 'plain') {
      record.takeEnd(line);
      this.#closeEnded(record);
    } else if (end === 'with-text') record.takeDoubtfulEnd(line);
    else record.take(line);
  }

  /** A type line while a record is open: its end line is missing, unless the line is text that looks like one. */
  #startsNext(line: Line, record: OpenRecord): boolean {
    const start = recordStart(record.unindented(line.text));
    if (start === undefined || start.indent !== '') return false;
    if (record.readsAsText(start.line.gap) && !isTypeCode(start.line.value)) return false;
    if (record.typed) this.#closeUnended(record, 'record.end-missing');
    else this.#dropUntyped();
    return this.#opens(line);
  }

  #closeEnded(record: OpenRecord): void {
    this.#record = undefined;
    if (record.typed) this.#emit(record.lines, true);
    else if (record.telling) {
      this.#emit(record.lines, true);
      this.#forgive('record.type-missing', rangeOf(record.lines));
    } else this.#putOutside(record.lines);
  }

  #closeUnended(record: OpenRecord, reason: 'record.unfinished' | 'record.end-missing'): void {
    this.#record = undefined;
    const { own, behind, ended } = record.splitUnended();
    this.#emit(own, ended, !ended && reason === 'record.unfinished');
    const last = own.at(-1);
    if (!ended && reason === 'record.unfinished' && last !== undefined) this.#report(reason, last.line, last.text);
    else if (!ended) this.#forgive(reason, rangeOf(own));
    this.#putOutside(behind);
  }

  /** Tagged lines that turned out to be no record. */
  #dropUntyped(): void {
    const lines = this.#record?.lines ?? [];
    this.#record = undefined;
    this.#putOutside(lines);
  }

  #putOutside(lines: readonly KeptLine[]): void {
    for (const { line } of lines) this.#outside.take(line);
  }

  #overflow(line: Line, record: OpenRecord): void {
    if (record.typed || record.telling) this.#emit(record.lines, false, true);
    else this.#putOutside(record.lines);
    this.#record = undefined;
    this.#overflowing = true;
    this.#takeOverflow(line);
  }

  #takeOverflow(line: Line): void {
    if (this.#opens(line)) return;
    this.#outside.take(line, 'record.too-long');
    if (recordEnd(line.text) === 'plain') this.#overflowing = false;
  }

  /** `ended`: the last of the lines is the end line. `cut`: what follows of the record is not there. */
  #emit(lines: readonly KeptLine[], ended: boolean, cut = false): void {
    this.#outside.close();
    const own = withoutTrailingBlanks(lines);
    const tags = tagsOf(ended ? own.slice(0, -1) : own);
    const raw = own.map(({ line }) => line.text).join('\n');
    const inPart = cut || own.some(({ line }) => line.tooLong);
    this.#out.push(this.#records.found({ tags, raw, lines: rangeOf(own), composed: false, plain: false, inPart }));
  }

  #report(reason: UnreadReason, line: Line, text: string): void {
    this.#out.push({ kind: 'unread', reason, lines: { from: line.number, to: line.number }, text: excerpt(text) });
  }

  /** Things that every record of a file may have are told once, with their number. */
  #forgive(reason: UnreadReason, lines: Lines): void {
    const known = this.#forgiven.get(reason);
    if (known === undefined) this.#forgiven.set(reason, { lines, count: 1 });
    else known.count += 1;
  }
}

/** Characters of a record across blocks that are put before the next one. */
const longestHeld = 1024 * 1024;

function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}

function withoutTrailingBlanks(lines: readonly KeptLine[]): readonly KeptLine[] {
  let end = lines.length;
  while (end > 1 && lines[end - 1]?.text.trim() === '') end -= 1;
  return end === lines.length ? lines : lines.slice(0, end);
}

function rangeOf(lines: readonly KeptLine[]): Lines {
  return { from: lines[0]?.line.number ?? 0, to: lines.at(-1)?.line.number ?? 0 };
}
