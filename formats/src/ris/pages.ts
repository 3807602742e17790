/** SP and EP as one printed range, and back. */

/** "100" and "109" as "100–109". A start page that holds the range already stands alone. */
export function pagesOf(start: string | undefined, end: string | undefined): string | undefined {
  if (start === undefined || end === undefined) return start ?? end;
  // Ovid PsycINFO cuts its "No Pagination Specified" in two.
  if (end === 'Specified' && /^no\b/i.test(start)) return undefined;
  if (end.startsWith('No Pagination')) return start;
  return start === end || endsRange(start, end) ? start : `${start}–${end}`;
}

/** The two tags' values for a printed range; one value where two would not read back as the same. */
export function startAndEnd(pages: string): readonly [start: string, end?: string] {
  const [start = '', end = '', more] = pages.split('–').map((part) => part.trim());
  const parted = more === undefined && start !== '' && end !== '' && pagesOf(start, end) === pages;
  return parted ? [start, end] : [pages];
}

/** "100-109" ends with 109. */
function endsRange(range: string, end: string): boolean {
  return range.endsWith(end) && /[-–]\s*$/.test(range.slice(0, -end.length));
}
