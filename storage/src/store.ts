import type { ReviewId } from '@throughline/core';
import type { Keeper } from './contract.js';

/**
 * Where a team's reviews are kept: many, each in a keeper of its own. A folder of review files is one, a PostgreSQL
 * database is one. What a server knows besides reviews (who belongs where, invitations, its own settings) is its register.
 */
export interface ReviewStore {
  /** Where it is, to be said to people: a folder, or an address of a database without its password. */
  readonly place: string;
  /** The reviews that it holds, in no order. */
  reviews(): Promise<readonly ReviewId[]>;
  /**
   * Opens the keeper of a review; whoever asks closes it. Rejects with `review.unknown`. Two keepers of one review are
   * what two processes are.
   */
  keeper(review: ReviewId): Promise<Keeper>;
  /**
   * A keeper for a review that its first append will make. `title` names the file where reviews are files.
   * Rejects with `file.exists` where the review is held already.
   */
  begin(review: ReviewId, title: string): Promise<Keeper>;
  /** Takes a review out, whole. Its keepers have to be closed. One that is not held is no error. */
  remove(review: ReviewId): Promise<void>;
  /** Bytes that a review takes, about. */
  size(review: ReviewId): Promise<number>;
  /** Rejects where the store does not answer. */
  answers(): Promise<void>;
  readonly herald: Herald;
  close(): Promise<void>;
}

/**
 * Word that passes between the processes of one server and is kept nowhere: who is present. It may come late, twice or
 * never; nothing that has to hold may rest on it.
 */
export interface Herald {
  /** At most 4000 bytes; longer word is not passed on. */
  tell(word: string): void;
  /** Hears what every process tells, this one too. Answers how to stop. */
  hear(listener: (word: string) => void): () => void;
}
