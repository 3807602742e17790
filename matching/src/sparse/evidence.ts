import { type PagesLikeness, pagesLikeness } from '../fields/place.js';
import { type Laid, laid, weightOf } from './laid.js';
import { type Authorship, authorship, isNamed } from './people.js';
import type { Reading } from './reading.js';
import { venueLikeness } from './venue.js';

/** What a full record and a cut one say of each other. Undefined: one of them says nothing. */
export interface Evidence {
  readonly title: Laid;
  /** Letters of weight of the two titles. */
  readonly full: number;
  readonly cut: number;
  /** The titles are the same letter by letter. */
  readonly equal: boolean;
  /** The cut title says that it goes on. */
  readonly stops: boolean;
  readonly heading: boolean;
  /** One corrects or answers, and the other does not. */
  readonly marks: boolean;
  /** Each title has a number that the other lacks: "part 1" and "part 2", "4th workshop" and "5th". */
  readonly numbers: boolean;
  readonly authors: Authorship;
  /** Years apart. */
  readonly years: number | undefined;
  readonly venue: number | undefined;
  /** One stood in a journal, the other in proceedings or a report. */
  readonly kinds: boolean;
  readonly volume: boolean | undefined;
  readonly pages: PagesLikeness | undefined;
  readonly identifier: boolean | undefined;
  readonly doi: boolean | undefined;
  readonly pmid: boolean | undefined;
}

/** What stands around a title in a reference and is no word of it: where it stood, its pages, the file it was in. */
const around =
  /^(?:\d+|proc\w*|inproc\w*|conf\w*|acm|ieee|vol|no|pp|pages?|eds?|tech\w*|rep|version|available|submitted|appears?|also|et|al|https?|www|ftp|pdf|doi|org|com|edu|html?|ps|symposium|international|intl?|the|of|in|on|and|and[a-z]|a|journal|trans\w*|online|isbn|issn|jan\w*|feb\w*|mar|march|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|id|[a-z])$/u;

/** What one source says of the sort of a work within its title, and the next does not. */
const label =
  /^(?:panel|tutorial|demo|demonstration|abstract|extended|invited|keynote|poster|experience|paper|summary|notes|description|book|review|session|talk)$/u;

export function evidenceOf(full: Reading, cut: Reading): Evidence {
  const differ = <T>(a: T | undefined, b: T | undefined) => (a === undefined || b === undefined ? undefined : a === b);
  const doi = differ(full.doi, cut.doi);
  const pmid = differ(full.pmid, cut.pmid);
  const [a, b] = [full.venue, cut.venue];
  return {
    title: laid(full, cut, idleIn(full, cut)),
    full: weightOf(full.title),
    cut: weightOf(cut.title),
    equal: full.title.join('') === cut.title.join(''),
    stops: cut.stops,
    heading: full.heading || cut.heading,
    marks: full.mark !== cut.mark,
    numbers: lacks(full.numbers, cut.numbers) && lacks(cut.numbers, full.numbers),
    authors: authorship(full.people, cut.people, { full: full.title, cut: cut.title }),
    years: full.year === undefined || cut.year === undefined ? undefined : Math.abs(full.year - cut.year),
    venue: a === undefined || b === undefined ? undefined : venueLikeness(a, b),
    kinds: a?.kind !== undefined && b?.kind !== undefined && a.kind !== b.kind,
    volume: differ(full.place.volume, cut.place.volume),
    pages: pagesLikeness(full.place, cut.place),
    identifier: doi === true || pmid === true ? true : (doi ?? pmid),
    doi,
    pmid,
  };
}

const lacks = (numbers: readonly string[], others: readonly string[]): boolean =>
  numbers.some((number) => !others.includes(number));

function idleIn(full: Reading, cut: Reading) {
  const people = [...full.people, ...cut.people];
  const places = new Set([...(full.venue?.words ?? []), ...(cut.venue?.words ?? [])]);
  return {
    full: (word: string) => label.test(word),
    cut: (word: string) =>
      around.test(word) || label.test(word) || places.has(word) || people.some((person) => isNamed(person, word)),
  };
}
