import type { Comparable } from './contract.js';
import { abstractOf } from './fields/abstract.js';
import { type Author, authorsOf } from './fields/authors.js';
import { doiOf, isbnOf, numberOf } from './fields/identifiers.js';
import { journalOf } from './fields/journal.js';
import { type Origin, originOf } from './fields/origin.js';
import { type Place, placeOf } from './fields/place.js';
import { type Title, titleOf } from './fields/title.js';
import { plain } from './text.js';

/** Letters of a journal's name that are looked at. */
const most = 400;

/**
 * A record with its fields taken apart, once for all pairs that it stands in: what its keys are made of at once, the rest
 * when it is first compared. Most records are like no other, and never are.
 */
export class Prepared {
  readonly id: string;
  readonly sparse: boolean;
  readonly title: Title;
  readonly year: number | undefined;
  readonly place: Place;
  readonly doi: string | undefined;
  readonly pmid: string | undefined;
  #authors: readonly Author[] | undefined;
  #journal: readonly string[] | undefined;
  #origin: { readonly is: Origin | undefined } | undefined;

  constructor(
    /** As it was told. */
    readonly said: Comparable,
  ) {
    this.id = said.id;
    this.sparse = said.sparse === true;
    this.title = titleOf(said.title);
    this.year = said.year;
    this.place = placeOf(said.volume, said.issue, said.pages);
    this.doi = doiOf(said.doi);
    this.pmid = numberOf(said.pmid);
  }

  get authors(): readonly Author[] {
    this.#authors ??= authorsOf(this.said.authors);
    return this.#authors;
  }

  get firstAuthor(): Author | undefined {
    return authorsOf(this.said.authors.slice(0, 1))[0] ?? this.authors[0];
  }

  get journal(): readonly string[] {
    this.#journal ??= journalOf(plain(this.said.journal?.slice(0, most)));
    return this.#journal;
  }

  get origin(): Origin | undefined {
    this.#origin ??= { is: originOf(plain(this.said.journal?.slice(0, most)), this.doi, this.said.type) };
    return this.#origin.is;
  }

  get type(): string | undefined {
    return this.said.type;
  }

  get isbn(): string | undefined {
    return isbnOf(this.said.isbn);
  }

  get abstract(): string | undefined {
    return abstractOf(this.said.abstract);
  }
}

export const prepared = (record: Comparable): Prepared => new Prepared(record);
