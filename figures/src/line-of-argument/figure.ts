import type { LineOfArgument } from '@throughline/core';
import type { Mark } from '../drawing/drawing.js';
import { emptyDrawing, sketchBox, sketchLine } from '../drawing/empty.js';
import { type Figure, type FigureOptions, figureOf } from '../figure.js';
import { englishFigureWords, type FigureWords } from '../words.js';
import { argumentDrawing } from './layout.js';
import { argumentScene } from './scene.js';

/** The levels with their third-order constructs, the propositions that these carry, and how the argument runs. */
export function lineOfArgumentFigure(
  argument: LineOfArgument,
  words: FigureWords = englishFigureWords,
  options: FigureOptions = {},
): Figure {
  const { title, empty, describe } = words.argument;
  const named = { name: options.name ?? 'line-of-argument', title, language: words.language };
  const constructs = argument.levels.flatMap((level) => level.constructs).length;
  if (constructs + argument.propositions.length === 0) {
    return figureOf(emptyDrawing(empty, sketch), { ...named, description: empty.says });
  }
  const scene = argumentScene(argument, words);
  const description = describe({
    levels: argument.levels.filter(({ level }) => level !== undefined).length,
    constructs,
    propositions: argument.propositions.length,
    ends: scene.steps.filter(({ isEnd }) => isEnd).map(({ text }) => text),
  });
  return figureOf(argumentDrawing(scene, words.argument), { ...named, description });
}

const sketch: readonly Mark[] = [
  ...[0, 52, 104].flatMap((y) => [sketchBox(0, y, 104, 44), sketchLine([104, y + 22], [130, y + 22])]),
  ...[0, 52, 104].map((y) => sketchBox(130, y + 6, 70, 32)),
  sketchLine([165, 38], [165, 58]),
  sketchLine([165, 90], [165, 110]),
];
