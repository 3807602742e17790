import type { Comparable, Compared, Field } from '../contract.js';
import { type Evidence, evidenceOf } from './evidence.js';
import { sharedRuns } from './letters.js';
import { type Reading, readingOf } from './reading.js';
import { isSamePage, sumOf } from './signs.js';

/**
 * How a record cut short by its source (an alert, a reference list) stands to a full one, or to another cut one. It is
 * never `same`: too little is left of it for that, so a person links it. The same whichever comes first.
 */
export function compareSparse(a: Comparable, b: Comparable): Compared {
  const [one, other] = a.id <= b.id ? [a, b] : [b, a];
  const [left, right] = [readingOf(one), readingOf(other)];
  if (areFar(left, right)) return far;
  if (one.sparse !== true && other.sparse === true) return judged(evidenceOf(left, right));
  if (one.sparse === true && other.sparse !== true) return judged(evidenceOf(right, left));
  const [first, second] = [evidenceOf(left, right), evidenceOf(right, left)];
  // Either may be the shorter one: the way that says more for them counts.
  return judged(strengthOf(first) >= strengthOf(second) ? first : second);
}

const far: Compared = {
  likeness: 'different',
  score: 0,
  agree: [],
  alike: [],
  contradict: ['title'],
  special: 'sparse',
};

/** Titles that share less than this of the runs of the shorter one were never found to be one; most pairs end here. */
const leastShared = 0.35;

function areFar(a: Reading, b: Reading): boolean {
  const [short, long] = a.runs.size <= b.runs.size ? [a.runs, b.runs] : [b.runs, a.runs];
  const sameNumber = (one: string | undefined, other: string | undefined) => one !== undefined && one === other;
  if (short.size === 0 || sameNumber(a.doi, b.doi) || sameNumber(a.pmid, b.pmid)) return false;
  return sharedRuns(short, long) < short.size * leastShared;
}

function judged(evidence: Evidence): Compared {
  const strength = strengthOf(evidence);
  return {
    likeness: strength >= 0 ? 'ask' : 'different',
    score: 1 / (1 + Math.exp(-strength)),
    ...told(evidence),
    special: 'sparse',
  };
}

/** Where no rule holds that goes before the signs, their sum. */
function strengthOf(evidence: Evidence): number {
  const sum = sumOf(evidence);
  const { identifier, authors } = evidence;
  // A title may be a translation where the DOI and somebody who wrote it are the same.
  if (identifier === true) return authors.shared > 0 ? Math.max(sum, 0) : sum;
  if (evidence.full === 0 || evidence.cut === 0) return isPlaced(evidence) ? Math.max(sum, 0) : no;
  return evidence.heading && !isSameIssue(evidence) ? Math.min(sum, no) : sum;
}

const no = -4;

/** References without a title, as chemists and physicists write them: an author, the year, volume and page. */
const isPlaced = (evidence: Evidence): boolean =>
  evidence.volume === true && isSamePage(evidence) && evidence.years === 0 && evidence.authors.shared > 0;

/** "Editorial" says which work it is by its year and journal only. */
const isSameIssue = ({ years, venue = 0, authors }: Evidence): boolean =>
  years === 0 && venue >= 0.6 && (authors.shared > 0 || authors.full === 0 || authors.cut === 0);

type Said = Pick<Compared, 'agree' | 'alike' | 'contradict'>;

function told(evidence: Evidence): Said {
  const said = { agree: [] as Field[], alike: [] as Field[], contradict: [] as Field[] };
  for (const [field, how] of Object.entries(fieldsOf(evidence)) as [Field, keyof Said | undefined][]) {
    if (how !== undefined) said[how].push(field);
  }
  return said;
}

function fieldsOf(evidence: Evidence): Readonly<Partial<Record<Field, keyof Said | undefined>>> {
  return {
    title: titleSaid(evidence),
    authors: authorsSaid(evidence),
    year: flag(evidence.years === undefined ? undefined : evidence.years === 0),
    journal: journalSaid(evidence),
    volume: flag(evidence.volume),
    pages: pagesSaid(evidence),
    doi: flag(evidence.doi),
    pmid: flag(evidence.pmid),
  };
}

const flag = (is: boolean | undefined): keyof Said | undefined =>
  is === undefined ? undefined : is ? 'agree' : 'contradict';

function pagesSaid(evidence: Evidence): keyof Said | undefined {
  if (isSamePage(evidence)) return 'agree';
  return evidence.pages === 'other' ? 'contradict' : evidence.pages === 'alike' ? 'alike' : undefined;
}

/** Alike: at least half of the shorter title stands in the other. */
function titleSaid({ title, full, cut, equal }: Evidence): keyof Said | undefined {
  if (full === 0 || cut === 0) return undefined;
  if (equal) return 'agree';
  return title.shared >= Math.min(full, cut) / 2 ? 'alike' : 'contradict';
}

function authorsSaid({ authors: { full, cut, shared, turned } }: Evidence): keyof Said | undefined {
  if (full === 0 || cut === 0) return undefined;
  if (shared === cut) return 'agree';
  return shared + turned > 0 ? 'alike' : 'contradict';
}

/** A journal is abbreviated in too many ways for a difference to contradict; another kind of place does. */
function journalSaid({ venue, kinds }: Evidence): keyof Said | undefined {
  if (kinds) return 'contradict';
  if (venue === undefined || venue < 0.5) return undefined;
  return venue === 1 ? 'agree' : 'alike';
}
