import { personsOf } from './names.js';
import { plainText } from './plain-text.js';
import { sentencesOf, withoutFullStop } from './sentences.js';

export type NumberStyle = 'point' | 'bracket' | 'parenthesis';

/** The first line of a numbered reference: "12. ", "[12] " or "12) ". */
export interface EntryStart {
  readonly number: number;
  readonly style: NumberStyle;
  readonly text: string;
}

const patterns: readonly (readonly [NumberStyle, RegExp])[] = [
  ['point', /^(\d{1,4})\. ?(?=\D)(.+)$/],
  ['bracket', /^\[(\d{1,4})\] ?(.+)$/],
  ['parenthesis', /^\(?(\d{1,4})\) ?(.+)$/],
];

export function entryStart(line: string): EntryStart | undefined {
  const plain = plainText(line);
  for (const [style, pattern] of patterns) {
    const match = pattern.exec(plain);
    if (match?.[2] !== undefined) return { number: Number(match[1]), style, text: match[2] };
  }
  return undefined;
}

/** Begins as a reference does: with a name, a title or an opening quotation mark, and some words after it. */
export function opensReference({ text }: EntryStart): boolean {
  return /^[\p{L}“”‘’"'«([]/u.test(text) && text.length > 15;
}

/** Says when: nearly every reference does, and hardly any other numbered line. */
export function looksLikeReference(text: string): boolean {
  return /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\bet al\b|https?:|\bdoi\b/i.test(text);
}

export function opensWithPersons({ text }: EntryStart): boolean {
  return personsOf(withoutFullStop(sentencesOf(text)[0] ?? '')) !== undefined;
}
