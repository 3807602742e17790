import type { Tag } from '@throughline/core';
import { firstDoi } from '../doi.js';
import type { ReadTags } from '../tagged/dialect.js';
import { isbnIn, isEtAl, issnIn, pmcidIn, pmidIn, yearIn } from '../tagged/identifiers.js';
import { namesInLine } from '../tagged/names.js';
import { noted } from '../tagged/noted.js';
import { pageRange } from '../tagged/page-range.js';
import { paragraphs } from '../tagged/running-text.js';
import { type Draft, put, slotsOf, Values, valuesBySlot } from '../tagged/values.js';
import { webText } from '../text/web-text.js';
import type { Vendor } from '../vendors.js';
import { typeOf } from './reference-types.js';
import { fieldTags, keywordTags, knownTags, noteTags } from './tags.js';

const slots = slotsOf(knownTags);

/** The fields that every format shares, from a record's tags. What no tag says stays absent. */
export function referenceOf(tags: Tag[], preamble: readonly string[]): ReadTags {
  const values = new Values(valuesBySlot(tags, slots), slots, webText);
  const people = namesIn(values, 'A1');
  const authors = people.filter((name) => !isEtAl(name));
  const reference: Draft = {
    type: typeOf(values.first('RT'), values.has('JF') || values.has('JO')),
    authors,
    keywords: keywordTags.flatMap((tag) => values.lines(tag)).flatMap(terms),
    format: 'refworks',
    tags,
  };
  if (authors.length < people.length) reference.etAl = true;
  addSource(reference, values);
  addNumbers(reference, values);
  const editors = namesIn(values, 'A2');
  if (editors.length > 0) reference.editors = editors;
  const notes = values.all(...noteTags);
  return noted(reference, notes, vendorOf(values, preamble));
}

function addSource(reference: Draft, values: Values): void {
  const inBook = reference.type === 'chapter' || reference.type === 'book';
  put(reference, 'title', values.first(...fieldTags.title));
  put(
    reference,
    'journal',
    inBook
      ? values.first(...fieldTags.book, ...fieldTags.journal)
      : values.first(...fieldTags.journal, ...fieldTags.book),
  );
  put(reference, 'volume', values.first(...fieldTags.volume));
  put(reference, 'issue', values.first(...fieldTags.issue));
  put(reference, 'pages', pageRange(values.first('SP'), values.first('OP')));
  put(reference, 'publisher', values.first(...fieldTags.publisher));
  put(reference, 'place', values.first(...fieldTags.place));
  put(reference, 'language', languageOf(values));
  put(reference, 'abstract', values.joined(paragraphs, ...fieldTags.abstract));
  const dates = values.all(...fieldTags.date);
  put(reference, 'year', dates.map(yearIn).find(isThere));
}

function addNumbers(reference: Draft, values: Values): void {
  put(reference, 'doi', doiOf(values));
  put(reference, 'url', values.first(...fieldTags.url));
  // One tag for both numbers: ten or thirteen digits are an ISBN.
  const printed = values.all(...fieldTags.number);
  put(reference, 'isbn', printed.map(isbnIn).find(isThere));
  put(
    reference,
    'issn',
    printed
      .filter((number) => isbnIn(number) === undefined)
      .map(issnIn)
      .find(isThere),
  );
  put(reference, 'pmid', pmidIn(values.first(...fieldTags.pmid) ?? ''));
  put(reference, 'pmcid', pmcidIn(values.first(...fieldTags.pmcid) ?? ''));
  put(reference, 'accession', values.first(...fieldTags.accession));
  put(reference, 'database', values.first(...fieldTags.database));
}

const isThere = <T>(value: T | undefined): value is T => value !== undefined;

/** DO; then notes and links that say they are one. */
function doiOf(values: Values): string | undefined {
  const noted = values.all('NO').filter((note) => /\bdoi\s?:/i.test(note));
  const linked = values.all(...fieldTags.url).filter((link) => /\bdoi\.org\/10\./i.test(link));
  const afterDoi = noted.map((note) => note.slice(note.search(/\bdoi\s?:/i)));
  return [...values.all(...fieldTags.doi), ...afterDoi, ...linked].map(firstDoi).find(isThere);
}

/** OL is the language that RefWorks prints in, with its number: "English (30)", "Unknown(0)". */
function languageOf(values: Values): string | undefined {
  const printed = values.first('OL')?.replace(/\s*\(\d+\)$/, '');
  return values.first('LA') ?? (printed === undefined || /^unknown$/i.test(printed) ? undefined : printed);
}

function namesIn(values: Values, tag: string): string[] {
  return values
    .lines(tag)
    .flatMap(namesInLine)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function terms(line: string): string[] {
  return line
    .split(';')
    .map((term) => term.trim())
    .filter((term) => term !== '');
}

/** Its own header, or the fields that only its own exports have; journals write this format for it as well. */
function vendorOf(values: Values, preamble: readonly string[]): Vendor | undefined {
  if (preamble.some((line) => /^\s*Refworks Export/i.test(line))) return 'refworks';
  return /\(\d+\)\s*$/.test(values.first('OL') ?? '') ? 'refworks' : undefined;
}
