import type { Reference, Tag } from '@throughline/core';
import { pagesOf } from '../ris/pages.js';
import { referenceOf } from '../xml/draft.js';
import { elementAt, elementsAt, lineOf, type XmlElement } from '../xml/element.js';
import { standardNumbers } from '../xml/numbers.js';
import { abstractIn, doiIn, keywordsIn, namesIn, numbersIn, pmcidOf, pmidOf, yearOf } from './parts.js';

export function journalFields(root: XmlElement, tags: readonly Tag[]): Reference {
  const citation = elementAt(root, 'MedlineCitation');
  const article = elementAt(citation, 'Article');
  const journal = elementAt(article, 'Journal');
  const issue = elementAt(journal, 'JournalIssue');
  // Straight under PubmedData: the reference list has numbers of its own, which are those of other works.
  const numbers = elementsAt(root, 'PubmedData/ArticleIdList/ArticleId');
  const locations = elementsAt(article, 'ELocationID');
  const authors = elementsAt(article, 'AuthorList').filter(({ attributes }) => attributes.Type !== 'editors');
  const editors = elementsAt(article, 'AuthorList').filter(({ attributes }) => attributes.Type === 'editors');
  return referenceOf({
    type: 'article',
    title: titleOf(article),
    authors: authors.flatMap(namesIn),
    etAl: authors.some(({ attributes }) => attributes.CompleteYN === 'N') || undefined,
    year: yearOf(elementAt(issue, 'PubDate')) ?? yearOf(elementAt(article, 'ArticleDate')),
    journal: journalOf(citation, journal),
    volume: lineOf(elementAt(issue, 'Volume')),
    issue: lineOf(elementAt(issue, 'Issue')),
    pages: pagesIn(article, locations),
    doi: doiIn(locations, numbers),
    abstract: abstractIn(elementAt(article, 'Abstract')) ?? otherAbstract(citation),
    keywords: keywordsIn(citation),
    language: lineOf(elementAt(article, 'Language')),
    editors: editors.flatMap(namesIn),
    issn: standardNumbers(
      lineOf(elementAt(journal, 'ISSN')) ?? lineOf(elementAt(citation, 'MedlineJournalInfo/ISSNLinking')) ?? '',
    ).issn,
    pmid: pmidOf(citation, numbers),
    pmcid: pmcidOf(numbers),
    format: 'pubmed-xml',
    tags,
  });
}

/** Where there is no title in English, the title as the journal printed it. */
function titleOf(article: XmlElement | undefined): string | undefined {
  const title = lineOf(elementAt(article, 'ArticleTitle'));
  const printed = lineOf(elementAt(article, 'VernacularTitle'));
  const missing = title === undefined || /^\[?not available\]?\.?\]?$/i.test(title);
  return missing ? (printed ?? title) : title;
}

function journalOf(citation: XmlElement | undefined, journal: XmlElement | undefined): string | undefined {
  return (
    lineOf(elementAt(journal, 'Title')) ??
    lineOf(elementAt(journal, 'ISOAbbreviation')) ??
    lineOf(elementAt(citation, 'MedlineJournalInfo/MedlineTA'))
  );
}

/** As printed; an article that has only a number has it as the publisher's number for it. */
function pagesIn(article: XmlElement | undefined, locations: readonly XmlElement[]): string | undefined {
  const pagination = elementAt(article, 'Pagination');
  const printed = lineOf(elementAt(pagination, 'MedlinePgn'));
  if (printed !== undefined) return printed;
  const range = pagesOf(lineOf(elementAt(pagination, 'StartPage')), lineOf(elementAt(pagination, 'EndPage')));
  return range ?? numbersIn(locations, 'EIdType', 'pii').find((number) => /^e?\d{1,8}$/i.test(number));
}

/** In another language, or in plain words: only where the journal gave no abstract of its own. */
function otherAbstract(citation: XmlElement | undefined): string | undefined {
  return elementsAt(citation, 'OtherAbstract')
    .map(abstractIn)
    .find((text) => text !== undefined);
}
