import type { Reference, Tag } from '@throughline/core';
import { firstDoi } from '../doi.js';
import type { ReadTags } from '../tagged/dialect.js';
import { isbnIn, isEtAl, issnIn, pmcidIn, yearIn } from '../tagged/identifiers.js';
import { namesInLine } from '../tagged/names.js';
import { noted } from '../tagged/noted.js';
import { paragraphs } from '../tagged/running-text.js';
import { type Draft, put, slotsOf, Values, valuesBySlot } from '../tagged/values.js';
import { webText } from '../text/web-text.js';
import type { Vendor } from '../vendors.js';
import { typeOf } from './reference-types.js';
import { fieldTags, keywordTag, knownTags, noteTags } from './tags.js';

const slots = slotsOf(knownTags);

/** The fields that every format shares, from a record's tags. What no tag says stays absent. */
export function referenceOf(tags: Tag[]): ReadTags {
  const values = new Values(valuesBySlot(tags, slots), slots, webText);
  const people = namesIn(values, '%A');
  const authors = people.filter((name) => !isEtAl(name));
  const reference: Draft = {
    type: typeOf(values.all('%0'), (tag) => values.first(tag) !== undefined),
    authors,
    keywords: keywordsOf(values),
    format: 'enw',
    tags,
  };
  if (authors.length < people.length) reference.etAl = true;
  addSource(reference, values);
  addNumbers(reference, values);
  const editors = namesIn(values, '%E');
  if (editors.length > 0) reference.editors = editors;
  const notes = values.all(...noteTags);
  return noted(reference, notes, vendorOf(reference));
}

function addSource(reference: Draft, values: Values): void {
  put(reference, 'title', values.first(...fieldTags.title));
  put(reference, 'journal', values.first(...(reference.type === 'chapter' ? ['%B', '%J', '%S'] : ['%J', '%B', '%S'])));
  put(reference, 'volume', values.first(...fieldTags.volume));
  put(reference, 'issue', values.first(...fieldTags.issue));
  put(reference, 'pages', values.first(...fieldTags.pages));
  put(reference, 'publisher', values.first(...fieldTags.publisher));
  put(reference, 'place', values.first(...fieldTags.place));
  put(reference, 'language', values.first(...fieldTags.language));
  put(reference, 'abstract', values.joined(paragraphs, ...fieldTags.abstract));
  const dates = values.all(...fieldTags.date);
  put(
    reference,
    'year',
    dates.map(yearIn).find((year) => year !== undefined),
  );
}

function addNumbers(reference: Draft, values: Values): void {
  const url = values.lines('%U')[0] ?? values.first('%>');
  put(reference, 'doi', doiOf(values));
  put(reference, 'url', url);
  const printed = values.all('%@');
  // One tag for both numbers: four digits, a hyphen and four more are an ISSN.
  const issn = printed.map((number) => (isbnIn(number) === undefined ? issnIn(number) : undefined)).find(isThere);
  put(reference, 'issn', issn);
  put(reference, 'isbn', printed.map(isbnIn).find(isThere));
  put(
    reference,
    'pmcid',
    values
      .all('%2')
      .filter((value) => /^PMC\d/i.test(value))
      .map(pmcidIn)[0],
  );
  put(reference, 'accession', values.first(...fieldTags.accession));
  put(reference, 'database', values.first(...fieldTags.database));
}

const isThere = <T>(value: T | undefined): value is T => value !== undefined;

/** %R is EndNote's place for it; libraries write other numbers there. Others use the notes or the address. */
function doiOf(values: Values): string | undefined {
  const told = values.all('%R').filter((value) => /^\W*(?:doi\b|10\.)|doi\.org\/10\./i.test(value));
  const noted = values
    .all('%O', '%3')
    .filter((value) => /^\W*(?:doi\b\W*)?(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d/i.test(value));
  const linked = values.lines('%U').filter((value) => /\bdoi\.org\/10\./i.test(value));
  return [...told, ...noted, ...linked].map(firstDoi).find(isThere);
}

/** One a tag; a few programs write all into one, a line each or parted by ";". */
function namesIn(values: Values, tag: string): string[] {
  return values
    .lines(tag)
    .flatMap(namesInLine)
    .map((name) => name.replace(/,\s*$/, '').trim())
    .filter((name) => name !== '');
}

/** One a tag, one a line, or all in one line parted by ";". */
function keywordsOf(values: Values): string[] {
  return values
    .lines(keywordTag)
    .flatMap((line) => line.split(';'))
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '');
}

/** The format is EndNote's own; a library that writes it shows in its addresses. */
const vendorOf = ({ url }: Pick<Reference, 'url'>): Vendor =>
  url !== undefined && /\baisel\.aisnet\.org\b/i.test(url) ? 'ais' : 'endnote';
