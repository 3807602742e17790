import type { MadeRecord } from '../made-record.js';

type Dialect = (record: MadeRecord) => readonly string[];
const authorsAs = (tag: string, { authors }: MadeRecord): string[] =>
  authors.map(({ family, given }) => `${tag}  - ${family}, ${given}`);
const keywordsOf = ({ keywords }: MadeRecord): string[] => keywords.map((keyword) => `KW  - ${keyword}`);
const whole = ({ abstract }: MadeRecord): string => abstract.join(' ');

/** Numbered records, abstracts in N2, dates with empty parts, a link after the end. */
const ovid: Dialect = (record) => [
  ...[`${record.number}. TY  - JOUR`, 'DB  - Ovid MEDLINE(R)', `ID  - ${record.pmid}`, `T1  - ${record.title}`],
  ...authorsAs('A1', record),
  ...[`Y1  - ${record.year}//`, `N2  - ${whole(record)}`, ...keywordsOf(record), `JF  - ${record.journal}`],
  ...[`VL  - ${record.volume}`, `IS  - ${record.issue}`, `SP  - ${record.pages[0]}`, `EP  - ${record.pages[1]}`],
  ...[`SN  - ${record.issn}`, `DO  - https://dx.doi.org/${record.doi}`, 'ER  - '],
  `Link to the Ovid Full Text or citation: https://ovidsp.example.org/ovidweb.cgi?T=JS&AN=${record.pmid}`,
];

/** Two abstracts, the second a notice of copyright. */
const ebsco: Dialect = (record) => [
  ...['TY  - JOUR', `ID  - ${record.pmid}`, `T1  - ${record.title}`, ...authorsAs('AU', record)],
  ...[`JO  - ${record.journal}`, `JF  - ${record.journal}`, `Y1  - ${record.year}/06//`, `VL  - ${record.volume}`],
  ...[`IS  - ${record.issue}`, `SP  - ${record.pages[0]}`, `EP  - ${record.pages[1]}`, `SN  - ${record.issn}`],
  ...[`AB  - ${whole(record)}`, `AB  - Copyright of ${record.journal} is the property of its owner.`],
  ...[...keywordsOf(record), `DO  - ${record.doi}`, 'DB  - psyh', 'DP  - EBSCOhost', 'ER  - '],
];

const scopus: Dialect = (record) => [
  ...['TY  - JOUR', `TI  - ${record.title}`, `T2  - ${record.journal}`, `J2  - ${record.journal.slice(0, 14)}.`],
  ...[`VL  - ${record.volume}`, `IS  - ${record.issue}`, `SP  - ${record.pages[0]}`, `EP  - ${record.pages[1]}`],
  ...[`PY  - ${record.year}`, `DO  - ${record.doi}`, `SN  - ${record.issn.replace('-', '')} (ISSN)`],
  ...[...authorsAs('AU', record), ...record.affiliations.map((place) => `AD  - ${place}`), `AB  - ${whole(record)}`],
  ...[...keywordsOf(record), 'PB  - Made-up Press', `N1  - Cited By: ${record.issue}; Export Date: 12 March 2026`],
  ...['M3  - Article', 'DB  - Scopus', `UR  - https://www.scopus.example.org/record?eid=2-s2.0-${record.pmid}`],
  ...['LA  - English', 'ER  - '],
];

const webOfScience: Dialect = (record) => [
  ...['TY  - JOUR', ...authorsAs('AU', record), `TI  - ${record.title}`, `T2  - ${record.journal.toUpperCase()}`],
  ...['LA  - English', ...keywordsOf(record), `AB  - ${record.abstract[0]}`, ...record.abstract.slice(1)],
  ...[`SN  - ${record.issn}`, `PD  - JUN`, `PY  - ${record.year}`, `VL  - ${record.volume}`, `IS  - ${record.issue}`],
  ...[`SP  - ${record.pages[0]}`, `EP  - ${record.pages[1]}`, `DO  - ${record.doi}`, `AN  - WOS:0000${record.pmid}`],
  ...['ER  - '],
];

/** Abstracts over several lines with empty ones between. */
const zotero: Dialect = (record) => [
  ...['TY  - JOUR', `TI  - ${record.title}`, ...authorsAs('AU', record), `T2  - ${record.journal}`],
  ...[`AB  - ${record.abstract.join('\n\n')}`, `DA  - ${record.year}/06/12/`, `PY  - ${record.year}`],
  ...[`DO  - ${record.doi}`, 'DP  - DOI.org (Crossref)', `VL  - ${record.volume}`, `IS  - ${record.issue}`],
  ...[
    `SP  - ${record.pages.join('–')}`,
    'LA  - en',
    `SN  - ${record.issn}`,
    `UR  - https://example.org/${record.pmid}`,
  ],
  ...['Y2  - 2026/03/12/09:14:02', ...keywordsOf(record), 'ER  - '],
];

/** The records of several vendors in turn, as a team's files hold them. */
export function risText(record: MadeRecord): string {
  const dialects = [ovid, ebsco, scopus, webOfScience, zotero];
  const dialect = dialects[Math.floor(record.number / 200) % dialects.length] as Dialect;
  return `${dialect(record).join('\n')}\n\n`;
}
