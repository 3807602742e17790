import type { Reference } from '@throughline/core';

/** What a document needs beside the review: what the keeper holds, and what the program must not make up. */
export interface DocumentContext {
  /** Names by person; one who was withdrawn is not here. */
  readonly people: Readonly<Record<string, string>>;
  /** ISO 8601. Absent: the document carries no time, and the same review gives the same bytes. */
  readonly generatedAt?: string;
  /** Texts of records by id. A record that is not here is printed with its file and lines alone. */
  readonly textsOf?: ReadonlyMap<string, RecordText>;
  /** Why a change was made, by its id: an inference says from what. */
  readonly reasons?: ReadonlyMap<string, string>;
  /** The built HTML reader, to go into the page with the review it reads. */
  readonly reader?: { readonly script: string; readonly style: string };
}

/** A record as its source gave it, and what was read from it. */
export interface RecordText {
  readonly raw: string;
  readonly reference: Reference;
}
