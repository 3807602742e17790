/**
 * Spreadsheets take a cell that begins with one of these for a formula, and a formula can send data away (OWASP, "CSV
 * Injection"). Such cells are written behind an apostrophe; cells that already have one get another, so that it can be
 * taken off again without doubt.
 */
const harmful = /^'*[=+\-@\t\r\n＝＋－＠]/;

export function harmless(value: string): string {
  return harmful.test(value) ? `'${value}` : value;
}

/** What a cell said before it was made harmless. Only for files that this program wrote. */
export function asItWas(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
