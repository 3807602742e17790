import { type Mark, thing } from '../drawing/drawing.js';
import { type Box, bottom, inset, right } from '../drawing/geometry.js';
import { baseline, type Paragraph, paragraphHeight, stack } from '../drawing/paragraph.js';
import { lineHeight, textWidth } from '../text/measure.js';
import { wrap } from '../text/wrap.js';
import type { BoxScene, RowScene } from './scene.js';

const padding = 9;
const headStyle = { size: 12, bold: true } as const;
const countStyle = { size: 12 } as const;
const rowStyle = { size: 11 } as const;
/** Above each list of rows. */
const listGap = 5;
const betweenRows = 2;

/** A box of the flow with its lines broken for a width; its height follows. */
export interface MeasuredBox {
  readonly scene: BoxScene;
  readonly head: Paragraph;
  readonly lists: readonly MeasuredList[];
  readonly height: number;
}

interface MeasuredList {
  readonly head: Paragraph;
  readonly rows: readonly MeasuredRow[];
  /** With the gap above it. */
  readonly height: number;
}

interface MeasuredRow {
  readonly row: RowScene;
  readonly name: Paragraph;
}

export function measureBox(scene: BoxScene, width: number): MeasuredBox {
  const inner = width - 2 * padding;
  const head: Paragraph = { lines: wrap(scene.head, inner, headStyle), ...headStyle, paint: 'ink' };
  const count = scene.count === undefined ? 0 : lineHeight(countStyle);
  const lists = [
    ...(scene.rows.length === 0 ? [] : [measureList(scene.rows, inner)]),
    ...(scene.unknown === undefined ? [] : [measureList(scene.unknown.rows, inner, scene.unknown.head)]),
  ];
  const height = 2 * padding + paragraphHeight(head) + count + lists.reduce((sum, list) => sum + list.height, 0);
  return { scene, head, lists, height };
}

function measureList(rows: readonly RowScene[], inner: number, says?: string): MeasuredList {
  const head: Paragraph = {
    lines: says === undefined ? [] : wrap(says, inner, rowStyle, 2),
    ...rowStyle,
    paint: 'quiet',
  };
  const measured = rows.map((row) => {
    const room = row.text === '' ? inner : inner - textWidth(row.text, rowStyle) - 10;
    return { row, name: { lines: wrap(row.name, room, rowStyle), ...rowStyle, paint: 'ink' } satisfies Paragraph };
  });
  const heights = measured.map(({ name }) => paragraphHeight(name) + betweenRows);
  return { head, rows: measured, height: heights.reduce((sum, each) => sum + each, listGap + paragraphHeight(head)) };
}

/** The box at its place: its outline, its number, and a line for each of its rows. */
export function boxMarks({ scene, head, lists }: MeasuredBox, box: Box): Mark[] {
  const inner = inset(box, padding);
  let y = inner.y + paragraphHeight(head);
  const marks: Mark[] = [
    { mark: 'box', box, fill: 'paper', stroke: 'edge', radius: 2 },
    ...stack([head], inner.x, inner.y),
  ];
  const { count } = scene;
  if (count !== undefined) {
    const paint = count.unknown ? 'quiet' : 'ink';
    marks.push({
      mark: 'text',
      text: count.text,
      x: inner.x,
      y: y + baseline(countStyle),
      anchor: 'start',
      paint,
      ...countStyle,
    });
    y += lineHeight(countStyle);
  }
  for (const list of lists) {
    marks.push(...listMarks(list, inner, y + listGap));
    y += list.height;
  }
  return count === undefined ? marks : [thing(count.ref, count.label, box, marks)];
}

function listMarks({ head, rows }: MeasuredList, inner: Box, top: number): Mark[] {
  const marks: Mark[] = stack([head], inner.x, top);
  let y = top + paragraphHeight(head);
  for (const measured of rows) {
    const place = { x: inner.x, y, width: inner.width, height: paragraphHeight(measured.name) };
    marks.push(rowMark(measured, place));
    y = bottom(place) + betweenRows;
  }
  return marks;
}

/** A row: its name on the left, its number on the right. */
function rowMark({ row, name }: MeasuredRow, place: Box): Mark {
  const { text, ref, label } = row;
  const number: Mark = {
    mark: 'text',
    text,
    x: right(place),
    y: place.y + baseline(rowStyle),
    anchor: 'end',
    paint: 'ink',
    ...rowStyle,
  };
  return thing(ref, label, place, [...stack([name], place.x, place.y), ...(text === '' ? [] : [number])]);
}
