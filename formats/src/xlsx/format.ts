import { isZip } from '../archive/kind.js';
import { namesInHead } from '../archive/zip-directory.js';
import type { Format, Found, ReadOptions } from '../contract.js';
import { FormatProblem } from '../problem.js';
import { headerIn, rowsLookedAt } from '../table/header.js';
import { TableReader } from '../table/reader.js';
import { isBlankRow, type Row } from '../table/row.js';
import { isCompoundFile, isLockedWorkbook } from './compound-file.js';
import { largestWorkbook } from './parts.js';
import { sheetRows } from './sheet-rows.js';
import { openWorkbook, type Workbook } from './workbook.js';
import { writeXlsx } from './writer.js';

/** Workbooks of Excel and of everything that writes them. The sheet that reads like a table of references is read. */
export const xlsx: Format = {
  name: 'xlsx',
  label: 'Excel workbook',
  extensions: ['xlsx', 'xlsm'],
  binary: true,
  byLines: false,
  recognise,
  read,
  write: writeXlsx,
};

/** The parts of a workbook are named at the beginning of the archive. A locked one is a file of another kind. */
function recognise(head: Uint8Array, fileName = ''): number {
  if (isCompoundFile(head)) return isLockedWorkbook(head) || /\.xls[xm]$/i.test(fileName) ? 0.9 : 0;
  if (!isZip(head)) return 0;
  const names = namesInHead(head);
  if (names.some((name) => /^\/?xl\//i.test(name))) return 0.99;
  const other = names.some((name) => /^(?:word|ppt)\//i.test(name));
  return !other && /\.xls[xm]$/i.test(fileName) ? 0.8 : 0;
}

async function* read(chunks: AsyncIterable<Uint8Array>, options?: ReadOptions): AsyncGenerator<Found> {
  const bytes = await held(chunks);
  if (isCompoundFile(bytes)) throw new FormatProblem(isLockedWorkbook(bytes) ? 'format.encrypted' : 'format.damaged');
  const workbook = openWorkbook(bytes);
  const best = bestSheet(workbook);
  const table = new TableReader({ format: 'xlsx', separator: ',', asItWas: (cell) => cell }, options);
  if (best !== undefined) {
    for (const row of sheetRows(workbook, best)) {
      table.take(row);
      yield* table.drain();
    }
  }
  for (const { path } of workbook.sheets) {
    if (path !== best) table.passOver('other-sheet', filledRows(sheetRows(workbook, path)));
  }
  table.end();
  yield* table.drain();
}

/** A workbook ends with the directory of its parts, so that it has to be held: up to `largestWorkbook` bytes. */
async function held(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > largestWorkbook) throw new FormatProblem('format.tooLarge', { limit: largestWorkbook / 1024 / 1024 });
    // Copied: whoever hands the bytes over may use the buffer again.
    pieces.push(chunk.slice());
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The sheet with the most columns whose names are known; of several the first. One without rows is none. */
function bestSheet(workbook: Workbook): string | undefined {
  const sheets = workbook.sheets.map(({ path }) => ({ path, ...worthOf(firstRows(sheetRows(workbook, path))) }));
  return sheets.filter(({ rows }) => rows > 0).sort((left, right) => right.value - left.value)[0]?.path;
}

function worthOf(rows: readonly Row[]): { readonly rows: number; readonly value: number } {
  const { known, titled } = headerIn(rows);
  return { rows: rows.length, value: known + (titled ? 100 : 0) + Math.min(rows.length, rowsLookedAt) / 100 };
}

function firstRows(rows: Generator<Row>): Row[] {
  const first: Row[] = [];
  for (const row of rows) {
    first.push(row);
    if (first.length >= rowsLookedAt) break;
  }
  return first;
}

function filledRows(rows: Generator<Row>): number {
  let count = 0;
  for (const row of rows) if (!isBlankRow(row)) count += 1;
  return count;
}
