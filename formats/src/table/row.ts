import type { Lines } from '../contract.js';

/** One row of a table, as the file has it. */
export interface Row {
  readonly cells: readonly string[];
  readonly lines: Lines;
  /** As the file has it, decoded. */
  readonly raw: string;
  /** It could not be read: a line of it is too long, or it has more cells than any table. */
  readonly unreadable?: true;
  /** A quotation mark in it is never closed: it was read up to the end of its first line. */
  readonly quoteOpen?: true;
  /** The file ends inside it. */
  readonly unfinished?: true;
  /** How many of its lines were not UTF-8. */
  readonly western?: number;
}

/** Nothing in it but blanks, or the control characters with which old programs end or fill up a file. */
export function isBlankRow(row: Row): boolean {
  return row.cells.every((cell) => /^[\s\p{Cc}\u200b\ufeff]*$/u.test(cell));
}

/** Cells up to the last one that is not empty. */
export function widthOf(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1]?.trim() === '') width -= 1;
  return width;
}
