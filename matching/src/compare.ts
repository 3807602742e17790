import type { Comparable, Compared, Field } from './contract.js';
import { titleLikeness } from './fields/title-likeness.js';
import { judge } from './judge.js';
import { type Prepared, prepared } from './prepared.js';
import { type Signs, authorSigns, marksOf, signsOf } from './signs.js';
import { compareSparse } from './sparse/index.js';
import { specialOf } from './special.js';

/** How two records stand to each other. Pure, and the same whichever comes first. */
export const compare = (a: Comparable, b: Comparable): Compared =>
  a.sparse === true || b.sparse === true ? compareSparse(a, b) : comparePrepared(prepared(a), prepared(b));

export function comparePrepared(a: Prepared, b: Prepared): Compared {
  if (areYearsApart(a, b)) return far;
  const [authors, onePage] = [authorSigns(a, b), isOnePage(a, b)];
  if (authors.authors === 'other' && !onePage && !isOneDoi(a, b)) return far;
  const title = titleLikeness(a.title, b.title);
  if (title.level === 'other' && !onePage) return far;
  const signs = signsOf(a, b, { title, authors: authors.authors, sharedAuthors: authors.sharedAuthors });
  const said = told(signs);
  const special = specialOf(a, b, signs);
  const whole = { likeness: judge(signs), score: scoreOf(signs, said), ...said };
  return special === undefined ? whole : { ...whole, special };
}

const far: Compared = { likeness: 'different', score: 0, agree: [], alike: [], contradict: [] };

// No rule holds for records published years apart, but for a late correction; nor for other authors, or other titles, where
// nothing says that it is one place: these need not be looked at more closely.

const areYearsApart = (a: Prepared, b: Prepared): boolean =>
  a.year !== undefined && b.year !== undefined && Math.abs(a.year - b.year) > 1 && marksOf(a, b) !== 'correction';
const isOneDoi = ({ doi: a }: Prepared, { doi: b }: Prepared): boolean => a !== undefined && a === b;
const isOnePage = ({ place: a }: Prepared, { place: b }: Prepared): boolean =>
  a.first !== undefined && a.first === b.first;

type Said = Pick<Compared, 'agree' | 'alike' | 'contradict'>;

/** The fields by what they say. */
function told(signs: Signs): Said {
  const [agree, alike, contradict]: Field[][] = [[], [], []];
  const say = (field: Field, how: 'same' | 'alike' | 'other' | undefined) => {
    if (how === 'same') agree?.push(field);
    else if (how === 'alike') alike?.push(field);
    else if (how === 'other') contradict?.push(field);
  };
  const flag = (is: boolean | undefined) => (is === undefined ? undefined : is ? 'same' : 'other');
  say('title', titleSaid(signs));
  say('authors', signs.authors);
  say('year', flag(signs.years === undefined ? undefined : signs.years === 0));
  say('journal', signs.journal);
  say('volume', flag(signs.volume));
  say('issue', flag(signs.issue));
  say('pages', pagesSaid(signs.pages));
  say('doi', flag(signs.doi));
  say('pmid', flag(signs.pmid));
  say('isbn', flag(signs.isbn));
  say('abstract', signs.abstract);
  return { agree: agree ?? [], alike: alike ?? [], contradict: contradict ?? [] };
}

function pagesSaid(pages: Signs['pages']): 'same' | 'alike' | 'other' | undefined {
  if (pages === 'range' || pages === 'first') return 'same';
  return pages === 'overlap' ? 'alike' : pages;
}

function titleSaid({ title, marks }: Signs): 'same' | 'alike' | 'other' {
  if (title.level === 'same' && marks === 'same') return 'same';
  return title.level === 'other' ? 'other' : 'alike';
}

/** What a field weighs in the order of questions. */
const weights: Readonly<Record<Field, number>> = {
  title: 5,
  authors: 3,
  doi: 3,
  pages: 3,
  abstract: 2,
  volume: 2,
  year: 1,
  journal: 1,
  issue: 1,
  pmid: 3,
  isbn: 2,
};

/** What speaks for it, of all that is said: a field that is alike counts half. */
function scoreOf({ title }: Signs, { agree, alike, contradict }: Said): number {
  const sum = (list: readonly Field[]) => list.reduce((all, field) => all + weights[field], 0);
  const [yes, half, no] = [sum(agree), sum(alike), sum(contradict)];
  return (yes + half / 2 + title.shared) / (yes + half + no + 3);
}
