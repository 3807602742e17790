import { plain } from '../text.js';

/** What a letter of UTF-8 looks like where it was read as another encoding: "â ??", "Ã¶", "ã ?". */
const misread = /[âãÂÃ]\s*[?¬¢¡¦³¶¤§¨©®°±´·¸»¼½¾€™œ�\u0080-\u009f]+(\s*[?€™œ�]+)*/gu;
const entity = /&\s*#?\w{2,6}\s*;/gu;

/** The words of a text as its sources hand it over, without marks, entities, and what wrong encodings left behind. */
export function words(text: string | undefined): string[] {
  const found = plain((text ?? '').replace(entity, ' ').replace(misread, ' '));
  return found === '' ? [] : found.split(' ');
}

/** Every run of four letters in a text whose spaces were taken out; a scan or a copy loses spaces before letters. */
export function fours(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + 4 <= text.length; at += 1) found.add(text.slice(at, at + 4));
  return found;
}

/** How many runs of one text the other has. */
export function sharedRuns(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const run of one) if (other.has(run)) shared += 1;
  return shared;
}

/**
 * One word, written twice: a letter or two may be missing, doubled, swapped or misread. Short words have to be equal,
 * since one letter makes another word of them.
 */
export function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const length = Math.min(a.length, b.length);
  const allowed = length < 5 ? 0 : length < 9 ? 1 : 2;
  return allowed > 0 && Math.abs(a.length - b.length) <= allowed && edits(a, b) <= allowed;
}

/** One row of the table that `edits` fills; words are short, and it is filled very often. */
const rows = [new Uint8Array(64), new Uint8Array(64)] as const;

/**
 * Letters to change between two words of at most 60 letters; of longer ones, between their beginnings. A letter of
 * another script inside a Latin word was misread ("жzsu" for "özsu"): it stands for any letter or none.
 */
export function edits(a: string, b: string): number {
  const [one, other] = [a.slice(0, 60), b.slice(0, 60)];
  let [before, row] = rows as readonly [Uint8Array, Uint8Array];
  before[0] = 0;
  for (let at = 1; at <= other.length; at += 1) before[at] = (before[at - 1] ?? 0) + price(other, at - 1);
  for (let from = 0; from < one.length; from += 1) {
    const own = price(one, from);
    row[0] = (before[0] ?? 0) + own;
    for (let at = 1; at <= other.length; at += 1) {
      const theirs = price(other, at - 1);
      const change = one.charCodeAt(from) === other.charCodeAt(at - 1) ? 0 : own & theirs;
      row[at] = Math.min((before[at - 1] ?? 0) + change, (before[at] ?? 0) + own, (row[at - 1] ?? 0) + theirs);
    }
    [before, row] = [row, before];
  }
  return before[other.length] ?? 0;
}

/** 1 for a Latin letter or a digit, as `plain` leaves them; 0 for one of another script. */
const price = (word: string, at: number): 0 | 1 => (word.charCodeAt(at) < 128 ? 1 : 0);
