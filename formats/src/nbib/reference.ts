import type { Tag } from '@throughline/core';
import { firstDoi } from '../doi.js';
import type { ReadTags } from '../tagged/dialect.js';
import { isbnIn, isEtAl, issnIn, pmcidIn, pmidIn, yearIn } from '../tagged/identifiers.js';
import { noted } from '../tagged/noted.js';
import type { Draft } from '../tagged/values.js';
import type { Vendor } from '../vendors.js';
import { personsIn } from './authors.js';
import { FieldValues, type Text } from './field-values.js';
import { typeOf } from './reference-types.js';
import { sortedTags } from './sorted-tags.js';
import { fieldTags, keywordTags, noteTags, slotIn, slotsIn } from './tags.js';

/**
 * The fields that every format shares, from a record's tags. What no tag says stays absent. Field by field and without a
 * table on purpose: this is the innermost part of an import. `text`: what is known of all values.
 */
export function referenceOf(
  tags: Tag[],
  { values: found, people: named } = sortedTags(tags),
  text: Text = { composed: false, tight: false, even: false },
): ReadTags {
  const values = new FieldValues(found, text);
  const people = personsIn(named, authorTags, values);
  const eric = values.has(OWN) && values.raw(OWN).some((owner) => owner.trim() === 'ERIC');
  const etAl = people.some(isEtAl);
  const reference: Draft = {
    type: eric && isJournalArticle(values) ? 'article' : typeOf(values.all(kinds), values.has(BTI), values.has(TI)),
    authors: etAl ? people.filter((name) => !isEtAl(name)) : people,
    keywords: values.all(keywords),
    format: 'nbib',
    tags,
  };
  if (etAl) reference.etAl = true;
  addSource(reference, values, eric);
  addNumbers(reference, values);
  if (eric) addEricsNumbers(reference, values);
  const abstract = values.joined(fields.abstract);
  if (abstract !== undefined) reference.abstract = abstract;
  const editors = named.some(isEditor) ? personsIn(named, editorTags, values) : [];
  if (editors.length > 0) reference.editors = editors;
  return noted(reference, values.all(notes), eric ? 'eric' : vendorOf(values));
}

const authorTags = { full: 'FAU', short: 'AU', group: 'CN' };
const editorTags = { full: 'FED', short: 'ED' };
const isEditor = ({ tag }: Tag): boolean => tag === editorTags.full || tag === editorTags.short;

/** The slots of `fieldTags`. */
const fields = {
  ...{ title: slotsIn(fieldTags.title), abstract: slotsIn(fieldTags.abstract), journal: slotsIn(fieldTags.journal) },
  ...{ book: slotsIn(fieldTags.book), date: slotsIn(fieldTags.date), volume: slotsIn(fieldTags.volume) },
  ...{ issue: slotsIn(fieldTags.issue), pages: slotsIn(fieldTags.pages), publisher: slotsIn(fieldTags.publisher) },
  ...{ place: slotsIn(fieldTags.place), language: slotsIn(fieldTags.language) },
  ...{ accession: slotsIn(fieldTags.accession), database: slotsIn(fieldTags.database) },
};
const kinds = slotsIn(['PT']);
const keywords = slotsIn(keywordTags);
const notes = slotsIn(noteTags);
const serials = slotsIn(['IS', 'ISSN']);
const [isbns, pmcids, pmids] = [slotsIn(['ISBN']), slotsIn(['PMC']), slotsIn(['PMID'])];
const [OWN, OID, BTI, TI] = [slotIn('OWN'), slotIn('OID'), slotIn('BTI'), slotIn('TI')];
const [PMID, LID, AID, SO] = [slotIn('PMID'), slotIn('LID'), slotIn('AID'), slotIn('SO')];

function addSource(reference: Draft, values: FieldValues, eric: boolean): void {
  const titleSlot = values.firstTold(fields.title);
  // A title that runs over several TI lines is one title.
  if (titleSlot !== undefined) reference.title = values.all([titleSlot]).join(' ');
  const journal = values.first(fields.journal) ?? bookIn(values, titleSlot);
  const publisher = values.first(fields.publisher);
  // ERIC names whoever issued a report where the journal of an article stands.
  const issued = eric && reference.type !== 'article' && publisher === undefined;
  if (journal !== undefined) reference[issued ? 'publisher' : 'journal'] = journal;
  if (publisher !== undefined) reference.publisher = publisher;
  const volume = values.first(fields.volume);
  if (volume !== undefined) reference.volume = volume;
  const issue = values.first(fields.issue);
  if (issue !== undefined) reference.issue = issue;
  const pages = values.first(fields.pages) ?? articleNumber(values);
  if (pages !== undefined) reference.pages = pages;
  addPublication(reference, values);
}

/** What is already the title is not the book that holds the work. */
function bookIn(values: FieldValues, titleSlot: number | undefined): string | undefined {
  return values.first(fields.book.filter((slot) => slot !== titleSlot));
}

function addPublication(reference: Draft, values: FieldValues): void {
  const place = values.first(fields.place);
  if (place !== undefined) reference.place = place;
  const language = values.first(fields.language);
  if (language !== undefined) reference.language = language;
  const year = yearOf(values);
  if (year !== undefined) reference.year = year;
}

function addNumbers(reference: Draft, values: FieldValues): void {
  const doi = doiOf(values);
  if (doi !== undefined) reference.doi = doi;
  const url = addressAmong(values.raw(LID)) ?? addressAmong(values.raw(AID));
  if (url !== undefined) reference.url = url;
  const issn = values.first(serials);
  if (issn !== undefined) reference.issn = issnIn(issn) ?? issn;
  const isbn = values.first(isbns);
  if (isbn !== undefined) reference.isbn = isbnIn(isbn) ?? isbn;
  const pmid = pmidIn(values.first(pmids) ?? '');
  if (pmid !== undefined) reference.pmid = pmid;
  const pmcid = pmcidIn(values.first(pmcids) ?? '');
  if (pmcid !== undefined) reference.pmcid = pmcid;
  const accession = values.first(fields.accession);
  if (accession !== undefined) reference.accession = accession;
  const database = values.first(fields.database);
  if (database !== undefined) reference.database = database;
}

function addressAmong(values: readonly string[]): string | undefined {
  return values.find((value) => value.includes('://') && /^\s*(?:https?|ftp):/i.test(value))?.trim();
}

/**
 * LID and AID that say they are a DOI, or look like nothing else; the DOI that PubMed prints behind the source; and last
 * a publisher's item number that is one.
 */
function doiOf(values: FieldValues): string | undefined {
  return (
    doiAmong(values.raw(LID), isDoi) ??
    doiAmong(values.raw(AID), isDoi) ??
    doiAmong(values.raw(SO), (value) => /doi:/i.test(value)) ??
    doiAmong([...values.raw(LID), ...values.raw(AID)], (value) => /^\s*10\./.test(value))
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
function articleNumber(values: FieldValues): string | undefined {
  return values.raw(LID).flatMap((value) => /^\s*(e?\d{1,8})\s*\[pii\]/i.exec(value)?.[1] ?? [])[0];
}

function yearOf(values: FieldValues): number | undefined {
  for (const slot of fields.date) {
    if (!values.has(slot)) continue;
    for (const value of values.raw(slot)) {
      // "DA  - 20100520"
      const year = yearIn(value) ?? yearIn(/^\s*(\d{4})\d{4}\s*$/.exec(value)?.[1] ?? '');
      if (year !== undefined) return year;
    }
  }
  return undefined;
}

/** ERIC numbers articles of journals EJ and everything else ED. */
function isJournalArticle(values: FieldValues): boolean {
  return values.raw(OID).some((number) => /^\s*EJ\d/.test(number));
}

function addEricsNumbers(reference: Draft, values: FieldValues): void {
  const accession = reference.accession ?? values.first([OID]);
  if (accession !== undefined) reference.accession = accession;
  reference.database ??= 'ERIC';
}

/** The format is PubMed's own; what others write in it, they say in their notes. */
const vendorOf = (values: FieldValues): Vendor | undefined => (values.has(PMID) ? 'pubmed' : undefined);
