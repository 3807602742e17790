import { firstDoi } from '../doi.js';
import { fieldOfName } from './field-names.js';
import { isOwnHeader } from './own-columns.js';
import { isTagName } from './tag-names.js';
import { isBlankRow, type Row, widthOf } from './row.js';

/** Rows looked at before a table is settled: titles stand above the header, and the cells below tell what columns hold. */
export const rowsLookedAt = 60;

/** Columns that are enough to know a header by. */
const mostNames = 400;

/** The header may stand this deep: reports of databases print a cover above it. */
const deepestHeader = 30;

export interface Header {
  /** Index of the row that names the columns; -1 where no row does. */
  readonly at: number;
  /** How many of its names are known. */
  readonly known: number;
  /** One of them is a title's. */
  readonly titled: boolean;
}

/** The row with the most names that are known, the first of several; else the first row as wide as the table. */
export function headerIn(rows: readonly Row[]): Header {
  const looked = rows.slice(0, deepestHeader);
  // Ours is known for certain, and a record may have another table's names for values.
  const own = looked.find(({ cells }) => isOwnHeader(cells));
  const candidates = own === undefined ? looked : [own];
  const best = candidates.map(scored).reduce((left, right) => (right.score > left.score ? right : left), noHeader);
  if (best.score > 0) return { at: looked.indexOf(best.row), known: best.known, titled: best.titled };
  return { at: unknownHeader(rows), known: 0, titled: false };
}

interface Scored {
  readonly row: Row;
  readonly score: number;
  readonly known: number;
  readonly titled: boolean;
}

const noHeader: Scored = { row: { cells: [], lines: { from: 0, to: 0 }, raw: '' }, score: 0, known: 0, titled: false };

function scored(row: Row): Scored {
  const names = row.cells
    .slice(0, mostNames)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  if (names.some((name) => name.length > 200)) return { ...noHeader, row };
  const fields = names.map((name) => (isTagName(name) ? tagField(name) : fieldOfName(name)?.field));
  const known = fields.filter((field) => field !== undefined).length;
  const titled = fields.includes('title');
  // One known word in a row of data proves nothing, unless it is "Title".
  return { row, score: known >= 2 || titled ? known + (titled ? 2 : 0) : 0, known, titled };
}

const tagField = (name: string): string => (/^(?:TI|T1)$/.test(name.trim()) ? 'title' : 'tag');

/** Without known names: the first row as wide as the widest, unless it reads like data itself. */
function unknownHeader(rows: readonly Row[]): number {
  const widest = Math.max(0, ...rows.map(({ cells }) => widthOf(cells)));
  const first = rows.findIndex((row) => !isBlankRow(row) && widthOf(row.cells) === widest);
  const cells = rows[first]?.cells ?? [];
  return cells.some(readsLikeData) ? -1 : first;
}

function readsLikeData(cell: string): boolean {
  const text = cell.trim();
  return /^\d{2,}(?:\.\d+)?$/.test(text) || firstDoi(text) !== undefined || text.length > 120 || /^https?:/i.test(text);
}
