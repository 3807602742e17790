import type { Figure } from '../figure.js';
import type { Corner, TextBox } from '../text/text-box.js';

// What can be wrong with a picture and can be found without looking at it. Tests of every figure ask here.

/** Pairs of texts that lie over each other. Boxes that only touch do not. */
export function overlappingTexts({ texts }: Pick<Figure, 'texts'>): string[] {
  const found: string[] = [];
  const shown = texts.filter(({ text }) => text !== '').map((box) => ({ ...box, ...extent(box) }));
  const sorted = shown.toSorted((a, b) => a.left - b.left);
  sorted.forEach((box, at) => {
    for (const other of sorted.slice(at + 1)) {
      if (other.left >= box.right) break;
      if (other.top < box.foot && box.top < other.foot && overlap(box, other))
        found.push(`${box.text} | ${other.text}`);
    }
  });
  return found;
}

/** Texts that reach over the edge of the picture. */
export function outsideTexts({ texts, width, height }: Pick<Figure, 'texts' | 'width' | 'height'>): string[] {
  const inside = ({ x, y }: Corner) => x >= 0 && y >= 0 && x <= width && y <= height;
  return texts.filter(({ text, corners }) => text !== '' && !corners.every(inside)).map(({ text }) => text);
}

function extent({ corners }: TextBox) {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), foot: Math.max(...ys) };
}

/** Two rectangles are apart when a line along one of their sides parts them. A hundredth of a pixel is rounding. */
function overlap(a: TextBox, b: TextBox): boolean {
  return [...sides(a), ...sides(b)].every((side) => {
    const [one, two] = [spanAlong(a, side), spanAlong(b, side)];
    return one.from < two.to - 0.01 && two.from < one.to - 0.01;
  });
}

function sides({ corners }: TextBox): Corner[] {
  const [first, second, third] = corners;
  if (!first || !second || !third) return [];
  return [unit(first, second), unit(second, third)];
}

function unit(from: Corner, to: Corner): Corner {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

function spanAlong({ corners }: TextBox, side: Corner): { from: number; to: number } {
  const places = corners.map(({ x, y }) => x * side.x + y * side.y);
  return { from: Math.min(...places), to: Math.max(...places) };
}

const tag = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y;
const entity = /&(?!(?:amp|lt|gt|quot|#39);)/;

/** What is wrong with the XML: an open tag, a stray sign, a character that XML forbids; undefined for well-formed text. */
export function xmlFault(xml: string): string | undefined {
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const text = xml.slice(at, next < 0 ? xml.length : next);
    if (entity.test(text) || /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
      return `at ${at}: ${text}`;
    if (next < 0) break;
    tag.lastIndex = next;
    const found = tag.exec(xml);
    if (found === null) return `at ${next}: ${xml.slice(next, next + 40)}`;
    const [whole, closes, name = '', attributes = '', empty] = found;
    if (entity.test(attributes)) return `at ${next}: ${whole}`;
    if (closes && open.pop() !== name) return `at ${next}: ${whole} closes nothing`;
    if (!closes && !empty) open.push(name);
    at = next + whole.length;
  }
  return open.length === 0 ? undefined : `${open.join(', ')} left open`;
}

/**
 * Texts that a line of the picture runs through, for figures whose lines never may. Turned texts are left out.
 * Reads the paths back out of the SVG, so that it sees what a reader sees.
 */
export function struckTexts({ svg, texts }: Pick<Figure, 'svg' | 'texts'>): string[] {
  const paths = [...svg.matchAll(/<path d="M([^"Z]+)"/g)].map(([, path = '']) => path.split('L').map(cornerOf));
  const segments = paths.flatMap((points) => points.slice(1).map((to, at) => [points[at] ?? to, to] as const));
  const upright = texts.filter(({ text, corners: [a, b] }) => text !== '' && a?.y === b?.y);
  return upright.filter((box) => segments.some((segment) => crosses(segment, extent(box)))).map(({ text }) => text);
}

function cornerOf(pair: string): Corner {
  const [x = 0, y = 0] = pair.split(' ').map(Number);
  return { x, y };
}

/** Lines that a layout draws here are level or upright, so their own extent is enough. */
function crosses([a, b]: readonly [Corner, Corner], { left, right, top, foot }: ReturnType<typeof extent>): boolean {
  const across = Math.max(a.x, b.x) > left && Math.min(a.x, b.x) < right;
  return across && Math.max(a.y, b.y) > top && Math.min(a.y, b.y) < foot;
}
