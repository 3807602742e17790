import { type Review, contributions, fullFlow, lineOfArgument } from '@throughline/core';
import { type Figure, contributionsFigure, flowFigure, lineOfArgumentFigure } from '@throughline/figures';

/** The figures by the names that people type. */
export const figures = {
  flow: (review: Review): Figure => flowFigure(fullFlow(review)),
  'line-of-argument': (review: Review): Figure => lineOfArgumentFigure(lineOfArgument(review)),
  contributions: (review: Review): Figure => contributionsFigure(contributions(review)),
} as const;

export type FigureName = keyof typeof figures;
export const figureNames = Object.keys(figures) as FigureName[];
