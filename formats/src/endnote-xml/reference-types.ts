import type { ReferenceType } from '@throughline/core';

/** Names of EndNote's reference types, in lower case, and what they are here; any other is `other`. */
const names: Readonly<Record<ReferenceType, readonly string[]>> = {
  article: ['journal article', 'electronic article', 'magazine article', 'newspaper article', 'preprint', 'article'],
  book: [
    'book',
    'edited book',
    'electronic book',
    'classical work',
    'ancient text',
    'dictionary',
    'encyclopedia',
    'serial',
  ],
  chapter: ['book section', 'electronic book section', 'book chapter'],
  conference: ['conference paper', 'conference proceedings', 'conference proceeding'],
  report: ['report', 'government document', 'unpublished work'],
  thesis: ['thesis', 'dissertation'],
  web: [
    'web page',
    'blog',
    'electronic source',
    'online multimedia',
    'online database',
    'discussion forum',
    'social media',
  ],
  other: ['generic'],
};

const byName = new Map(
  Object.entries(names).flatMap(([type, all]) => all.map((name) => [name, type as ReferenceType] as const)),
);

/** The numbers of EndNote 8 and later; the name beside them is surer, because other programs write numbers of their own. */
const byNumber: Readonly<Record<string, ReferenceType>> = {
  '17': 'article',
  '19': 'article',
  '23': 'article',
  '43': 'article',
  '6': 'book',
  '28': 'book',
  '44': 'book',
  '49': 'book',
  '5': 'chapter',
  '60': 'chapter',
  '10': 'conference',
  '47': 'conference',
  '27': 'report',
  '34': 'report',
  '46': 'report',
  '32': 'thesis',
  '12': 'web',
  '16': 'web',
  '56': 'web',
};

/** The numbers of EndNote 7 and earlier, whose files have element names in capitals. */
const byOldNumber: Readonly<Record<string, ReferenceType>> = {
  '0': 'article',
  '1': 'book',
  '2': 'thesis',
  '3': 'conference',
  '5': 'article',
  '7': 'chapter',
  '8': 'article',
  '9': 'book',
  '10': 'report',
  '16': 'web',
};

/** From its name; where there is none, from its number. */
export function typeOf(name: string, number: string, old: boolean): ReferenceType {
  const known = byName.get(name.trim().toLowerCase());
  if (known !== undefined) return known;
  if (name.trim() !== '') return byName.get(number.trim().toLowerCase()) ?? 'other';
  return (old ? byOldNumber : byNumber)[number.trim()] ?? byName.get(number.trim().toLowerCase()) ?? 'other';
}

/** The name and the number to write for a type. */
export const written: Readonly<Record<ReferenceType, readonly [name: string, number: string]>> = {
  article: ['Journal Article', '17'],
  book: ['Book', '6'],
  chapter: ['Book Section', '5'],
  conference: ['Conference Paper', '47'],
  report: ['Report', '27'],
  thesis: ['Thesis', '32'],
  web: ['Web Page', '12'],
  other: ['Generic', '13'],
};
