import type { Author } from './work.js';

/** How one database writes what it holds. Shares are from 0 to 1. */
export interface Vendor {
  readonly name: string;
  readonly author: (author: Author) => string;
  /** Only so many authors are named. */
  readonly authorsAtMost?: number;
  readonly journal: 'full' | 'short' | 'capitals';
  /** 1008-12 for 1008-1012. */
  readonly shortPages: boolean;
  /** Letters lose their marks. */
  readonly plainLetters: boolean;
  readonly title: (title: string, translated: boolean) => string;
  /** How many of the works that have one it gives. */
  readonly doi: number;
  readonly abstract: number;
  /** What stands in an abstract's place where there is none. */
  readonly noAbstract?: string;
}

const initials = ({ given, second }: Author): readonly string[] =>
  [given[0] ?? '', second].filter((each) => each !== '');
const withPoints = (author: Author): string =>
  initials(author)
    .map((letter) => `${letter}.`)
    .join('');

const stopped = (title: string): string => `${title}.`;
const asIs = (title: string): string => title;
const bracketed = (title: string, translated: boolean): string => stopped(translated ? `[${title}]` : title);
const everyWord = (title: string): string =>
  title.replace(/\p{L}+/gu, (word) => `${word[0]?.toUpperCase()}${word.slice(1)}`);

/**
 * Seven that a review searches, by the habits of their exports: MEDLINE and Cochrane cut journals and last pages,
 * Cochrane has no DOI at all, the Web of Science writes journals in capitals and letters without marks, EBSCO gives a DOI
 * for two of three and not every author; and spreadsheets write "NA" for nothing.
 */
export const vendors: readonly Vendor[] = [
  {
    ...{ name: 'MEDLINE', title: bracketed, journal: 'short', shortPages: true, plainLetters: false },
    ...{ author: (author) => `${author.family} ${initials(author).join('')}`, doi: 0.9, abstract: 0.9 },
  },
  {
    ...{ name: 'Embase', title: asIs, journal: 'full', shortPages: false, plainLetters: true },
    ...{ author: (author) => `${author.family} ${withPoints(author)}`, doi: 0.85, abstract: 0.9 },
  },
  {
    ...{ name: 'Scopus', title: asIs, journal: 'full', shortPages: false, plainLetters: false },
    ...{ author: (author) => `${author.family}, ${withPoints(author)}`, doi: 0.98, abstract: 0.95 },
    noAbstract: '[No abstract available]',
  },
  {
    ...{ name: 'Web of Science', title: everyWord, journal: 'capitals', shortPages: false, plainLetters: true },
    ...{ author: (author) => `${author.family}, ${initials(author).join('')}`, doi: 0.95, abstract: 0.9 },
  },
  {
    ...{ name: 'PsycINFO', title: stopped, journal: 'full', shortPages: false, plainLetters: false },
    ...{ author: (author) => `${author.family}, ${author.given}${author.second && ` ${author.second}.`}` },
    ...{ doi: 0.9, abstract: 0.95 },
  },
  {
    ...{ name: 'CINAHL', title: stopped, journal: 'full', shortPages: false, plainLetters: false, authorsAtMost: 3 },
    ...{ author: (author) => `${author.family}, ${author.given}`, doi: 0.67, abstract: 0.8, noAbstract: 'NA' },
  },
  {
    ...{ name: 'Cochrane', title: bracketed, journal: 'short', shortPages: true, plainLetters: true },
    ...{ author: (author) => `${author.family} ${initials(author).join('')}`, doi: 0, abstract: 0.7 },
  },
];
