import type { ReferenceType } from '@throughline/core';

/** Types of CSL (1.0.2), the one to write first, then Crossref's names for the same. */
const types: Readonly<Record<ReferenceType, readonly string[]>> = {
  article: [
    'article-journal',
    'article-magazine',
    'article-newspaper',
    'article',
    'review',
    'review-book',
    'preprint',
    'journal-article',
    'posted-content',
  ],
  book: ['book', 'classic', 'collection', 'monograph', 'edited-book', 'reference-book', 'book-set', 'book-series'],
  chapter: [
    'chapter',
    'entry',
    'entry-dictionary',
    'entry-encyclopedia',
    'book-chapter',
    'book-section',
    'book-part',
    'reference-entry',
  ],
  conference: ['paper-conference', 'speech', 'proceedings-article', 'proceedings'],
  report: ['report', 'report-component', 'report-series'],
  thesis: ['thesis', 'dissertation'],
  web: ['webpage', 'post', 'post-weblog'],
  other: ['document'],
};

const byName = new Map(
  Object.entries(types).flatMap(([type, names]) => names.map((name) => [name, type as ReferenceType] as const)),
);

export function typeOf(name: string | undefined): ReferenceType {
  return byName.get(name ?? '') ?? 'other';
}

export function nameOfType(type: ReferenceType): string {
  return types[type][0] ?? 'document';
}

/** Every name, for recognising a file by its beginning. */
export const typeNames: readonly string[] = [...byName.keys()];
