import type { Figure } from '@throughline/figures';
import type { Line, Picture } from './blocks.js';

/** A figure as a block: its drawing, what it says in words, and the places on it that lead on. */
export function picture(name: string, figure: Figure, caption: Line): Picture {
  const { svg, title, width, height, description, targets } = figure;
  return { is: 'picture', name, title, svg, width, height, description, targets, caption };
}
