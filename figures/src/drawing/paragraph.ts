import { lineHeight, type TextStyle } from '../text/measure.js';
import type { TextMark } from './drawing.js';
import type { Paint } from './palette.js';

/** Lines of one style that stand under each other. */
export interface Paragraph extends TextStyle {
  readonly lines: readonly string[];
  readonly paint: Paint;
  readonly italic?: boolean;
  /** Empty room above it, unless it is the first. */
  readonly gap?: number;
}

/** How high a paragraph is, without the room above it. */
export const paragraphHeight = (paragraph: Paragraph): number => paragraph.lines.length * lineHeight(paragraph);

/** How high some paragraphs are together. */
export function stackHeight(paragraphs: readonly Paragraph[]): number {
  const shown = paragraphs.filter(({ lines }) => lines.length > 0);
  return shown.reduce((sum, each, at) => sum + paragraphHeight(each) + (at === 0 ? 0 : (each.gap ?? 0)), 0);
}

/** The first baseline is placed so that letters stand in the middle of their line. */
export const baseline = (style: TextStyle): number => lineHeight(style) / 2 + style.size * 0.35;

/** Paragraphs one under the other, from `top` down. */
export function stack(
  paragraphs: readonly Paragraph[],
  x: number,
  top: number,
  anchor: TextMark['anchor'] = 'start',
): TextMark[] {
  let y = top;
  const marks: TextMark[] = [];
  for (const { lines, gap = 0, ...style } of paragraphs) {
    if (lines.length === 0) continue;
    if (marks.length > 0) y += gap;
    for (const text of lines) {
      marks.push({ mark: 'text', text, x, y: y + baseline(style), anchor, ...style });
      y += lineHeight(style);
    }
  }
  return marks;
}
