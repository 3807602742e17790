import type { Tag } from '@throughline/core';
import { firstDoi } from '../doi.js';
import type { ReadTags } from '../tagged/dialect.js';
import { isbnIn, isEtAl, issnIn, pmidIn, yearIn } from '../tagged/identifiers.js';
import { pageRange } from '../tagged/page-range.js';
import { paragraphs } from '../tagged/running-text.js';
import { type Draft, put, slotsOf, Values, valuesBySlot } from '../tagged/values.js';
import { webText } from '../text/web-text.js';
import type { Vendor } from '../vendors.js';
import { authorsOf, editorsOf } from './authors.js';
import { typeOf } from './reference-types.js';
import { fieldTags, keywordTags, knownTags } from './tags.js';

const slots = slotsOf(knownTags);

/** The fields that every format shares, from a record's tags. What no tag says stays absent. */
export function referenceOf(tags: Tag[], preamble: readonly string[]): ReadTags {
  const values = new Values(valuesBySlot(tags, slots), slots, webText);
  const people = authorsOf(values);
  const authors = people.filter((name) => !isEtAl(name));
  const title = values.first(...fieldTags.title);
  const journal = values.first(...fieldTags.journal);
  const inVolume = title !== undefined && journal !== undefined && bare(title) !== bare(journal);
  const reference: Draft = {
    type: typeOf(values.first('PT') ?? '', values.first('DT') ?? '', inVolume),
    authors,
    keywords: values.all(...keywordTags).flatMap(terms),
    format: 'ciw',
    tags,
  };
  if (authors.length < people.length) reference.etAl = true;
  put(reference, 'title', title);
  // The database of books gives a book's own title as what holds it.
  put(reference, 'journal', reference.type === 'book' && !inVolume ? values.first('SE') : journal);
  addSource(reference, values);
  addNumbers(reference, values);
  const editors = editorsOf(values);
  if (editors.length > 0) reference.editors = editors;
  const vendor = vendorOf(values, preamble);
  return vendor === undefined ? { reference } : { reference, vendor };
}

function addSource(reference: Draft, values: Values): void {
  put(reference, 'volume', values.first(...fieldTags.volume));
  put(reference, 'issue', values.first(...fieldTags.issue));
  put(reference, 'pages', pagesOf(values));
  put(reference, 'publisher', values.first(...fieldTags.publisher));
  put(reference, 'place', values.first(...fieldTags.place));
  put(reference, 'language', values.first(...fieldTags.language));
  put(reference, 'abstract', values.joined(abstractText, ...fieldTags.abstract));
  for (const tag of fieldTags.date) {
    const year = yearIn(values.first(tag) ?? '');
    if (year === undefined) continue;
    reference.year = year;
    break;
  }
}

function addNumbers(reference: Draft, values: Values): void {
  put(reference, 'doi', firstDoiIn(values));
  put(reference, 'url', values.first(...fieldTags.url));
  const issn = values.first(...fieldTags.issn);
  put(reference, 'issn', issn === undefined ? undefined : issnIn(issn));
  const isbn = values.first(...fieldTags.isbn) ?? (reference.issn === undefined ? issn : undefined);
  put(reference, 'isbn', isbn === undefined ? undefined : isbnIn(isbn));
  put(reference, 'pmid', pmidIn(values.first(...fieldTags.pmid) ?? ''));
  put(reference, 'accession', values.first(...fieldTags.accession));
  put(reference, 'database', /^([A-Z]{2,10}):/.exec(values.first('UT') ?? '')?.[1]);
}

/** Further lines stand behind three blanks. */
const abstractText = (value: string): string => paragraphs(value, 3);

/** DI is the work's own; D2 that of the book. */
function firstDoiIn(values: Values): string | undefined {
  for (const tag of fieldTags.doi) {
    for (const value of values.all(tag)) {
      const doi = firstDoi(value);
      if (doi !== undefined) return doi;
    }
  }
  return undefined;
}

/** BP and EP, then PS, where the databases of other makers have the range, then the article's number. */
function pagesOf(values: Values): string | undefined {
  return pageRange(values.first('BP', 'BR'), values.first('EP')) ?? values.first('PS', 'AR');
}

/** "a; b; c"; Inspec groups them further by "/" and "//", which are left as they are. */
function terms(value: string): string[] {
  return value
    .split(';')
    .map((term) => term.trim())
    .filter((term) => term !== '');
}

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function vendorOf(values: Values, preamble: readonly string[]): Vendor | undefined {
  const named = preamble.some((line) => /^\s*FN .*(?:ISI|Thomson|Clarivate|Web of)/.test(line));
  return named || values.has('UT') ? 'web-of-science' : undefined;
}
