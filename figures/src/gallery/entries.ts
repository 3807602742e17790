import { contributions, emptyReview, fullFlow, lineOfArgument, type Review } from '@throughline/core';
import { contributionsFigure } from '../contributions/figure.js';
import type { Figure } from '../figure.js';
import { flowFigure } from '../flow/figure.js';
import { lineOfArgumentFigure } from '../line-of-argument/figure.js';
import { justImported, large, longNames, nightShift, publishedSearch } from './cases.js';
import { reviewOf } from './review.js';

/** One picture of the gallery: `gallery/NAME.svg` holds it as it was accepted. */
export interface GalleryEntry {
  readonly name: string;
  readonly make: () => Figure;
}

const flowOf = (review: Review): Figure => flowFigure(fullFlow(review));
const tableOf = (review: Review): Figure => contributionsFigure(contributions(review));
const argumentOf = (review: Review): Figure => lineOfArgumentFigure(lineOfArgument(review));

/** Every picture of the gallery. */
export const galleryEntries: readonly GalleryEntry[] = [
  { name: 'flow-empty', make: () => flowOf(emptyReview) },
  { name: 'flow-just-imported', make: () => flowOf(reviewOf(justImported)) },
  { name: 'flow-held', make: () => flowOf(reviewOf(nightShift)) },
  { name: 'flow-stated', make: () => flowOf(reviewOf(publishedSearch)) },
  { name: 'flow-long-names', make: () => flowOf(reviewOf(longNames)) },
  { name: 'contributions-empty', make: () => tableOf(emptyReview) },
  { name: 'contributions-small', make: () => tableOf(reviewOf(nightShift)) },
  { name: 'contributions-long-names', make: () => tableOf(reviewOf(longNames)) },
  { name: 'contributions-large', make: () => tableOf(reviewOf(large)) },
  { name: 'line-of-argument-empty', make: () => argumentOf(emptyReview) },
  { name: 'line-of-argument-small', make: () => argumentOf(reviewOf(nightShift)) },
  { name: 'line-of-argument-long-names', make: () => argumentOf(reviewOf(longNames)) },
  { name: 'line-of-argument-large', make: () => argumentOf(reviewOf(large)) },
];
