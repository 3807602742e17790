/**
 * Several values in one cell that a person can read, and that read back the same: "Ada; Chidi". A separator inside a
 * value stands behind a backslash, so does a backslash; an empty value is "\e".
 */
export type Separator = ';' | '|';

/** `empty`: how an empty value is written; it may be nothing where the number of values is known from elsewhere. */
export function joinedCell(values: readonly string[], separator: Separator, empty = '\\e'): string {
  return values.map((value) => (value === '' ? empty : escaped(value, separator))).join(`${separator} `);
}

export function splitCell(cell: string, separator: Separator): string[] {
  return cell === '' ? [] : rawParts(cell, separator).map(unescaped);
}

function escaped(value: string, separator: Separator): string {
  return value.replaceAll('\\', '\\\\').replaceAll(separator, `\\${separator}`);
}

function unescaped(part: string): string {
  return part === '\\e' ? '' : part.replace(/\\(.)/gs, '$1');
}

/** The parts as they stand, one blank behind each separator taken off. */
function rawParts(cell: string, separator: Separator): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < cell.length; at += 1) {
    if (cell[at] === '\\') at += 1;
    else if (cell[at] === separator) {
      parts.push(cell.slice(from, at));
      from = cell[at + 1] === ' ' ? at + 2 : at + 1;
    }
  }
  parts.push(cell.slice(from));
  return parts;
}
