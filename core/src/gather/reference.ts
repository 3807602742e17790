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
  readonly language?: string;
  /** Every tag and value in the order of the source; empty for sources without tags. */
  readonly tags: readonly Tag[];
}

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
