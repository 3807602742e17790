/** A printed page as a number with what stands before it: "p. e493" is 493 with "e". */
interface PrintedPage {
  readonly prefix: string;
  readonly number: number;
}

/** Undefined where the text names no page. */
function printedPage(text: string): PrintedPage | undefined {
  const found = /^(?:pp?\.?\s*)?([a-z]?)(\d+)$/i.exec(text.trim());
  return found === null ? undefined : { prefix: (found[1] ?? '').toLowerCase(), number: Number(found[2]) };
}

/**
 * Is a quoted page inside a report's printed range? Undefined where that cannot be told: an article number instead of
 * a range, or a page that is no number. "404–15" ends at 415: the end repeats only the digits that change.
 */
export function insideRange(page: string, range: string): boolean | undefined {
  const [from, to] = range.split(/\s*[-–—]\s*/u);
  const first = printedPage(from ?? '');
  const quoted = printedPage(page);
  if (first === undefined || to === undefined || quoted === undefined) return undefined;
  const last = printedPage(to);
  if (last === undefined) return undefined;
  const start = String(first.number);
  const end = String(last.number);
  const full = Number(end.length < start.length ? start.slice(0, start.length - end.length) + end : end);
  return quoted.number >= first.number && quoted.number <= full && quoted.prefix === first.prefix;
}
