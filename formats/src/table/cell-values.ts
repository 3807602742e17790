import { firstDoi } from '../doi.js';

/** What cells look like, for columns whose names say nothing. Each takes the filled cells among the first rows. */

const share = (cells: readonly string[], is: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(is).length / cells.length;

export const areDois = (cells: readonly string[]): boolean =>
  share(cells, (cell) => cell.length < 300 && firstDoi(cell) !== undefined && !/\s\S+\s/.test(cell.trim())) >= 0.8;

export const areYears = (cells: readonly string[]): boolean =>
  cells.length > 1 && share(cells, (cell) => /^(?:1[5-9]|20)\d\d(?:\.0)?$/.test(cell.trim())) >= 0.9;

export const areLinks = (cells: readonly string[]): boolean =>
  share(cells, (cell) => /^https?:\/\/\S+$/i.test(cell.trim())) >= 0.9;

/** Abstracts: several sentences each. */
export const areLongTexts = (cells: readonly string[]): boolean =>
  share(cells, (cell) => cell.length > 300 && (cell.match(/[.!?。]\s|[.!?。]$/g)?.length ?? 0) >= 2) >= 0.6;

/** Titles: several words, no two the same, no sentences of a comment. */
export const areTitles = (cells: readonly string[]): boolean =>
  cells.length > 0 &&
  share(cells, (cell) => cell.length >= 20 && cell.length <= 400 && cell.trim().split(/\s+/).length >= 4) >= 0.8 &&
  share(cells, (cell) => /[;|]/.test(cell)) < 0.2 &&
  new Set(cells).size > cells.length * 0.8;

/** "Last, F.; Last, F." or "Last F, Last G": names with initials. */
export const areNames = (cells: readonly string[]): boolean =>
  share(cells, (cell) => {
    // Runs of blanks would cost time in the expressions below, and so would whole abstracts.
    const names = cell
      .slice(0, longestLooked)
      .replace(/\s+/g, ' ')
      .split(/;|\|/)
      .map((name) => name.trim());
    return names.every((name) => /^[\p{L}'’ -]+,? ?(?:\p{Lu}\.?[ -]?){1,4}(?:,|$)/u.test(name) || isFullName(name));
  }) >= 0.8 && share(cells, (cell) => /[;|,.]/.test(cell)) >= 0.5;

/** Characters of a cell that are enough to see names in. */
const longestLooked = 1000;

const isFullName = (name: string): boolean =>
  /^\p{Lu}[\p{L}'’ -]+, \p{Lu}[\p{L}.'’ -]+$/u.test(name) && name.length < 60;
