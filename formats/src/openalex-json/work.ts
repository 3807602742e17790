import type { Reference, ReferenceType } from '@throughline/core';
import { firstDoi } from '../doi.js';
import { asText, type JsonObject, listAt, textAt, valueAt } from '../json/values.js';
import { tagsOf } from '../json/tags.js';
import { pagesOf } from '../ris/pages.js';
import { fieldText } from '../text/field-text.js';
import { referenceOf, yearIn } from '../xml/draft.js';
import { inOneLine } from '../xml/element.js';
import type { ReadReference } from '../xml/found-records.js';
import { standardNumbers } from '../xml/numbers.js';
import { abstractFrom } from './abstract.js';

/** One work; undefined where the object is none. */
export function readWork(work: JsonObject): ReadReference | undefined {
  if (
    !['id', 'title', 'display_name', 'doi', 'authorships'].some((key) => work[key] !== undefined && work[key] !== null)
  ) {
    return undefined;
  }
  return { reference: fieldsOf(work), vendor: 'openalex' };
}

function fieldsOf(work: JsonObject): Reference {
  const line = (...paths: readonly string[]) => inOneLine(textAt(work, ...paths) ?? '');
  const source = ['primary_location/source', 'host_venue', 'best_oa_location/source'];
  const of = (key: string) => source.map((path) => `${path}/${key}`);
  return referenceOf({
    type: typeOf(work),
    title: line('title', 'display_name'),
    authors: listAt(work, 'authorships')
      .map(nameOf)
      .filter((name) => name !== undefined),
    etAl: valueAt(work, 'is_authors_truncated') === true || undefined,
    year: yearIn(line('publication_year')) ?? yearIn(line('publication_date')),
    journal: line(...of('display_name'), 'primary_location/raw_source_name'),
    volume: line('biblio/volume'),
    issue: line('biblio/issue'),
    pages: pagesOf(line('biblio/first_page'), line('biblio/last_page')),
    publisher: line(...of('host_organization_name'), 'host_venue/publisher'),
    doi: firstDoi(line('doi', 'ids/doi') ?? ''),
    url: line('primary_location/landing_page_url', 'host_venue/url'),
    abstract: inOneLine(textAt(work, 'abstract') ?? '') ?? abstractOf(work),
    keywords: listAt(work, 'keywords')
      .map(wordOf)
      .filter((word) => word !== undefined),
    language: line('language'),
    issn: standardNumbers([line(...of('issn_l')), line(...of('issn'))].join(' ')).issn,
    pmid: /(\d{1,8})\/?$/.exec(line('ids/pmid') ?? '')?.[1],
    pmcid: pmcidOf(line('ids/pmcid')),
    accession: /W\d+/.exec(line('id', 'ids/openalex') ?? '')?.[0],
    format: 'openalex-json',
    tags: tagsOf(work, new Set(['abstract_inverted_index'])),
  });
}

function abstractOf(work: JsonObject): string | undefined {
  const text = abstractFrom(work.abstract_inverted_index);
  return text === undefined ? undefined : fieldText(text);
}

/** The name as OpenAlex knows the person; as the paper prints it where it knows nobody. */
function nameOf(authorship: unknown): string | undefined {
  return inOneLine(textAt(authorship, 'author/display_name', 'raw_author_name') ?? '');
}

/** Words were texts once, and have scores beside them now. */
function wordOf(keyword: unknown): string | undefined {
  return inOneLine(asText(keyword) ?? textAt(keyword, 'display_name', 'keyword') ?? '');
}

function pmcidOf(address: string | undefined): string | undefined {
  const digits = /(\d{1,9})\/?$/.exec(address ?? '')?.[1];
  return digits === undefined ? undefined : `PMC${digits}`;
}

const types: Readonly<Record<string, ReferenceType>> = {
  article: 'article',
  'journal-article': 'article',
  preprint: 'article',
  review: 'article',
  letter: 'article',
  editorial: 'article',
  'posted-content': 'article',
  'conference-paper': 'conference',
  'proceedings-article': 'conference',
  book: 'book',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  'book-chapter': 'chapter',
  'reference-entry': 'chapter',
  report: 'report',
  dissertation: 'thesis',
};

/** OpenAlex calls a paper of a conference an article, and keeps what Crossref said beside it. */
function typeOf(work: JsonObject): ReferenceType {
  const crossref = types[textAt(work, 'type_crossref') ?? ''];
  const own = types[textAt(work, 'type') ?? ''] ?? 'other';
  const atConference = textAt(work, 'primary_location/source/type') === 'conference';
  return own === 'article' && (crossref === 'conference' || atConference) ? 'conference' : own;
}
