import { type PersonId, type Review, type Viewer, roleOf } from '@throughline/core';

/** Who a person is in a review: what they may see there follows from it. Whoever has not joined reads as a commenter. */
export const viewerIn = (review: Review, person: PersonId): Viewer => ({
  person,
  role: roleOf(review, person) ?? 'commenter',
});
