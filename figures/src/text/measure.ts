import { bold, regular, type Runs } from './advances.js';

/**
 * The font stack of every figure. `advances.ts` knows the first two; Liberation Sans has Arial's metrics, and DejaVu Sans
 * Condensed comes close to them, where plain DejaVu Sans, the last resort of many machines, would run out of its boxes.
 */
export const fontStack = "'Source Sans 3', Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans Condensed', sans-serif";

export interface TextStyle {
  /** Pixels of the figure, which are CSS pixels at its natural size. */
  readonly size: number;
  readonly bold?: boolean;
}

/** Room for a fallback font, for kerning and for rounding: six per cent over the wider of the two known fonts. */
const margin = 1.06;

/** Other scripts come more often from some other font: Greek and Cyrillic of DejaVu Sans are a tenth wider. */
const otherScripts = 1.12;
const firstBeyondLatin = 0x250;

/** From one baseline to the next. */
export const lineHeight = ({ size }: TextStyle): number => Math.round(size * 1.28);

/** How far letters reach above and below the baseline, as parts of the size. */
export const ascent = 0.8;
export const descent = 0.24;

/** At least as wide as the text will be in Source Sans 3 and in Arial, in pixels of the figure. */
export function textWidth(text: string, { size, bold: heavy }: TextStyle): number {
  const advances = heavy ? boldAdvances : regularAdvances;
  let sum = 0;
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    sum += (advances.get(point) ?? unknownAdvance(letter)) * (point < firstBeyondLatin ? 1 : otherScripts);
  }
  return (sum / 1000) * size * margin;
}

const regularAdvances = tableOf(regular);
const boldAdvances = tableOf(bold);

function tableOf(runs: Runs): ReadonlyMap<number, number> {
  const table = new Map<number, number>();
  for (const [first, advances] of runs) {
    for (const [at, advance] of advances.split(' ').entries()) table.set(first + at, Number(advance));
  }
  return table;
}

/** Marks stand over the letter before them; the rest is taken as wide as the widest script does it. */
function unknownAdvance(letter: string): number {
  if (/\p{Mark}|\p{Format}/u.test(letter)) return 0;
  if (/\p{Extended_Pictographic}/u.test(letter)) return 1400;
  return /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}/u.test(letter) ? 900 : 1000;
}
