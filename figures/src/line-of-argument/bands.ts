import { type Mark, thing } from '../drawing/drawing.js';
import type { Box } from '../drawing/geometry.js';
import { baseline, type Paragraph, stack, stackHeight } from '../drawing/paragraph.js';
import { lineHeight, textWidth } from '../text/measure.js';
import { cut, wrap } from '../text/wrap.js';
import type { ArgumentWords } from '../words.js';
import type { ConstructScene, LevelScene } from './scene.js';

const boxWidth = 172;
const gap = 8;
const padding = 10;
const mostAcross = 5;
const nameStyle = { size: 11.5 } as const;
const smallStyle = { size: 10.5 } as const;
const headStyle = { size: 12, bold: true } as const;
const headHeight = 24;
const numberStyle = { size: 11.5, bold: true, paint: 'quiet' } as const;

/** A level as a band with its constructs in rows; where the band stands is not yet said. */
export interface MeasuredBand {
  readonly level: LevelScene;
  readonly width: number;
  readonly height: number;
  readonly rows: readonly { readonly height: number; readonly boxes: readonly MeasuredConstruct[] }[];
}

interface MeasuredConstruct {
  readonly construct: ConstructScene;
  readonly name: Paragraph;
  readonly counts: Paragraph;
  readonly letters: Paragraph;
  /** The letters stand on the last line of the counts, at its right end. */
  readonly lettersBeside: boolean;
  readonly height: number;
  readonly numberRoom: number;
}

/** The bands with as few boxes side by side as keep them no taller than `height`, or five. */
export function measureBands(levels: readonly LevelScene[], height: number, between: number): MeasuredBand[] {
  const most = Math.max(1, ...levels.map(({ constructs }) => constructs.length));
  const numberRoom = numberRoomOf(levels);
  for (let across = 1; ; across += 1) {
    const bands = levels.map((level) => measureBand(level, across, numberRoom));
    const sum = bands.reduce((total, band) => total + band.height, 0) + between * (bands.length - 1);
    if (sum <= height || across >= Math.min(most, mostAcross)) return bands;
  }
}

/** Room for the numbers of constructs, left of their names. */
function numberRoomOf(levels: readonly LevelScene[]): number {
  const numbers = levels.flatMap(({ constructs }) => constructs.map(({ number }) => textWidth(number, numberStyle)));
  return Math.ceil(Math.max(8, ...numbers)) + 12;
}

function measureBand(level: LevelScene, across: number, numberRoom: number): MeasuredBand {
  const boxes = level.constructs.map((construct) => measureConstruct(construct, numberRoom));
  const rows = Array.from({ length: Math.ceil(boxes.length / across) }, (_, at) => {
    const own = boxes.slice(at * across, (at + 1) * across);
    return { boxes: own, height: Math.max(...own.map(({ height }) => height)) };
  });
  const content = rows.reduce((sum, { height }, at) => sum + height + (at === 0 ? 0 : gap), 0);
  return {
    level,
    rows,
    width: 2 * padding + across * boxWidth + (across - 1) * gap,
    height: headHeight + Math.max(lineHeight(smallStyle), content) + padding,
  };
}

function measureConstruct(construct: ConstructScene, numberRoom: number): MeasuredConstruct {
  const inner = boxWidth - numberRoom - 9;
  const name: Paragraph = { lines: wrap(construct.name, inner, nameStyle, 6), ...nameStyle, paint: 'ink' };
  const counts: Paragraph = {
    lines: wrap(construct.counts, inner, smallStyle, 2),
    ...smallStyle,
    paint: 'quiet',
    gap: 2,
  };
  const letters: Paragraph = {
    lines: wrap(construct.letters.join(' '), inner, smallStyle, 2),
    ...smallStyle,
    bold: true,
    paint: 'accent',
  };
  const taken = textWidth(counts.lines.at(-1) ?? '', smallStyle) + 10;
  const lettersBeside = letters.lines.length === 1 && taken + textWidth(letters.lines[0] ?? '', letters) <= inner;
  const height = 14 + stackHeight(lettersBeside ? [name, counts] : [name, counts, letters]);
  return { construct, name, counts, letters, lettersBeside, height, numberRoom };
}

export function bandMarks(band: MeasuredBand, box: Box, words: ArgumentWords): Mark[] {
  const { level, rows } = band;
  const name = cut(level.name, box.width - 2 * padding, headStyle);
  const head: Mark[] = [
    { mark: 'box', box, fill: 'band', radius: 3 },
    {
      mark: 'text',
      text: name,
      x: box.x + padding,
      y: box.y + 5 + baseline(headStyle),
      anchor: 'start',
      paint: 'ink',
      ...headStyle,
    },
  ];
  const marks: Mark[] = level.ref === undefined ? head : [thing(level.ref, level.name, box, head)];
  let y = box.y + headHeight;
  if (rows.length === 0) {
    const text = cut(words.noConstructs, box.width - 2 * padding, smallStyle);
    marks.push({
      mark: 'text',
      text,
      x: box.x + padding,
      y: y + baseline(smallStyle),
      anchor: 'start',
      paint: 'quiet',
      ...smallStyle,
    });
  }
  for (const { boxes, height } of rows) {
    boxes.forEach((measured, at) => {
      marks.push(constructMark(measured, { x: box.x + padding + at * (boxWidth + gap), y, width: boxWidth, height }));
    });
    y += height + gap;
  }
  return marks;
}

function constructMark(measured: MeasuredConstruct, box: Box): Mark {
  const { construct, name, counts, letters, lettersBeside, numberRoom } = measured;
  const left = box.x + numberRoom;
  const top = box.y + 7;
  const marks: Mark[] = [
    { mark: 'box', box, fill: 'paper', stroke: 'edge', radius: 2 },
    {
      mark: 'text',
      text: construct.number,
      x: left - 5,
      y: top + baseline(numberStyle),
      anchor: 'end',
      ...numberStyle,
    },
    ...stack(lettersBeside ? [name, counts] : [name, counts, letters], left, top),
  ];
  if (lettersBeside) {
    const y = top + stackHeight([name, counts]) - lineHeight(smallStyle) + baseline(smallStyle);
    const { lines, ...style } = letters;
    marks.push({ mark: 'text', text: lines[0] ?? '', x: box.x + box.width - 8, y, anchor: 'end', ...style });
  }
  return thing(construct.ref, `${construct.number} ${construct.name}: ${construct.counts}`, box, marks);
}
