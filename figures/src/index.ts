// The contents page of figures: what a figure is, the three figures, and the words they add.
export type { Figure, Target } from './figure.js';
export { flowFigure } from './flow/figure.js';
export { contributionsFigure } from './contributions/figure.js';
export { lineOfArgumentFigure } from './line-of-argument/figure.js';
export { englishFigureWords } from './words.js';
