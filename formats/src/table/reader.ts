import type { Tag } from '@throughline/core';
import type { Found, PassedOverReason, ReadOptions, UnreadReason } from '../contract.js';
import { vendorOfNotes } from '../decided/notes.js';
import { excerpt } from '../excerpt.js';
import { Tally } from '../tally.js';
import { decisionsOf } from './decisions.js';
import { rowsLookedAt } from './header.js';
import { foundColumns, type Layout, layoutOf } from './layout.js';
import { continuation } from './own-columns.js';
import { type OwnRecord, ownRecord } from './own-reference.js';
import { cellsByField, type Cells, referenceOf } from './reference.js';
import { isBlankRow, type Row } from './row.js';
import { joinedSurplus } from './surplus.js';
import { UnknownColumns } from './unknown-columns.js';

/** Characters of the rows held back until the table is settled. */
const mostLookedAt = 4 * 1024 * 1024;

/** The kind of file that the rows come from. */
export interface TableSource {
  readonly format: string;
  /** What stands between the cells, for putting a cell together again that was cut at one. */
  readonly separator: string;
  /** What a cell of this program's own said before it was written. */
  readonly asItWas: (cell: string) => string;
}

/** Rows in, what they say out. Holds the first rows until the header and the columns are known, one row after that. */
export class TableReader {
  readonly #out: Found[] = [];
  readonly #tally = new Tally();
  readonly #unknown = new UnknownColumns();
  readonly #western = { lines: { from: 0, to: 0 }, count: 0 };
  #held: Row[] | undefined = [];
  #size = 0;
  #layout: Layout | undefined;
  #cells: ((cells: readonly string[]) => Cells) | undefined;
  #own: { row: Row; cells: string[] } | undefined;

  constructor(
    readonly source: TableSource,
    readonly options: ReadOptions = {},
  ) {}

  take(row: Row): void {
    if (row.western !== undefined) this.#noteWestern(row);
    if (this.#held === undefined) {
      this.#takeSettled(row);
      return;
    }
    this.#held.push(row);
    this.#size += row.raw.length;
    if (this.#held.length >= rowsLookedAt || this.#size > mostLookedAt) this.#settle();
  }

  /** Rows of the file that are no part of this table. */
  passOver(reason: PassedOverReason, rows: number): void {
    this.#tally.add(reason, rows);
  }

  end(): void {
    if (this.#held !== undefined) this.#settle();
    this.#closeOwn();
    const { count, lines } = this.#western;
    if (count > 0)
      this.#out.push({ kind: 'unread', reason: 'encoding.windows-1252', lines, text: '', values: { lines: count } });
    this.#out.push(...this.#unknown.found(), ...this.#tally.found());
  }

  drain(): Found[] {
    return this.#out.splice(0);
  }

  #settle(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    const readable = held.filter((row) => row.unreadable === undefined);
    const layout = layoutOf(readable, this.options);
    this.#layout = layout;
    this.#cells = cellsByField(layout);
    const header = readable[layout.header.at];
    const below = readable.slice(layout.header.at + 1);
    this.#out.push(
      foundColumns(
        layout,
        below.map(({ cells }) => cells),
      ),
    );
    const first = header === undefined ? 0 : held.indexOf(header);
    for (const row of held.slice(0, first)) this.#takeAbove(row);
    if (header !== undefined) this.passOver('column-names', linesIn(header));
    for (const row of held.slice(header === undefined ? 0 : first + 1)) this.#takeSettled(row);
  }

  /** Above the header: a title, a date, the search. Two cells and more of it may be something that a person misses. */
  #takeAbove(row: Row): void {
    if (row.unreadable) this.#report('record.unreadable', row);
    else if (showsNothing(row)) return;
    else this.passOver('table-title', linesIn(row));
  }

  #takeSettled(row: Row): void {
    const layout = this.#layout;
    if (layout === undefined || showsNothing(row)) return;
    if (row.unreadable) this.#report('record.unreadable', row);
    else if (isBlankRow(row)) this.passOver('empty-row', linesIn(row));
    else if (repeatsHeader(row, layout)) this.passOver('column-names', linesIn(row));
    else if (layout.own) this.#takeOwn(row);
    else if (isFootnote(row, layout)) this.#report('lines.outside-record', row);
    else this.#takeForeign(row, layout);
  }

  #takeForeign(row: Row, layout: Layout): void {
    const { cells, surplus } = joinedSurplus(row.cells, layout, this.source.separator);
    const tags = tagsOf(cells, layout.names);
    const said = this.#cells?.(cells) ?? (() => []);
    const { decided, group } = decisionsOf(said, layout);
    const number = numberIn(said);
    const vendor = layout.vendor ?? vendorOfNotes(said('notes').map(({ text }) => text));
    this.#unknown.note(cells, layout);
    if (row.quoteOpen) this.#report('row.quote-open', row);
    if (row.unfinished) this.#report('record.unfinished', row);
    if (surplus > 0) this.#point(row, surplus, layout);
    this.#out.push({
      kind: 'record',
      reference: referenceOf(said, tags, layout, this.source.format),
      lines: row.lines,
      raw: row.raw,
      ...(vendor === undefined ? {} : { vendor }),
      ...(number === undefined ? {} : { number }),
      ...(surplus > 0 || row.quoteOpen || row.unfinished ? { inPart: true as const } : {}),
      ...(decided.length > 0 ? { decided } : {}),
      ...(group === undefined ? {} : { group }),
    });
  }

  #takeOwn(row: Row): void {
    if (row.cells[0] !== continuation) {
      this.#closeOwn();
      this.#own = { row, cells: [...row.cells] };
    } else if (this.#own !== undefined) {
      const { row: first, cells } = this.#own;
      const longer = cells.map((cell, index) => (index === 0 ? cell : cell + (row.cells[index] ?? '')));
      const lines = { from: first.lines.from, to: row.lines.to };
      this.#own = { row: { ...first, lines, raw: `${first.raw}\n${row.raw}` }, cells: longer };
    }
  }

  /** A row of this program's own is complete once the next one does not go on with it. */
  #closeOwn(): void {
    const open = this.#own;
    this.#own = undefined;
    if (open === undefined || this.#layout === undefined) return;
    const record: OwnRecord = ownRecord(this.#layout.names, open.cells.map(this.source.asItWas), this.source.format);
    this.#out.push({ kind: 'record', lines: open.row.lines, raw: open.row.raw, vendor: 'throughline', ...record });
  }

  #report(reason: UnreadReason, { lines, raw }: Row): void {
    this.#out.push({ kind: 'unread', reason, lines, text: excerpt(raw) });
  }

  #point({ lines, raw }: Row, surplus: number, { names }: Layout): void {
    const values = { columns: names.length, cells: names.length + surplus };
    this.#out.push({ kind: 'unread', reason: 'row.more-cells', lines, text: excerpt(raw), values });
  }

  #noteWestern({ lines, western = 0 }: Row): void {
    if (this.#western.count === 0) this.#western.lines = lines;
    this.#western.count += western;
  }
}

/** Every filled cell under the name of its column, in the order of the columns. */
function tagsOf(cells: readonly string[], names: readonly string[]): Tag[] {
  const tags: Tag[] = [];
  for (const [index, value] of cells.entries()) {
    if (value !== '') tags.push({ tag: names[index] ?? `Column ${index + 1}`, value });
  }
  return tags;
}

function numberIn(cells: Cells): number | undefined {
  const text = cells('number')[0]?.text.trim().replace(/^#/, '').replace(/\.0$/, '') ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Tables that were put together one under the other have the header again. */
function repeatsHeader({ cells }: Row, { names, header }: Layout): boolean {
  if (header.at < 0 || cells.length < 2) return false;
  const said = cells.map((cell) => cell.trim());
  // The first column may be the one without a name: that of the rows' numbers.
  const named = said[0] === names[0] || (said[0] === '' && said.filter((cell) => cell !== '').length >= 2);
  return named && said.every((cell, index) => cell === '' || cell === names[index]);
}

/** Characters: a key or a number alone is a record that says nothing else. */
const shortestFootnote = 20;

/** A line of text under the table ("Copyright …"): one cell in a wide table, and not where the titles stand. */
function isFootnote({ cells }: Row, { names, columns }: Layout): boolean {
  if (names.length < 4 || cells.slice(1).some((cell) => cell.trim() !== '')) return false;
  const text = cells[0]?.trim() ?? '';
  if (text.length < shortestFootnote || !text.includes(' ')) return false;
  const field = columns[0]?.field;
  return field !== 'title' && field !== 'authors' && field !== 'abstract' && field !== 'doi';
}

/** A blank line, as against a row of separators. */
const showsNothing = ({ raw, unreadable }: Row): boolean => unreadable === undefined && raw.trim() === '';

const linesIn = ({ raw, lines }: Row): number => {
  const shown = raw.split('\n').filter((line) => line.trim() !== '').length;
  return Math.min(shown, lines.to - lines.from + 1);
};
