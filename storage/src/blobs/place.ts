import type { ReviewId } from '@throughline/core';
import { sha256Of } from '../hash.js';

/**
 * The name under which a review's bytes are kept: its id to be recognised by, for systems that take no colon and do not
 * tell cases apart, and a few digits of its hash, so that no two reviews share one.
 */
export const placeOf = (review: ReviewId): string =>
  `${review.toLowerCase().replace(/[^a-z0-9._-]/g, '_')}-${sha256Of(review).slice(0, 12)}`;
