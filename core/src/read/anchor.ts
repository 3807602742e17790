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
