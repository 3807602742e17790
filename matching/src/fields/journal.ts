import { saysNothing } from '../text.js';

/** The words of a journal's, book's or conference's name that carry it; `said` is the name as `plain` writes it. */
export const journalOf = (said: string): readonly string[] =>
  saysNothing(said) ? [] : said.split(' ').filter((word) => !empty.has(word));

const empty = new Set('the of and in for on a an de la le les des du der die das und et y e el s'.split(' '));

export type JournalLikeness = 'same' | 'alike' | 'other';

/**
 * same: the same words, or one abbreviates the other word by word, or by its first letters. alike: all
 * words of one that carry it stand in the other. Undefined where either has none.
 */
export function journalLikeness(a: readonly string[], b: readonly string[]): JournalLikeness | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  const [short, long] = a.join('').length <= b.join('').length ? [a, b] : [b, a];
  if (short.join('') === long.join('') || abbreviates(short, long) || isAcronym(short, long)) return 'same';
  return contains(long, short) || contains(short, long) ? 'alike' : 'other';
}

/** "N Engl J Med": the beginnings of words, in their order; the longer name may go on ("… : official journal of …"). */
function abbreviates(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  const isWhole = short.every((word) => long.includes(word));
  for (const [place, word] of short.entries()) {
    const from = at;
    while (at < long.length && !isBeginning(word, long[at] ?? '')) at += 1;
    if (place > 0 && at > from && (isWhole || at - from > 1 || short[place - 1] === 'j')) return false;
    if (at === long.length) return false;
    at += 1;
  }
  // One word of a long name is a beginning of too much.
  return short.length > 1 || long.length <= 2;
}

/** "2010 IEEE International Conference on Systems" and "IEEE INTERNATIONAL CONFERENCE ON SYSTEMS (ICS), VOLS 1-3". */
function contains(all: readonly string[], some: readonly string[]): boolean {
  const carrying = some.filter((word) => !isByTheWay(word));
  return carrying.length > 0 && carrying.every((word) => all.some((each) => beginAlike(word, each)));
}

const byTheWay = new Set(
  'proceedings proc annual vols vol volume volumes conference conf supplement suppl part section edition print online electronic resource clinical research ed'.split(
    ' ',
  ),
);
/** Years, ordinal numbers, and words that a source adds to a name. */
const isByTheWay = (word: string): boolean => byTheWay.has(word) || /^\d+(?:st|nd|rd|th)?$/.test(word);

const isBeginning = (short: string, long: string): boolean =>
  long.startsWith(short) ||
  (short.length >= 4 && long.startsWith(short.slice(0, -2)) && long.includes(short.slice(-1)));
const beginAlike = (a: string, b: string): boolean =>
  a.length > 2 && b.length > 2 && (a.startsWith(b) || b.startsWith(a));

function isAcronym(short: readonly string[], long: readonly string[]): boolean {
  const letters = short.join('');
  return (
    letters.length >= 3 &&
    letters.length <= 8 &&
    long
      .map((word) => word[0])
      .join('')
      .startsWith(letters)
  );
}
