import type { Reference, ReferenceType } from '@throughline/core';
import { firstDoi } from '../doi.js';
import { pagesOf } from '../ris/pages.js';
import { referenceOf, yearIn } from '../xml/draft.js';
import { elementAt, elementsAt, lineOf, type XmlElement } from '../xml/element.js';
import { standardNumbers } from '../xml/numbers.js';

const types: Readonly<Record<string, ReferenceType>> = {
  journal_article: 'article',
  book_title: 'book',
  book_content: 'chapter',
  conference_paper: 'conference',
  dissertation: 'thesis',
  'report-paper_title': 'report',
  posted_content: 'article',
};

/** The flat answer to a query for a work. */
export function queryFields(query: XmlElement): Omit<Reference, 'tags'> {
  const line = (name: string) => lineOf(elementAt(query, name));
  const title = line('article_title') ?? line('volume_title');
  const held = line('journal_title') ?? line('volume_title') ?? line('series_title');
  const numbers = standardNumbers([...elementsAt(query, 'issn'), ...elementsAt(query, 'isbn')].map(lineOf).join(' '));
  return referenceOf({
    type: types[elementAt(query, 'doi')?.attributes.type ?? ''] ?? 'other',
    title,
    authors: elementsAt(query, 'contributors/contributor')
      .map(nameOf)
      .filter((name) => name !== ''),
    year: yearIn(line('year')),
    journal: held === title ? undefined : held,
    volume: line('volume'),
    issue: line('issue'),
    pages: pagesOf(line('first_page'), line('last_page')),
    doi: firstDoi(line('doi') ?? ''),
    keywords: [],
    ...numbers,
    format: 'crossref-xml',
    tags: [],
  });
}

function nameOf(contributor: XmlElement): string {
  const parts = ['surname', 'given_name'].map((name) => lineOf(elementAt(contributor, name)));
  return parts.filter((part) => part !== undefined).join(', ');
}
