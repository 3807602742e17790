import type { Chance } from '../../import/chance.js';
import { familyName, givenName, searchedWord, sentence } from '../../import/made-words.js';
import type { Journal } from './journal.js';

export interface Author {
  readonly family: string;
  readonly given: string;
  readonly second: string;
}

/** What one made-up report says, before any database wrote it down. */
export interface Work {
  readonly title: string;
  /** It is not in English: some databases put its title into brackets. */
  readonly translated: boolean;
  readonly authors: readonly Author[];
  readonly year: number;
  readonly journal: Journal;
  readonly volume: number;
  readonly issue: string;
  /** Page numbers, or one place such as "S112" or "e10233". */
  readonly pages: readonly [first: number, last: number] | string;
  readonly doi: string | undefined;
  readonly abstract: string | undefined;
  readonly type: 'article' | 'conference' | 'book' | 'chapter' | 'other';
}

/** Where works are written: journals that are there, and titles of real works, each of which is taken once. */
export interface Shelf {
  readonly chance: Chance;
  readonly journals: readonly Journal[];
  readonly titles: string[];
  /** Counts DOIs, so that no two works have one by chance. */
  count: number;
}

export function article(shelf: Shelf, given: Partial<Work> = {}): Work {
  const { chance } = shelf;
  const year = chance.between(1975, 2025);
  const journal = chance.oneOfFavoured(shelf.journals);
  return {
    title: titleFrom(shelf),
    translated: chance.next() < 0.02,
    authors: team(chance),
    year,
    journal,
    volume: Math.max(1, year - journal.began),
    issue: String(chance.between(1, 12)),
    pages: pagesBy(chance),
    doi: doiFor(shelf),
    abstract: chance.next() < 0.75 ? abstractOf(chance) : undefined,
    type: 'article',
    ...given,
  };
}

export const team = (chance: Chance): Author[] => chance.some(1, 8, () => author(chance));

const author = (chance: Chance): Author => ({
  family: familyName(chance),
  given: givenName(chance),
  second: chance.next() < 0.5 ? chance.oneOf([...'ABCDEFGHJKLMNPRSTVW']) : '',
});

/** DOIs of about one in ten works were never made. */
export function doiFor(shelf: Shelf): string | undefined {
  shelf.count += 1;
  return shelf.chance.next() < 0.1
    ? undefined
    : `10.5555/${shelf.count.toString(36)}.${shelf.chance.between(100, 999)}`;
}

export function pagesBy(chance: Chance): Work['pages'] {
  const first = chance.between(1, 1900);
  return chance.next() < 0.15 ? `e${chance.between(1000, 99_999)}` : [first, first + chance.between(2, 19)];
}

export function titleFrom({ chance, titles }: Shelf): string {
  const real = chance.next() < 0.3 ? titles.pop() : undefined;
  if (real !== undefined) return real;
  const about = phrase(chance, 2, 5);
  return chance.next() < 0.4
    ? `${about}: a ${searchedWord(chance)} ${searchedWord(chance)} of ${phrase(chance, 1, 2)}`
    : about;
}

const links = [
  'of',
  'and',
  'in',
  'among',
  'for',
  'with',
  'on',
  'between',
  'after',
  'from',
  'during',
  'in the',
  'of the',
];

/** "Chronic pain among rural mothers with stigma": words that mean something, held together by small ones. */
export function phrase(chance: Chance, least: number, most: number): string {
  const parts = chance.some(least, most, () => chance.some(1, 2, () => searchedWord(chance)).join(' '));
  const said = parts.reduce((before, part) => `${before} ${chance.oneOf(links)} ${part}`);
  return `${said[0]?.toUpperCase()}${said.slice(1)}`;
}

const headings = ['BACKGROUND', 'METHODS', 'RESULTS', 'CONCLUSIONS'];
const abstractOf = (chance: Chance): string =>
  headings.map((heading) => `${heading}: ${sentence(chance, 18, 34)}.`).join(' ');
