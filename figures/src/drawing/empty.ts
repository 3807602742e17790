import type { Empty } from '../words.js';
import { wrap } from '../text/wrap.js';
import type { Drawing, Mark } from './drawing.js';
import type { Box } from './geometry.js';
import { type Paragraph, stack, stackHeight } from './paragraph.js';

const width = 720;
const sketchHeight = 150;
const margin = 28;

/**
 * A figure with nothing to show yet: a pale sketch of what will stand here, the sentence that says so, and what to do.
 * The sketch gets a field of 200 by 150 pixels.
 */
export function emptyDrawing({ says, next }: Empty, sketch: readonly Mark[]): Drawing {
  const left = margin + 200 + 36;
  const inner = width - left - margin;
  const paragraphs: Paragraph[] = [
    { lines: wrap(says, inner, { size: 16, bold: true }), size: 16, bold: true, paint: 'ink' },
    { lines: wrap(next, inner, { size: 13 }), size: 13, paint: 'quiet', gap: 6 },
  ];
  const height = sketchHeight + 2 * margin;
  const frame: Box = { x: 0.5, y: 0.5, width: width - 1, height: height - 1 };
  const text = stack(paragraphs, left, (height - stackHeight(paragraphs)) / 2);
  return {
    width,
    height,
    marks: [{ mark: 'box', box: frame, stroke: 'rule', dash: 'dashed', radius: 4 }, ...sketch, ...text],
  };
}

/** A pale box of a sketch; places are in the sketch's own field. */
export const sketchBox = (x: number, y: number, boxWidth: number, height: number): Mark => ({
  mark: 'box',
  box: { x: margin + x, y: margin + y, width: boxWidth, height },
  fill: 'band',
  stroke: 'rule',
  radius: 2,
});

export const sketchLine = (...points: readonly (readonly [number, number])[]): Mark => ({
  mark: 'line',
  points: points.map(([x, y]) => ({ x: margin + x, y: margin + y })),
  paint: 'rule',
  arrow: true,
});

export const sketchDot = (x: number, y: number): Mark => ({
  mark: 'dot',
  x: margin + x,
  y: margin + y,
  radius: 4,
  paint: 'rule',
});
