/**
 * What one bibliographic reference says, in the fields that every format shares.
 * A format's reader makes it; its own tags stay beside it (`tags`), so that nothing is lost on the way in or out.
 */
export interface Reference {
  readonly type: ReferenceType;
  /** Absent where the source gave none. Never invented from other fields. */
  readonly title?: string;
  /** One string an author, as the source wrote it ("Skivington K", "Skivington, Kathryn", or an organisation). */
  readonly authors: readonly string[];
  /** The source itself cut the author list ("et al."). */
  readonly etAl?: boolean;
  /** Four digits. Absent where the source gave none that can be read. */
  readonly year?: number;
  /** Journal, book or series that holds the work. */
  readonly journal?: string;
  readonly volume?: string;
  readonly issue?: string;
  /** As printed: "40–52", "e487–94", or an article number. */
  readonly pages?: string;
  readonly publisher?: string;
  readonly place?: string;
  /** Bare and lower case, without a resolver: "10.1136/bmjopen-2016-015203". */
  readonly doi?: string;
  readonly url?: string;
  readonly abstract?: string;
  readonly keywords: readonly string[];
  /** As the source writes it: "eng", "English". */
  readonly language?: string;
  /** Of the book or the volume that holds the work, one string an editor. */
  readonly editors?: readonly string[];
  /** As printed, with its hyphen: "0140-6736". The first, where the source gives several. */
  readonly issn?: string;
  readonly isbn?: string;
  /** PubMed's number for the work, digits only. */
  readonly pmid?: string;
  /** With its letters: "PMC1234567". */
  readonly pmcid?: string;
  /** The number that the database gave the record: "WOS:000…", "CN-00123456", "2-s2.0-…". */
  readonly accession?: string;
  /** The database as the record itself names it. */
  readonly database?: string;
  /** Fields that the source itself cut short ("…"): never to be taken for the whole. */
  readonly cut?: readonly CutField[];
  /** The format whose tags these are, by the name of the formats folder; absent where there are none. */
  readonly format?: string;
  /** Every tag and value in the order of the source; empty for sources without tags. */
  readonly tags: readonly Tag[];
}

export const cutFields = ['title', 'authors', 'journal', 'abstract'] as const;
export type CutField = (typeof cutFields)[number];

export const referenceTypes = ['article', 'book', 'chapter', 'conference', 'report', 'thesis', 'web', 'other'] as const;
export type ReferenceType = (typeof referenceTypes)[number];

export interface Tag {
  readonly tag: string;
  readonly value: string;
}

/** "Skivington 2018": the family name of the first author and the year, as a reader would say it. */
export function shortLabel(reference: Reference): string {
  const first = reference.authors[0];
  const family = first === undefined ? undefined : familyName(first);
  const name = family ?? reference.title?.split(/\s+/).slice(0, 3).join(' ') ?? 'Untitled';
  return reference.year === undefined ? name : `${name} ${reference.year}`;
}

/** The family name of one author string; an organisation is its own family name. */
export function familyName(author: string): string {
  const comma = author.indexOf(',');
  if (comma > 0) return author.slice(0, comma).trim();
  return author.replace(/\s+(?:\p{Lu}\.?[\s-]?){1,4}$/u, '').trim() || author.trim();
}
