import type { Drawing, Mark } from '../drawing/drawing.js';
import { type Box, bottom, right } from '../drawing/geometry.js';
import { baseline, stack } from '../drawing/paragraph.js';
import { lineHeight } from '../text/measure.js';
import { wrap } from '../text/wrap.js';
import type { ArgumentWords } from '../words.js';
import { detourMarks, straightMarks, unsaidStraight } from './arrows.js';
import { bandMarks, type MeasuredBand, measureBands } from './bands.js';
import { channelWidth, feedMarks } from './feeds.js';
import { relationMarks } from './relations.js';
import type { ArgumentScene } from './scene.js';
import { measureSpine, spineBoxes, spineWidth, stepMark } from './spine.js';
import { detours, isUnsaid } from './tracks.js';

const top = 32;
const betweenBands = 10;
/** Bands are allowed this height even beside a short argument. */
const leastHeight = 340;

/**
 * Read from left to right and then down: the levels with their constructs are bands on the left; lines lead from them
 * through a channel into the propositions, which stand under each other on the right, joined by arrows, down to the end
 * of the argument. Arrows that skip a proposition go round by the right. So no line can meet a text.
 */
export function argumentDrawing(scene: ArgumentScene, words: ArgumentWords): Drawing {
  const spine = measureSpine(scene.steps, scene.arrows);
  const bands = measureBands(scene.levels, Math.max(spine.height * 1.3, leastHeight), betweenBands);
  const bandsHeight = heightOf(bands);
  const room = Math.max(bandsHeight, spine.height, 80);
  const bandBoxes = bandPlaces(bands, room);
  const spineX = bands.length === 0 ? 0 : (bands[0]?.width ?? 0) + channelWidth(scene.steps);
  const boxes = spineBoxes(spine, spineX, top, room);
  const round = detours(scene.arrows, boxes, spineX + spineWidth);
  const width = Math.ceil(spineX + spineWidth + Math.max(2, round.width));
  const unsaid = [...unsaidStraight(scene.arrows), ...round.detours.filter(isUnsaid).map(({ arrow }) => arrow)];
  const relations = relationMarks(words.relations, scene.relations, top + room + 20, width);
  const listed = unsaid.map(({ label, ref }) => ({ letter: '', says: label, label, ref }));
  const arrows = relationMarks(words.arrows, listed, relations.bottom + 8, width);
  const legend = legendMarks(scene, words, arrows.bottom + 8);
  return {
    width,
    height: Math.ceil(legend.bottom + 4),
    marks: [
      ...headMarks(bandBoxes, spineX, words),
      ...bands.flatMap((band, at) => bandMarks(band, bandBoxes[at] as Box, words)),
      ...feedMarks(scene.levels, scene.steps, bandBoxes, boxes),
      ...straightMarks(scene.arrows, boxes),
      ...detourMarks(round.detours, spineX + spineWidth),
      ...spine.steps.map((step, at) => stepMark(step, boxes[at] as Box)),
      ...(scene.steps.length === 0 ? noSteps(spineX, words) : []),
      ...relations.marks,
      ...arrows.marks,
      ...legend.marks,
    ],
  };
}

const heightOf = (bands: readonly MeasuredBand[]): number =>
  bands.reduce((sum, { height }) => sum + height, 0) + betweenBands * Math.max(0, bands.length - 1);

/** The bands share the height of the argument beside them: what is left over goes between them, within reason. */
function bandPlaces(bands: readonly MeasuredBand[], room: number): Box[] {
  const spare = room - heightOf(bands);
  const more = bands.length < 2 ? 0 : Math.min(26, spare / (bands.length - 1));
  let y = top + (spare - more * Math.max(0, bands.length - 1)) / 2;
  return bands.map(({ width, height }) => {
    const box = { x: 0, y, width, height };
    y = bottom(box) + betweenBands + more;
    return box;
  });
}

function headMarks(bands: readonly Box[], spineX: number, words: ArgumentWords): Mark[] {
  const style = { size: 12, bold: true, paint: 'accent' } as const;
  const head = (text: string, x: number, width: number): Mark[] => [
    ...stack([{ lines: wrap(text, width, style, 1), ...style }], x, 2),
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
  const [first] = bands;
  return [
    ...(first === undefined ? [] : head(words.constructs, 0, right(first))),
    ...head(words.propositions, spineX, spineWidth),
  ];
}

function noSteps(x: number, words: ArgumentWords): Mark[] {
  const style = { size: 11.5, paint: 'quiet' } as const;
  const lines = wrap(words.noPropositions, spineWidth - 24, style, 3);
  const box = { x, y: top, width: spineWidth, height: 24 + lines.length * lineHeight(style) };
  return [
    { mark: 'box', box, stroke: 'rule', dash: 'dashed', radius: 2 },
    ...stack([{ lines, ...style }], x + 12, top + 12),
  ];
}

/** What a dashed line means, where there is one. */
function legendMarks(
  { anyInferred }: ArgumentScene,
  words: ArgumentWords,
  y: number,
): { marks: Mark[]; bottom: number } {
  if (!anyInferred) return { marks: [], bottom: y - 8 };
  const style = { size: 11, paint: 'quiet' } as const;
  const at = y + lineHeight(style) / 2;
  return {
    marks: [
      {
        mark: 'line',
        points: [
          { x: 0, y: at },
          { x: 34, y: at },
        ],
        paint: 'ink',
        weight: 1.6,
        dash: 'dashed',
        arrow: true,
      },
      { mark: 'text', text: words.inferredMeans, x: 42, y: y + baseline(style), anchor: 'start', ...style },
    ],
    bottom: y + lineHeight(style),
  };
}
