import type { MadeRecord } from '../made-record.js';

type Dialect = (record: MadeRecord) => string;

const keyOf = ({ authors: [first], year, number }: MadeRecord): string =>
  `${(first?.family ?? 'anon').normalize('NFKD').replace(/[^a-z]/gi, '')}${year}_${number}`;
const namesOf = ({ authors }: MadeRecord): string =>
  authors.map(({ family, given }) => `${family}, ${given}`).join(' and ');
const whole = ({ abstract }: MadeRecord): string => abstract.join(' ');

/** Accents as commands, as programs that write plain ASCII do. */
const accents: Readonly<Record<string, string>> = {
  á: "{\\'a}",
  í: "{\\'{\\i}}",
  ó: "{\\'o}",
  Ó: "{\\'O}",
  ö: '{\\"o}',
  ü: '{\\"u}',
  ø: '{\\o}',
  ř: '{\\v{r}}',
};
const inAscii = (text: string): string => text.replace(/[áíóÓöüøř]/g, (letter) => accents[letter] ?? letter);

/** `equals`, `open` and `close` as this program writes them; `more` stands after the last field. */
interface Manner {
  readonly indent?: string;
  readonly equals: string;
  readonly open: string;
  readonly close: string;
  readonly more?: string;
}

function entry(key: string, manner: Manner, fields: Readonly<Record<string, string | number>>): string {
  const { indent = '', equals, open, close, more = '' } = manner;
  const lines = Object.entries(fields).map(([name, value]) => `${indent}${name}${equals}${open}${value}${close}`);
  return `@article{${key},\n${lines.join(',\n')}${more}\n}\n\n`;
}

/** Some words of a title protected, accents as commands, a month by its name. */
const zotero: Dialect = (record) =>
  entry(
    keyOf(record),
    { indent: '\t', equals: ' = ', open: '{', close: '}', more: ',\n\tmonth = jun' },
    {
      title: `{${record.title.split(' ', 1)[0]}}${record.title.slice(record.title.indexOf(' '))}`,
      ...{ volume: record.volume, issn: record.issn, url: `https://example.org/${record.pmid}`, doi: record.doi },
      ...{ abstract: whole(record), language: 'en', number: record.issue, urldate: '2026-03-12' },
      ...{ journal: record.journal, author: inAscii(namesOf(record)), year: record.year },
      ...{ keywords: record.keywords.join(', '), pages: record.pages.join('--') },
    },
  );

const scopus: Dialect = (record) =>
  entry(
    keyOf(record),
    { equals: '=', open: '{', close: '}' },
    {
      ...{ author: namesOf(record), title: record.title, journal: record.journal, year: record.year },
      ...{ volume: record.volume, number: record.issue, pages: record.pages.join('-'), doi: record.doi },
      note: `cited By ${record.issue}`,
      url: `https://www.scopus.example.org/record?eid=2-s2.0-${record.pmid}&partnerID=40`,
      ...{ affiliation: record.affiliations.join('; '), abstract: whole(record) },
      ...{ author_keywords: record.keywords.join('; '), issn: record.issn.replace('-', '') },
      ...{ language: 'English', document_type: 'Article', source: 'Scopus' },
    },
  );

/** Values in two pairs of braces, texts over several lines. */
const webOfScience: Dialect = (record) =>
  entry(
    ` WOS:000${record.pmid}`,
    { equals: ' = ', open: '{{', close: '}}' },
    {
      ...{ Author: namesOf(record), Title: record.title, Journal: record.journal.toUpperCase(), Year: record.year },
      ...{ Volume: record.volume, Number: record.issue, Pages: record.pages.join('-') },
      ...{ Abstract: record.abstract.join('\n   '), Type: 'Article', Language: 'English', DOI: record.doi },
      ...{ ISSN: record.issn, Keywords: record.keywords.join('; '), 'Unique-ID': `WOS:000${record.pmid}` },
    },
  );

const inQuotes: Dialect = (record) =>
  entry(
    keyOf(record),
    { indent: '  ', equals: ' = ', open: '"', close: '"' },
    {
      ...{ author: namesOf(record), title: `{${record.title}}`, journal: record.journal, abstract: whole(record) },
      ...{ year: record.year, volume: record.volume, number: record.issue, pages: record.pages.join('--') },
      ...{ doi: record.doi, keywords: record.keywords.join(', ') },
    },
  );

export function bibtexText(record: MadeRecord): string {
  const dialects = [zotero, scopus, webOfScience, inQuotes];
  const dialect = dialects[Math.floor(record.number / 200) % dialects.length] as Dialect;
  return dialect(record);
}
