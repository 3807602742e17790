import type { Found } from '../contract.js';
import type { Dialect } from '../tagged/dialect.js';
import { RecordReader } from '../tagged/record-reader.js';
import type { Block, UnnumberedLine } from '../text/line-splitter.js';
import { portionsOf } from '../text/lines.js';
import { nextOpening, type OrdinaryRecord, opening, ordinaryRecord } from './ordinary-record.js';
import { referenceOf } from './reference.js';

/** Characters of a record that began in one portion and goes on in the next: longer ones are read line by line. */
const longestCarried = 256 * 1024;

/** Everything that a MEDLINE file holds: record by record where they are as PubMed writes them, line by line elsewhere. */
export async function* readMedline(medline: Dialect, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Found> {
  const file = new MedlineFile(medline);
  for await (const portion of portionsOf(chunks)) {
    if ('text' in portion) file.takeText(portion);
    else file.takeLines(portion.lines);
    // Each by itself: `yield*` waits three times as often.
    for (const found of file.reader.drain()) yield found;
  }
  file.end();
  for (const found of file.reader.drain()) yield found;
}

/** Counts the lines, and gives each record to the faster reader where it can read it. */
class MedlineFile {
  readonly reader: RecordReader;
  /** Lines so far. */
  #lines = 0;
  /** The beginning of a record whose end is still to come. */
  #carried: Block | undefined;

  constructor(medline: Dialect) {
    this.reader = new RecordReader(medline);
  }

  takeText({ text, composed }: Block): void {
    const carried = this.#carried;
    if (carried === undefined) this.#take(text, 0, composed);
    else this.#goOn(carried, text, composed);
  }

  #goOn(carried: Block, text: string, composed: boolean): void {
    const next = nextOpening(text, 0);
    // Up to the line break before the next record, where there is one.
    const more = next < 0 ? text : text.slice(0, next);
    this.#carried = { text: `${carried.text}\n${more}`, composed: carried.composed && composed };
    if (next < 0 && this.#carried.text.length > longestCarried) this.#letGo();
    if (next < 0) return;
    this.#finishCarried(this.#carried);
    this.#take(text, next, composed);
  }

  takeLines(lines: readonly UnnumberedLine[]): void {
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
    const text = this.#carried?.text;
    this.#carried = undefined;
    if (text !== undefined) this.#takeByLine(text, 0, text.length);
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
    if (record !== undefined) return this.#takeWhole(record, text, at, composed);
    const next = nextOpening(text, at + 1);
    if (next < 0 && stands && text.length - at <= longestCarried) this.#carried = { text: text.slice(at), composed };
    else this.#takeByLine(text, at, next < 0 ? text.length : next - 1);
    return next < 0 ? text.length + 1 : next;
  }

  #takeWhole(record: OrdinaryRecord, text: string, at: number, composed: boolean): number {
    const from = this.#lines + 1;
    this.#lines += record.lines;
    const read = referenceOf(record.tags, record.sorted, composed);
    this.reader.takeWhole(read, { from, to: this.#lines }, text.slice(at, record.end), record.sorted.unknown);
    return record.end + 1;
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
