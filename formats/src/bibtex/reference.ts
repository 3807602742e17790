import { type CutField, cutFields, type Reference, type Tag } from '@throughline/core';
import { firstDoi } from '../doi.js';
import type { Entry } from './entry.js';
import { holdsWorks, typeOfEntry } from './entry-types.js';
import { fieldNames } from './fields.js';
import { identifiersOf } from './identifiers.js';
import { keywordsIn } from './keywords.js';
import { namesIn } from './names.js';
import { type Values, shown } from './values.js';

type Draft = { -readonly [K in keyof Reference]: Reference[K] };

function put<K extends keyof Draft>(draft: Draft, field: K, value: Draft[K] | undefined): void {
  if (value !== undefined) draft[field] = value;
}

/** The fields that every format shares. What no field of the entry says stays absent. */
export function referenceOf(entry: Entry, values: Values, tags: readonly Tag[]): Reference {
  const authors = namesIn(values.all('author').join(' and '));
  const reference: Draft = {
    type: typeOfEntry(entry.type),
    authors: authors.names,
    keywords: keywordsOf(values),
    format: 'bibtex',
    tags,
  };
  if (authors.etAl) reference.etAl = true;
  addSource(reference, entry.type, values);
  addPublication(reference, values);
  for (const [field, value] of Object.entries(identifiersOf(entry.key, values))) reference[field as 'pmid'] = value;
  put(reference, 'abstract', abstractOf(values));
  put(reference, 'cut', cutOf(values));
  return reference;
}

function addSource(reference: Draft, type: string, values: Values): void {
  const isVolume = holdsWorks(type);
  const holders = isVolume ? fieldNames.journal.filter((name) => name !== 'booktitle') : fieldNames.journal;
  put(reference, 'title', values.text(isVolume ? [...fieldNames.title, 'booktitle'] : fieldNames.title));
  put(reference, 'journal', values.text(holders));
}

function addPublication(reference: Draft, values: Values): void {
  const editors = namesIn(values.all('editor').join(' and ')).names;
  put(reference, 'year', yearOf(values));
  put(reference, 'volume', values.text(fieldNames.volume));
  put(reference, 'issue', values.text(fieldNames.issue));
  put(reference, 'pages', pagesOf(values));
  put(reference, 'publisher', values.text(fieldNames.publisher));
  put(reference, 'place', values.text(fieldNames.place));
  put(reference, 'language', values.text(fieldNames.language));
  put(reference, 'url', urlOf(values));
  put(reference, 'doi', doiOf(values));
  put(reference, 'editors', editors.length === 0 ? undefined : editors);
}

/** Four digits. BibLaTeX's dates begin with them; a year somebody wrote may stand anywhere in its field. */
function yearOf(values: Values): number | undefined {
  for (const name of fieldNames.date) {
    for (const value of values.all(name)) {
      const digits = /(?<!\d)[12]\d{3}(?!\d)/.exec(value)?.[0];
      if (digits !== undefined) return Number(digits);
    }
  }
  return undefined;
}

/** What the source prints where it knows none (APA PsycInfo) is none. */
function pagesOf(values: Values): string | undefined {
  const [own, ...others] = fieldNames.pages;
  const pages = values.text([own]);
  return pages === undefined || /^no pagination specified/i.test(pages) ? values.text(others) : pages;
}

/** Mendeley puts several into one field, a blank between them. */
function urlOf(values: Values): string | undefined {
  for (const name of fieldNames.url) {
    const [first] = values.all(name).map((value) => shown(value, 'address'));
    const address = first === undefined ? undefined : /^\S*/.exec(first.replace(/^\\?url\b/, '').trim())?.[0];
    if (address !== undefined && address !== '' && (name === 'url' || /^(?:https?|ftp):/i.test(address)))
      return address;
  }
  return undefined;
}

/** The field first; then an address that is the DOI's own, and a note that says so. */
function doiOf(values: Values): string | undefined {
  for (const name of [...fieldNames.doi, 'url', 'link', 'ee', 'eprint', 'note', 'howpublished']) {
    for (const value of values.all(name)) {
      if (!value.includes('10.')) continue;
      const text = shown(value, 'address');
      const telling = name === 'doi' || name === 'di' || /\bdoi\b(?:\.org|\.acm\.org|:|\s)/i.test(text);
      const doi = telling ? firstDoi(text) : undefined;
      if (doi !== undefined) return doi;
    }
  }
  return undefined;
}

function abstractOf(values: Values): string | undefined {
  for (const name of fieldNames.abstract) {
    const parts = values
      .all(name)
      .map((value) => shown(value, 'paragraphs'))
      .map(withoutEdges)
      .filter((part) => part !== '');
    if (parts.length > 0) return parts.length === 1 ? parts[0] : [...new Set(parts)].join('\n');
  }
  return undefined;
}

/** No blanks at the ends of its lines. */
function withoutEdges(text: string): string {
  return text.includes('\n') ? text.replace(/ ?\n ?/g, '\n') : text;
}

/** Keywords of the authors and of the database. Mendeley gives the same list twice. */
function keywordsOf(values: Values): string[] {
  const lists = fieldNames.keywords.flatMap((name) => values.all(name));
  if (lists.length === 1) return keywordsIn(lists[0] ?? '');
  return [...new Set(lists.flatMap(keywordsIn))];
}

/** What this project's own writer says of fields that were cut already. */
function cutOf(values: Values): readonly CutField[] | undefined {
  const said = values.text(['throughline-cut'])?.split(', ') ?? [];
  const cut = cutFields.filter((field) => said.includes(field));
  return cut.length === 0 ? undefined : cut;
}
