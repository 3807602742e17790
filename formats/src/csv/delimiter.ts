import { headerIn } from '../table/header.js';
import { isOwnHeader } from '../table/own-columns.js';
import { isBlankRow, type Row } from '../table/row.js';
import type { Line } from '../text/line-splitter.js';
import { RowReader } from './row-reader.js';

/** What can stand between cells; of two that fit the same, the earlier. */
const separators = [',', ';', '\t', '|'] as const;

/** Lines that are enough to see the separator by; fewer where they are long. */
export const linesLookedAt = 200;
export const charactersLookedAt = 1024 * 1024;

export interface Guess {
  readonly separator: string;
  /** Names of columns that are known; -1 where nothing looks like a table at all. */
  readonly known: number;
  /** The first row is the one that this program writes: whatever the cells below it hold. */
  readonly own: boolean;
  /** A title's name is among them. */
  readonly titled: boolean;
  /** Columns of most rows. */
  readonly columns: number;
  /** Rows looked at, and how many of them have as many cells as most. */
  readonly rows: number;
  readonly even: number;
}

/** By the names of the columns that come out, then by how evenly the rows do. "sep=;" says it outright (Excel). */
export function guessSeparator(lines: readonly Line[]): Guess {
  const said = saidSeparator(lines[0]?.text ?? '');
  const guesses = (said === undefined ? separators : [said]).map((separator) => guessOf(separator, lines));
  return guesses.reduce((best, guess) => (worth(guess) > worth(best) ? guess : best));
}

export function saidSeparator(line: string): string | undefined {
  const said = /^\uFEFF?"?sep=(.)"?\s*$/i.exec(line)?.[1];
  return said === undefined || said === '"' ? undefined : said;
}

function guessOf(separator: string, lines: readonly Line[]): Guess {
  const rows = rowsIn(separator, lines);
  const { known, titled } = headerIn(rows);
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const [columns, even] = [...widths].reduce((best, each) => (each[1] > best[1] ? each : best), [1, 0]);
  const own = isOwnHeader(rows[0]?.cells ?? []);
  return { separator, own, known, titled, columns, rows: rows.length, even };
}

function rowsIn(separator: string, lines: readonly Line[]): Row[] {
  const reader = new RowReader(separator);
  for (const line of lines) reader.take(line);
  reader.end();
  return reader.drain().filter((row) => !row.unreadable && !isBlankRow(row));
}

function worth({ own, known, titled, columns, rows, even }: Guess): number {
  const evenness = columns > 1 && rows > 0 ? even / rows : 0;
  return (own ? 100_000 : 0) + (titled ? 1000 : 0) + known * 10 + evenness * 9 + Math.min(columns, 40) / 100;
}

/** Rows that end in different places make no table, and prose has commas too. */
export function looksLikeTable({ columns, rows, even }: Guess): boolean {
  return columns >= 3 && rows >= 3 && even >= rows * 0.9;
}
