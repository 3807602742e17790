import { fours, sameWord, sharedRuns } from './letters.js';

const small = new Set(
  (
    'a an the of on in for and or to with by from at as is are be its their this that using via into under over between ' +
    'among der die das und de la le les el et en des du di'
  ).split(' '),
);

/** Letters a word counts for: small words tell little, and very long ones no more than long ones. */
export const weight = (word: string): number => (small.has(word) ? 1 : Math.min(word.length, 10));

/** Letters of weight of a whole title. */
export const weightOf = (title: readonly string[]): number => title.reduce((all, word) => all + weight(word), 0);

/** How a cut title lies over a full one, in letters of weight. */
export interface Laid {
  readonly shared: number;
  /** Of the full title: its end, from where the cut one stops; and anything before. */
  readonly cutOff: number;
  readonly leftOut: number;
  /** Of the cut title: words that the full one lacks, by where they stand. */
  readonly inFront: number;
  readonly putIn: number;
  readonly behind: number;
}

export interface Titled {
  readonly title: readonly string[];
  /** Runs of four letters of the title, without spaces. */
  readonly runs: ReadonlySet<string>;
}

/** Words that count for nothing where they are missing from the other title. */
export interface Idle {
  readonly full: (word: string) => boolean;
  readonly cut: (word: string) => boolean;
}

export function laid(full: Titled, cut: Titled, idle: Idle): Laid {
  const own = side(full, cut, idle.full, stopsWithin(full, cut));
  const other = side(cut, full, idle.cut, cut.title.length);
  return {
    shared: own.known,
    cutOff: own.after,
    leftOut: own.before + own.within,
    inFront: other.before,
    putIn: other.within,
    behind: other.after,
  };
}

/** Letters that a beginning has to have before a longer title counts as its continuation. */
const beginning = 12;

/**
 * After how many words of the full title the cut one stops. Where it is a mere beginning, small words that come again
 * later ("of", "study") are not to pass for words that it has. A letter or two may be wrong: one wrong letter spoils
 * four of the runs of four.
 */
function stopsWithin({ title }: Titled, cut: Titled): number {
  const text = cut.title.join('');
  if (text.length < beginning) return title.length;
  const runs = fours(title.join('').slice(0, text.length + 3));
  if (sharedRuns(cut.runs, runs) < cut.runs.size * 0.8) return title.length;
  let letters = 0;
  return title.filter((word) => {
    letters += word.length;
    // A word of which at least the half is there still counts as begun.
    return letters - word.length / 2 <= text.length;
  }).length;
}

interface Side {
  readonly known: number;
  readonly before: number;
  readonly within: number;
  readonly after: number;
}

/** What of a title the other one has, and where the rest of it stands. Beyond `stop` words nothing is looked for. */
function side({ title }: Titled, other: Titled, idle: (word: string) => boolean, stop: number): Side {
  const shares = coverage(title, other).fill(0, stop);
  const met = shares.map((share) => share >= 0.5);
  const first = met.indexOf(true);
  const last = met.lastIndexOf(true);
  const found = { known: 0, before: 0, within: 0, after: 0 };
  for (const [at, word] of title.entries()) {
    const share = shares[at] ?? 0;
    found.known += share * weight(word);
    const rest = (1 - share) * weight(word);
    if (first >= 0 && at >= first && at <= last) found.within += rest;
    else if (!idle(word)) found[first < 0 || at > last ? 'after' : 'before'] += rest;
  }
  return found;
}

/** For each word the share of it, 0 to 1, that stands in the other title, as a word or within words run together. */
function coverage(title: readonly string[], { title: other, runs }: Titled): number[] {
  const text = title.join('');
  const met = lettersMet(text, runs);
  let to = 0;
  return title.map((word) => {
    const from = to;
    to += word.length;
    if (other.some((written) => sameWord(word, written))) return 1;
    // The last word may itself be cut.
    if (to === text.length && word.length > 2 && other.some((written) => written.startsWith(word))) return 1;
    return met.slice(from, to).filter(Boolean).length / word.length;
  });
}

function lettersMet(text: string, runs: ReadonlySet<string>): boolean[] {
  const met = new Array<boolean>(text.length).fill(false);
  for (let at = 0; at + 4 <= text.length; at += 1) if (runs.has(text.slice(at, at + 4))) met.fill(true, at, at + 4);
  return met;
}
