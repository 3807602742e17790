import type { Format, Found, ReadOptions } from '../contract.js';
import { TableReader } from '../table/reader.js';
import { decodeHead } from '../text/decode.js';
import type { Line } from '../text/line-splitter.js';
import { linesOf } from '../text/lines.js';
import { charactersLookedAt, guessSeparator, linesLookedAt, looksLikeTable, saidSeparator } from './delimiter.js';
import { asItWas } from './harmless.js';
import { RowReader } from './row-reader.js';
import { writeCsv } from './writer.js';

/** Tables in text: comma, semicolon, tab or bar, from databases, reference managers, screening programs and people. */
export const csv: Format = {
  name: 'csv',
  label: 'CSV',
  extensions: ['csv', 'tsv', 'tab', 'txt'],
  byLines: true,
  recognise,
  read,
  write: writeCsv,
};

/** A row of known names is telling, a title's most of all. Without one, only the name of the file says it is a table. */
function recognise(head: Uint8Array, fileName = ''): number {
  const guess = guessSeparator(linesIn(decodeHead(head)));
  if (guess.titled && guess.known >= 2) return guess.known >= 4 ? 0.97 : 0.88;
  if (guess.titled && looksLikeTable(guess)) return 0.7;
  const named = /\.(?:csv|tsv|tab)$/i.test(fileName);
  if (named) return guess.titled || looksLikeTable(guess) || guess.known > 1 ? 0.6 : 0.3;
  if (looksLikeTable(guess) && guess.separator !== ',') return guess.known > 1 ? 0.5 : 0.25;
  return guess.known >= 4 && looksLikeTable(guess) ? 0.5 : 0;
}

/** The last line may be cut by the end of the head. */
function linesIn(head: string): Line[] {
  const texts = head.split(/\r\n|\r|\n/, linesLookedAt + 1);
  const whole = texts.length > 2 ? texts.slice(0, -1) : texts;
  return whole.map((text, index) => ({ number: index + 1, text }));
}

async function* read(chunks: AsyncIterable<Uint8Array>, options?: ReadOptions): AsyncGenerator<Found> {
  const reading = new CsvReading(options);
  for await (const lines of linesOf(chunks)) {
    for (const line of lines) reading.take(line);
    yield* reading.table.drain();
  }
  reading.end();
  yield* reading.table.drain();
}

/** Lines in, rows to the table; the first lines wait until the separator is known. */
class CsvReading {
  table: TableReader;
  #held: Line[] | undefined = [];
  #size = 0;
  #rows: RowReader | undefined;

  constructor(readonly options: ReadOptions | undefined) {
    this.table = new TableReader({ format: 'csv', separator: ',', asItWas }, options);
  }

  take(line: Line): void {
    if (this.#held === undefined) {
      this.#pass(line);
      return;
    }
    this.#held.push(line);
    this.#size += line.text.length;
    if (this.#held.length >= linesLookedAt || this.#size > charactersLookedAt) this.#settle(this.#held);
  }

  end(): void {
    if (this.#held !== undefined) this.#settle(this.#held);
    this.#rows?.end();
    this.#drain();
    this.table.end();
  }

  #settle(held: readonly Line[]): void {
    this.#held = undefined;
    const { separator } = guessSeparator(held);
    this.#rows = new RowReader(separator);
    this.table = new TableReader({ format: 'csv', separator, asItWas }, this.options);
    const first = saidSeparator(held[0]?.text ?? '') === undefined ? 0 : 1;
    this.table.passOver('table-title', first);
    for (const line of held.slice(first)) this.#pass(line);
  }

  #pass(line: Line): void {
    this.#rows?.take(line);
    this.#drain();
  }

  #drain(): void {
    for (const row of this.#rows?.drain() ?? []) this.table.take(row);
  }
}
