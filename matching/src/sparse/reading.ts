import type { Comparable } from '../contract.js';
import { doiOf, numberOf } from '../fields/identifiers.js';
import { type Place, placeOf } from '../fields/place.js';
import { type TitleMark, titleOf } from '../fields/title.js';
import { fours, words } from './letters.js';
import type { Titled } from './laid.js';
import { type Person, peopleOf } from './people.js';
import { type Venue, venueOf } from './venue.js';

/** A record as sparse linking reads it. */
export interface Reading extends Titled {
  /** The title says itself that it was cut ("…"). */
  readonly stops: boolean;
  readonly heading: boolean;
  readonly mark: TitleMark | undefined;
  /** Numbers that tell parts, meetings and years apart: "2nd", "second" and "II" are one. */
  readonly numbers: readonly string[];
  readonly people: readonly Person[];
  readonly year: number | undefined;
  readonly venue: Venue | undefined;
  readonly place: Place;
  readonly doi: string | undefined;
  readonly pmid: string | undefined;
}

const read = new WeakMap<Comparable, Reading>();

/** Takes a record apart, once for all pairs that it stands in. */
export function readingOf(record: Comparable): Reading {
  const known = read.get(record);
  if (known !== undefined) return known;
  const reading = taken(record);
  read.set(record, reading);
  return reading;
}

function taken(record: Comparable): Reading {
  const title = words(record.title);
  const { heading, mark } = titleOf(record.title);
  return {
    title,
    runs: fours(title.join('')),
    stops: /(?:…|\.\.\.|& ?hellip ?;)\s*$/u.test(record.title ?? ''),
    heading: heading || (title.length > 0 && title.every((word) => speech.has(word))),
    mark,
    numbers: title
      .map((word) => counted[word] ?? word)
      .flatMap((word) => /^(\d{1,4})(?:st|nd|rd|th)?$/u.exec(word)?.[1] ?? []),
    people: peopleOf(record.authors),
    year: record.year,
    venue: venueOf(record.journal),
    place: placeOf(record.volume, record.issue, record.pages),
    doi: doiOf(record.doi),
    pmid: numberOf(record.pmid),
  };
}

/** Of a meeting, what each one has. */
const speech = new Set(['keynote', 'opening', 'closing', 'welcome', 'address', 'speech', 'lecture', 'talk', 'remarks']);

/** Roman numbers stop where they would be initials or words ("i", "v", "x"). */
const counted: Readonly<Record<string, string>> = {
  first: '1',
  second: '2',
  third: '3',
  fourth: '4',
  fifth: '5',
  sixth: '6',
  seventh: '7',
  eighth: '8',
  ninth: '9',
  tenth: '10',
  ii: '2',
  iii: '3',
  iv: '4',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
};
