import type { ReferenceType } from '@throughline/core';

/** Entry types of BibTeX, BibLaTeX and of the programs that add their own, and what they are here. */
const types: Readonly<Record<ReferenceType, readonly string[]>> = {
  article: [
    'article',
    'suppperiodical',
    'review',
    'newspaperarticle',
    'magazinearticle',
    'newspaper',
    'journalarticle',
  ],
  book: ['book', 'mvbook', 'booklet', 'collection', 'mvcollection', 'reference', 'mvreference', 'ebook', 'periodical'],
  chapter: ['incollection', 'inbook', 'bookinbook', 'suppbook', 'suppcollection', 'inreference', 'bookchapter'],
  conference: ['inproceedings', 'conference', 'proceedings', 'mvproceedings', 'conferencepaper', 'presentation'],
  report: ['techreport', 'report', 'manual', 'standard', 'unpublished'],
  thesis: ['phdthesis', 'thesis', 'mastersthesis', 'mathesis', 'bachelorthesis', 'bathesis', 'masterthesis'],
  web: ['online', 'electronic', 'www', 'webpage', 'website', 'web_page', 'web'],
  other: ['misc', 'patent', 'dataset', 'data', 'software', 'softwareversion', 'movie', 'video', 'audio', 'generic'],
};

const byName = new Map(
  Object.entries(types).flatMap(([type, names]) => names.map((name) => [name, type as ReferenceType] as const)),
);

/** `@string`, `@preamble`, `@comment`: these hold no reference. */
export const withoutReference: ReadonlySet<string> = new Set(['string', 'preamble', 'comment']);

/** Volumes that hold the works of others: what they call `booktitle` is their own title. */
export function holdsWorks(name: string): boolean {
  return /^(?:mv)?(?:book|collection|proceedings|reference|ebook|periodical)$/i.test(name);
}

/** `other` for names nobody listed. */
export function typeOfEntry(name: string): ReferenceType {
  return byName.get(name.toLowerCase()) ?? 'other';
}

/** True for the names that files really use, `string`, `preamble` and `comment` among them. */
export function isEntryType(name: string): boolean {
  const lower = name.toLowerCase();
  return byName.has(lower) || withoutReference.has(lower) || lower === 'set' || lower === 'xdata';
}

/** The name to write for a type: the first one listed. */
export function entryOfType(type: ReferenceType): string {
  return types[type][0] ?? 'misc';
}
