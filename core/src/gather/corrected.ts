import type { RecordId } from '../ids.js';
import { foundBy } from '../indexed.js';
import { standing } from '../thing.js';
import { type Correction, laidOver } from './correction.js';
import type { GatherWorld } from './gather.js';
import type { Reference } from './reference.js';

/** The correction that stands on a record. */
export const correctionOf = ({ gather }: GatherWorld, record: RecordId): Correction | undefined =>
  standing(correctionsOf(gather.corrections, record))[0];
const correctionsOf = foundBy<Correction>(({ record }) => [record]);

/** What the review reads of a record: what its source gave, with the correction laid over it (L7). */
export function correctedReference(world: GatherWorld, record: RecordId, reference: Reference): Reference {
  const correction = correctionOf(world, record);
  return correction === undefined ? reference : laidOver(reference, correction);
}
