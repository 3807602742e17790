import type { Reference, Tag } from '@throughline/core';
import { firstDoi } from '../doi.js';
import { isShown } from '../text/field-text.js';
import { webText, withoutReferences } from '../text/web-text.js';
import type { Vendor } from '../vendors.js';
import type { Draft } from './draft.js';
import { editorsOf } from './editors.js';
import { authorTags, fieldTags } from './fields.js';
import { addIdentifiers } from './identifiers.js';
import { pagesOf } from './pages.js';
import { typeOfCode } from './reference-types.js';
import { linesIn, slot, slotsOf, sole, type TagValues } from './tag-values.js';
import { isNothing } from './vendors.js';

/** The tags of a record, with what is known of it before its fields are read. */
export interface Tagged {
  readonly tags: readonly Tag[];
  /** The same tags. */
  readonly values: TagValues;
  readonly vendor: Vendor | undefined;
  /** Nothing in it needs composing or decoding (`webText`): trimmed is enough. */
  readonly plain: boolean;
}

/**
 * The fields that every format shares, from a record's tags. What no tag says stays absent. Field by field and without
 * a table on purpose: this is the innermost part of an import.
 */
export function referenceOf({ tags, values, vendor, plain }: Tagged): Reference {
  const reference: Draft = {
    type: typeOfCode(values.texts[sole.type] ?? ''),
    authors: authorsOf(tags, values),
    keywords: values.lines(keywords),
    format: 'ris',
    tags,
  };
  takeEtAl(reference);
  addSource(reference, values.texts);
  const doi = doiOf(values);
  if (doi !== undefined) reference.doi = doi;
  const abstract = abstractOf(values);
  if (abstract !== undefined) reference.abstract = abstract;
  const year = yearOf(values);
  if (year !== undefined) reference.year = year;
  const editors = editorsOf(values, vendor, reference.type);
  if (editors !== undefined) reference.editors = editors;
  addIdentifiers(reference, values, vendor);
  if (vendor === 'ovid') leaveOutNothings(reference);
  if (!plain) makeReadable(reference);
  return reference;
}

const keywords = slot('KW');
const dates = slotsOf(fieldTags.date);
const dois = slotsOf(fieldTags.doi);
const otherDois = slotsOf(['M3', 'L3', 'N1', 'AN']);
const links = slotsOf(['UR', 'L2', 'L1']);
const abstracts = slotsOf(fieldTags.abstract);
const [AU, A1] = [slot('AU'), slot('A1')];

function addSource(reference: Draft, texts: TagValues['texts']): void {
  const title = texts[sole.title];
  if (title !== undefined) reference.title = title;
  const journal = texts[sole.journal];
  // A book title (BT) that already stands as the title is not the work that holds it.
  if (journal !== undefined && (journal !== title || journal !== texts[sole.bookTitle])) reference.journal = journal;
  const volume = texts[sole.volume];
  if (volume !== undefined) reference.volume = volume;
  const issue = texts[sole.issue];
  if (issue !== undefined) reference.issue = issue;
  const pages = pagesOf(texts[sole.startPage], texts[sole.endPage]);
  if (pages !== undefined) reference.pages = pages;
  addPublication(reference, texts);
}

function addPublication(reference: Draft, texts: TagValues['texts']): void {
  const publisher = texts[sole.publisher];
  if (publisher !== undefined) reference.publisher = publisher;
  const place = texts[sole.place];
  if (place !== undefined) reference.place = place;
  const url = texts[sole.url];
  if (url !== undefined) reference.url = url.includes(';') ? (url.split(/;\s*(?=https?:)/, 1)[0] ?? url) : url;
  const language = texts[sole.language];
  if (language !== undefined) reference.language = language;
}

function leaveOutNothings(reference: Draft): void {
  for (const field of ['journal', 'publisher', 'place', 'volume', 'issue', 'pages'] as const) {
    const text = reference[field];
    if (text?.startsWith('No ') && isNothing(text)) delete reference[field];
  }
}

/** Texts as a person reads them; addresses, numbers and the DOI are no text. */
function makeReadable(reference: Draft): void {
  for (const field of ['title', 'abstract', 'journal', 'publisher', 'place'] as const) {
    const text = reference[field];
    if (text === undefined) continue;
    const read = webText(text);
    if (read === '') delete reference[field];
    else reference[field] = read;
  }
  reference.authors = reference.authors.map(webText).filter((name) => name !== '');
  reference.keywords = reference.keywords.map(webText).filter((keyword) => keyword !== '');
  if (reference.editors !== undefined) reference.editors = reference.editors.map(webText);
}

function authorsOf(tags: readonly Tag[], values: TagValues): readonly string[] {
  if (!values.has(A1)) return values.lines(AU);
  return values.has(AU) ? authorsOfBoth(tags) : values.lines(A1);
}

/** A name that AU and A1 both give is one author; a name repeated in one tag stays twice, as the source has it. */
function authorsOfBoth(tags: readonly Tag[]): string[] {
  const givenIn = new Map<string, string>();
  const names: string[] = [];
  for (const { tag, value } of tags) {
    if (!authorTags.has(tag)) continue;
    for (const name of linesIn(value)) {
      const earlier = givenIn.get(name);
      if (earlier === undefined || earlier === tag) names.push(name);
      givenIn.set(name, earlier ?? tag);
    }
  }
  return names;
}

function takeEtAl(reference: Draft): void {
  if (!reference.authors.some(isEtAl)) return;
  reference.authors = reference.authors.filter((name) => !isEtAl(name));
  reference.etAl = true;
}

function isEtAl(name: string): boolean {
  if (name.length > 12) return false;
  return /^\W*et\.?,?\s+al\W*$/i.test(name);
}

function yearOf(values: TagValues): number | undefined {
  for (const tag of dates) {
    if (!values.has(tag)) continue;
    for (const value of values.all(tag)) {
      const year = value.length === 4 ? plainYear(value) : yearIn(value);
      if (year !== undefined) return year;
    }
  }
  return undefined;
}

/** Of four characters. */
function plainYear(value: string): number | undefined {
  return /^[12]\d{3}$/.test(value) ? Number(value) : undefined;
}

function yearIn(value: string): number | undefined {
  const digits = /(?<!\d)[12]\d{3}(?!\d)/.exec(value)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * DO first; then what says that it is a DOI or is nothing else (M3 of EndNote and APA, L3 of EBSCO, AN, N1); then an
 * address that is the DOI's own.
 */
function doiOf(values: TagValues): string | undefined {
  return (
    firstDoiIn(values, dois, /10\./) ??
    firstDoiIn(values, otherDois, /^\s*(?:(?:https?:\/\/)?(?:dx\.)?doi\b|10\.\d{4,9}\/\S+\s*$)/i) ??
    firstDoiIn(values, links, /\bdoi\.org\/10\./i, withoutEscapes)
  );
}

function firstDoiIn(
  values: TagValues,
  tags: readonly number[],
  only: RegExp,
  decoded: (value: string) => string = withoutReferences,
): string | undefined {
  for (const tag of tags) {
    if (!values.has(tag)) continue;
    for (const value of values.all(tag)) {
      const doi = only.test(value) ? firstDoi(decoded(value)) : undefined;
      if (doi !== undefined) return doi;
    }
  }
  return undefined;
}

/** "10.5555%2Fabc" in an address is 10.5555/abc. */
function withoutEscapes(address: string): string {
  if (!address.includes('%')) return address;
  return address.replace(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Every part of the first tag that has any. EBSCO writes AB twice, the second time with its copyright notice. */
function abstractOf(values: TagValues): string | undefined {
  for (const tag of abstracts) {
    if (!values.has(tag)) continue;
    const parts: string[] = [];
    for (const value of values.all(tag)) {
      const part = values.plain ? value : asParagraphs(value);
      if (part !== '' && !isCopyrightNotice(part)) parts.push(part);
    }
    if (parts.length > 0) return parts.length === 1 ? parts[0] : [...new Set(parts)].join('\n');
  }
  return undefined;
}

function asParagraphs(value: string): string {
  if (!hasLooseBreak(value)) return value.trim();
  return value
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** A line break with blanks before or behind it. */
function hasLooseBreak(value: string): boolean {
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) {
    if (at === 0 || at + 1 === value.length) return true;
    if (!isShown(value.charCodeAt(at - 1)) || !isShown(value.charCodeAt(at + 1))) return true;
  }
  return false;
}

function isCopyrightNotice(text: string): boolean {
  return text.startsWith('C') && /^Copyright of\s/i.test(text);
}
