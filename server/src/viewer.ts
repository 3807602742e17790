import { type PersonId, type Review, type Viewer, roleOf } from '@throughline/core';

/**
 * Who a person is in a review: what they may see there follows from it. Whoever has not joined reads as a commenter.
 * `holder`: they hold the review's file, as at a desk; on a team's server nobody does.
 */
export const viewerIn = (review: Review, person: PersonId, holder = false): Viewer => ({
  person,
  role: roleOf(review, person) ?? 'commenter',
  ...(holder ? { holder } : {}),
});
