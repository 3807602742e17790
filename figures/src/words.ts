import type { SourceKind } from '@throughline/core';

/**
 * Every word that figures add themselves; what people wrote comes from the review. A catalogue of another language
 * gives the same object.
 */
export interface FigureWords {
  /** BCP 47. */
  readonly language: string;
  readonly number: (value: number) => string;
  readonly reports: (count: number) => string;
  readonly studies: (count: number) => string;
  /** Two counts that belong together: "10 reports · 8 studies". */
  readonly both: (reports: string, studies: string) => string;
  readonly list: (parts: readonly string[]) => string;
  readonly sourceKinds: Readonly<Record<SourceKind, string>>;
  readonly flow: FlowWords;
  readonly contributions: ContributionWords;
  readonly argument: ArgumentWords;
}

export interface FlowWords {
  readonly title: string;
  readonly describe: (counted: {
    readonly identified: string;
    readonly screened: string;
    readonly assessed: string;
    readonly included: string;
  }) => string;
  readonly empty: Empty;
  readonly phases: Readonly<Record<'identification' | 'screening' | 'included', string>>;
  readonly arms: Readonly<Record<'database' | 'other', string>>;
  readonly steps: Readonly<Record<FlowStep, string>>;
  /** The line that carries a box's number; `count` is a number with its mark, or `notReported`. */
  readonly n: (count: string) => string;
  readonly notReported: string;
  /** Stands over the sources of which it is not known how many records they gave. */
  readonly notReportedFor: string;
  readonly total: string;
  /** The held number of studies with what a source states beside it, and whether the grouping is inferred. */
  readonly studies: (held: string, stated: { number: string; sign: string } | undefined, inferred: boolean) => string;
  /** `what` names the numbers: "Records screened". */
  readonly asStated: (source: string, what: string) => string;
  readonly workedOut: (from: string, what: string) => string;
}

export type FlowStep =
  | 'identified'
  | 'duplicates'
  | 'screened'
  | 'excluded'
  | 'sought'
  | 'notRetrieved'
  | 'assessed'
  | 'excludedAtFullText'
  | 'included';

export interface ContributionWords {
  readonly title: string;
  readonly describe: (counted: {
    readonly constructs: number;
    readonly levels: number;
    readonly reports: number;
    readonly studies: number;
    readonly marks: number;
  }) => string;
  readonly empty: Empty;
  readonly noLevel: string;
  readonly constructs: string;
  readonly reports: string;
  readonly studies: string;
  readonly perReport: string;
  readonly mark: (report: string, construct: string) => string;
  readonly markMeans: string;
  /** One study of several reports, for the list under the table. */
  readonly oneStudy: (name: string, reports: number, inferred: boolean) => string;
}

export interface ArgumentWords {
  readonly title: string;
  readonly describe: (counted: {
    readonly levels: number;
    readonly constructs: number;
    readonly propositions: number;
    readonly ends: readonly string[];
  }) => string;
  readonly empty: Empty;
  readonly noLevel: string;
  readonly noConstructs: string;
  readonly noPropositions: string;
  /** Heads of the two halves. */
  readonly constructs: string;
  readonly propositions: string;
  readonly relations: string;
  /** Head of the arrows between propositions that had no room for words beside them. */
  readonly arrows: string;
  /** The short name of a proposition: "P3". */
  readonly step: (number: number) => string;
  /** The constructs, by number, that a proposition rests on beside whole levels. */
  readonly rests: (constructs: readonly string[]) => string;
  /** Of a proposition that rests on no level and no construct: the steps before it, if any. */
  readonly follows: (steps: readonly string[]) => string;
  readonly feeds: (from: string, to: string) => string;
  readonly inferredMeans: string;
  readonly link: (from: string, sort: string, to: string) => string;
  /** One relation in the list; both ends carry their number. */
  readonly relation: (relation: RelationWords) => string;
  /** The same with the constructs' names, for whoever does not see the numbers in the boxes. */
  readonly relationInFull: (relation: RelationWords) => string;
}

export interface RelationWords {
  readonly from: string;
  readonly sort: string;
  readonly to: string;
  readonly note: string | undefined;
  readonly inferred: boolean;
}

/** What an empty figure says: what will stand here, and what to do for it. */
export interface Empty {
  readonly says: string;
  readonly next: string;
}

const plural = (one: string, many: string) => (count: number) => `${number(count)} ${count === 1 ? one : many}`;

/** 2,545 */
const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

const reports = plural('report', 'reports');
const studies = plural('study', 'studies');

const remark = ({ note, inferred }: Pick<RelationWords, 'note' | 'inferred'>): string =>
  `${note === undefined ? '' : `: ${note}`}${inferred ? ' (inferred)' : ''}`;

/** The words of figures in English. */
export const englishFigureWords: FigureWords = {
  language: 'en',
  number,
  reports,
  studies,
  both: (first, second) => `${first} · ${second}`,
  list: (parts) => parts.join(', '),
  sourceKinds: {
    database: 'databases',
    register: 'registers',
    alert: 'alerts',
    'reference-list': 'reference lists',
    'citation-search': 'citation searches',
    website: 'websites',
    organisation: 'organisations',
    contact: 'contacts',
    hand: 'hand searching',
    bibliography: 'bibliographies',
  },
  flow: {
    title: 'Flow of records through the review',
    describe: ({ identified, screened, assessed, included }) =>
      `From databases and registers: identified ${identified}, screened ${screened}, ` +
      `assessed for eligibility ${assessed}. Included in the review: ${included}.`,
    empty: {
      says: 'The flow of records will stand here.',
      next: 'Add a source and import what it returned; screening then fills in the rest.',
    },
    phases: { identification: 'Identification', screening: 'Screening', included: 'Included' },
    arms: { database: 'Databases and registers', other: 'Other methods' },
    steps: {
      identified: 'Records identified',
      duplicates: 'Duplicates removed before screening',
      screened: 'Records screened',
      excluded: 'Records excluded',
      sought: 'Reports sought for retrieval',
      notRetrieved: 'Reports not retrieved',
      assessed: 'Reports assessed for eligibility',
      excludedAtFullText: 'Reports excluded',
      included: 'Reports included',
    },
    n: (count) => `n = ${count}`,
    notReported: 'n not reported',
    notReportedFor: 'n not reported for',
    total: 'Included in the review',
    studies: (held, stated, inferred) => {
      const notes = [
        inferred ? 'inferred grouping' : '',
        stated === undefined ? '' : `${stated.number} stated${stated.sign}`,
      ].filter(Boolean);
      return notes.length === 0 ? held : `${held} (${notes.join('; ')})`;
    },
    asStated: (source, what) => `as stated by the source: ${source} (${what})`,
    workedOut: (from, what) => `worked out: ${from} (${what})`,
  },
  contributions: {
    title: 'Contribution of each report to the third-order constructs',
    describe: (counted) =>
      `A table of ${plural('third-order construct', 'third-order constructs')(counted.constructs)} on ` +
      `${plural('level', 'levels')(counted.levels)} by ${reports(counted.reports)} of ${studies(counted.studies)}, ` +
      `with ${plural('mark', 'marks')(counted.marks)}.`,
    empty: {
      says: 'The contribution table will stand here.',
      next: 'It fills itself from claims that cite reports, and from the translation table.',
    },
    noLevel: 'On no level',
    constructs: 'Third-order construct',
    reports: 'Reports',
    studies: 'Studies',
    perReport: 'Constructs per report',
    mark: (report, construct) => `${report} contributes to ${construct}`,
    markMeans: 'the report contributes to the construct',
    oneStudy: (name, count, inferred) =>
      `one study: ${name} (${reports(count)}${inferred ? '; inferred grouping' : ''})`,
  },
  argument: {
    title: 'Line of argument',
    describe: ({ levels, constructs, propositions, ends }) => {
      const counted =
        `${plural('third-order construct', 'third-order constructs')(constructs)} on ` +
        `${plural('level', 'levels')(levels)} carry ${plural('proposition', 'propositions')(propositions)}.`;
      return ends.length === 0 ? counted : `${counted} The argument ends with: ${ends.join('; ')}.`;
    },
    empty: {
      says: 'The line of argument will stand here.',
      next: 'Name third-order constructs, put them on levels, and write the propositions that they make together.',
    },
    noLevel: 'On no level',
    noConstructs: 'No construct yet.',
    noPropositions: 'No proposition has been written yet.',
    constructs: 'Third-order constructs by level',
    propositions: 'Line of argument',
    relations: 'Relations between constructs',
    arrows: 'Arrows between propositions',
    step: (at) => `P${at}`,
    rests: (constructs) => `rests on ${constructs.length === 1 ? 'construct' : 'constructs'} ${constructs.join(', ')}`,
    follows: (steps) => (steps.length === 0 ? 'rests on nothing yet' : `drawn from ${steps.join(', ')}`),
    feeds: (from, to) => `${to} rests on ${from}`,
    inferredMeans: 'inferred by the team',
    link: (from, sort, to) => `${from} ${sort} ${to}`,
    relation: ({ from, sort, to, ...rest }) => `${from} → ${to} ${sort}${remark(rest)}`,
    relationInFull: ({ from, sort, to, ...rest }) => `${from} ${sort} ${to}${remark(rest)}`,
  },
};
