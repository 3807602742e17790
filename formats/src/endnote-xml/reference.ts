import type { Reference } from '@throughline/core';
import { decisionsInNotes, vendorOfNotes } from '../decided/notes.js';
import { firstDoi } from '../doi.js';
import { fieldText } from '../text/field-text.js';
import { type Vendor, vendors } from '../vendors.js';
import { isEtAl, referenceOf, yearIn } from '../xml/draft.js';
import { elementAt, elementsAt, inOneLine, linesIn, type XmlElement } from '../xml/element.js';
import { standardNumbers } from '../xml/numbers.js';
import type { ReadReference } from '../xml/found-records.js';
import { withNamesOfToday } from './old-names.js';
import { typeOf } from './reference-types.js';
import { tagsAndNotes, styledText } from './tags.js';

/** One `<record>`; none where it holds nothing. */
export function readRecord(root: XmlElement): readonly ReadReference[] {
  const old = root.name === 'RECORD';
  const record = old ? withNamesOfToday(root) : root;
  const { tags, notes } = tagsAndNotes(record);
  if (!tags.some(({ value }) => value.trim() !== '')) return [];
  const { decided, group, cut } = decisionsInNotes(notes);
  const vendor = vendorOf(record) ?? vendorOfNotes(notes);
  return [
    {
      reference: { ...fieldsOf(record, old, notes), ...(cut === undefined ? {} : { cut }), tags },
      ...(vendor === undefined ? {} : { vendor }),
      ...(decided.length === 0 ? {} : { decided }),
      ...(group === undefined ? {} : { group }),
    },
  ];
}

function fieldsOf(record: XmlElement, old: boolean, notes: readonly string[]): Reference {
  const type = typeOf(elementAt(record, 'ref-type')?.attributes.name ?? '', first(record, 'ref-type') ?? '', old);
  const authors = namesAt(record, 'contributors/authors/author');
  return referenceOf({
    type,
    title: first(record, 'titles/title', 'titles/translated-title'),
    authors: authors.filter((name) => !isEtAl(name)),
    etAl: authors.some(isEtAl) || undefined,
    year: yearOf(record),
    journal: first(record, ...journalPaths),
    volume: first(record, 'volume'),
    issue: first(record, 'number', 'issue'),
    pages: first(record, 'pages') ?? (type === 'article' ? articleNumber(record) : undefined),
    publisher: first(record, 'publisher'),
    place: first(record, 'pub-location'),
    doi: doiOf(record),
    url: urlsOf(record)[0],
    abstract: abstractOf(record),
    keywords: elementsAt(record, 'keywords/keyword').flatMap((each) => linesIn(styledText(each))),
    language: first(record, 'language'),
    editors: namesAt(record, 'contributors/secondary-authors/author').filter((name) => !isEtAl(name)),
    ...standardNumbers(styledText(elementAt(record, 'isbn'))),
    ...databaseNumbers(record, notes),
    format: 'endnote-xml',
    tags: [],
  });
}

const journalPaths = [
  'titles/secondary-title',
  'periodical/full-title',
  'alt-periodical/full-title',
  'titles/alt-title',
  'periodical/abbr-1',
  'titles/tertiary-title',
];

/** The first of these places that has a text. */
function first(record: XmlElement, ...paths: readonly string[]): string | undefined {
  for (const path of paths) {
    for (const element of elementsAt(record, path)) {
      const text = inOneLine(styledText(element));
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

/** Several names in one element stand in lines of their own. EndNote marks an organisation with a comma at its end. */
function namesAt(record: XmlElement, path: string): string[] {
  return elementsAt(record, path)
    .flatMap((each) => styledText(each).split('\r'))
    .map((name) => inOneLine(name)?.replace(/,+$/, '').trim() ?? '')
    .filter((name) => name !== '');
}

function yearOf(record: XmlElement): number | undefined {
  return (
    yearIn(first(record, 'dates/year')) ?? yearIn(first(record, 'dates/pub-dates/date', 'dates/copyright-dates/date'))
  );
}

/** EndNote's journal articles have their article number here. */
function articleNumber(record: XmlElement): string | undefined {
  const number = first(record, 'custom7');
  return number !== undefined && number.length <= 20 && /\d/.test(number) ? number : undefined;
}

function doiOf(record: XmlElement): string | undefined {
  const given = ['electronic-resource-num', 'electronic-resource-number', 'doi'].flatMap((path) =>
    elementsAt(record, path),
  );
  const doi = given.map((each) => firstDoi(styledText(each))).find((each) => each !== undefined);
  if (doi !== undefined) return doi;
  const addresses = allUrls(record).filter((url) => /\bdoi\.org\/10\./i.test(url));
  return addresses.map((url) => firstDoi(url)).find((each) => each !== undefined);
}

function allUrls(record: XmlElement): string[] {
  const groups = ['related-urls', 'web-urls', 'text-urls'].map((name) => `urls/${name}/url`);
  return ['urls/url', ...groups]
    .flatMap((path) => elementsAt(record, path))
    .flatMap((each) => linesIn(styledText(each)));
}

/** Files on somebody's own machine are no address. */
function urlsOf(record: XmlElement): string[] {
  return allUrls(record).filter((url) => !/^(?:internal-pdf|file):/i.test(url));
}

/** Its paragraphs, a line each. EndNote writes a line break as "&#xD;". */
function abstractOf(record: XmlElement): string | undefined {
  const parts = elementsAt(record, 'abstract').map((each) => paragraphs(styledText(each)));
  return parts.filter((part) => part !== '').join('\n') || undefined;
}

function paragraphs(text: string): string {
  if (!/[\r\n]/.test(text)) return fieldText(text);
  const lines = text.replaceAll('\r\n', '\n').split(/[\r\n]/);
  return lines.map(fieldText).join('\n').trim();
}

type DatabaseNumbers = Pick<Reference, 'pmid' | 'pmcid' | 'accession' | 'database'>;

/** The accession number of a record that PubMed gave is PubMed's own. */
function databaseNumbers(
  record: XmlElement,
  notes: readonly string[],
): { [K in keyof DatabaseNumbers]: string | undefined } {
  const accession = first(record, 'accession-num');
  const database = first(record, 'remote-database-name');
  const stated = /^\d{1,8}$/.exec(first(record, 'pmid') ?? '')?.[0] ?? noted(notes, /^PMID: ?(\d{1,8})$/);
  const fromPubmed =
    /^\d{1,8}$/.test(accession ?? '') && isPubmed(record, database ?? '') && !(stated !== undefined && isOurs(record));
  return {
    accession: fromPubmed ? undefined : accession,
    database,
    pmid: (fromPubmed ? accession : undefined) ?? stated,
    pmcid:
      /\bPMC\d{1,9}\b/.exec(first(record, 'custom2', 'pmcid') ?? '')?.[0] ?? noted(notes, /^PMCID: ?(PMC\d{1,9})$/),
  };
}

/** This project's own writer notes a PMID only beside an accession number that is something else. */
const isOurs = (record: XmlElement): boolean => first(record, 'source-app') === 'Throughline';

function isPubmed(record: XmlElement, database: string): boolean {
  const provider = first(record, 'remote-database-provider') ?? '';
  if (/^nlm$|pubmed/i.test(provider)) return true;
  if (/^(?:ovid )?(?:pubmed|medline)\b/i.test(database)) return true;
  return allUrls(record).some((url) =>
    /\/\/(?:www\.ncbi\.nlm\.nih\.gov\/pubmed|pubmed\.ncbi\.nlm\.nih\.gov)\/\d/.test(url),
  );
}

function noted(notes: readonly string[], pattern: RegExp): string | undefined {
  for (const note of notes) {
    const found = pattern.exec(note)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

const byLabel = new Map(Object.entries(vendors).map(([name, label]) => [label.toLowerCase(), name as Vendor] as const));

/** The program that wrote the record says so; Mendeley does not, but writes types without numbers, or a library nowhere. */
function vendorOf(record: XmlElement): Vendor | undefined {
  const program = elementAt(record, 'source-app')?.attributes.name ?? first(record, 'source-app');
  if (program !== undefined) return byLabel.get(program.trim().toLowerCase());
  const library = elementAt(record, 'database')?.attributes;
  if (library === undefined) return first(record, 'ref-type') === undefined && hasType(record) ? 'mendeley' : undefined;
  return library.path !== undefined && library.path === library.name && !/[\\/]/.test(library.path)
    ? 'mendeley'
    : undefined;
}

function hasType(record: XmlElement): boolean {
  return elementAt(record, 'ref-type')?.attributes.name !== undefined;
}
