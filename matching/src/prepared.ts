import type { Comparable } from './contract.js';
import { abstractOf } from './fields/abstract.js';
import { type Author, authorsOf } from './fields/authors.js';
import { doiOf, isbnOf, numberOf } from './fields/identifiers.js';
import { journalOf } from './fields/journal.js';
import { type Origin, originOf } from './fields/origin.js';
import { type Place, placeOf } from './fields/place.js';
import { type Title, titleOf } from './fields/title.js';
import { plain } from './text.js';

/** A record with its fields taken apart, once for all pairs that it stands in. */
export interface Prepared {
  readonly id: string;
  /** As it was told. */
  readonly said: Comparable;
  readonly sparse: boolean;
  readonly title: Title;
  readonly authors: readonly Author[];
  readonly year: number | undefined;
  readonly journal: readonly string[];
  readonly place: Place;
  readonly doi: string | undefined;
  readonly pmid: string | undefined;
  readonly isbn: string | undefined;
  readonly type: string | undefined;
  readonly origin: Origin | undefined;
  readonly abstract: string | undefined;
}

export function prepared(record: Comparable): Prepared {
  const doi = doiOf(record.doi);
  const journal = plain(record.journal);
  return {
    id: record.id,
    said: record,
    sparse: record.sparse === true,
    title: titleOf(record.title),
    authors: authorsOf(record.authors),
    year: record.year,
    journal: journalOf(journal),
    place: placeOf(record.volume, record.issue, record.pages),
    doi,
    pmid: numberOf(record.pmid),
    isbn: isbnOf(record.isbn),
    type: record.type,
    origin: originOf(journal, doi, record.type),
    abstract: abstractOf(record.abstract),
  };
}
