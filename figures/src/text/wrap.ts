import { clean } from './clean.js';
import { type TextStyle, textWidth } from './measure.js';

/**
 * Breaks text into lines no wider than `width`: at spaces and after hyphens and slashes, and inside a word only where
 * the word alone is too wide. At most `most` lines; what does not fit ends in an ellipsis. Empty text has no lines.
 */
export function wrap(text: string, width: number, style: TextStyle, most = 8): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(clean(text), width, style)) {
    if (line !== '' && textWidth((line + piece).trimEnd(), style) > width) {
      lines.push(line.trimEnd());
      line = '';
      if (lines.length > most) break;
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), cut(`${lines[most - 1] ?? ''} …`, width, style)];
}

/** One line: the text, or as much of it as fits and an ellipsis. */
export function cut(text: string, width: number, style: TextStyle): string {
  const whole = clean(text);
  if (textWidth(whole, style) <= width && !whole.endsWith(' …')) return whole;
  const letters = [...whole.replace(/ …$/u, '')];
  const count = letters.length;
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, style) > width) letters.pop();
  const kept = letters.join('');
  const atWord = letters.length === count ? kept : kept.replace(/\s+\S*$/u, '');
  return `${(atWord.length * 2 > kept.length ? atWord : kept).trimEnd()}…`;
}

/** Was something left out? */
export const isCut = (lines: readonly string[]): boolean => lines.at(-1)?.endsWith('…') ?? false;

function pieces(text: string, width: number, style: TextStyle): string[] {
  const words = text.match(/[^\s/-]*[/-]+|[^\s/-]+ ?| /gu) ?? [];
  return words.flatMap((word) => (textWidth(word.trimEnd(), style) <= width ? [word] : broken(word, width, style)));
}

/** A word wider than the line, in parts that fit. A letter keeps the marks that stand over it. */
function broken(word: string, width: number, style: TextStyle): string[] {
  const parts: string[] = [''];
  for (const letter of word.match(/\P{Mark}\p{Mark}*|\p{Mark}+/gu) ?? []) {
    const last = parts.at(-1) ?? '';
    if (last !== '' && textWidth((last + letter).trimEnd(), style) > width) parts.push(letter);
    else parts[parts.length - 1] = last + letter;
  }
  return parts;
}
