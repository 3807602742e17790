import type { Contributions } from '@throughline/core';
import type { Mark } from '../drawing/drawing.js';
import { emptyDrawing, sketchBox, sketchDot } from '../drawing/empty.js';
import { type Figure, type FigureOptions, figureOf } from '../figure.js';
import { englishFigureWords, type FigureWords } from '../words.js';
import { tableDrawing } from './layout.js';
import { tableScene } from './scene.js';

/**
 * Which report contributes to which third-order construct: constructs by level down the side, reports across, those of
 * one study under a bracket, and both counts for every row (L10).
 */
export function contributionsFigure(
  contributions: Contributions,
  words: FigureWords = englishFigureWords,
  options: FigureOptions = {},
): Figure {
  const { title, empty } = words.contributions;
  const named = { name: options.name ?? 'contributions', title, language: words.language };
  const constructs = contributions.levels.flatMap(({ rows }) => rows).length;
  if (constructs === 0) return figureOf(emptyDrawing(empty, sketch), { ...named, description: empty.says });
  const description = words.contributions.describe({
    constructs,
    levels: contributions.levels.filter(({ level }) => level !== undefined).length,
    reports: contributions.columns.length,
    studies: new Set(contributions.columns.map(({ study }) => study.id)).size,
    marks: contributions.marks,
  });
  return figureOf(tableDrawing(tableScene(contributions, words), words), { ...named, description });
}

const sketch: readonly Mark[] = [
  sketchBox(0, 20, 200, 18),
  sketchBox(0, 84, 200, 18),
  ...[48, 68, 112, 132].map((y) => sketchBox(0, y, 60, 8)),
  ...[80, 100, 120, 140, 160, 180].flatMap((x, column) =>
    [52, 72, 116, 136].flatMap((y, row) => ((column * 3 + row * 2) % 5 < 2 ? [sketchDot(x, y)] : [])),
  ),
];
