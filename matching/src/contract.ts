/** What is compared of a record. Plain strings and numbers: this folder knows nothing of reviews. */
export interface Comparable {
  readonly id: string;
  readonly title?: string;
  /** One string an author, as the source wrote it. */
  readonly authors: readonly string[];
  /** The source itself cut the author list ("et al."). */
  readonly etAl?: boolean;
  readonly year?: number;
  readonly journal?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly isbn?: string;
  readonly abstract?: string;
  /** article, book, chapter, conference, report, thesis, web or other. */
  readonly type?: string;
  /** The number that its database gave the record, and the database where the record names it. */
  readonly accession?: string;
  readonly database?: string;
  /** Cut short by its source, or from an alert or a reference list: it is linked, and never grouped without a person. */
  readonly sparse?: boolean;
}

export const fields = [
  'title',
  'authors',
  'year',
  'journal',
  'volume',
  'issue',
  'pages',
  'doi',
  'pmid',
  'isbn',
  'abstract',
] as const;
export type Field = (typeof fields)[number];

/** What kind of pair it is, where it is one that is known to deceive. */
export const specials = [
  /** One corrects, retracts or withdraws the other. */
  'correction',
  /** One answers or comments on the other, or both answer something. */
  'reply',
  /** Two parts, numbers or volumes of a series. */
  'parts',
  /** A heading that stands over many works: "Editorial", "Introduction". */
  'heading',
  /** A conference abstract or paper, and the article. */
  'conference',
  /** A preprint, and the article. */
  'preprint',
  /** A book and a chapter of it. */
  'chapter',
  /** Two editions of a book. */
  'edition',
  /** The same title in another year: an update, or a series. */
  'another-year',
  /** One title in two languages. */
  'translation',
  /** One DOI that stands on two works. */
  'shared-doi',
  /** An entry of a trial register, or a protocol, and the article. */
  'registration',
  /** Cut short by its source. */
  'sparse',
] as const;
export type Special = (typeof specials)[number];

/** same: the same report beyond doubt. ask: a person has to look. different: nothing to ask. */
export type Likeness = 'same' | 'ask' | 'different';

export interface Compared {
  readonly likeness: Likeness;
  /** From 0 to 1: how much speaks for one report. Orders the questions; it is no probability. */
  readonly score: number;
  /** Fields that say the same; fields that are written alike; fields that contradict. One that either lacks is in none. */
  readonly agree: readonly Field[];
  readonly alike: readonly Field[];
  readonly contradict: readonly Field[];
  readonly special?: Special;
}

/** Two records that are the same report, or may be. `a` comes before `b` in the order of ids. */
export interface Pair extends Compared {
  readonly a: string;
  readonly b: string;
  readonly likeness: 'same' | 'ask';
}

/** What people have said already: groups that stand, and records that were found to be different reports. */
export interface Told {
  readonly groups: readonly { readonly id: string; readonly records: readonly string[] }[];
  /** Each two of a list are different; so are then the groups that they stand in. */
  readonly distinct: readonly (readonly string[])[];
}

/** Records that may be grouped without asking. */
export interface SureGroup {
  /** In the order of ids. */
  readonly records: readonly string[];
  /** Groups that stand and that it would take up, by id; empty for a new one. */
  readonly takes: readonly string[];
  /** The pairs that hold it together. */
  readonly pairs: readonly Pair[];
}

/** A pair to be looked at; the answer holds for all records of both works. */
export interface Question extends Pair {
  readonly works: readonly [readonly string[], readonly string[]];
}

export interface Settled {
  readonly sure: readonly SureGroup[];
  /** At most one for two works, the surest first. */
  readonly questions: readonly Question[];
}
