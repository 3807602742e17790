import type { Reference } from '@throughline/core';
import { fieldNames } from './fields.js';
import { shown, type Values } from './values.js';

type Identifiers = Partial<Pick<Reference, 'issn' | 'isbn' | 'pmid' | 'pmcid' | 'accession' | 'database'>>;

/** The numbers that others gave the work, each from the fields where programs put it. */
export function identifiersOf(key: string, values: Values): Record<string, string> {
  const found: Record<keyof Identifiers, string | undefined> = {
    issn: issnOf(values),
    isbn: isbnOf(values),
    pmid: pmidOf(key, values),
    pmcid: pmcidOf(values),
    accession: accessionOf(key, values),
    database: values.text(fieldNames.database) ?? (isScopus(values) ? 'Scopus' : undefined),
  };
  return Object.fromEntries(Object.entries(found).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

const issn = /^\d{4}[-–]?\d{3}[\dXx]$/;

/** The first of several. Mendeley writes an ISSN into the field for ISBNs. */
function issnOf(values: Values): string | undefined {
  const first = firstOf(values.text(fieldNames.issn));
  if (first !== undefined) return first;
  const stray = firstOf(values.text(fieldNames.isbn));
  return stray !== undefined && issn.test(stray) ? stray : undefined;
}

function isbnOf(values: Values): string | undefined {
  const first = firstOf(values.text(fieldNames.isbn));
  return first !== undefined && issn.test(first) ? undefined : first;
}

/** "1111-2222, 1234-4444", "2689-6575(ELECTRONIC),26896567(PRINT)", "1471-2288 (Electronic)". */
function firstOf(text: string | undefined): string | undefined {
  const first = text?.split(/[,;]| ?\(/)[0]?.trim() ?? '';
  const [word = ''] = first.split(' ');
  const bare = issn.test(word) ? word : first;
  return bare === '' ? undefined : bare;
}

function pmidOf(key: string, values: Values): string | undefined {
  const own = values.text(['pmid', 'pubmed_id', 'pubmed', 'pubmedid']) ?? '';
  const digits = /^(?:pmid:?\s*)?(\d{1,9})$/i.exec(own)?.[1] ?? /^PMID:?\s*(\d{4,9})$/i.exec(key)?.[1];
  if (digits !== undefined) return digits;
  if (/pubmed|pmid/i.test(values.text(['eprinttype', 'archiveprefix']) ?? ''))
    return /^\d{1,9}$/.exec(values.text(['eprint']) ?? '')?.[0];
  for (const note of [...values.all('note'), ...values.all('annote')]) {
    const said = /PMID/i.test(note) ? /\bPMID:?\s*(\d{1,9})\b/i.exec(shown(note))?.[1] : undefined;
    if (said !== undefined) return said;
  }
  return undefined;
}

function pmcidOf(values: Values): string | undefined {
  const own = values.text(['pmcid', 'pmc', 'pmc_id']) ?? '';
  const written = /^(?:PMCID:?\s*)?(?:PMC)?(\d{1,9})$/i.exec(own)?.[1];
  if (written !== undefined) return `PMC${written}`;
  return /\/(PMC\d{1,9})\b/.exec(values.first(['url']) ?? '')?.[1];
}

function accessionOf(key: string, values: Values): string | undefined {
  const own = values.text(fieldNames.accession);
  if (own !== undefined) return own;
  if (/^(?:WOS|ISI|MEDLINE|KJD|RSCI|SCIELO|BIOSIS|CABI|CCC|DIIDW):\S+$/.test(key)) return key;
  const address = isScopus(values) ? (values.first(['url']) ?? '').replaceAll('\\', '') : '';
  return /[?&]eid=(2-s2\.0-\d+)/.exec(address)?.[1];
}

function isScopus(values: Values): boolean {
  return values.first(['source'])?.trim() === 'Scopus';
}
