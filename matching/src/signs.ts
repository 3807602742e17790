import { type AbstractLikeness, abstractLikeness } from './fields/abstract.js';
import { type AuthorsLikeness, authorsLikeness, sharedBy } from './fields/authors.js';
import { type JournalLikeness, journalLikeness } from './fields/journal.js';
import { type PagesLikeness, pagesLikeness, spanOf, unshifted } from './fields/place.js';
import type { TitleLikeness } from './fields/title-likeness.js';
import { languageOf } from './fields/language.js';
import { wordsIn } from './fields/title.js';
import type { Prepared } from './prepared.js';

/** How each field of two records stands; undefined where either says nothing of it. */
export interface Signs {
  readonly title: TitleLikeness;
  /** Words of the shorter title. */
  readonly titleWords: number;
  /** Whether titles that share little are in one language or in two; undefined where it does not show. */
  readonly languages: 'one' | 'two' | undefined;
  /** same: both are articles, or both corrections. Else what one is to the other. */
  readonly marks: 'same' | 'correction' | 'reply';
  /** Either stands under a heading of many works. */
  readonly heading: boolean;
  /** One is a preprint, or an entry of a register, and the other is not. */
  readonly versions: boolean;
  /** Either stands where meetings are printed. */
  readonly conference: boolean;
  /** Either stands in a supplement, or where meetings are printed: one DOI may stand for many abstracts. */
  readonly meeting: boolean;
  readonly authors: AuthorsLikeness | undefined;
  /** Authors of the shorter list that stand in the other. */
  readonly sharedAuthors: number;
  /** Years between them. */
  readonly years: number | undefined;
  readonly journal: JournalLikeness | undefined;
  readonly volume: boolean | undefined;
  readonly issue: boolean | undefined;
  readonly pages: PagesLikeness | undefined;
  /** Pages from the first to the last, where both say them alike; else 0. */
  readonly span: number;
  readonly doi: boolean | undefined;
  readonly pmid: boolean | undefined;
  readonly isbn: boolean | undefined;
  readonly abstract: AbstractLikeness | undefined;
}

/** How their authors stand, and how many they share. */
export function authorSigns(
  { authors: a }: Prepared,
  { authors: b }: Prepared,
): Pick<Signs, 'authors' | 'sharedAuthors'> {
  const shared = sharedBy(a, b);
  return { authors: authorsLikeness(a, b, shared), sharedAuthors: shared };
}

const equal = <T>(a: T | undefined, b: T | undefined): boolean | undefined =>
  a === undefined || b === undefined ? undefined : a === b;

/** How the marks of two titles stand: a correction and what it may correct, a reply and what it may answer. */
export function marksOf({ title: a }: Prepared, { title: b }: Prepared): Signs['marks'] {
  if (a.mark === b.mark && a.about === b.about) return 'same';
  const [one, other] = [a.mark !== undefined || a.about, b.mark !== undefined || b.about];
  // Both speak of another work; some say how, some do not.
  if (one && other) return a.mark === b.mark || a.mark === undefined || b.mark === undefined ? 'same' : 'reply';
  return a.mark === 'reply' || b.mark === 'reply' ? 'reply' : 'correction';
}

const languageOfTitle = ({ title: { forms } }: Prepared) => forms[0] && languageOf(wordsIn(forms[0]));

function languagesOf(a: Prepared, b: Prepared): Signs['languages'] {
  const [one, other] = [languageOfTitle(a), languageOfTitle(b)];
  if (one === undefined || other === undefined) return undefined;
  return one === other ? 'one' : 'two';
}

/** A DOI of a preprint stands on many an article, too: where both name one journal, they are one version. */
const areVersions = (a: Prepared, b: Prepared, journal: Signs['journal']): boolean =>
  (journal !== 'same' && a.origin !== b.origin && isVersion(a) !== isVersion(b)) || areTwoEntries(a, b);
/** Two entries of registers are one only under one number. */
const areTwoEntries = (a: Prepared, b: Prepared): boolean =>
  a.origin === 'registration' &&
  b.origin === 'registration' &&
  (a.said.accession === undefined || a.said.accession !== b.said.accession);
const isVersion = ({ origin }: Prepared): boolean => origin === 'preprint' || origin === 'registration';
const isOfMeeting = ({ origin, place }: Prepared): boolean =>
  origin === 'conference' || /s/.test(place.issue ?? '') || /^[sap]\d/.test(place.first ?? '');
const countOf = ({ title }: Prepared): number => title.forms[0]?.count ?? 0;

type Found = Pick<Signs, 'title' | 'authors' | 'sharedAuthors'>;

/** How two records stand in each field; title and authors were looked at before. */
export function signsOf(a: Prepared, b: Prepared, found: Found): Signs {
  const journal = journalLikeness(a.journal, b.journal);
  const [one, other] = [unshifted(a.place, b.place), unshifted(b.place, a.place)];
  return {
    title: found.title,
    authors: found.authors,
    sharedAuthors: found.sharedAuthors,
    titleWords: Math.min(countOf(a), countOf(b)),
    languages: found.title.level === 'other' ? languagesOf(a, b) : undefined,
    marks: marksOf(a, b),
    heading: a.title.heading || b.title.heading,
    versions: areVersions(a, b, journal),
    conference: a.origin === 'conference' || b.origin === 'conference',
    meeting: isOfMeeting(a) || isOfMeeting(b),
    years: a.year === undefined || b.year === undefined ? undefined : Math.abs(a.year - b.year),
    journal,
    volume: equal(one.volume, other.volume),
    issue: equal(one.issue, other.issue),
    pages: pagesLikeness(one, other),
    span: Math.min(spanOf(one), spanOf(other)),
    doi: equal(a.doi, b.doi),
    pmid: equal(a.pmid, b.pmid),
    isbn: equal(a.isbn, b.isbn),
    abstract: abstractLikeness(a.abstract, b.abstract),
  };
}
