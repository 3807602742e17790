import { Zip, ZipDeflate } from 'fflate';
import type { WrittenRecord } from '../contract.js';
import { FormatProblem } from '../problem.js';
import { continuation } from '../table/own-columns.js';
import { writtenRows } from '../table/written-rows.js';
import { fixedParts, sheetBeginning, sheetEnd } from './fixed-parts.js';
import { written } from './escapes.js';

/** Excel's own limits. */
const mostRows = 1_048_576;
export const longestCell = 32_767;

/** Characters of the sheet gathered before they are packed. */
const portion = 256 * 1024;

/**
 * Records as a workbook of one sheet. Every cell is text, so that none is taken for a formula, a number or a date. It is
 * packed while it is written: neither the sheet nor the records are held.
 */
export async function* writeXlsx(records: AsyncIterable<WrittenRecord>): AsyncGenerator<Uint8Array> {
  const packer = new Packer();
  for (const [path, text] of fixedParts) packer.add(path, text);
  packer.open('xl/worksheets/sheet1.xml');
  packer.write(sheetBeginning);
  let number = 0;
  for await (const row of writtenRows(records, 'xlsx')) {
    for (const cells of withinCells(row)) {
      number += 1;
      if (number > mostRows) throw new FormatProblem('format.tooLarge', { limit: mostRows });
      packer.write(rowXml(number, cells));
    }
    yield* packer.drain();
  }
  packer.write(sheetEnd);
  packer.close();
  yield* packer.drain();
}

/** Text that is too long for a cell goes on in a row of its own below. */
function* withinCells(row: readonly string[]): Generator<readonly string[]> {
  let rest = row;
  for (let first = true; first || rest.some((cell) => cell !== ''); first = false) {
    const cells = rest.map(beginning);
    rest = rest.map((cell, index) => cell.slice(cells[index]?.length ?? 0));
    yield first ? cells : [continuation, ...cells.slice(1)];
  }
}

/** Up to the limit, never inside of a character. */
function beginning(cell: string): string {
  if (cell.length <= longestCell) return cell;
  const cut = cell.slice(0, longestCell);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

function rowXml(number: number, cells: readonly string[]): string {
  const style = number === 1 ? ' s="1"' : '';
  const xml = cells.map((cell, index) => {
    if (cell === '') return '';
    return `<c r="${columnName(index)}${number}"${style} t="inlineStr"><is><t xml:space="preserve">${written(cell)}</t></is></c>`;
  });
  return `<row r="${number}">${xml.join('')}</row>`;
}

const names: string[] = [];

/** "A" for 0, "AB" for 27. */
function columnName(index: number): string {
  names[index] ??=
    index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
  return names[index];
}

/** A ZIP archive while it grows. */
class Packer {
  readonly #out: Uint8Array[] = [];
  readonly #encoder = new TextEncoder();
  readonly #zip: Zip;
  #entry: ZipDeflate | undefined;
  #text = '';

  constructor() {
    this.#zip = new Zip((error, data) => {
      if (error) throw error;
      this.#out.push(data);
    });
  }

  add(path: string, text: string): void {
    this.open(path);
    this.write(text);
    this.#flush(true);
  }

  open(path: string): void {
    this.#entry = new ZipDeflate(path, { level: 6 });
    this.#entry.mtime = fixedTime;
    this.#zip.add(this.#entry);
  }

  write(text: string): void {
    this.#text += text;
    if (this.#text.length > portion) this.#flush(false);
  }

  close(): void {
    this.#flush(true);
    this.#zip.end();
  }

  drain(): Uint8Array[] {
    return this.#out.splice(0);
  }

  #flush(last: boolean): void {
    this.#entry?.push(this.#encoder.encode(this.#text), last);
    this.#text = '';
  }
}

/** Local time, as ZIP has it: the same records give the same bytes. */
const fixedTime = '1980-01-02T00:00:00';
