import type { Evidence } from './evidence.js';

/** One thing that speaks for or against one report, and how much: `weight` for each 1 of `of`. */
export interface Sign {
  readonly says: string;
  readonly weight: number;
  readonly of: (evidence: Evidence) => number;
}

/** Half of a long title is missing soon: the root makes the first words that differ weigh most. */
const root = (part: number, whole: number): number => (whole === 0 ? 0 : Math.sqrt(Math.min(1, part / whole)));
const when = (is: boolean): number => (is ? 1 : 0);

/** People of the cut record who are known to the full one, by the list or by the title. */
const known = ({ authors }: Evidence): number => authors.shared + authors.inTitle;
const bothList = ({ authors }: Evidence): boolean => authors.full > 0 && authors.cut > 0;

/**
 * The signs add up; from 0 on a person is asked. The weights of the first list were fitted by logistic regression on
 * hand-labelled pairs of full and cut references (the development half of a public set of computer science papers) and
 * on alerts made by cutting records of a medical set, and rounded: one sign cannot be changed alone without measuring.
 */
const measured: readonly Sign[] = [
  { says: 'where it all starts', weight: -1.7, of: () => 1 },
  { says: 'the titles are equal', weight: 1.8, of: (e) => when(e.equal) },
  {
    says: 'the cut title stops early, and does not say so',
    weight: -0.9,
    of: (e) => (e.stops ? 0 : root(e.title.cutOff, e.full)),
  },
  { says: 'the cut title leaves words out', weight: -5.1, of: (e) => root(e.title.leftOut, e.full) },
  { says: 'it has others in front', weight: -4, of: (e) => root(e.title.inFront, e.cut) },
  { says: 'it has others within', weight: -4, of: (e) => root(e.title.putIn, e.cut) },
  { says: 'it has others behind', weight: -2.2, of: (e) => root(e.title.behind, e.cut) },
  {
    says: 'the titles share much, in doublings of 20 letters',
    weight: 1.2,
    of: (e) => Math.log2(Math.max(5, Math.min(80, e.title.shared)) / 20),
  },
  { says: 'one names no author', weight: 1.6, of: (e) => when(!bothList(e) && known(e) === 0) },
  {
    says: 'both name authors, and nobody is the same',
    weight: -1.3,
    of: (e) => when(bothList(e) && known(e) === 0 && e.authors.turned === 0),
  },
  {
    says: 'the share of the authors named by the cut record that the full one names; half for a turned name',
    weight: 3.2,
    of: (e) => (bothList(e) ? (e.authors.shared + e.authors.turned / 2) / e.authors.cut : 0),
  },
  {
    says: 'the share of all authors that the cut record names',
    weight: 1.2,
    of: (e) => (bothList(e) ? Math.min(1, e.authors.shared / e.authors.full) : 0),
  },
  { says: 'one has no year', weight: -0.6, of: (e) => when(e.years === undefined) },
  { says: 'one year apart', weight: -1.1, of: (e) => when(e.years === 1) },
  { says: 'more than one year apart', weight: -1.8, of: (e) => when(e.years !== undefined && e.years > 1) },
  {
    says: 'more than one year apart, and nobody is known',
    weight: -1.9,
    of: (e) => when(e.years !== undefined && e.years > 1 && known(e) === 0),
  },
  {
    says: 'the share of the journal that is the same; half where one has none',
    weight: 1.1,
    of: (e) => e.venue ?? 0.5,
  },
  { says: 'one in a journal, the other in proceedings or a report', weight: -0.7, of: (e) => when(e.kinds) },
];

/**
 * Signs that the measured data lacks or has too few of; their weights are reasoned. Volume and first page are rarely
 * the same by chance; one DOI may stand on a whole supplement, so that it does not decide alone.
 */
const reasoned: readonly Sign[] = [
  { says: 'each title has a number of its own', weight: -2, of: (e) => when(e.numbers) },
  { says: 'one corrects or answers, the other does not', weight: -2, of: (e) => when(e.marks) },
  { says: 'the same volume and first page', weight: 2.5, of: (e) => when(e.volume === true && isSamePage(e)) },
  { says: 'other pages', weight: -1, of: (e) => when(e.pages === 'other') },
  { says: 'the same DOI or PubMed number', weight: 4, of: (e) => when(e.identifier === true) },
  { says: 'another DOI or PubMed number', weight: -2, of: (e) => when(e.identifier === false) },
];

export const isSamePage = ({ pages }: Evidence): boolean => pages === 'range' || pages === 'first';

const signs: readonly Sign[] = [...measured, ...reasoned];

/** All signs together: from 0 on it is worth a question. */
export const sumOf = (evidence: Evidence): number =>
  signs.reduce((sum, { weight, of }) => sum + weight * of(evidence), 0);
