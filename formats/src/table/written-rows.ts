import type { Tag } from '@throughline/core';
import type { WrittenRecord } from '../contract.js';
import { joinedCell } from './cell-list.js';
import { furtherFields, ownColumns, sourcePrefix } from './own-columns.js';
import { asNamedValue, ownCells } from './own-reference.js';

/** Records held back until the columns of the sources among them are known; the header stands before all of them. */
const recordsLookedAt = 2000;

/** Sheets stop at 16,384 columns. */
const mostSourceColumns = 1000;
/** Characters. Longer ones are no names, and would hide that the row is one of names. */
const longestName = 120;

/** A header and then the records, one row each. `format`: the format whose tags are columns of their own. */
export async function* writtenRows(
  records: AsyncIterable<WrittenRecord>,
  format: string,
): AsyncGenerator<readonly string[]> {
  let held: WrittenRecord[] | undefined = [];
  const columns = new SourceColumns();
  for await (const record of records) {
    if (held === undefined) yield rowOf(record, columns, format);
    else {
      held.push(record);
      columns.learn(tagsOf(record, format));
      if (held.length < recordsLookedAt) continue;
      yield* beginning(held, columns, format);
      held = undefined;
    }
  }
  if (held !== undefined) yield* beginning(held, columns, format);
}

function* beginning(
  held: readonly WrittenRecord[],
  columns: SourceColumns,
  format: string,
): Generator<readonly string[]> {
  yield [...ownColumns, ...columns.names.map((name) => sourcePrefix + name), furtherFields];
  for (const record of held) yield rowOf(record, columns, format);
}

function rowOf(record: WrittenRecord, columns: SourceColumns, format: string): string[] {
  const own = ownCells(record);
  return [...ownColumns.map((column) => own[column]), ...columns.cellsOf(tagsOf(record, format))];
}

function tagsOf({ reference }: WrittenRecord, format: string): readonly Tag[] {
  return reference.format === format ? reference.tags : [];
}

/** The columns of the tables that the records came from. */
class SourceColumns {
  readonly names: string[] = [];

  /** Adds the tags that find no place behind the ones before them. */
  learn(tags: readonly Tag[]): void {
    let at = 0;
    for (const { tag } of tags) {
      if (tag.length > longestName || tag.trim() !== tag || /[\r\n]/.test(tag)) continue;
      const known = this.names.indexOf(tag, at);
      if (known >= 0) at = known + 1;
      else if (this.names.indexOf(tag) < 0 && this.names.length < mostSourceColumns) {
        this.names.splice(at, 0, tag);
        at += 1;
      }
    }
  }

  /** A cell a column, then the tags from the first one on that would stand out of order. Empty values keep their place. */
  cellsOf(tags: readonly Tag[]): string[] {
    const cells = this.names.map(() => '');
    let at = 0;
    let placed = 0;
    for (const { tag, value } of tags) {
      const column = value === '' ? -1 : this.names.indexOf(tag, at);
      if (column < 0) break;
      cells[column] = value;
      at = column + 1;
      placed += 1;
    }
    return [...cells, joinedCell(tags.slice(placed).map(asNamedValue), ';')];
  }
}
