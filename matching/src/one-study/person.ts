import { plain } from '../text.js';
import { commonFamilyNames } from './common-family-names.js';

/** An author's name, taken apart for comparing. */
export interface Person {
  /** As the report gives it, with single blanks. */
  readonly shown: string;
  /** Plain letters without blanks: "obrien", "vandenberg". */
  readonly family: string;
  /** Of the given names: "jm". Empty where the report gives none. */
  readonly initials: string;
  /** The first given name, where it is more than an initial. */
  readonly given?: string;
}

/** "JM", "J M", "J.-M.", "J. M.": up to four capitals and nothing else. */
const initialsOnly = /^(?:\p{Lu}[.\s-]*){1,4}$/u;
const ordinal = /(?:,\s*|\s+)(?:jr|sr|ii|iii|iv)\.?$/iu;
/** Letters that have no plain one under their mark. */
const otherLetters: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', đ: 'd', ı: 'i' };

/** UTF-16 units of a name; what is longer is none. */
const longestName = 300;

/** Undefined for a name without letters. */
export function personOf(author: string): Person | undefined {
  const shown = author.replaceAll(/\s+/gu, ' ').trim().slice(0, longestName);
  const [family, given] = partsOf(shown.replace(ordinal, ''));
  const own = letters(family).replaceAll(' ', '');
  if (own === '') return undefined;
  const words = letters(given.replace(/[.-]/gu, ' ')).split(' ').filter(Boolean);
  const together = initialsOnly.test(given.trim());
  const initials = together ? words.join('') : words.map((word) => word.charAt(0)).join('');
  const [first = ''] = words;
  return {
    shown,
    family: own,
    initials,
    ...(!together && first.length > 1 ? { given: first } : {}),
  };
}

/** Family name and given names: "Moffatt S", "Moffatt, Suzanne", "S. Moffatt", "Suzanne Moffatt"; or an organisation. */
function partsOf(author: string): [family: string, given: string] {
  const comma = author.indexOf(',');
  if (comma > 0) return [author.slice(0, comma), author.slice(comma + 1)];
  const words = author.split(/\s+/u);
  const last = words.findLastIndex((word) => !initialsOnly.test(word) || word !== word.toUpperCase());
  if (last >= 0 && last < words.length - 1)
    return [words.slice(0, last + 1).join(' '), words.slice(last + 1).join(' ')];
  const first = words.findIndex((word) => !initialsOnly.test(word));
  if (first > 0) return [words.slice(first).join(' '), words.slice(0, first).join(' ')];
  if (words.length === 2 || words.length === 3) return [words.at(-1) ?? '', words.slice(0, -1).join(' ')];
  return [author, ''];
}

const letters = (text: string): string =>
  plain(text.toLowerCase().replace(/[øłßæœđı]/gu, (it) => otherLetters[it] ?? it));

/** Whether two names may be one person's: as far as both give names or initials, they agree. */
export function mayBeOne(a: Person, b: Person): boolean {
  if (a.family !== b.family) return false;
  if (!begins(a.initials, b.initials)) return false;
  return a.given === undefined || b.given === undefined || begins(a.given, b.given);
}

/** One is the beginning of the other: "t" and "tm", "tess" and "tessa"; nothing begins everything. */
const begins = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** What the whole set of reports says of names. */
export interface Bearers {
  /** By family name, the first initials with which it occurs. */
  readonly firsts: ReadonlyMap<string, ReadonlySet<string>>;
  /** By family name and first initial, how many reports bear it. */
  readonly reports: ReadonlyMap<string, number>;
}

export function bearersOf(reports: Iterable<readonly Person[]>): Bearers {
  const firsts = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const people of reports) {
    for (const { family, initials } of people)
      firsts.set(family, (firsts.get(family) ?? new Set()).add(initials.charAt(0)));
    for (const name of new Set(people.map(shortName))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return { firsts, reports: counts };
}

const shortName = ({ family, initials }: Person): string => `${family} ${initials.charAt(0)}`;

/** A family name that so many different people of the set bear is common there. */
const manyBearers = 3;
/** Few studies have more reports in one review: whoever wrote more of them did more studies than one. */
const mostOfOneStudy = 8;

/**
 * How much it says that two reports share the name: 1 for one that is hardly borne by two people by chance; 0.5 for a
 * common one with a single initial, for one without initials, and for somebody who wrote a great part of the literature.
 */
export function weightOf(a: Person, b: Person, { firsts, reports }: Bearers): number {
  if (a.initials === '' || b.initials === '') return 0.5;
  if ((reports.get(shortName(a)) ?? 0) > mostOfOneStudy) return 0.5;
  const common = commonFamilyNames.has(a.family) || (firsts.get(a.family)?.size ?? 0) >= manyBearers;
  if (!common) return 1;
  const told = (a.given !== undefined && b.given !== undefined) || (a.initials.length > 1 && b.initials.length > 1);
  return told ? 1 : 0.5;
}
