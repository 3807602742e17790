import type { PersonId, ReviewId } from '@throughline/core';
import type { Keeper } from '@throughline/storage';
import type { ReviewCard } from '@throughline/wire';
import type { Served } from './served.js';
import type { Visitor } from './visitor.js';

/** The reviews that this process serves: those of a desk (desk-library.ts), or a team's (team-library.ts). */
export interface Library {
  /** A review, open for as long as it is borrowed. Rejects with `review.unknown`. */
  borrow(review: ReviewId): Promise<Borrowed>;
  /** The reviews that a visitor is somebody in. */
  cardsFor(visitor: Visitor): Promise<readonly ReviewCard[]>;
  /** Makes an empty review, which the visitor leads. */
  start(title: string, visitor: Visitor): Promise<ReviewCard>;
  /**
   * Takes in a review that was kept elsewhere. Rejects with `file.exists` where it is held here already.
   */
  bring(bringing: Bringing, visitor: Visitor): Promise<ReviewCard>;
  /** Rejects with `limit.room` where a review takes all the room that it may. Asked before bytes are taken in. */
  mayGrow(review: ReviewId): Promise<void>;
  /** Says goodbye to every browser that follows. */
  endStreams(): void;
  /** Finishes what was begun, and closes every review. */
  close(): Promise<void>;
}

export interface Borrowed {
  readonly served: Served;
  /** Has to be called once it is not needed any more; more than once does no harm. */
  readonly giveBack: () => void;
}

/** A review that comes from elsewhere. */
export interface Bringing {
  readonly review: ReviewId;
  /** Which of its people the visitor is. */
  readonly as: PersonId;
  /** Names the file, where reviews are files. */
  readonly title: string;
  /** Writes it, whole, into a keeper that holds nothing yet. Who asked for it closes the keeper. */
  readonly fill: (keeper: Keeper) => Promise<void>;
}
