import type { Vendor } from '../vendors.js';
import type { Entry } from './entry.js';
import type { Values } from './values.js';

/** Addresses that only one platform hands out with its records. */
const addresses: readonly (readonly [RegExp, Vendor])[] = [
  [/scopus\.com\//, 'scopus'],
  [/ebscohost\.com|research\.ebsco\.com/, 'ebsco'],
  [/proquest\.com/, 'proquest'],
  [/europepmc\.org/, 'europe-pmc'],
  [/jstor\.org/, 'jstor'],
  [/sciencedirect\.com/, 'sciencedirect'],
  [/onlinelibrary\.wiley\.com/, 'wiley'],
  [/journals\.sagepub\.com/, 'sage'],
  [/tandfonline\.com/, 'taylor-francis'],
  [/link\.springer\.com/, 'springer'],
  [/dl\.acm\.org/, 'acm'],
  [/aisel\.aisnet\.org/, 'ais'],
  [/psycnet\.apa\.org/, 'psycnet'],
  [/cochranelibrary\.com/, 'cochrane'],
  [/ieeexplore\.ieee\.org/, 'ieee'],
  [/lens\.org\//, 'lens'],
  [/cabidigitallibrary\.org|cabdirect\.org/, 'cab'],
  [/trid\.trb\.org/, 'trid'],
  [/eric\.ed\.gov/, 'eric'],
];

const fieldsOfOne: readonly (readonly [string, Vendor])[] = [
  ['mendeley-groups', 'mendeley'],
  ['mendeley-tags', 'mendeley'],
  ['jabref-entrytype', 'jabref'],
  ['acmid', 'acm'],
  ['issue_date', 'acm'],
  ['abbrev_source_title', 'scopus'],
  ['web-of-science-categories', 'web-of-science'],
  ['doc-delivery-number', 'web-of-science'],
];

/** What Google Scholar writes, and nothing else. */
const scholarFields = new Set(
  'title author journal volume number pages year publisher booktitle organization school institution'.split(' '),
);

/** The database, platform or program whose hand shows in an entry. */
export function vendorOfEntry(entry: Entry, values: Values, raw: string): Vendor | undefined {
  return byKey(entry.key) ?? byField(values) ?? byAddress(values) ?? byShape(entry, values, raw);
}

function byKey(key: string): Vendor | undefined {
  if (/^(?:WOS|ISI):/.test(key)) return 'web-of-science';
  if (key.startsWith('DBLP:')) return 'dblp';
  if (/^(?:PMID|PPR):/.test(key)) return 'europe-pmc';
  if (/^rayyan-\d/.test(key)) return 'rayyan';
  if (key.startsWith('RefWorks:')) return 'refworks';
  if (key.startsWith('lens.org/')) return 'lens';
  if (/^pub\.\d{8,}$/.test(key)) return 'dimensions';
  return /^RN\d+$/.test(key) ? 'endnote' : undefined;
}

function byField(values: Values): Vendor | undefined {
  const source = values.first(['source', 'database'])?.trim();
  if (source === 'Scopus') return 'scopus';
  if (values.first(['unique-id'])?.includes('WOS:')) return 'web-of-science';
  if (values.first(['bibsource'])?.startsWith('dblp')) return 'dblp';
  const publisher = values.first(['publisher'])?.trim() ?? '';
  if (publisher === 'Association for Computing Machinery') return 'acm';
  return fieldsOfOne.find(([name]) => values.has(name))?.[1];
}

function byAddress(values: Values): Vendor | undefined {
  const address = values.first(['url']) ?? '';
  const other = values.first(['eprint']) ?? '';
  return addresses.find(([pattern]) => pattern.test(address) || pattern.test(other))?.[1];
}

function byShape({ key, fields }: Entry, values: Values, raw: string): Vendor | undefined {
  if (/^(?:doi:|https:\/\/doi\.org\/)10\./.test(key)) return publisherOfKey(values);
  if (/^\d{5,9}$/.test(key) && /^10\.(?:1109|23919)\//.test(values.first(['doi']) ?? '')) return 'ieee';
  if (!raw.includes('\n') && /_\d{4}$/.test(key) && fields[0]?.name === 'title') return 'crossref';
  if (isJabref(values)) return 'jabref';
  // Zotero's own keys: name, first word of the title, year.
  if (/^[^\W_][\w-]*_[\w-]+_(?:\d{4}|\?{4}|nodate)(?:-\d+)?$/.test(key)) return 'zotero';
  return isScholar(key, fields) ? 'google-scholar' : undefined;
}

function publisherOfKey(values: Values): Vendor | undefined {
  const publisher = values.first(['publisher']) ?? '';
  if (/Taylor|Routledge/.test(publisher)) return 'taylor-francis';
  if (/SAGE/i.test(publisher)) return 'sage';
  return /Wiley/.test(publisher) ? 'wiley' : undefined;
}

function isJabref(values: Values): boolean {
  return values.has('timestamp') && (values.has('owner') || values.has('groups'));
}

function isScholar(key: string, fields: Entry['fields']): boolean {
  if (!/^\p{Ll}[\p{Ll}\d-]*\d{4}\p{Ll}+$/u.test(key) || fields[0]?.name !== 'title') return false;
  return fields.every(({ name }) => scholarFields.has(name));
}

/** Lines between entries in which a program names itself. */
export function vendorOfLine(line: string): Vendor | undefined {
  if (!line.includes('%') && !line.includes('Created') && !/generated|jabref/i.test(line)) return undefined;
  if (/Mendeley Desktop|Mendeley Reference Manager/.test(line)) return 'mendeley';
  if (/JabRef|jabref-meta|^%\s*Encoding: /.test(line)) return 'jabref';
  if (/Citavi/.test(line)) return 'citavi';
  if (/EPPI/.test(line)) return 'eppi';
  return /Zotero/.test(line) ? 'zotero' : undefined;
}
