import { type Mark, thing } from '../drawing/drawing.js';
import { type Box, bottom, middle } from '../drawing/geometry.js';
import { stack } from '../drawing/paragraph.js';
import { lineHeight } from '../text/measure.js';
import { isCut } from '../text/wrap.js';
import type { ArrowScene } from './scene.js';
import { sortLines, sortStyle, straightArrow } from './spine.js';
import type { Detour } from './tracks.js';

const weight = 1.6;
const dashOf = ({ inferred }: ArrowScene) => (inferred ? { dash: 'dashed' as const } : {});

/** The arrows from each proposition to the next, with what kind of arrow it is to their right. */
export function straightMarks(arrows: readonly ArrowScene[], boxes: readonly Box[]): Mark[] {
  return boxes.slice(0, -1).flatMap((box, at): Mark[] => {
    const [arrow, next] = [straightArrow(arrows, at), boxes[at + 1]];
    if (arrow === undefined || next === undefined) return [];
    const { x } = middle(box);
    const [from, to] = [bottom(box), next.y];
    const lines = sortLines(arrow);
    const text = stack(
      [{ lines, ...sortStyle, paint: 'quiet' }],
      x + 9,
      (from + to - lines.length * lineHeight(sortStyle)) / 2,
    );
    return [
      thing(arrow.ref, arrow.label, { x: x - 6, y: from, width: box.width / 2, height: to - from }, [
        {
          mark: 'line',
          points: [
            { x, y: from },
            { x, y: to },
          ],
          paint: 'ink',
          weight,
          arrow: true,
          ...dashOf(arrow),
        },
        ...text,
      ]),
    ];
  });
}

/** The straight arrows whose kind did not fit beside them. */
export const unsaidStraight = (arrows: readonly ArrowScene[]): ArrowScene[] =>
  arrows.filter((arrow) => straightArrow(arrows, arrow.from) === arrow && isCut(sortLines(arrow)));

/** The arrows that go round by the right. */
export function detourMarks(detours: readonly Detour[], left: number): Mark[] {
  return detours.map(({ arrow, from, to, x, sort }) => {
    const points = [
      { x: left, y: from },
      { x, y: from },
      { x, y: to },
      { x: left, y: to },
    ];
    const text =
      sort === undefined ? [] : stack([{ lines: sort.lines, ...sortStyle, paint: 'quiet' }], x + 6, sort.top);
    const box = { x: x - 4, y: Math.min(from, to), width: 8, height: Math.abs(to - from) };
    return thing(arrow.ref, arrow.label, box, [
      { mark: 'line', points, paint: 'ink', weight, arrow: true, ...dashOf(arrow) },
      ...text,
    ]);
  });
}
