import { type ColumnField, type FoundColumns, longestExcerpt, type ReadOptions } from '../contract.js';
import type { Vendor } from '../vendors.js';
import { type AuthorHabit, authorHabit } from './authors.js';
import { type Column, filled, guessedColumns } from './columns.js';
import { type Dialect, dialectOf } from './dialects.js';
import { type Header, headerIn } from './header.js';
import { isOwnHeader } from './own-columns.js';
import { type Row, widthOf } from './row.js';
import { type TermHabit, termHabit } from './terms.js';

/** How a table is read: where it begins, what its columns are, how its cells part their values. */
export interface Layout {
  readonly header: Header;
  readonly names: readonly string[];
  readonly columns: readonly Column[];
  readonly dialect?: Dialect;
  readonly vendor?: Vendor;
  /** Written by this program: nothing in it is guessed. */
  readonly own: boolean;
  /** A person said what the columns are. */
  readonly told: boolean;
  readonly authors: AuthorHabit;
  readonly editors: AuthorHabit;
  /** By the column's index. */
  readonly terms: ReadonlyMap<number, TermHabit>;
}

/** From the first rows of a table. */
export function layoutOf(rows: readonly Row[], options: ReadOptions = {}): Layout {
  const header = headerIn(rows);
  const sample = rows.slice(header.at + 1).map(({ cells }) => cells);
  const names = columnNames(rows, header);
  const dialect = dialectOf(names);
  const guessed = guessedColumns(names, sample, dialect);
  const columns = options.columns === undefined ? guessed : toldColumns(guessed, options.columns);
  const texts = (field: ColumnField) =>
    columns.filter((column) => column.field === field).flatMap(({ index }) => filled(sample, index));
  const vendor = dialect?.vendor;
  return {
    header,
    names,
    columns,
    ...(dialect === undefined ? {} : { dialect }),
    ...(vendor === undefined ? {} : { vendor }),
    own: isOwnHeader(names),
    told: options.columns !== undefined,
    authors: authorHabit(texts('authors'), vendor),
    editors: authorHabit(texts('editors'), vendor),
    terms: new Map(columns.map(({ index }) => [index, termHabit(filled(sample, index))])),
  };
}

/** A column without a name is called by its number. */
function columnNames(rows: readonly Row[], { at }: Header): string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => widthOf(cells)));
  const named = at < 0 ? [] : (rows[at]?.cells ?? []);
  const length = Math.max(widthOf(named), named.length, at < 0 ? width : 0);
  return Array.from({ length }, (_, index) => named[index]?.replace(/^\uFEFF/, '').trim() || `Column ${index + 1}`);
}

function toldColumns(guessed: readonly Column[], told: readonly (ColumnField | null)[]): Column[] {
  return guessed.map(({ index, name, field, rank }) => {
    const said = told[index] ?? undefined;
    return { index, name, ...(said === undefined ? {} : { field: said }), rank: said === field ? rank : 0 };
  });
}

export function foundColumns({ columns }: Layout, sample: readonly (readonly string[])[]): FoundColumns {
  return {
    kind: 'columns',
    columns: columns.map(({ index, name, field }) => ({
      name,
      ...(field === undefined ? {} : { field }),
      examples: filled(sample, index).slice(0, 3).map(shortened),
    })),
  };
}

/** Examples stand in a small table on the screen. */
const longestExample = Math.min(200, longestExcerpt);

function shortened(text: string): string {
  if (text.length <= longestExample) return text;
  const cut = text.slice(0, longestExample - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
