import type { Passage } from '@throughline/core';

/** A run of a document's text: all of it lies in the same passages, so that passages may overlap. */
export interface Run {
  readonly from: number;
  readonly text: string;
  /** The innermost passage is last: it is the one that a reader means by pointing there. */
  readonly passages: readonly Passage[];
}

/** A part of the text that begins at a printed page, or at its beginning. */
export interface TextPage {
  readonly printed?: string;
  readonly runs: readonly Run[];
}

/** The frozen text cut into pages and runs. Passages and pages count code points, not UTF-16 units. */
export function markedText(
  text: string,
  passages: readonly Passage[],
  pages: readonly { from: number; printed: string }[] = [],
): TextPage[] {
  const points = [...text];
  const starts = pages.length > 0 && pages[0]?.from === 0 ? pages : [{ from: 0, printed: undefined }, ...pages];
  return starts.map(({ from, printed }, at) => {
    const to = starts[at + 1]?.from ?? points.length;
    return { ...(printed === undefined ? {} : { printed }), runs: runsBetween(points, from, to, passages) };
  });
}

function runsBetween(points: readonly string[], from: number, to: number, passages: readonly Passage[]): Run[] {
  const inside = passages.filter((passage) => passage.from < to && passage.to > from);
  const edges = new Set([
    from,
    to,
    ...inside.flatMap((passage) => [Math.max(from, passage.from), Math.min(to, passage.to)]),
  ]);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? to;
    const over = inside.filter((passage) => passage.from <= start && passage.to >= end);
    return {
      from: start,
      text: points.slice(start, end).join(''),
      passages: over.toSorted((a, b) => b.to - b.from - (a.to - a.from)),
    };
  });
}
