import type { ReferenceType } from '@throughline/core';

/** RefWorks' names of reference types, by their first words; the rest says more of the same ("Book, Section"). */
const types: readonly (readonly [RegExp, ReferenceType])[] = [
  [/^(?:journal|abstract|newspaper|magazine|article)/i, 'article'],
  [/^book,? (?:section|chapter)/i, 'chapter'],
  [/^(?:book|monograph)/i, 'book'],
  [/^conference/i, 'conference'],
  [/^(?:report|laws|government)/i, 'report'],
  [/^(?:dissertation|thesis)/i, 'thesis'],
  [/^(?:web|online|blog)/i, 'web'],
];

/** What RT says; without it, what the tags say. */
export function typeOf(name: string | undefined, inJournal: boolean): ReferenceType {
  if (name === undefined) return inJournal ? 'article' : 'other';
  return types.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}
