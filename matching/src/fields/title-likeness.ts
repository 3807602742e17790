import { isOneOff } from '../text.js';
import { type Title, type TitleForm, wordsIn } from './title.js';

/**
 * How two titles stand to each other. same: the same words, or misprints of them. nearly: but for small words or one
 * that adds nothing. longer: one goes on where the other ends. alike: many letters in common. other: nothing of that.
 * `changed`: a word or a number stands in the place of another, as in two parts of a series or two populations.
 */
export interface TitleLikeness {
  readonly level: 'same' | 'nearly' | 'longer' | 'alike' | 'other';
  /** Only numbers, parts or years stand in each other's place. */
  readonly changed?: 'number' | 'word';
  /** From 0 to 1: of the letters of both, the part that stands in words that both have. */
  readonly shared: number;
  /** A word was taken for a misprint of another. */
  readonly misprinted?: true;
}

const other: TitleLikeness = { level: 'other', shared: 0 };
const same: TitleLikeness = { level: 'same', shared: 1 };

export function titleLikeness(a: Title, b: Title): TitleLikeness {
  let best = other;
  for (const [at, left] of a.forms.entries()) {
    for (const [place, right] of b.forms.entries()) {
      if (at > 0 && place > 0) continue;
      const found = wordsLikeness(left, right);
      if (found === same) return same;
      if (rank(found) > rank(best)) best = found;
    }
  }
  return best;
}

const levels = ['other', 'alike', 'longer', 'nearly', 'same'] as const;
const rank = ({ level, changed, shared }: TitleLikeness): number =>
  levels.indexOf(level) + (changed === undefined ? 0.5 : 0) + shared / 4;

/** Below this part of shared letters, two titles are others, whatever their words. */
const least = 0.6;

function wordsLikeness(a: TitleForm, b: TitleForm): TitleLikeness {
  if (a.letters === b.letters) return same;
  const [wordsA, wordsB] = [wordsIn(a), wordsIn(b)];
  const { onlyA, onlyB } = unmatched(wordsA, wordsB);
  const letters = a.letters.length + b.letters.length;
  const part = 1 - (lettersIn(onlyA) + lettersIn(onlyB)) / letters;
  // Misprints can make up for no more than a few words.
  if (part < least / 2 && onlyA.length + onlyB.length > 8)
    return goesOnFrom(a, b) ? { level: 'longer', shared: part } : other;
  const rest = withoutMisprints(onlyA, onlyB);
  const found = beyondMisprints(a, b, rest, letters);
  const doubtful = rest.misprinted || isOtherOrder(wordsA, wordsB, onlyA, onlyB);
  return doubtful && found.level !== 'other' ? { ...found, misprinted: true } : found;
}

const lettersIn = (words: readonly string[]): number => words.reduce((sum, { length }) => sum + length, 0);

function beyondMisprints(a: TitleForm, b: TitleForm, { onlyA, onlyB }: Unmatched, letters: number): TitleLikeness {
  const shared = 1 - (lettersIn(onlyA) + lettersIn(onlyB)) / letters;
  const [heavyA, heavyB] = [onlyA.filter(isHeavy), onlyB.filter(isHeavy)];
  const heavy = heavyA.length + heavyB.length;
  const numbers = onlyA.some(isNumber) || onlyB.some(isNumber);
  if (numbers && (shared > 0.75 || heavy === 0)) return { level: 'alike', changed: 'number', shared };
  if (heavy === 0) return onlyA.length + onlyB.length === 0 ? same : { level: 'nearly', shared };
  if (heavyA.length > 0 && heavyB.length > 0) return changedWord(shared);
  if (onlyA.some(turns) || onlyB.some(turns)) return changedWord(Math.max(shared, least + 0.01));
  if (goesOnFrom(a, b)) return { level: 'longer', shared };
  return heavy === 1 && shared >= 0.85 ? { level: 'alike', shared } : changedWord(shared);
}

/** Words that make another report of a title that is otherwise the same. */
const turning = new Set(
  'protocol update updated erratum corrigendum retraction retracted reply response comment commentary addendum supplement supplementary summary without not no non'.split(
    ' ',
  ),
);
const turns = (word: string): boolean => turning.has(word);

const changedWord = (shared: number): TitleLikeness =>
  shared > least ? { level: 'alike', changed: 'word', shared } : { ...other, shared };

/** One title begins, or ends, with all of the other. */
function goesOnFrom(a: TitleForm, b: TitleForm): boolean {
  const [short, long] = a.letters.length < b.letters.length ? [a, b] : [b, a];
  if (short.count >= 3 && long.letters.startsWith(short.letters)) return true;
  return short.count >= 4 && long.letters.endsWith(short.letters);
}

const small = new Set(
  'a an the of in on for to with from by at as or its their his her is are was were de la le les des du der die das und et y el los las en per via vs versus n s'.split(
    ' ',
  ),
);
const isHeavy = (word: string): boolean => !small.has(word);
const roman = /^(?:i{1,3}|iv|vi{0,3}|ix|x)$/;
const counted = new Set(
  'one two three four five six seven eight nine ten first second third fourth fifth sixth part parts january february march april may june july august september october november december'.split(
    ' ',
  ),
);
/** Numbers, parts and letters of a series: where they differ, so do the works. */
const isNumber = (word: string): boolean =>
  /\d/.test(word) ||
  roman.test(word) ||
  counted.has(word) ||
  (word.length === 1 && /[b-z]/.test(word) && !small.has(word));

/** Who does what to whom: "A in B" and "B in A". A subtitle that stands before the title is no other order. */
function isOtherOrder(
  a: readonly string[],
  b: readonly string[],
  onlyA: readonly string[],
  onlyB: readonly string[],
): boolean {
  const [one, other] = [inBoth(a, onlyA).join(' '), inBoth(b, onlyB).join(' ')];
  return one !== other && !` ${one} ${one} `.includes(` ${other} `);
}
const inBoth = (words: readonly string[], only: readonly string[]): readonly string[] =>
  words.filter((word) => isHeavy(word) && !only.includes(word));

interface Unmatched {
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
  readonly misprinted?: boolean;
}

/** The words of each that the other has not, as often as it has them more. */
function unmatched(a: readonly string[], b: readonly string[]): Unmatched {
  const onlyB = [...b];
  const onlyA = a.filter((word) => {
    const at = onlyB.indexOf(word);
    if (at >= 0) onlyB.splice(at, 1);
    return at < 0;
  });
  return { onlyA, onlyB };
}

/** Without misprints, and words written apart in one and together in the other ("p16 ink4a", "p16ink4a"). */
function withoutMisprints(onlyA: readonly string[], onlyB: readonly string[]): Unmatched {
  if (onlyA.length === 0 || onlyB.length === 0) return { onlyA, onlyB };
  const restB = [...onlyB];
  const restA = onlyA.filter((word) => {
    const at = restB.findIndex((each) => isMisprint(word, each));
    if (at >= 0) restB.splice(at, 1);
    return at < 0;
  });
  const misprinted = onlyA.some((word) => !restA.includes(word) && !onlyB.some((each) => isPlural(word, each)));
  return restA.join('') === restB.join('')
    ? { onlyA: [], onlyB: [], misprinted }
    : { onlyA: restA, onlyB: restB, misprinted };
}

/** Words of five letters and more that differ by one; numbers never. A plural is no other word. */
function isMisprint(a: string, b: string): boolean {
  const off = a.length - b.length;
  if (off > 2 || off < -2 || a.length < 3 || b.length < 3) return false;
  if (a.length < 5 || b.length < 5) return isPlural(a, b);
  if (!isOneOff(a, b) && (a.length < 9 || b.length < 9 || !isTwoOff(a, b))) return false;
  return !/\d/.test(a) && !/\d/.test(b) && !areContrary(a, b) && !areContrary(b, a);
}

const isPlural = (a: string, b: string): boolean => `${a}s` === b || `${b}s` === a;

/** Beginnings that are no misprints of each other, however near. */
const contrary = [
  ['hypo', 'hyper'],
  ['hyp', 'hyper'],
  ['pre', 'peri'],
  ['pre', 'per'],
  ['pre', 'pro'],
  ['intra', 'inter'],
  ['mater', 'pater'],
  ['qualit', 'quantit'],
  ['ab', 'ad'],
  ['af', 'ef'],
  ['infect', 'inject'],
  ['stimul', 'simul'],
] as const;
const areContrary = (a: string, b: string): boolean =>
  contrary.some(([x, y]) => a.startsWith(x) && b.startsWith(y) && !b.startsWith(x) && !isLonger(a, x, y));
/** "hyper" begins with "hyp", too. */
const isLonger = (word: string, x: string, y: string): boolean => word.startsWith(y) && y.length >= x.length;

/** One letter more is wrong somewhere: by taking one out of either. */
function isTwoOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2 || a[0] !== b[0]) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  const tries = [
    [restA.slice(1), restB.slice(1)],
    [restA.slice(1), restB],
    [restA, restB.slice(1)],
  ] as const;
  return tries.some(([x, y]) => x === y || isOneOff(x, y));
}
