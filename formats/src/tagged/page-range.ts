/** "100" and "109" as "100–109". A first page that holds the range already, or is the only one, stands alone. */
export function pageRange(first: string | undefined, last: string | undefined): string | undefined {
  if (first === undefined || last === undefined) return first ?? last;
  const holdsRange = /[-–]/.test(first) && first.endsWith(last);
  return first === last || holdsRange ? first : `${first}–${last}`;
}
