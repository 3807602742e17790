// The contents page of figures: what a figure is, the three figures, and the words they add.
export type { Figure, FigureOptions, Target } from './figure.js';
export type { TextBox } from './text/text-box.js';
export { flowFigure } from './flow/figure.js';
export { contributionsFigure } from './contributions/figure.js';
export { lineOfArgumentFigure } from './line-of-argument/figure.js';
export { englishFigureWords, type FigureWords } from './words.js';
export { palette } from './drawing/palette.js';
