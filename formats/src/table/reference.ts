import type { CutField, Reference, Tag } from '@throughline/core';
import type { ColumnField } from '../contract.js';
import { firstDoi } from '../doi.js';
import { pagesOf } from '../ris/pages.js';
import { webText } from '../text/web-text.js';
import { authorsIn } from './authors.js';
import type { Column } from './columns.js';
import type { Layout } from './layout.js';
import { type SourceText, sourceText } from './source-text.js';
import { termsIn } from './terms.js';
import { typeOfWords } from './type-words.js';

/** The filled cells under one field, best column first. */
export type Cells = (field: ColumnField) => readonly { readonly column: Column; readonly text: string }[];

/** What a cell says when it says nothing. */
const nothing = /^(?:n\/?a|nan|null|none|#n\/a|undefined|not available|-+)$/i;

/** The columns of each field, best first: made once a table. */
export function cellsByField(layout: Layout): (cells: readonly string[]) => Cells {
  const byField = new Map<ColumnField, Column[]>();
  for (const column of layout.columns) {
    if (column.field === undefined) continue;
    const columns = byField.get(column.field) ?? [];
    columns.push(column);
    byField.set(column.field, columns);
  }
  for (const columns of byField.values()) columns.sort((left, right) => left.rank - right.rank);
  return (cells) => (field) => {
    const found: { column: Column; text: string }[] = [];
    for (const column of byField.get(field) ?? []) {
      const text = cells[column.index];
      if (text !== undefined && text.trim() !== '') found.push({ column, text });
    }
    return found;
  };
}

type Draft = { -readonly [K in keyof Reference]: Reference[K] };

/** The fields that every format shares, from a row of somebody else's table. */
export function referenceOf(cells: Cells, tags: readonly Tag[], layout: Layout, format: string): Reference {
  const authors = authorsOf(cells, layout);
  const draft: Draft = {
    type: typeOf(cells),
    authors: authors.names,
    keywords: manyTerms(cells, 'keywords', layout),
    format,
    tags,
  };
  if (authors.etAl) draft.etAl = true;
  for (const field of ['title', 'volume', 'issue', 'publisher', 'place', 'abstract', 'language', 'database'] as const) {
    put(draft, field, one(cells, field));
  }
  addSource(draft, cells, layout);
  put(draft, 'doi', doiOf(cells));
  put(draft, 'url', firstLink(one(cells, 'url')));
  const editors = cells('editors').flatMap(({ text }) => authorsIn(webText(text), layout.editors).names);
  if (editors.length > 0) draft.editors = editors;
  addNumbers(draft, cells);
  if (layout.vendor === 'google-scholar') addCut(draft);
  return draft;
}

/** Google Scholar ends what it cuts with three dots. */
function addCut(draft: Draft): void {
  const ends = (text: string | undefined) => /(?:…|\.\.\.)$/.test(text ?? '');
  const cut = (['title', 'journal', 'abstract'] as const).filter((field) => ends(draft[field]));
  const all: CutField[] = draft.etAl === true ? [...cut, 'authors'] : [...cut];
  if (all.length > 0) draft.cut = all;
}

function put<K extends keyof Draft>(draft: Draft, field: K, value: Draft[K] | undefined): void {
  if (value !== undefined) draft[field] = value;
}

/** The first cell that says something. */
function one(cells: Cells, field: ColumnField): string | undefined {
  for (const { text } of cells(field)) {
    const value = webText(text);
    if (value !== '' && (field === 'title' || field === 'abstract' || !nothing.test(value))) return value;
  }
  return undefined;
}

/** One column, or numbered ones ("Author 1", "Author 2") one behind the other. */
function authorsOf(cells: Cells, { authors: habit, vendor }: Layout) {
  const columns = cells('authors');
  const numbered = columns.length > 1 && columns.every(({ column }) => /\d\s*$/.test(column.name));
  const read = (numbered ? columns : columns.slice(0, 1)).map(({ text }) => authorsIn(webText(text), habit));
  const names = read.flatMap((each) => each.names);
  return { names: vendor === 'pubmed' ? names.map(withoutStop) : names, etAl: read.some(({ etAl }) => etAl) };
}

/** PubMed ends the list of names with a full stop. */
const withoutStop = (name: string): string => name.replace(/(?<=\p{Lu})\.$/u, '');

function typeOf(cells: Cells): Reference['type'] {
  const types = cells('type').map(({ text }) => typeOfWords(text));
  return types.find((type) => type !== 'other') ?? 'other';
}

function manyTerms(cells: Cells, field: ColumnField, { terms }: Layout): string[] {
  const all = cells(field).flatMap(({ column, text }) => termsIn(webText(text), terms.get(column.index)));
  return [...new Set(all)].filter((term) => !nothing.test(term));
}

function addSource(draft: Draft, cells: Cells, { vendor }: Layout): void {
  const journal = one(cells, 'journal');
  const told =
    vendor === 'embase' && journal !== undefined ? sourceText(journal, vendor) : citationOf(draft.tags, vendor);
  put(draft, 'journal', vendor === 'embase' ? (told?.journal ?? journal) : (journal ?? told?.journal));
  put(draft, 'year', yearOf(cells) ?? yearIn(told?.year));
  put(draft, 'volume', draft.volume ?? told?.volume);
  put(draft, 'issue', draft.issue ?? told?.issue);
  const start = asPrinted(one(cells, 'startPage'));
  const end = asPrinted(one(cells, 'endPage'));
  put(draft, 'pages', one(cells, 'pages') ?? pagesOf(start, end) ?? told?.pages);
}

function citationOf(tags: readonly Tag[], vendor: Layout['vendor']): SourceText | undefined {
  const citation = vendor === 'pubmed' ? tags.find(({ tag }) => tag === 'Citation')?.value : undefined;
  return citation === undefined ? undefined : sourceText(citation, vendor);
}

/** Programs of statistics write whole numbers as "152.0". */
const asPrinted = (text: string | undefined): string | undefined => text?.replace(/^(\d+)\.0$/, '$1');

function yearOf(cells: Cells): number | undefined {
  for (const { text } of cells('year')) {
    const year = yearIn(text);
    if (year !== undefined) return year;
  }
  return undefined;
}

function yearIn(text: string | undefined): number | undefined {
  // "20190501" is a day (EBSCO).
  const digits = /(?<!\d)([12]\d{3})(?:(?!\d)|(?=[01]\d[0-3]\d(?!\d)))/.exec(text ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The DOI's own column first, then a link that is the DOI's own address. */
function doiOf(cells: Cells): string | undefined {
  for (const { text } of cells('doi')) {
    const doi = firstDoi(webText(text));
    if (doi !== undefined) return doi;
  }
  for (const { text } of cells('url')) {
    const doi = doiInLink(text);
    if (doi !== undefined) return doi;
  }
  return undefined;
}

/** The first of several, which stand between semicolons, bars or blanks. */
const firstLink = (text: string | undefined): string | undefined =>
  text?.replace(/\s+/g, ' ').split(/[;|] ?(?=https?:)| (?=https?:)/, 1)[0];

/** "https://doi.org/10.…", or the OpenURL of a library ("…&id=doi:10.5555%2Fabc&…"), which Embase.com writes. */
function doiInLink(text: string): string | undefined {
  const link = firstLink(text.trim()) ?? '';
  if (/\bdoi\.org\/10\./i.test(link)) return firstDoi(link);
  const open = /[?&]id=doi:(10\.[^&\s]{1,300})/i.exec(link)?.[1];
  return open === undefined
    ? undefined
    : firstDoi(open.replace(/%2F/gi, '/').replace(/%28/g, '(').replace(/%29/g, ')'));
}

function addNumbers(draft: Draft, cells: Cells): void {
  put(draft, 'issn', issnOf(cells));
  put(draft, 'isbn', one(cells, 'isbn')?.split(/[;|,\s]\s*/)[0]);
  put(draft, 'pmid', /\d{1,9}/.exec(asPrinted(one(cells, 'pmid')) ?? '')?.[0]);
  const pmcid = /(?:PMC)?(\d{3,9})/i.exec(asPrinted(one(cells, 'pmcid')) ?? '')?.[1];
  put(draft, 'pmcid', pmcid === undefined ? undefined : `PMC${pmcid}`);
  put(draft, 'accession', asPrinted(one(cells, 'accession')));
}

/** The first of several; the hyphen that some vendors leave out (Lens.org) is set again. */
function issnOf(cells: Cells): string | undefined {
  for (const { text } of cells('issn')) {
    const digits = /\b(\d{4})-?(\d{3}[\dXx])\b/.exec(text);
    if (digits !== null) return `${digits[1]}-${digits[2]?.toUpperCase()}`;
  }
  return undefined;
}
