/** Where some words stand in a frozen text: Unicode code points from 0, `to` exclusive. */
export interface Anchor {
  readonly from: number;
  readonly to: number;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** How many code points of the text around a passage are kept with it. */
const context = 32;

/** UTF-16 units that a passage's words may have: as many as any text of a change. */
const longestQuote = 20_000;

/** Anchors the words at their first place in the text, or at the one that is asked for; undefined where they are not. */
export function anchorIn(text: string, quote: string, occurrence = 1): Anchor | undefined {
  let at = -1;
  for (let found = 0; found < occurrence; found += 1) {
    at = text.indexOf(quote, at + 1);
    if (at === -1 || quote === '') return undefined;
  }
  const before = [...text.slice(0, at)];
  const words = [...quote];
  const after = [...text.slice(at + quote.length, at + quote.length + context * 2)];
  return {
    from: before.length,
    to: before.length + words.length,
    quote,
    before: before.slice(-context).join(''),
    after: after.slice(0, context).join(''),
  };
}

/** The words between two code points of a text. */
export const wordsBetween = (text: string, from: number, to: number): string => [...text].slice(from, to).join('');

/**
 * Anchors what stands between two code points, without the blanks at its edges; undefined where nothing is left, or
 * where a passage may not be that long.
 */
export function anchorBetween(text: string, from: number, to: number): Anchor | undefined {
  const points = [...text];
  let [start, end] = [Math.max(0, from), Math.min(points.length, to)];
  while (start < end && points[start]?.trim() === '') start += 1;
  while (end > start && points[end - 1]?.trim() === '') end -= 1;
  const quote = points.slice(start, end).join('');
  if (quote === '' || quote.length > longestQuote) return undefined;
  return {
    from: start,
    to: end,
    quote,
    before: points.slice(Math.max(0, start - context), start).join(''),
    after: points.slice(end, end + context).join(''),
  };
}
