/** What publishers' pages print around and under the references. */

/** The words of the links under a reference. */
const linkWords = [
  'Article',
  'PubMed Central',
  'PubMed',
  'Google Scholar',
  'CAS',
  'Book',
  'Chapter',
  'MATH',
  'MathSciNet',
  'ADS',
  'Crossref',
  'Web of Science',
  'Full Text',
  'PDF',
] as const;

const linkWord = `(?:${linkWords.join('|')})`;
const linkLine = new RegExp(`^${linkWord}(?: ${linkWord})*$`, 'i');
const linkTail = new RegExp(`(?<=[.\\d/])(?: ${linkWord})* Google Scholar$`);
const heading =
  /^(?:\d+\.? )?(?:references(?: cited)?|reference list|bibliography|literature(?: cited)?|works cited):?$/i;

export function isLinkLine(text: string): boolean {
  return linkLine.test(text);
}

/** A reference copied from a page together with its links. */
export function withoutLinkWords(text: string): string {
  return text.replace(linkTail, '');
}

export function isListHeading(text: string): boolean {
  return heading.test(text);
}

export function isListEnd(text: string): boolean {
  return /^download references$/i.test(text);
}
