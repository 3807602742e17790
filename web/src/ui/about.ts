import { aboutReview } from '@throughline/core';
import { useReview } from '../house/HouseContext.js';

/** Whether the review is built from a publication: what that one does not publish, the example cannot hold. */
export function useIsWorkedExample(): boolean {
  return aboutReview(useReview())?.source !== undefined;
}
