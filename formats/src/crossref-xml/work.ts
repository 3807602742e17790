import type { Reference, ReferenceType } from '@throughline/core';
import { firstDoi } from '../doi.js';
import { pagesOf } from '../ris/pages.js';
import { referenceOf, yearIn } from '../xml/draft.js';
import { childrenOf, elementAt, elementsAt, isElement, lineOf, type XmlElement } from '../xml/element.js';
import { standardNumbers } from '../xml/numbers.js';
import { abstractOf } from './abstract.js';
import { editorsIn, authorsIn } from './people.js';

/** A work and what holds it; only what holds, where that is the work (a book, a thesis, a preprint). */
export interface Place {
  readonly container: XmlElement;
  readonly work?: XmlElement;
}

export function workFields({ container, work }: Place): Omit<Reference, 'tags'> {
  const about = metadataOf(container);
  const parts = [...(work === undefined ? [] : [work]), ...about];
  const own = work ?? container;
  const title = first(parts.slice(0, 1), titleOf) ?? (work === undefined ? first(about, titleOf) : undefined);
  const journal = journalOf(container, work, about);
  return referenceOf({
    type: typeOf(container, work),
    title,
    authors: work === undefined ? (first(parts, nonEmpty(authorsIn)) ?? []) : authorsIn(work),
    year: first(parts, yearOf),
    journal: journal === title ? undefined : journal,
    volume: first(parts, (part) => line(part, 'journal_volume/volume', 'volume')),
    issue: first(parts, (part) => line(part, 'issue')),
    pages: pagesIn(own),
    publisher: first(parts, (part) => line(part, 'publisher/publisher_name', 'institution/institution_name')),
    place:
      first(parts, (part) => line(part, 'publisher/publisher_place', 'institution/institution_place')) ??
      line(container, 'event_metadata/conference_location'),
    doi: firstDoi(line(own, 'doi_data/doi') ?? first(parts.slice(0, 2), (part) => line(part, 'doi_data/doi')) ?? ''),
    url: line(own, 'doi_data/resource') ?? first(parts.slice(0, 2), (part) => line(part, 'doi_data/resource')),
    abstract: abstractOf(own) ?? (work === undefined ? first(about, abstractOf) : undefined),
    keywords: [],
    language: own.attributes.language ?? first(parts, ({ attributes }) => attributes.language),
    editors: first(parts, nonEmpty(editorsIn)),
    issn: first(parts, issnOf),
    isbn: first(
      parts,
      (part) =>
        standardNumbers(
          elementsAt(part, 'isbn')
            .map((each) => lineOf(each) ?? '')
            .join(' '),
        ).isbn,
    ),
    format: 'crossref-xml',
    tags: [],
  });
}

/** The parts of a container that describe it and its series, nearest first. */
function metadataOf(container: XmlElement): XmlElement[] {
  const own = container.children.filter(isElement).filter(({ name }) => /_metadata$|^journal_issue$/.test(name));
  const order = (name: string) => (name === 'journal_issue' ? 0 : name === 'event_metadata' ? 2 : 1);
  const sorted = own.sort((left, right) => order(left.name) - order(right.name));
  const series = sorted.flatMap((each) => childrenOf(each, 'series_metadata', 'set_metadata'));
  return [...(sorted.length === 0 ? [container] : sorted), ...series];
}

const types: Readonly<Record<string, ReferenceType>> = {
  journal: 'article',
  book: 'book',
  conference: 'conference',
  dissertation: 'thesis',
  'report-paper': 'report',
  posted_content: 'article',
};

function typeOf(container: XmlElement, work: XmlElement | undefined): ReferenceType {
  if (container.name === 'book' && work !== undefined) return 'chapter';
  if (container.name === 'journal' && work === undefined) return 'other';
  if (container.name !== 'posted_content') return types[container.name] ?? 'other';
  const { type } = container.attributes;
  if (type === 'dissertation' || type === 'report') return type === 'report' ? 'report' : 'thesis';
  return type === 'other' ? 'web' : 'article';
}

function titleOf(part: XmlElement): string | undefined {
  const titles = elementAt(part, 'titles');
  const title = lineOf(elementAt(titles, 'title')) ?? lineOf(elementAt(titles, 'original_language_title'));
  const subtitle = lineOf(elementAt(titles, 'subtitle'));
  if (title === undefined) return lineOf(elementAt(part, 'proceedings_title')) ?? lineOf(elementAt(part, 'full_title'));
  return subtitle === undefined || title.endsWith(subtitle) ? title : `${title}: ${subtitle}`;
}

function journalOf(
  container: XmlElement,
  work: XmlElement | undefined,
  about: readonly XmlElement[],
): string | undefined {
  const full = first(about, (part) => line(part, 'full_title', 'proceedings_title', 'abbrev_title'));
  if (full !== undefined) return full;
  if (work !== undefined) return first(about, titleOf);
  const series = about.filter(({ name }) => name === 'series_metadata' || name === 'set_metadata');
  return first(series, titleOf) ?? line(container, 'group_title');
}

/** The year in print before any other; dates of the work before those of what holds it. */
function yearOf(part: XmlElement): number | undefined {
  const dates = elementsAt(part, 'publication_date');
  const printed = dates.filter(({ attributes }) => attributes.media_type === 'print');
  const others = ['posted_date', 'approval_date', 'review_date', 'acceptance_date', 'accepted_date'].flatMap((name) =>
    elementsAt(part, name),
  );
  const inDatabase = ['publication_date', 'creation_date'].flatMap((name) => elementsAt(part, `database_date/${name}`));
  const all = [...printed, ...dates, ...others, ...inDatabase].map((date) => yearIn(lineOf(elementAt(date, 'year'))));
  return all.find((year) => year !== undefined) ?? yearIn(elementAt(part, 'conference_date')?.attributes.start_year);
}

function pagesIn(work: XmlElement): string | undefined {
  const range = pagesOf(line(work, 'pages/first_page'), line(work, 'pages/last_page'));
  if (range !== undefined) return range;
  const numbers = elementsAt(work, 'publisher_item/item_number');
  const number = numbers.find(({ attributes }) => /article/.test(attributes.item_number_type ?? '')) ?? numbers[0];
  return line(work, 'pages/other_pages', 'elocation_id') ?? lineOf(number);
}

/** The one in print, where several are told apart. */
function issnOf(part: XmlElement): string | undefined {
  const all = elementsAt(part, 'issn');
  const printed = all.filter(({ attributes }) => attributes.media_type === 'print');
  return standardNumbers([...printed, ...all].map((each) => lineOf(each) ?? '').join(' ')).issn;
}

function line(part: XmlElement, ...paths: readonly string[]): string | undefined {
  return first(
    paths.map((path) => elementAt(part, path)),
    lineOf,
  );
}

function nonEmpty(names: (part: XmlElement) => string[]): (part: XmlElement) => string[] | undefined {
  return (part) => {
    const found = names(part);
    return found.length === 0 ? undefined : found;
  };
}

function first<Part, Value>(parts: readonly Part[], value: (part: Part) => Value | undefined): Value | undefined {
  for (const part of parts) {
    const found = value(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
