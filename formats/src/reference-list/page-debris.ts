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
/** What lists of references are called, in the languages that reviews meet most. */
const headings = [
  ...['references', 'references cited', 'reference list', 'list of references', 'cited references', 'literature'],
  ...['literature cited', 'bibliography', 'works cited', 'selected bibliography', 'sources', 'further reading'],
  ...['literatur', 'literaturverzeichnis', 'quellen', 'quellenverzeichnis', 'literaturangaben', 'referenzen'],
  ...['références', 'références bibliographiques', 'bibliographie', 'ouvrages cités'],
  ...['referencias', 'referencias bibliográficas', 'bibliografía', 'obras citadas', 'referências', 'bibliografia'],
  ...['referências bibliográficas', 'riferimenti', 'riferimenti bibliografici', 'referenser', 'litteratur', 'kilder'],
  ...[
    'litteraturliste',
    'litteraturförteckning',
    'källor',
    'referanser',
    'referencer',
    'literatuur',
    'literatuurlijst',
  ],
  ...['referenties', 'lähteet', 'kirjallisuus', 'literatura', 'piśmiennictwo', 'литература', '参考文献'],
] as const;
const heading = new RegExp(`^(?:#{1,6} )?(?:\\d+\\.? )?(?:${headings.join('|')})[.:]?$`, 'iu');

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
