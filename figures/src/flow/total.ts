import { type Mark, thing } from '../drawing/drawing.js';
import { type Box, middle } from '../drawing/geometry.js';
import { baseline } from '../drawing/paragraph.js';
import { lineHeight, textWidth } from '../text/measure.js';
import { cut } from '../text/wrap.js';
import type { BoxScene } from './scene.js';

const headStyle = { size: 12, bold: true } as const;
const rowStyle = { size: 14, bold: true } as const;
const padding = 10;

export const totalHeight = ({ rows }: BoxScene): number =>
  2 * padding + lineHeight(headStyle) + rows.length * lineHeight(rowStyle) + 2;

/** The last box: reports and studies, each a line of its own (L10). */
export function totalMarks({ head, rows }: BoxScene, box: Box): Mark[] {
  const { x } = middle(box);
  const inner = box.width - 2 * padding;
  let y = box.y + padding;
  const marks: Mark[] = [
    { mark: 'box', box, fill: 'paper', stroke: 'accent', weight: 2, radius: 2 },
    {
      mark: 'text',
      text: cut(head, inner, headStyle),
      x,
      y: y + baseline(headStyle),
      anchor: 'middle',
      paint: 'quiet',
      ...headStyle,
    },
  ];
  y += lineHeight(headStyle) + 2;
  for (const { name, ref, label } of rows) {
    const text = cut(name, inner, rowStyle);
    const width = textWidth(text, rowStyle);
    const place = { x: x - width / 2, y, width, height: lineHeight(rowStyle) };
    const line: Mark = {
      mark: 'text',
      text,
      x,
      y: y + baseline(rowStyle),
      anchor: 'middle',
      paint: 'ink',
      ...rowStyle,
    };
    marks.push(thing(ref, label, place, [line]));
    y += place.height;
  }
  return marks;
}
