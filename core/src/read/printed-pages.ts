/** Where a page begins in a frozen text, and what it prints as its number. */
export interface PrintedPage {
  /** Code points from 0: the beginning of the line that names the page, or the place after a form feed. */
  readonly from: number;
  /** As printed: "212", "e493", "xiv". */
  readonly printed: string;
}

/** A line of its own, "[page 212]"; a form feed ends a line too. It stays in the text, for whoever reads the text. */
const pageLine = /(?:^|(?<=\f))[ \t]*\[page[ \t]+([^\]\s](?:[^\]\n]{0,18}[^\]\s])?)[ \t]*\][ \t]*(?:$|(?=\f))/gimu;

/**
 * The pages of a text, in its order. Lines like "[page 212]" name them; a text without any is paged by its form feeds,
 * from 1. None where the text has neither. What stands before the first page line is on no page.
 */
export function printedPages(text: string): PrintedPage[] {
  const named = [...text.matchAll(pageLine)].map((line) => ({ at: line.index, printed: line[1] ?? '' }));
  return inCodePoints(text, named.length > 0 ? named : formFed(text));
}

/** The page on which a code point stands, as printed; undefined before the first page, or where a text has none. */
export const pageAt = (pages: readonly PrintedPage[], at: number): string | undefined =>
  pages.findLast(({ from }) => from <= at)?.printed;

/** A form feed ends a page; one at the very end begins none. */
function formFed(text: string): { at: number; printed: string }[] {
  const end = text.trimEnd().length;
  const feeds = [...text.matchAll(/\f/gu)].map(({ index }) => index + 1).filter((at) => at < end);
  return feeds.length === 0 ? [] : [0, ...feeds].map((at, index) => ({ at, printed: String(index + 1) }));
}

/** Turns places in UTF-16, in rising order, into places in code points, in one walk. */
function inCodePoints(text: string, places: readonly { at: number; printed: string }[]): PrintedPage[] {
  let at = 0;
  let from = 0;
  return places.map((place) => {
    from += [...text.slice(at, place.at)].length;
    at = place.at;
    return { from, printed: place.printed };
  });
}
