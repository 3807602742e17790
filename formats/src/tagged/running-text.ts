/**
 * Values that run over lines. Most sources break a line at about 80 characters, wherever that is; some write one line a
 * paragraph. A line longer than this was not broken for its length, so what follows it is a new paragraph.
 */
export const longestBrokenLine = 120;

/** The lines that show anything, joined. */
export function oneLine(value: string): string {
  return value.includes('\n') ? linesOfValue(value).join(' ') : value;
}

/** Without blanks around them; blank ones are left out. */
export function linesOfValue(value: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at <= value.length; ) {
    const end = lineEnd(value, at);
    const line = value.slice(at, end).trim();
    if (line !== '') lines.push(line);
    at = end + 1;
  }
  return lines;
}

/**
 * Broken lines joined, paragraphs kept: behind a blank line, behind a long line, or where a line is indented further
 * than the format indents (`indent`, in blanks).
 */
export function paragraphs(value: string, indent = 0): string {
  if (!value.includes('\n')) return value;
  let text = '';
  let previous = 0;
  let blanks = 0;
  for (let at = 0; at <= value.length; ) {
    const end = lineEnd(value, at);
    const line = value.slice(at, end).trim();
    if (line === '') blanks += 1;
    else {
      const begins = value.charCodeAt(at + indent) === space || (blanks === 0 && previous > longestBrokenLine);
      text += text === '' ? line : separator(blanks + (begins ? 1 : 0)) + line;
      previous = end - at;
      blanks = 0;
    }
    at = end + 1;
  }
  return text;
}

const space = 32;

function lineEnd(value: string, at: number): number {
  const found = value.indexOf('\n', at);
  return found < 0 ? value.length : found;
}

const separator = (breaks: number): string => (breaks === 0 ? ' ' : '\n'.repeat(breaks));
