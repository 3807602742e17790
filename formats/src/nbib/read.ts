import type { Found } from '../contract.js';
import type { Dialect } from '../tagged/dialect.js';
import { RecordReader } from '../tagged/record-reader.js';
import type { Block, Portion, UnnumberedLine } from '../text/line-splitter.js';
import { portionsOf } from '../text/lines.js';
import { nextOpening, type OrdinaryRecord, opening, ordinaryRecord } from './ordinary-record.js';
import { referenceOf } from './reference.js';

/** Characters of a record that began in one portion and goes on in the next: longer ones are read line by line. */
const longestCarried = 256 * 1024;

/** Everything that a MEDLINE file holds: record by record where they are as PubMed writes them, line by line elsewhere. */
export async function* readMedline(medline: Dialect, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Found> {
  const file = new MedlineFile(medline);
  for await (const portions of portionsOf(chunks)) {
    for (const portion of portions) file.take(portion);
    // Each by itself: `yield*` waits three times as often.
    for (const found of file.reader.drain()) yield found;
  }
  file.end();
  for (const found of file.reader.drain()) yield found;
}

/** A record that begins in one block and may go on in the next. */
interface Carried extends Block {
  /** The text's own beginning is no part of it. */
  readonly from: number;
  /** It is whole if another record opens behind it. */
  readonly record: OrdinaryRecord | undefined;
}

/** Counts the lines, and gives each record to the faster reader where it can read it. */
class MedlineFile {
  readonly reader: RecordReader;
  /** Lines so far. */
  #lines = 0;
  #carried: Carried | undefined;

  constructor(medline: Dialect) {
    this.reader = new RecordReader(medline);
  }

  take(portion: Portion): void {
    if ('text' in portion) this.#takeText(portion);
    else this.#takeLines(portion.lines);
  }

  #takeText({ text, composed }: Block): void {
    const carried = this.#carried;
    if (carried === undefined) this.#take(text, 0, composed);
    else if (carried.record !== undefined && text.startsWith(opening)) {
      this.#finishWhole(carried, carried.record);
      this.#take(text, 0, composed);
    } else this.#goOn(carried, text, composed);
  }

  /** Blocks nearly always end behind a record and the blank line after it. */
  #finishWhole({ text, from, composed }: Carried, record: OrdinaryRecord): void {
    this.#carried = undefined;
    this.#takeWhole(record, text, from, composed);
  }

  #goOn(carried: Carried, text: string, composed: boolean): void {
    const next = nextOpening(text, 0);
    // Up to the line break before the next record, where there is one.
    const more = next < 0 ? text : text.slice(0, next);
    const whole = `${carried.text.slice(carried.from)}\n${more}`;
    this.#carried = { text: whole, from: 0, record: undefined, composed: carried.composed && composed };
    if (next < 0 && whole.length > longestCarried) this.#letGo();
    if (next < 0) return;
    this.#finishCarried(this.#carried);
    this.#take(text, next, composed);
  }

  #takeLines(lines: readonly UnnumberedLine[]): void {
    this.#letGo();
    for (const line of lines) {
      this.#lines += 1;
      this.reader.take({ ...line, number: this.#lines });
    }
  }

  end(): void {
    this.#letGo();
    this.reader.end();
  }

  #letGo(): void {
    const carried = this.#carried;
    this.#carried = undefined;
    if (carried !== undefined) this.#takeByLine(carried.text, carried.from, carried.text.length);
  }

  /** Another record opens behind it. */
  #finishCarried({ text, composed }: Block): void {
    this.#carried = undefined;
    const record = ordinaryRecord(`${text}${opening}`, 0);
    const from = record === undefined ? 0 : this.#takeWhole(record, text, 0, composed);
    this.#takeByLine(text, from, text.length - 1);
  }

  #take(text: string, from: number, composed: boolean): void {
    let at = from;
    for (let next = nextOpening(text, at); next >= 0; next = nextOpening(text, at)) {
      if (next > at) this.#takeByLine(text, at, next - 1);
      at = this.#takeRecord(text, next, composed);
    }
    this.#takeByLine(text, at, text.length);
  }

  /** Where the next line begins. */
  #takeRecord(text: string, at: number, composed: boolean): number {
    const stands = this.reader.standsBefore(openingTag);
    const record = stands ? ordinaryRecord(text, at) : undefined;
    if (record?.certain) return this.#takeWhole(record, text, at, composed);
    const next = record === undefined ? nextOpening(text, at + 1) : -1;
    if (next < 0 && stands && text.length - at <= longestCarried) this.#carried = { text, from: at, composed, record };
    else this.#takeByLine(text, at, next < 0 ? text.length : next - 1);
    return next < 0 ? text.length + 1 : next;
  }

  /** With the blank line behind it. Where the next line begins. */
  #takeWhole(record: OrdinaryRecord, text: string, at: number, composed: boolean): number {
    const from = this.#lines + 1;
    const to = this.#lines + record.lines;
    this.#lines = to + 1;
    const read = referenceOf(record.tags, record.sorted, { composed, tight: record.tight, even: record.even });
    this.reader.takeWhole(read, { from, to }, text.slice(at, record.end), record.sorted.unknown);
    return record.end + 2;
  }

  /** The lines from `from` up to the line break at `to`. */
  #takeByLine(text: string, from: number, to: number): void {
    for (let at = from; at <= to; ) {
      const found = text.indexOf('\n', at);
      const end = found < 0 || found > to ? to : found;
      this.#lines += 1;
      this.reader.take({ number: this.#lines, text: text.slice(at, end) });
      at = end + 1;
    }
  }
}

const openingTag = { tag: 'PMID', valueAt: 6 };
