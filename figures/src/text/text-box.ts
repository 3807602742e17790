import { clean } from './clean.js';
import { ascent, descent, type TextStyle, textWidth } from './measure.js';

/** The room that a text takes: a rectangle, turned where the text is turned. */
export interface TextBox {
  readonly text: string;
  /** The four corners in order, in pixels of the figure. */
  readonly corners: readonly Corner[];
}

export interface Corner {
  readonly x: number;
  readonly y: number;
}

interface Placed extends Corner, TextStyle {
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly angle?: number;
}

export function textBox(placed: Placed): TextBox {
  const { x, y, size, angle = 0 } = placed;
  const text = clean(placed.text);
  const width = textWidth(text, placed);
  const left = { start: 0, middle: -width / 2, end: -width }[placed.anchor];
  const [top, foot] = [-ascent * size, descent * size];
  const turn = (angle * Math.PI) / 180;
  const corner = (dx: number, dy: number): Corner => ({
    x: x + dx * Math.cos(turn) - dy * Math.sin(turn),
    y: y + dx * Math.sin(turn) + dy * Math.cos(turn),
  });
  return {
    text,
    corners: [corner(left, top), corner(left + width, top), corner(left + width, foot), corner(left, foot)],
  };
}
