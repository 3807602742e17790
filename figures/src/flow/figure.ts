import type { Count, FullFlow } from '@throughline/core';
import type { Mark } from '../drawing/drawing.js';
import { emptyDrawing, sketchBox, sketchLine } from '../drawing/empty.js';
import { type Figure, type FigureOptions, figureOf } from '../figure.js';
import { englishFigureWords, type FigureWords } from '../words.js';
import { flowDrawing } from './layout.js';
import { flowScene, isEmptyFlow } from './scene.js';

/**
 * The flow of records in the two arms of PRISMA 2020 (Page et al. 2021, BMJ 372:n71), with the final numbers of reports
 * and studies. A stated number is printed as stated, a derived one says from what, an unknown one says that it is.
 */
export function flowFigure(
  flow: FullFlow,
  words: FigureWords = englishFigureWords,
  options: FigureOptions = {},
): Figure {
  const named = { name: options.name ?? 'flow', title: words.flow.title, language: words.language };
  if (isEmptyFlow(flow)) {
    return figureOf(emptyDrawing(words.flow.empty, sketch), { ...named, description: words.flow.empty.says });
  }
  const drawing = flowDrawing(flowScene(flow, words), words.flow);
  return figureOf(drawing, { ...named, description: description(flow, words) });
}

function description({ databases, includedReports, includedStudies }: FullFlow, words: FigureWords): string {
  const said = (count: Count, say = words.number): string =>
    count.basis === 'not reported' ? words.flow.notReported : say(count.value);
  return words.flow.describe({
    identified: said(databases.identified),
    screened: said(databases.screened),
    assessed: said(databases.assessed),
    included: words.list([said(includedReports, words.reports), said(includedStudies, words.studies)]),
  });
}

const sketch: readonly Mark[] = [
  ...[0, 44, 88].flatMap((y) => [
    sketchBox(0, y, 96, 28),
    sketchBox(128, y, 72, 28),
    sketchLine([96, y + 14], [128, y + 14]),
    sketchLine([48, y + 28], [48, y + 44]),
  ]),
  sketchBox(0, 132, 96, 18),
];
