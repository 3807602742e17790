import { quotedList } from './quoted-list.js';

/** How a column sets its terms apart. */
export type TermHabit = ';' | '|' | ',' | undefined;

/** Commas part terms only where nothing else does in the whole column: MeSH has "Interviews, Topic". */
export function termHabit(cells: readonly string[]): TermHabit {
  if (cells.some((cell) => cell.includes(';'))) return ';';
  if (cells.some((cell) => cell.includes('|'))) return '|';
  return cells.some((cell) => cell.includes('\n')) ? undefined : ',';
}

/** Keywords, labels, reasons: the terms of one cell. */
export function termsIn(cell: string, habit: TermHabit): string[] {
  const listed = quotedList(cell);
  const parts = listed ?? cell.split('\n').flatMap((line) => (habit === undefined ? [line] : partedAt(line, habit)));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Embase qualifies a term in brackets: "malformation (diagnosis, surgery)". */
function partedAt(line: string, habit: ';' | '|' | ','): string[] {
  if (habit !== ',' || !line.includes('(')) return line.split(habit);
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '(') depth += 1;
    else if (line[at] === ')') depth = Math.max(0, depth - 1);
    else if (line[at] === ',' && depth === 0) {
      parts.push(line.slice(from, at));
      from = at + 1;
    }
  }
  // A bracket that is never closed holds nothing together.
  return depth > 0 ? line.split(',') : [...parts, line.slice(from)];
}
