import { clean } from '../text/clean.js';
import { fontStack } from '../text/measure.js';
import type { BoxMark, Dash, Drawing, LineMark, Mark, TextMark, ThingMark } from './drawing.js';
import type { Point } from './geometry.js';
import { type Paint, palette, styleSheet } from './palette.js';
import { element, escaped, round } from './xml.js';

export interface Named {
  /** Part of the ids inside the document: "flow". Two figures of one page need different ones. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
}

/** A complete SVG document, which stands alone as a file and inline in a page alike. */
export function svgDocument({ width, height, marks }: Drawing, { name, title, description, language }: Named): string {
  const [titleId, descriptionId] = [`figure-${name}-title`, `figure-${name}-description`];
  const content = [
    element('title', { id: titleId }, escaped(clean(title))),
    element('desc', { id: descriptionId }, escaped(clean(description))),
    element('style', {}, styleSheet()),
    ...marks.map(markSvg),
  ];
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'throughline-figure',
    role: 'img',
    'aria-labelledby': `${titleId} ${descriptionId}`,
    'xml:lang': language,
    width,
    height,
    viewBox: `0 0 ${round(width)} ${round(height)}`,
    'font-family': fontStack,
    'text-rendering': 'geometricPrecision',
  };
  return `${element('svg', root, `\n${content.join('\n')}\n`)}\n`;
}

function markSvg(mark: Mark): string {
  switch (mark.mark) {
    case 'text':
      return textSvg(mark);
    case 'box':
      return boxSvg(mark);
    case 'line':
      return lineSvg(mark);
    case 'dot':
      return element('circle', { cx: mark.x, cy: mark.y, r: mark.radius, ...painted({ fill: mark.paint }) });
    case 'thing':
      return thingSvg(mark);
  }
}

function thingSvg({ ref, label, report, marks }: ThingMark): string {
  const title = element('title', {}, escaped(clean(label)));
  const content = `${title}\n${marks.map(markSvg).join('\n')}\n`;
  return element('g', { 'data-on': ref.on, 'data-id': ref.id, 'data-report': report }, content);
}

function textSvg({ text, x, y, size, bold, italic, anchor, paint, angle }: TextMark): string {
  const attributes = {
    x,
    y,
    'font-size': size,
    'font-weight': bold ? 600 : undefined,
    'font-style': italic ? 'italic' : undefined,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    transform: angle === undefined ? undefined : `rotate(${round(angle)} ${round(x)} ${round(y)})`,
    ...painted({ fill: paint }),
  };
  return element('text', attributes, escaped(clean(text)));
}

function boxSvg({ box, fill, stroke, weight = 1, dash, radius }: BoxMark): string {
  return element('rect', {
    x: box.x,
    y: box.y,
    width: box.width,
    height: box.height,
    rx: radius,
    ...painted({ fill, stroke }),
    'stroke-width': stroke === undefined || weight === 1 ? undefined : weight,
    'stroke-dasharray': dashArray(dash),
  });
}

function lineSvg({ points, paint, weight = 1, dash, arrow }: LineMark): string {
  const shown = arrow ? shortened(points, headLength(weight) - 1) : points;
  const line = element('path', {
    d: pathOf(shown),
    ...painted({ stroke: paint }),
    'stroke-width': weight === 1 ? undefined : weight,
    'stroke-dasharray': dashArray(dash),
    'stroke-linejoin': points.length > 2 ? 'round' : undefined,
  });
  return arrow ? `${line}\n${headSvg(points, paint, weight)}` : line;
}

/** Plain attributes, and the classes by which a page recolours them. */
function painted({ fill, stroke }: { fill?: Paint | undefined; stroke?: Paint | undefined }) {
  const classes = [fill && `fill-${fill}`, stroke && `stroke-${stroke}`].filter(Boolean).join(' ');
  return { class: classes, fill: fill ? palette[fill] : 'none', stroke: stroke && palette[stroke] };
}

const dashArray = (dash: Dash | undefined): string | undefined =>
  dash === undefined ? undefined : dash === 'dashed' ? '5 3' : '1.5 2.5';

const pathOf = (points: readonly Point[]): string =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');

const headLength = (weight: number): number => 6 + weight * 1.5;

/** The line without its last bit, which the head covers. */
function shortened(points: readonly Point[], by: number): Point[] {
  const end = points.at(-1);
  if (end === undefined) return [];
  const { x, y } = direction(points);
  return [...points.slice(0, -1), { x: end.x - x * by, y: end.y - y * by }];
}

/** A triangle drawn in full rather than a marker: every program draws it, and no id is shared with the page. */
function headSvg(points: readonly Point[], paint: Paint, weight: number): string {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const { x, y } = direction(points);
  const [long, wide] = [headLength(weight), 2.5 + weight];
  const back = { x: tip.x - x * long, y: tip.y - y * long };
  const corners = [tip, { x: back.x - y * wide, y: back.y + x * wide }, { x: back.x + y * wide, y: back.y - x * wide }];
  return element('path', { d: `${pathOf(corners)}Z`, ...painted({ fill: paint }) });
}

function direction(points: readonly Point[]): Point {
  const [from, to] = [points.at(-2), points.at(-1)];
  if (from === undefined || to === undefined) return { x: 1, y: 0 };
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}
