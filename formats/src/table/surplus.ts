import type { Layout } from './layout.js';
import { widthOf } from './row.js';

/**
 * A row with more cells than the table has columns: somewhere a separator belongs to the text. Put together again where
 * that is certain; what is not stays as it is, and the row is pointed at.
 */
export function joinedSurplus(
  cells: readonly string[],
  layout: Layout,
  separator: string,
): { readonly cells: readonly string[]; readonly surplus: number } {
  const columns = layout.names.length;
  const surplus = widthOf(cells) - columns;
  if (cells.length <= columns || layout.header.at < 0) return { cells, surplus: 0 };
  const joined = joinedNotes(cells, columns, separator) ?? joinedBlanks(cells, columns, separator);
  if (joined !== undefined) return { cells: joined, surplus: 0 };
  return surplus > 0 ? { cells, surplus } : { cells: cells.slice(0, columns), surplus: 0 };
}

/** Rayyan's notes hold commas, and are not always quoted. */
function joinedNotes(cells: readonly string[], columns: number, separator: string): string[] | undefined {
  const at = cells.findIndex((cell) => /^\s*RAYYAN-(?:INCLUSION|LABELS|EXCLUSION-REASONS)\s*:/.test(cell));
  return at < 0 ? undefined : joinedAt(cells, at, cells.length - columns, separator);
}

/** Text has a blank behind its commas, and a table has none: as many such cells as there are too many. */
function joinedBlanks(cells: readonly string[], columns: number, separator: string): string[] | undefined {
  const blanks = cells.filter((cell, index) => index > 0 && /^ \S/.test(cell)).length;
  if (blanks !== cells.length - columns) return undefined;
  const joined: string[] = [];
  for (const [index, cell] of cells.entries()) {
    if (index > 0 && /^ \S/.test(cell)) joined.push(`${joined.pop() ?? ''}${separator}${cell}`);
    else joined.push(cell);
  }
  return joined;
}

function joinedAt(cells: readonly string[], at: number, more: number, separator: string): string[] {
  return [...cells.slice(0, at), cells.slice(at, at + more + 1).join(separator), ...cells.slice(at + more + 1)];
}
