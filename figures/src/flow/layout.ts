import { type Drawing, type Mark, thing } from '../drawing/drawing.js';
import { type Box, bottom, middle, right } from '../drawing/geometry.js';
import { baseline, type Paragraph, paragraphHeight, stack } from '../drawing/paragraph.js';
import { lineHeight, textWidth } from '../text/measure.js';
import { wrap } from '../text/wrap.js';
import type { FlowWords } from '../words.js';
import { boxMarks, type MeasuredBox, measureBox } from './box.js';
import type { ArmScene, FlowScene, LegendLine } from './scene.js';
import { totalHeight, totalMarks } from './total.js';

/** The phase strip at the left edge, and the gaps. */
const strip = 24;
const armsGap = 24;
const sideGap = 22;
const rowGap = 24;
const top = 30;

/** With both arms the figure is as wide as a page of text; one arm alone has more room for its boxes. */
const bothArms: Widths = { main: 200, side: 142 };
const oneArm: Widths = { main: 270, side: 230 };

interface Widths {
  readonly main: number;
  readonly side: number;
}

/** Each step of an arm with what leaves at it, from top to bottom. */
const steps = [
  ['identified', 'duplicates'],
  ['screened', 'excluded'],
  ['sought', 'notRetrieved'],
  ['assessed', 'excludedAtFullText'],
  ['included', undefined],
] as const;

const noRow: Row = { y: top, height: 0, side: 0 };

interface Row {
  readonly y: number;
  readonly height: number;
  /** The tallest box beside the main ones. */
  readonly side: number;
}

export function flowDrawing(scene: FlowScene, words: FlowWords): Drawing {
  const widths = scene.arms.length > 1 ? bothArms : oneArm;
  const { main, side } = widths;
  const armWidth = main + sideGap + side;
  const arms = scene.arms.map((arm, at) => ({
    arm,
    x: strip + 12 + at * (armWidth + armsGap),
    boxes: measured(arm, main, side),
  }));
  const rows = rowsOf(
    arms.map(({ boxes }) => boxes),
    words,
  );
  const last = rows.at(-1) ?? noRow;
  const firstX = strip + 12;
  const lastX = arms.at(-1)?.x ?? firstX;
  const total: Box = {
    x: firstX,
    y: last.y + last.height + rowGap,
    width: lastX + main - firstX,
    height: totalHeight(scene.total),
  };
  const width = lastX + armWidth + 1;
  const legend = legendMarks(scene.legend, firstX, bottom(total) + 16, width - firstX - 4);
  return {
    width,
    height: legend.bottom + 4,
    marks: [
      ...phaseMarks(rows, bottom(total), words),
      ...arms.flatMap((arm) => armMarks(arm, rows, total.y, widths)),
      ...totalMarks(scene.total, total),
      ...legend.marks,
    ],
  };
}

interface PlacedArm {
  readonly arm: ArmScene;
  readonly x: number;
  readonly boxes: MeasuredArm;
}

type MeasuredArm = readonly (readonly [main: MeasuredBox, side: MeasuredBox | undefined])[];

const measured = (arm: ArmScene, main: number, side: number): MeasuredArm =>
  steps.map(([step, leaving]) => [measureBox(arm[step], main), leaving && measureBox(arm[leaving], side)]);

/** The rows of both arms begin at the same height, as tall as the tallest box in either. */
function rowsOf(arms: readonly MeasuredArm[], { phases }: FlowWords): Row[] {
  let y = top;
  return steps.map((_, at) => {
    const main = Math.max(0, ...arms.map((arm) => arm[at]?.[0].height ?? 0));
    const side = Math.max(0, ...arms.map((arm) => arm[at]?.[1]?.height ?? 0));
    // The first phase has this row alone for its name.
    const name = at === 0 ? phaseLength(phases.identification) : 0;
    const row = { y, height: Math.max(main, side, name), side };
    y += row.height + rowGap;
    return row;
  });
}

/**
 * An arm from its last step back to its first, so that each arrow knows where it ends. A box and what leaves there share
 * their middle, at the top of their row. `total` is the top of the last box.
 */
function armMarks({ arm, x, boxes }: PlacedArm, rows: readonly Row[], total: number, { main, side }: Widths): Mark[] {
  const width = main + sideGap + side;
  const style = { size: 12, bold: true, paint: 'accent' } as const;
  const marks: Mark[] = [
    ...stack([{ lines: wrap(arm.name, width, style, 1), ...style }], x, 2),
    {
      mark: 'line',
      points: [
        { x, y: 21 },
        { x: x + width, y: 21 },
      ],
      paint: 'accent',
      weight: 1.5,
    },
  ];
  let foot = total;
  for (const [at, [box, leaving]] of [...boxes.entries()].reverse()) {
    const row = rows[at] ?? noRow;
    const place = { x, y: row.y + Math.max(0, row.side - box.height) / 2, width: main, height: box.height };
    marks.push(down(x + main / 2, bottom(place), foot), ...boxMarks(box, place));
    if (leaving !== undefined) marks.push(...leavingMarks(leaving, place, side));
    foot = place.y;
  }
  return marks;
}

/** What leaves at a step stands to its right, level with its middle. */
function leavingMarks(box: MeasuredBox, from: Box, width: number): Mark[] {
  const { y } = middle(from);
  const place = { x: right(from) + sideGap, y: y - box.height / 2, width, height: box.height };
  const points = [
    { x: right(from), y },
    { x: place.x, y },
  ];
  return [{ mark: 'line', points, paint: 'ink', arrow: true }, ...boxMarks(box, place)];
}

const down = (x: number, from: number, to: number): Mark => ({
  mark: 'line',
  points: [
    { x, y: from },
    { x, y: to },
  ],
  paint: 'ink',
  arrow: true,
});

/** Names of the phases along the left edge, each beside its rows. */
function phaseMarks(rows: readonly Row[], foot: number, { phases }: FlowWords): Mark[] {
  const [first, second, , fourth, fifth] = rows;
  if (!first || !second || !fourth || !fifth) return [];
  return [
    ...phase(phases.identification, first.y, first.y + first.height),
    ...phase(phases.screening, second.y, fourth.y + fourth.height),
    ...phase(phases.included, fifth.y, foot),
  ];
}

const phaseStyle = { size: 11, bold: true } as const;
const phaseLength = (name: string): number => Math.min(160, Math.ceil(textWidth(name, phaseStyle)) + 12);

function phase(name: string, from: number, to: number): Mark[] {
  const style = phaseStyle;
  const box = { x: 0.5, y: from, width: strip - 4, height: to - from };
  const text = wrap(name, to - from - 6, style, 1)[0] ?? '';
  const x = box.x + box.width / 2 + style.size * 0.35;
  return [
    { mark: 'box', box, fill: 'band', radius: 2 },
    { mark: 'text', text, x, y: (from + to) / 2, anchor: 'middle', angle: -90, paint: 'quiet', ...style },
  ];
}

function legendMarks(
  legend: readonly LegendLine[],
  x: number,
  from: number,
  width: number,
): { marks: Mark[]; bottom: number } {
  const style = { size: 11, paint: 'quiet' } as const;
  const marks: Mark[] = [];
  let y = from;
  for (const { sign, says, ref } of legend) {
    const lines: Paragraph = { lines: wrap(says, width - 14, style), ...style };
    const own: Mark[] = [
      { mark: 'text', text: sign, x, y: y + baseline(style), anchor: 'start', ...style },
      ...stack([lines], x + 14, y),
    ];
    const place = { x, y, width, height: paragraphHeight(lines) };
    marks.push(...(ref === undefined ? own : [thing(ref, says, place, own)]));
    y += place.height + 3;
  }
  return { marks, bottom: legend.length === 0 ? from - lineHeight(style) + 4 : y };
}
