import { words } from './letters.js';

/** Words that tell no journal from another, in full and as they are cut. */
const empty =
  /^(?:the|of|on|in|for|and|to|at|a|an|de|la|und|der|et|acm|ieee|inc|ltd|press|international|intl?|national|natl?|annual|\d+(?:st|nd|rd|th)?|first|second|third|eds?|vol|no|pp|l)$/u;

/** What sort of place a work stood in. */
const kinds: readonly (readonly [kind: VenueKind, written: RegExp])[] = [
  ['meeting', /^(?:proc\w*|inproc\w*|conf\w*|symp\w*|works?hop\w*|congress|colloq\w*|meeting)$/u],
  [
    'journal',
    /^(?:j|jnl|jour\w*|trans|transact\w*|rec|records?|rev|reviews?|mag\w*|lett|letters|bull\w*|ann|annals|arch\w*|q|quarterly)$/u,
  ],
  [
    'report',
    /^(?:tech\w*|rep|reports?|rapport|thesis|dissertation|univ|univers\w*|manuscript|submitted|unpublished)$/u,
  ],
];

export type VenueKind = 'meeting' | 'journal' | 'report';

/** A journal or meeting: its telling words, their first letters, and of what kind it says it is. */
export interface Venue {
  readonly words: readonly string[];
  readonly initials: string;
  readonly kind: VenueKind | undefined;
}

/** Undefined where nothing telling was left. */
export function venueOf(journal: string | undefined): Venue | undefined {
  const all = words(journal);
  const telling = all.filter((word) => !empty.test(word) && kindOf(word) === undefined);
  if (telling.length === 0) return undefined;
  const initials = telling.map((word) => word.charAt(0)).join('');
  return { words: telling, initials, kind: all.map(kindOf).find((kind) => kind !== undefined) };
}

const kindOf = (word: string): VenueKind | undefined => kinds.find(([, written]) => written.test(word))?.[0];

/** Whether a word stands in a name, in full, cut ("databas"), or as its letters ("vldb"). */
function stands(word: string, { words: others, initials }: Venue): boolean {
  if (word.length >= 3 && word.length <= 6 && initials.includes(word)) return true;
  return others.some((other) => {
    const [short, long] = word.length < other.length ? [word, other] : [other, word];
    return word === other || (short.length >= 3 && long.startsWith(short));
  });
}

/** From 0 to 1: how many of the telling words of the one that has fewer in the other stand there. */
export function venueLikeness(a: Venue, b: Venue): number {
  const share = (one: Venue, other: Venue) => one.words.filter((word) => stands(word, other)).length / one.words.length;
  return Math.max(share(a, b), share(b, a));
}
