import type { Reference, Tag } from '@throughline/core';
import { firstDoi } from '../doi.js';
import { authorTags, endPageTag, fieldTags, keywordTag, startPageTag } from './fields.js';
import { pagesOf } from './pages.js';
import { typeOfCode } from './reference-types.js';

/** The fields that every format shares, from a record's tags. What no tag says stays absent. */
export function referenceOf(tags: readonly Tag[]): Reference {
  const values = byTag(tags);
  const authors = authorsOf(tags);
  const persons = authors.filter((name) => !isEtAl(name));
  const reference: Draft = {
    type: typeOfCode(first(values, ['TY']) ?? ''),
    authors: persons,
    keywords: (values.get(keywordTag) ?? []).flatMap(itsLines),
    tags,
  };
  if (persons.length < authors.length) reference.etAl = true;
  addSource(reference, values);
  put(reference, 'year', yearOf(values));
  put(reference, 'pages', pagesOf(first(values, [startPageTag]), first(values, [endPageTag])));
  put(reference, 'doi', doiOf(values));
  put(reference, 'abstract', abstractOf(values));
  return reference;
}

type Draft = { -readonly [K in keyof Reference]: Reference[K] };

function put<K extends keyof Draft>(draft: Draft, field: K, value: Draft[K] | undefined): void {
  if (value !== undefined) draft[field] = value;
}

function addSource(reference: Draft, values: Values): void {
  const title = first(values, fieldTags.title);
  const journal = first(values, fieldTags.journal);
  // A book title (BT) that already stands as the title is not the work that holds it.
  const isBookItself = journal !== undefined && journal === title && journal === first(values, ['BT']);
  put(reference, 'title', title);
  put(reference, 'journal', isBookItself ? undefined : journal);
  put(reference, 'volume', first(values, fieldTags.volume));
  put(reference, 'issue', first(values, fieldTags.issue));
  put(reference, 'publisher', first(values, fieldTags.publisher));
  put(reference, 'place', first(values, fieldTags.place));
  put(reference, 'url', first(values, fieldTags.url)?.split(/;\s*(?=https?:)/)[0]);
  put(reference, 'language', first(values, fieldTags.language));
}

type Values = ReadonlyMap<string, readonly string[]>;

function byTag(tags: readonly Tag[]): Values {
  const values = new Map<string, string[]>();
  for (const { tag, value } of tags) {
    const known = values.get(tag);
    if (known === undefined) values.set(tag, [value]);
    else known.push(value);
  }
  return values;
}

/** The first value that is not empty, its lines joined. */
function first(values: Values, tags: readonly string[]): string | undefined {
  for (const tag of tags) {
    for (const value of values.get(tag) ?? []) {
      const text = value.includes('\n') ? itsLines(value).join(' ') : value.trim();
      if (text !== '') return text;
    }
  }
  return undefined;
}

function itsLines(value: string): string[] {
  if (!value.includes('\n')) return value.trim() === '' ? [] : [value.trim()];
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A name that AU and A1 both give is one author; a name repeated in one tag stays twice, as the source has it. */
function authorsOf(tags: readonly Tag[]): string[] {
  const givenIn = new Map<string, string>();
  const names: string[] = [];
  for (const { tag, value } of tags) {
    if (!authorTags.has(tag)) continue;
    for (const name of itsLines(value)) {
      const earlier = givenIn.get(name);
      if (earlier === undefined || earlier === tag) names.push(name);
      givenIn.set(name, earlier ?? tag);
    }
  }
  return names;
}

function isEtAl(name: string): boolean {
  if (name.length > 12) return false;
  return /^\W*et\.?,?\s+al\W*$/i.test(name);
}

function yearOf(values: Values): number | undefined {
  for (const tag of fieldTags.date) {
    for (const value of values.get(tag) ?? []) {
      const digits = /(?<!\d)[12]\d{3}(?!\d)/.exec(value)?.[0];
      if (digits !== undefined) return Number(digits);
    }
  }
  return undefined;
}

/** DO first; then M3 where it says "doi:" (EndNote, APA), then a UR that is the DOI's own address. */
function doiOf(values: Values): string | undefined {
  return (
    firstDoiIn(values, fieldTags.doi, /10\./) ??
    firstDoiIn(values, ['M3'], /^\s*doi\b/i) ??
    firstDoiIn(values, fieldTags.url, /\bdoi\.org\/10\./i)
  );
}

function firstDoiIn(values: Values, tags: readonly string[], only: RegExp): string | undefined {
  for (const tag of tags) {
    for (const value of values.get(tag) ?? []) {
      const doi = only.test(value) ? firstDoi(value) : undefined;
      if (doi !== undefined) return doi;
    }
  }
  return undefined;
}

/** Every part of the first tag that has any. EBSCO writes AB twice, the second time with its copyright notice. */
function abstractOf(values: Values): string | undefined {
  for (const tag of fieldTags.abstract) {
    const parts = (values.get(tag) ?? []).map(asParagraphs).filter((part) => part !== '' && !isCopyrightNotice(part));
    if (parts.length > 0) return parts.length === 1 ? parts[0] : [...new Set(parts)].join('\n');
  }
  return undefined;
}

function asParagraphs(value: string): string {
  if (!value.includes('\n')) return value.trim();
  return value
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

function isCopyrightNotice(text: string): boolean {
  return /^Copyright of\s/i.test(text);
}
