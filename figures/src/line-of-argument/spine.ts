import { type Mark, thing } from '../drawing/drawing.js';
import { type Box, bottom } from '../drawing/geometry.js';
import { baseline, type Paragraph, stack, stackHeight } from '../drawing/paragraph.js';
import { lineHeight } from '../text/measure.js';
import { wrap } from '../text/wrap.js';
import type { ArrowScene, StepScene } from './scene.js';

export const spineWidth = 246;
const leastGap = 30;
/** Lines that arrive at or leave one side of a box keep this far apart. */
export const portGap = 11;
const numberRoom = 38;
const textStyle = { size: 12.5 } as const;
const smallStyle = { size: 10.5 } as const;
export const sortStyle = { size: 11, italic: true } as const;

/** The propositions under each other in reading order; where the first one stands is not yet said. */
export interface MeasuredSpine {
  readonly steps: readonly MeasuredStep[];
  /** The room under each proposition but the last. */
  readonly gaps: readonly number[];
  readonly height: number;
}

interface MeasuredStep {
  readonly step: StepScene;
  readonly text: Paragraph;
  readonly foot: readonly Paragraph[];
  readonly height: number;
}

export function measureSpine(steps: readonly StepScene[], arrows: readonly ArrowScene[]): MeasuredSpine {
  const measured = steps.map((step, at) =>
    measureStep(step, arrows.filter(({ from, to }) => from === at || to === at).length),
  );
  const gaps = steps.slice(1).map((_, at) => {
    const arrow = straightArrow(arrows, at);
    return arrow === undefined
      ? leastGap - 8
      : Math.max(leastGap, sortLines(arrow).length * lineHeight(sortStyle) + 16);
  });
  const height = [...measured.map((each) => each.height), ...gaps].reduce((sum, each) => sum + each, 0);
  return { steps: measured, gaps, height };
}

function measureStep(step: StepScene, arrows: number): MeasuredStep {
  const inner = spineWidth - numberRoom - 10;
  const text: Paragraph = { lines: wrap(step.text, inner, textStyle, 10), ...textStyle, paint: 'ink' };
  const small = (line: string): Paragraph => ({
    lines: wrap(line, inner, smallStyle, 3),
    ...smallStyle,
    paint: 'quiet',
    gap: 3,
  });
  const foot = [small(step.counts), ...(step.rests === undefined ? [] : [small(step.rests)])];
  const ports = Math.max(step.feeds.length, arrows) * portGap + 10;
  return { step, text, foot, height: Math.max(18 + stackHeight([text, ...foot]), ports) };
}

/** The arrow from a proposition to the next that is drawn straight down; further ones go round by the right. */
export const straightArrow = (arrows: readonly ArrowScene[], at: number): ArrowScene | undefined =>
  arrows.find(({ from, to }) => from === at && to === at + 1);

/** What kind of arrow it is, beside a straight arrow. */
export const sortLines = ({ sort }: ArrowScene): string[] => wrap(sort, spineWidth / 2 - 16, sortStyle, 3);

/** The box of each proposition. Where there is more room than needed the gaps grow, within reason. */
export function spineBoxes({ steps, gaps, height }: MeasuredSpine, x: number, top: number, room: number): Box[] {
  const more = gaps.length === 0 ? 0 : Math.min(26, Math.max(0, room - height) / gaps.length);
  let y = top + Math.max(0, room - height - more * gaps.length) / 2;
  return steps.map((step, at) => {
    const box = { x, y, width: spineWidth, height: step.height };
    y = bottom(box) + (gaps[at] ?? 0) + more;
    return box;
  });
}

export function stepMark({ step, text, foot, height }: MeasuredStep, box: Box): Mark {
  const number = { size: 12.5, bold: true, paint: 'accent' } as const;
  const top = box.y + (height - stackHeight([text, ...foot])) / 2;
  const edge = step.isEnd ? ({ stroke: 'accent', weight: 2 } as const) : ({ stroke: 'edge' } as const);
  return thing(step.ref, `${step.number} ${step.text}: ${step.counts}`, box, [
    { mark: 'box', box, fill: 'paper', radius: 2, ...edge },
    { mark: 'text', text: step.number, x: box.x + 10, y: top + baseline(number), anchor: 'start', ...number },
    ...stack([text, ...foot], box.x + numberRoom, top),
  ]);
}
