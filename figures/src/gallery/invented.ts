import type { Countable, SourceKind } from '@throughline/core';

/** A review as short as a gallery case can say it; `review.ts` makes it by the way every review is made. */
export interface InventedReview {
  readonly sources?: readonly InventedSource[];
  readonly stated?: readonly { readonly of: Countable; readonly value: number; readonly source: string }[];
  /** Included works of a search whose records are not held one by one. */
  readonly routed?: readonly { readonly by: SourceKind; readonly works: number; readonly inferred?: boolean }[];
  readonly reports?: readonly string[];
  /** By place in `reports`. */
  readonly studies?: readonly {
    readonly name: string;
    readonly reports: readonly number[];
    readonly inferred?: boolean;
  }[];
  readonly levels?: readonly InventedLevel[];
  /** Third-order constructs on no level; they come after those of the levels. */
  readonly loose?: readonly InventedConstruct[];
  readonly propositions?: readonly InventedProposition[];
  /** Between propositions, by place. */
  readonly arrows?: readonly InventedLink[];
  /** Between constructs, by place over all levels. */
  readonly relations?: readonly InventedLink[];
}

export interface InventedSource {
  readonly kind: SourceKind;
  readonly name: string;
  readonly platform?: string;
  /** Absent: the source was searched, and nothing of it was imported. */
  readonly records?: InventedRecords;
}

/** What became of a source's records. */
export interface InventedRecords {
  /** Nobody has read them yet. */
  readonly unread?: number;
  readonly excluded?: number;
  readonly notRetrieved?: number;
  readonly excludedFor?: Readonly<Record<string, number>>;
  readonly included?: number;
  /** The same report as a record that the first source gave. */
  readonly duplicates?: number;
}

export interface InventedLevel {
  readonly name: string;
  readonly constructs: readonly InventedConstruct[];
}

export interface InventedConstruct {
  readonly name: string;
  /** The reports that its claims cite, by place. */
  readonly reports: readonly number[];
}

export interface InventedProposition {
  readonly text: string;
  readonly levels?: readonly number[];
  readonly constructs?: readonly number[];
  readonly inferred?: boolean;
}

export interface InventedLink {
  readonly from: number;
  readonly to: number;
  readonly sort: string;
  readonly note?: string;
  readonly inferred?: boolean;
}
