import type { Tag } from '@throughline/core';
import { firstDoi } from '../doi.js';
import type { ReadTags } from '../tagged/dialect.js';
import { isbnIn, isEtAl, issnIn, pmcidIn, pmidIn, yearIn } from '../tagged/identifiers.js';
import { noted } from '../tagged/noted.js';
import { paragraphs } from '../tagged/running-text.js';
import { type Draft, put, Values } from '../tagged/values.js';
import { fieldText } from '../text/field-text.js';
import type { Vendor } from '../vendors.js';
import { personsIn } from './authors.js';
import { typeOf } from './reference-types.js';
import { sortedTags } from './sorted-tags.js';
import { fieldTags, keywordTags, noteTags, slots } from './tags.js';

/**
 * The fields that every format shares, from a record's tags. What no tag says stays absent. `composed`: no character of
 * the record needs composing (`isComposed`).
 */
export function referenceOf(
  tags: Tag[],
  { values: found, people: named } = sortedTags(tags),
  composed = false,
): ReadTags {
  const text = composed ? trimmed : fieldText;
  const values = new Values(found, slots, text);
  const people = personsIn(named, authorTags, text);
  const eric = values.raw('OWN').some((owner) => owner.trim() === 'ERIC');
  const authors = people.filter((name) => !isEtAl(name));
  const reference: Draft = {
    type: eric && isJournalArticle(values) ? 'article' : typeOf(values.all('PT'), values.has('BTI'), values.has('TI')),
    authors,
    keywords: values.all(...keywordTags),
    format: 'nbib',
    tags,
  };
  if (authors.length < people.length) reference.etAl = true;
  addSource(reference, values, eric);
  addNumbers(reference, values);
  if (eric) addEricsNumbers(reference, values);
  put(reference, 'abstract', values.joined(abstractText, ...fieldTags.abstract));
  const editors = personsIn(named, editorTags, text);
  if (editors.length > 0) reference.editors = editors;
  const notes = values.all(...noteTags);
  return noted(reference, notes, eric ? 'eric' : vendorOf(values));
}

/** Further lines stand behind six blanks. */
const abstractText = (value: string): string => paragraphs(value, 6);
const authorTags = { full: 'FAU', short: 'AU', group: 'CN' };
const editorTags = { full: 'FED', short: 'ED' };
/** `fieldText` of what needs no composing; nearly nothing has blanks around it. */
function trimmed(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  const first = text.charCodeAt(0);
  return first > 32 && first < 127 && last > 32 && last < 127 ? text : text.trim();
}

function addSource(reference: Draft, values: Values, eric: boolean): void {
  const titleTag = fieldTags.title.find((tag) => values.first(tag) !== undefined);
  // A title that runs over several TI lines is one title.
  put(reference, 'title', titleTag === undefined ? undefined : values.all(titleTag).join(' '));
  const book = fieldTags.book.find((tag) => tag !== titleTag && values.first(tag) !== undefined);
  const journal = values.firstOf(fieldTags.journal) ?? (book === undefined ? undefined : values.first(book));
  const publisher = values.firstOf(fieldTags.publisher);
  // ERIC names whoever issued a report where the journal of an article stands.
  const issued = eric && reference.type !== 'article' && publisher === undefined;
  put(reference, issued ? 'publisher' : 'journal', journal);
  put(reference, 'publisher', publisher ?? reference.publisher);
  put(reference, 'volume', values.firstOf(fieldTags.volume));
  put(reference, 'issue', values.firstOf(fieldTags.issue));
  put(reference, 'pages', values.firstOf(fieldTags.pages) ?? articleNumber(values));
  put(reference, 'place', values.firstOf(fieldTags.place));
  put(reference, 'language', values.firstOf(fieldTags.language));
  put(reference, 'year', yearOf(values));
}

function addNumbers(reference: Draft, values: Values): void {
  put(reference, 'doi', doiOf(values));
  put(reference, 'url', addressAmong(values.raw('LID')) ?? addressAmong(values.raw('AID')));
  const issn = values.first('IS', 'ISSN');
  put(reference, 'issn', issn === undefined ? undefined : (issnIn(issn) ?? issn));
  const isbn = values.first('ISBN');
  put(reference, 'isbn', isbn === undefined ? undefined : (isbnIn(isbn) ?? isbn));
  put(reference, 'pmid', pmidIn(values.first('PMID') ?? ''));
  if (values.has('PMC')) put(reference, 'pmcid', pmcidIn(values.first('PMC') ?? ''));
  put(reference, 'accession', values.firstOf(fieldTags.accession));
  put(reference, 'database', values.firstOf(fieldTags.database));
}

function addressAmong(values: readonly string[]): string | undefined {
  return values.find((value) => value.includes('://') && /^\s*(?:https?|ftp):/i.test(value))?.trim();
}

/**
 * LID and AID that say they are a DOI, or look like nothing else; the DOI that PubMed prints behind the source; and last
 * a publisher's item number that is one.
 */
function doiOf(values: Values): string | undefined {
  return (
    doiAmong(values.raw('LID'), isDoi) ??
    doiAmong(values.raw('AID'), isDoi) ??
    doiAmong(values.raw('SO'), (value) => /doi:/i.test(value)) ??
    doiAmong([...values.raw('LID'), ...values.raw('AID')], (value) => /^\s*10\./.test(value))
  );
}

function doiAmong(values: readonly string[], is: (value: string) => boolean): string | undefined {
  for (const value of values) {
    const doi = value.includes('10.') && is(value) ? firstDoi(value) : undefined;
    if (doi !== undefined) return doi;
  }
  return undefined;
}

/** An address that only has a DOI in it somewhere is not that DOI. */
function isDoi(value: string): boolean {
  if (value.includes('[pii]')) return false;
  return !value.includes('://') || /\bdoi\.org\/10\./i.test(value);
}

/** "LID - e104 [pii]": a number that stands for the pages. The publisher's long item numbers do not. */
function articleNumber(values: Values): string | undefined {
  return values.raw('LID').flatMap((value) => /^\s*(e?\d{1,8})\s*\[pii\]/i.exec(value)?.[1] ?? [])[0];
}

function yearOf(values: Values): number | undefined {
  for (const tag of fieldTags.date) {
    for (const value of values.raw(tag)) {
      // "DA  - 20100520"
      const year = yearIn(value) ?? yearIn(/^\s*(\d{4})\d{4}\s*$/.exec(value)?.[1] ?? '');
      if (year !== undefined) return year;
    }
  }
  return undefined;
}

/** ERIC numbers articles of journals EJ and everything else ED. */
function isJournalArticle(values: Values): boolean {
  return values.raw('OID').some((number) => /^\s*EJ\d/.test(number));
}

function addEricsNumbers(reference: Draft, values: Values): void {
  put(reference, 'accession', reference.accession ?? values.first('OID'));
  reference.database ??= 'ERIC';
}

/** The format is PubMed's own; what others write in it, they say in their notes. */
const vendorOf = (values: Values): Vendor | undefined => (values.has('PMID') ? 'pubmed' : undefined);
