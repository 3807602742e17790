import { fieldText } from '../text/field-text.js';
import { isOneGroup } from './delimited.js';
import { latexText } from './latex/latex-text.js';
import { splitOutside } from './outside-braces.js';

/** Keywords are parted by semicolons where there are any outside braces, by commas otherwise. */
export function keywordsIn(value: string): string[] {
  const whole = value.trim();
  const inner = isOneGroup(whole) ? whole.slice(1, -1) : whole;
  const bySemicolon = splitOutside(inner, ';');
  const pieces = bySemicolon.length > 1 ? bySemicolon : splitOutside(inner, ',');
  return pieces.map((piece) => fieldText(latexText(piece))).filter((keyword) => keyword !== '');
}
