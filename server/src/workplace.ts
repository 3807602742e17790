import type { Review, ReviewId } from '@throughline/core';
import type { DocumentContext } from '@throughline/documents';
import type { AccountId } from '@throughline/wire';
import type { Cursors } from './cursor.js';
import type { Door } from './door.js';
import type { Library } from './library.js';
import type { Presence } from './presence.js';
import type { Visitor } from './visitor.js';

/** What every route has at hand. */
export interface Workplace {
  readonly library: Library;
  readonly door: Door;
  readonly cursors: Cursors;
  readonly presence: Presence;
  readonly documents: Documents;
  /** Bytes that an uploaded file may have, by now. */
  readonly largestUpload: () => Promise<number>;
  /** Keeps word of what happened to access. At a desk nobody does. */
  readonly note: Note;
}

/** How documents are written; the report is one HTML page. */
export interface Documents {
  readonly report: (review: Review, context: DocumentContext) => string | Promise<string>;
}

/** Something that happened to access, for the server's events: never what is in a review. */
export interface AccessEvent {
  /** As wire's `Events` names it: "archive.taken". */
  readonly what: string;
  readonly account?: AccountId;
  readonly review?: ReviewId;
  readonly values?: Readonly<Record<string, string | number>>;
}
export type Note = (event: AccessEvent) => void;

/** Whose doing it was, where they have an account. */
export const by = ({ account }: Visitor): Pick<AccessEvent, 'account'> => (account === undefined ? {} : { account });
