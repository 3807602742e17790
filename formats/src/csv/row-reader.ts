import type { Row } from '../table/row.js';
import type { Line } from '../text/line-splitter.js';
import { cellsOf, mostColumns } from './line-cells.js';

/** A quoted cell longer than this was never closed. Lines and characters; abstracts and reference lists stay far below. */
const longestCellLines = 2000;
const longestCell = 2 * 1024 * 1024;
/** Rows of up to this many lines are looked at again where they come out with a wrong number of cells. */
const mostLooked = 50;

interface OpenRow {
  readonly lines: Line[];
  readonly cells: string[];
  text: string;
  suspicious: boolean;
}

/**
 * Rows out of lines. A quotation mark that is never closed costs the one cell it stands in, never the rest of the file:
 * the row is then read from its first line alone, and the lines behind it are read anew.
 */
export class RowReader {
  #open: OpenRow | undefined;
  /** Lines still to be read, the next one last. */
  readonly #lines: Line[] = [];
  readonly #out: Row[] = [];
  readonly #widths = new Map<number, number>();
  /** No quoted cell that begins up to this line is closed. */
  #neverClosed = 0;

  constructor(readonly separator: string) {}

  take(line: Line): void {
    this.#lines.push(line);
    this.#readAll();
  }

  end(): void {
    while (this.#open !== undefined) {
      if (this.#wasCutOff(this.#open)) this.#emitUnfinished(this.#open);
      else this.#giveUp(this.#open);
      this.#readAll();
    }
  }

  drain(): Row[] {
    return this.#out.splice(0);
  }

  #readAll(): void {
    for (let line = this.#lines.pop(); line !== undefined; line = this.#lines.pop()) this.#read(line);
  }

  #read(line: Line): void {
    const open = this.#open;
    if (line.tooLong) this.#refuse(line);
    else if (open !== undefined) this.#readOn(line, open);
    else this.#begin(line);
  }

  #begin(line: Line): void {
    const { cells, open } = cellsOf(line.text, this.separator);
    if (open !== undefined && line.number <= this.#neverClosed) this.#readAnew({ lines: [line] });
    else if (open === undefined) this.#emit([line], cells);
    else this.#open = { lines: [line], cells, text: open, suspicious: false };
  }

  #readOn(line: Line, row: OpenRow): void {
    const { cells, open, suspicious = false } = cellsOf(line.text, this.separator, row.text);
    row.lines.push(line);
    row.cells.push(...cells);
    row.suspicious ||= suspicious;
    if (open !== undefined) {
      row.text = open;
      if (row.lines.length > longestCellLines || open.length > longestCell) this.#giveUp(row);
      return;
    }
    this.#open = undefined;
    if (this.#wasNeverClosed(row)) this.#readAnew(row);
    else this.#emit(row.lines, row.cells);
  }

  /** The quotation mark that closed this cell opens one of the next row. */
  #wasNeverClosed({ lines, cells, suspicious }: OpenRow): boolean {
    const width = this.#width();
    if (width < 2 || lines.length > mostLooked || (cells.length === width && !suspicious)) return false;
    const [first, second] = lines;
    const alone = cellsOf(first?.text ?? '', this.separator, undefined, true).cells.length;
    if (alone === width) return true;
    return alone > width && cellsOf(second?.text ?? '', this.separator).cells.length === width;
  }

  /** The end of the file finds a cell open: a file that was cut off, unless what follows reads like rows of its own. */
  #wasCutOff({ lines }: OpenRow): boolean {
    const rest = lines.slice(1).filter(({ text }) => text.trim() !== '');
    const width = this.#width();
    const alone = cellsOf(lines[0]?.text ?? '', this.separator, undefined, true).cells.length;
    if (rest.length === 0) return alone < width;
    const rows = rest.filter(({ text }) => cellsOf(text, this.separator).cells.length === width).length;
    return width < 2 || rows < rest.length / 2;
  }

  #emitUnfinished({ lines, cells, text }: OpenRow): void {
    this.#open = undefined;
    this.#emit(lines, [...cells, text], 'unfinished');
  }

  #giveUp(row: OpenRow): void {
    this.#neverClosed = row.lines.at(-1)?.number ?? this.#neverClosed;
    this.#readAnew(row);
  }

  /** The first line is a row; those behind it are read again. */
  #readAnew({ lines }: Pick<OpenRow, 'lines'>): void {
    this.#open = undefined;
    const [first, ...rest] = lines;
    if (first === undefined) return;
    this.#emit([first], cellsOf(first.text, this.separator, undefined, true).cells, 'quoteOpen');
    for (const line of rest.reverse()) this.#lines.push(line);
  }

  #refuse(line: Line): void {
    if (this.#open !== undefined) {
      this.#lines.push(line);
      this.#giveUp(this.#open);
      return;
    }
    const at = { from: line.number, to: line.number };
    this.#out.push({ cells: [], lines: at, raw: line.text, unreadable: true });
  }

  #emit(lines: readonly Line[], cells: readonly string[], trouble?: 'quoteOpen' | 'unfinished'): void {
    const [first] = lines;
    const tooMany = cells.length > mostColumns;
    const western = lines.reduce((count, line) => count + (line.western ? 1 : 0), 0);
    if (cells.length > 1) this.#widths.set(cells.length, (this.#widths.get(cells.length) ?? 0) + 1);
    this.#out.push({
      cells: tooMany ? [] : cells,
      lines: { from: first?.number ?? 0, to: lines.at(-1)?.number ?? 0 },
      raw: lines.length === 1 ? (first?.text ?? '') : lines.map(({ text }) => text).join('\n'),
      ...(western > 0 ? { western } : {}),
      ...(trouble === undefined ? {} : { [trouble]: true }),
      ...(tooMany ? { unreadable: true } : {}),
    });
  }

  /** The number of cells that most rows have. */
  #width(): number {
    let best = 0;
    let most = 0;
    for (const [width, rows] of this.#widths) {
      if (rows <= most) continue;
      best = width;
      most = rows;
    }
    return best;
  }
}
