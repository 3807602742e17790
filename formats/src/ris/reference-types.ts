import type { ReferenceType } from '@throughline/core';

/** RIS type codes (the specification's, and words that vendors write instead) and what they are here. */
const types: Readonly<Record<ReferenceType, readonly string[]>> = {
  article: ['JOUR', 'JFULL', 'EJOUR', 'MGZN', 'NEWS', 'ABST', 'INPR', 'JOURNAL ARTICLE', 'ARTICLE', 'REVIEW'],
  book: ['BOOK', 'EBOOK', 'EDBOOK', 'CLSWK'],
  chapter: ['CHAP', 'ECHAP', 'BOOK CHAPTER', 'BOOK SECTION'],
  conference: ['CONF', 'CPAPER', 'CONFERENCE PAPER', 'CONFERENCE PROCEEDINGS'],
  report: ['RPRT', 'GOVDOC', 'UNPB', 'REPORT'],
  thesis: ['THES', 'THESIS', 'DISSERTATION'],
  web: ['ELEC', 'WEB', 'BLOG', 'ICOMM', 'WEB PAGE'],
  other: ['GEN'],
};

const byCode = new Map(
  Object.entries(types).flatMap(([type, codes]) => codes.map((code) => [code, type as ReferenceType] as const)),
);

/** The type a code stands for; `other` for codes nobody named here (patents, maps, music). */
export function typeOfCode(code: string): ReferenceType {
  // As it stands first: capitals, as nearly everybody writes it.
  return byCode.get(code) ?? byCode.get(code.trim().toUpperCase()) ?? byCode.get(firstWordOf(code)) ?? 'other';
}

/** "JOUR // journal article", or a line without a tag under the type line. */
function firstWordOf(code: string): string {
  return /^\s*([a-z]+)/i.exec(code)?.[1]?.toUpperCase() ?? '';
}

export function isTypeCode(code: string): boolean {
  return byCode.has(code.trim().toUpperCase());
}

/** The code to write for a type: the first one listed. */
export function codeOfType(type: ReferenceType): string {
  return types[type][0] ?? 'GEN';
}
