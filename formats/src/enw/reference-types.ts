import type { ReferenceType } from '@throughline/core';

/** EndNote's names of reference types, as %0 has them. */
const types: Readonly<Record<string, ReferenceType>> = {
  'journal article': 'article',
  journal: 'article',
  article: 'article',
  'electronic article': 'article',
  'magazine article': 'article',
  'newspaper article': 'article',
  book: 'book',
  'edited book': 'book',
  'electronic book': 'book',
  'classical work': 'book',
  monograph: 'book',
  'book section': 'chapter',
  'book chapter': 'chapter',
  'electronic book section': 'chapter',
  encyclopedia: 'chapter',
  dictionary: 'chapter',
  'conference paper': 'conference',
  'conference proceedings': 'conference',
  'conference proceeding': 'conference',
  conference: 'conference',
  report: 'report',
  'government document': 'report',
  'technical report': 'report',
  thesis: 'thesis',
  dissertation: 'thesis',
  'web page': 'web',
  'electronic source': 'web',
  'online database': 'web',
  'online multimedia': 'web',
  blog: 'web',
};

/** What the last %0 says; where there is none, the tags say, as they did before %0 existed. */
export function typeOf(names: readonly string[], tells: (tag: string) => boolean): ReferenceType {
  const said = names.at(-1);
  if (said !== undefined) return types[said.toLowerCase()] ?? 'other';
  if (tells('%J')) return 'article';
  if (tells('%B')) return tells('%I') || tells('%E') ? 'chapter' : 'article';
  return tells('%I') ? 'book' : 'other';
}
