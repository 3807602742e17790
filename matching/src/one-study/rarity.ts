import { type Rarity, sharedPeople } from './link.js';
import type { Marks } from './marks.js';
import { bearersOf } from './person.js';

/** A name that more than a third of the reports hold is what the review is about; in a small set, more than four. */
const [mostReports, smallSet] = [1 / 3, 4];
/** Reports that hold a word are looked at two by two. */
const mostLookedAt = 40;

/**
 * A word tells one study from another where it is rare in the set, and where those who write it write together: the
 * name of a study is used by the people who did it, the name of a test or an illness by everybody.
 */
export function rarityIn(marks: readonly Marks[]): Rarity {
  const known = new Map<string, boolean>();
  const most = Math.min(mostLookedAt, Math.max(smallSet, marks.length * mostReports));
  const holdersOf = holdersIn(marks);
  const isTelling = (words: string): boolean => {
    const before = known.get(words);
    if (before !== undefined) return before;
    const holders = holdersOf(words);
    const telling = holders.length <= most && (holders.length <= 2 || writeTogether(holders));
    known.set(words, telling);
    return telling;
  };
  return { isTelling, bearers: bearersOf(marks.map(({ people }) => people)) };
}

/** The reports that hold a name, found by its rarest word. */
function holdersIn(marks: readonly Marks[]): (words: string) => readonly Marks[] {
  const byWord = new Map<string, Marks[]>();
  for (const each of marks) {
    for (const word of new Set(each.words.split(' '))) {
      const found = byWord.get(word);
      if (found === undefined) byWord.set(word, [each]);
      else found.push(each);
    }
  }
  return (words) => {
    const lists = words.split(' ').map((word) => byWord.get(word) ?? []);
    const [rarest = []] = lists.toSorted((x, y) => x.length - y.length);
    return rarest.filter((each) => each.words.includes(` ${words} `));
  };
}

/** At least half of the pairs share an author. */
function writeTogether(holders: readonly Marks[]): boolean {
  const pairs = holders.flatMap((a, at) => holders.slice(at + 1).map((b) => sharedPeople(a, b).length > 0));
  return pairs.filter(Boolean).length * 2 >= pairs.length;
}
