import type { Reference, Tag } from '@throughline/core';
import { referenceOf } from '../xml/draft.js';
import { elementAt, elementsAt, lineOf, type XmlElement } from '../xml/element.js';
import { pagesOf } from '../ris/pages.js';
import { standardNumbers } from '../xml/numbers.js';
import { abstractIn, doiIn, keywordsIn, namesIn, numbersIn, pmcidOf, pmidOf, yearOf } from './parts.js';

/** A book of the NCBI Bookshelf, or a chapter of one. */
export function bookFields(root: XmlElement, document: XmlElement, tags: readonly Tag[]): Reference {
  const book = elementAt(document, 'Book');
  const numbers = [
    ...elementsAt(document, 'ArticleIdList/ArticleId'),
    ...elementsAt(root, 'PubmedBookData/ArticleIdList/ArticleId'),
  ];
  const chapter = lineOf(elementAt(document, 'ArticleTitle'));
  const whole = lineOf(elementAt(book, 'BookTitle'));
  const lists = [...elementsAt(document, 'AuthorList'), ...elementsAt(book, 'AuthorList')];
  const editors = lists.filter(({ attributes }) => attributes.Type === 'editors');
  const [authors] = lists.filter((list) => !editors.includes(list));
  return referenceOf({
    type: chapter === undefined ? 'book' : 'chapter',
    title: chapter ?? whole,
    authors: namesIn(authors),
    etAl: authors?.attributes.CompleteYN === 'N' || undefined,
    year: yearOf(elementAt(book, 'PubDate')) ?? yearOf(elementAt(document, 'ContributionDate')),
    journal: chapter === undefined ? lineOf(elementAt(book, 'CollectionTitle')) : whole,
    volume: lineOf(elementAt(book, 'Volume')),
    pages: pagesIn(elementAt(document, 'Pagination')),
    publisher: lineOf(elementAt(book, 'Publisher/PublisherName')),
    place: lineOf(elementAt(book, 'Publisher/PublisherLocation')),
    doi: doiIn([...elementsAt(document, 'ELocationID'), ...elementsAt(book, 'ELocationID')], numbers),
    abstract: abstractIn(elementAt(document, 'Abstract')),
    keywords: keywordsIn(document),
    language: lineOf(elementAt(document, 'Language')),
    editors: editors.flatMap(namesIn),
    isbn: standardNumbers(lineOf(elementAt(book, 'Isbn')) ?? '').isbn,
    pmid: pmidOf(document, numbers),
    pmcid: pmcidOf(numbers),
    accession: numbersIn(numbers, 'IdType', 'bookaccession')[0],
    format: 'pubmed-xml',
    tags,
  });
}

function pagesIn(pagination: XmlElement | undefined): string | undefined {
  const printed = lineOf(elementAt(pagination, 'MedlinePgn'));
  return printed ?? pagesOf(lineOf(elementAt(pagination, 'StartPage')), lineOf(elementAt(pagination, 'EndPage')));
}
