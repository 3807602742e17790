import { type Change, type Review, aboutReview, apply, emptyReview } from '@throughline/core';

/** The kinds of change that tell a review's title and its people; an undoing may concern them. */
const told = /^(review|person)\.|^change\.undone$/;

/**
 * A review's title and people from its log, without folding the rest of it: what an undoing says of other things finds
 * nothing here, and changes nothing.
 */
export class TeamSeen {
  #review: Review = emptyReview;

  see(changes: readonly Change[]): void {
    for (const change of changes) if (told.test(change.kind)) this.#review = apply(this.#review, change);
  }

  get review(): Review {
    return this.#review;
  }

  get title(): string {
    return aboutReview(this.#review)?.title ?? '';
  }
}
