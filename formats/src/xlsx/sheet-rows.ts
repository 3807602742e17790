import type { Row } from '../table/row.js';
import { textOf } from './escapes.js';
import { dateOf, numberText } from './number-formats.js';
import { type Attributes, readPart } from './parts.js';
import type { Workbook } from './workbook.js';

/** Excel's own limit; a cell beyond it is a mistake of the file, and would cost memory. */
const mostColumns = 16_384;

/** The rows of a sheet that have any cells, in its order; each stands for one line of the table. */
export function* sheetRows(workbook: Workbook, path: string): Generator<Row> {
  const reader = new SheetReader(workbook);
  for (const _ of readPart(workbook.parts, path, reader)) yield* reader.drain();
  yield* reader.drain();
}

class SheetReader {
  readonly #out: Row[] = [];
  #cells: string[] = [];
  #row = 0;
  #column = 0;
  #cell: Attributes = {};
  #value = '';
  #taking = false;
  #inReading = false;

  constructor(readonly workbook: Workbook) {}

  drain(): Row[] {
    return this.#out.splice(0);
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'row') this.#openRow(attributes);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'rPh') this.#inReading = true;
    else if (name === 'v' || name === 't') this.#taking = !this.#inReading;
  };

  readonly close = (name: string): void => {
    if (name === 'row') this.#closeRow();
    else if (name === 'c') this.#closeCell();
    else if (name === 'rPh') this.#inReading = false;
    else if (name === 'v' || name === 't') this.#taking = false;
  };

  readonly text = (text: string): void => {
    if (this.#taking) this.#value += text;
  };

  #openRow({ r = '' }: Attributes): void {
    const number = Number(r);
    this.#row = Number.isInteger(number) && number > this.#row ? number : this.#row + 1;
    this.#cells = [];
    this.#column = 0;
  }

  #openCell(attributes: Attributes): void {
    const column = columnOf(attributes.r ?? '');
    if (column !== undefined) this.#column = column;
    this.#cell = attributes;
    this.#value = '';
  }

  #closeCell(): void {
    const text = this.#value === '' ? '' : this.#cellText();
    if (text !== '' && this.#column < mostColumns) {
      while (this.#cells.length < this.#column) this.#cells.push('');
      this.#cells[this.#column] = text;
    }
    this.#column += 1;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    const at = { from: this.#row, to: this.#row };
    this.#out.push({ cells: this.#cells, lines: at, raw: this.#cells.join('\t') });
  }

  #cellText(): string {
    const { t = 'n', s = '' } = this.#cell;
    const { strings, dates, from1904 } = this.workbook;
    if (t === 's') return strings[Number(this.#value)] ?? '';
    if (t === 'inlineStr' || t === 'str') return textOf(this.#value);
    if (t === 'b') return this.#value.trim() === '1' ? 'TRUE' : 'FALSE';
    if (t === 'd') return this.#value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '');
    if (t !== 'n') return this.#value;
    const date = dates[Number(s)] === true ? dateOf(Number(this.#value), from1904) : undefined;
    return date ?? numberText(this.#value);
  }
}

/** 27 for "AB12", counted from 0; undefined where there is none to read. */
function columnOf(reference: string): number | undefined {
  const letters = /^\$?([A-Za-z]{1,3})/.exec(reference)?.[1]?.toUpperCase();
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
