import type { CutField, Reference, ReferenceType, Tag } from '@throughline/core';
import type { Vendor } from '../vendors.js';
import { identifiersOf } from './identifiers.js';

/** One article of an alert, as the letter shows it. */
export interface Article {
  /** Its part of the letter's mark-up or text. */
  readonly from: number;
  readonly to: number;
  /** Absent where the letter shows none: such a record is refused. */
  readonly title?: string;
  readonly address: string;
  readonly authors: readonly string[];
  readonly etAl: boolean;
  readonly cut: readonly CutField[];
  readonly type: ReferenceType;
  /** Fields beyond these, as far as the letter labels them. */
  readonly fields: Partial<
    Pick<Reference, 'journal' | 'year' | 'volume' | 'issue' | 'pages' | 'doi' | 'pmid' | 'abstract'>
  >;
  readonly tags: readonly Tag[];
  readonly vendor?: Vendor;
}

/** `about`: what the letter says of itself, kept as tags before the article's own. */
export function referenceOf(article: Article, about: readonly Tag[]): Reference {
  const { title, address, authors, etAl, cut, fields } = article;
  return {
    type: article.type,
    ...(title !== undefined && { title }),
    authors,
    ...(etAl && { etAl }),
    keywords: [],
    ...identifiersOf(address),
    ...fields,
    ...(address !== '' && { url: address }),
    ...(cut.length > 0 && { cut }),
    format: 'alert',
    tags: [...about, ...article.tags],
  };
}

/** What the letter's own words tell of the kind of work; "article" where it stands in something that has a name. */
export function typeOf(marks: string, journal: string | undefined): ReferenceType {
  if (/\[(?:BOOK|BUCH|LIVRE|LIBRO|LIVRO|B)\]/i.test(marks)) return 'book';
  if (journal === undefined) return 'other';
  if (/\b(?:proceedings|conference|symposium|workshop|congress|conf\.|proc\.)/i.test(journal)) return 'conference';
  return /preprint|^(?:arxiv|biorxiv|medrxiv|ssrn|psyarxiv)\b/i.test(journal) ? 'other' : 'article';
}
