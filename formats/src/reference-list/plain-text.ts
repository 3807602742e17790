/**
 * A line of a page or a PDF as plain text: every kind of blank as one space, no characters without width, no blank
 * before a colon or semicolon (French spacing, and what publishers' pages put there).
 */
export function plainText(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/ ([:;])/g, '$1')
    .trim();
}

/** Lines of one wrapped reference as one text. A hyphen, dash or slash at the end of a line joins without a blank. */
export function joinedLines(lines: readonly string[]): string {
  const parts: string[] = [];
  let before = '';
  for (const line of lines) {
    const text = plainText(line);
    if (text === '') continue;
    parts.push(before === '' || /[-–/]$/.test(before.slice(-1)) ? '' : ' ', text);
    before = text;
  }
  return parts.join('');
}
