import type { Tag } from '@throughline/core';
import { firstDoi } from '../doi.js';
import type { ReadTags } from '../tagged/dialect.js';
import { isbnIn, isEtAl, issnIn, pmidIn, yearIn } from '../tagged/identifiers.js';
import { noted } from '../tagged/noted.js';
import { paragraphs } from '../tagged/running-text.js';
import { type Draft, put, slotsOf, Values, valuesBySlot } from '../tagged/values.js';
import { webText } from '../text/web-text.js';
import type { Vendor } from '../vendors.js';
import { citationIn } from './citation.js';
import { authorsOf, editorsOf } from './people.js';
import { typeOf } from './reference-types.js';
import { canonicalTag, commaKeywordTags, fieldTags, keywordTags, knownTags } from './tags.js';

const slots = slotsOf(knownTags);

/** The fields that every format shares, from a record's tags. What no tag says stays absent. */
export function referenceOf(tags: Tag[], preamble: readonly string[]): ReadTags {
  const values = new Values(
    valuesBySlot(
      tags.map(({ tag, value }) => ({ tag: canonicalTag(tag), value })),
      slots,
    ),
    slots,
    webText,
  );
  const people = authorsOf(values);
  const authors = people.filter((name) => !isEtAl(name));
  const reference: Draft = {
    type: typeOf(values.all('DT', 'PT', 'ST'), values.has('SO') || values.has('JN')),
    authors,
    keywords: keywordsOf(values),
    format: 'ovid',
    tags,
  };
  if (authors.length < people.length) reference.etAl = true;
  put(reference, 'database', values.first('DB') ?? databaseIn(preamble));
  addSource(reference, values);
  addNumbers(reference, values);
  const editors = editorsOf(values);
  if (editors.length > 0) reference.editors = editors;
  return noted(reference, values.all('NT'), vendorOf(values));
}

/** Behind a title Ovid prints what sort of text it is, and that it has a list of references. */
const sortOfText =
  / {0,3}\[(?:Article|Review|References|Miscellaneous|Letter|Editorial|Comment|Commentary|Report|Abstract|News)\]\.?$/i;

function addSource(reference: Draft, values: Values): void {
  // The day on which somebody looked at an address is not the year of the work.
  const source = (values.first(...fieldTags.source) ?? '').replace(/\[viewed [^\]]{0,40}\]/g, '');
  const said = citationIn(source);
  const dates = values.all(...fieldTags.date).map(yearIn);
  put(reference, 'title', values.first(...fieldTags.title)?.replace(sortOfText, ''));
  put(
    reference,
    'journal',
    values.first(...fieldTags.journal) ?? (reference.type === 'book' ? undefined : said.journal),
  );
  put(reference, 'volume', values.first(...fieldTags.volume) ?? said.volume);
  put(reference, 'issue', values.first(...fieldTags.issue) ?? said.issue);
  put(reference, 'pages', [values.first(...fieldTags.pages), said.pages].find(isPages));
  put(reference, 'year', dates.find((year) => year !== undefined) ?? said.year);
  put(reference, 'publisher', values.first(...fieldTags.publisher));
  put(reference, 'place', values.first(...fieldTags.place));
  put(reference, 'language', values.first(...fieldTags.language)?.replace(/\.$/, ''));
  put(reference, 'abstract', values.joined(abstractText, ...fieldTags.abstract));
}

/** Further lines stand behind two blanks, or six. */
const abstractText = (value: string): string => paragraphs(value, 6);

/** PsycINFO writes "No Pagination Specified" where others write nothing. */
const isPages = (pages: string | undefined): boolean => pages !== undefined && !/^no\b/i.test(pages);

function addNumbers(reference: Draft, values: Values): void {
  put(reference, 'doi', doiOf(values));
  put(reference, 'url', values.first(...fieldTags.url));
  put(
    reference,
    'issn',
    values
      .all(...fieldTags.issn)
      .map(issnIn)
      .find(isThere),
  );
  put(
    reference,
    'isbn',
    values
      .all(...fieldTags.isbn)
      .map(isbnIn)
      .find(isThere),
  );
  // "Peer Reviewed Journal: 2015-33942-012.": the kind of work is no part of the number.
  const number = values.first(...fieldTags.accession) ?? values.all('ID').find((id) => ownOfCochrane.test(id));
  const accession = number?.replace(/^[A-Z][A-Za-z ]{2,40}: /, '').replace(/\.$/, '');
  put(reference, 'accession', accession);
  const inMedline = /medline|pubmed/i.test(reference.database ?? '') && /^\d{1,9}$/.test(accession ?? '');
  put(reference, 'pmid', pmidIn(values.first(...fieldTags.pmid) ?? '') ?? (inMedline ? accession : undefined));
}

/** Its trials and its reviews: "CN-01234567", "CD001234", "MR000001". */
const ownOfCochrane = /^(?:CN-\d|(?:CD|MR)\d{6})/;

const isThere = <T>(value: T | undefined): value is T => value !== undefined;

/** DO or DI; MEDLINE has it among the other numbers: "10.5555/waiting [doi]". */
function doiOf(values: Values): string | undefined {
  const others = values.all('ID', 'OI').filter((value) => /^10\.|\[doi\]/.test(value));
  return [...values.all(...fieldTags.doi), ...others].map(firstDoi).find(isThere);
}

/** Headings one a tag; key words and key concepts parted in one line. */
function keywordsOf(values: Values): string[] {
  const byComma = values
    .all(...commaKeywordTags)
    .filter((value) => !ownOfCochrane.test(value) && !/^10\.|\[(?:doi|pii)\]/.test(value));
  return [
    ...values.all(...keywordTags).flatMap((value) => value.split(';')),
    ...byComma.flatMap((value) => value.split(/;|, | , /)),
  ]
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '');
}

/** "Database: Ovid MEDLINE(R) <1946 to Present>", printed with the search. */
function databaseIn(preamble: readonly string[]): string | undefined {
  for (const line of preamble) {
    const said = /^\s*Databases?(?:\(s\))?\s?:\s*(\S[^<]*)/i.exec(line.slice(0, 300))?.[1]?.trim();
    if (said !== undefined) return said;
  }
  return undefined;
}

/** Only the Cochrane Library writes US, KY and "PUBMED 31234567" here. */
function vendorOf(values: Values): Vendor {
  const fromCochrane = values.raw('US').some((address) => /cochranelibrary\.com/i.test(address)) || values.has('KY');
  return fromCochrane && !values.has('VN') ? 'cochrane' : 'ovid';
}
