import { type RecordId, type Review, type ReviewId, originOf } from '@throughline/core';
import type { Keeper } from '@throughline/storage';
import type { FromSource } from '@throughline/wire';
import { viewsOf } from '../records.js';

/** What answers about a review's records are made of: `review` as the asker sees it. */
export interface Asked {
  readonly keeper: Pick<Keeper, 'records' | 'pageOfRecords'>;
  readonly id: ReviewId;
  readonly review: Review;
}

/** Records as they are shown, each with the name of its source, by their ids; those that are not held are left out. */
export async function fromSources(
  { keeper, id, review }: Asked,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FromSource>> {
  const stored = await keeper.records(id, [...new Set(ids)] as RecordId[]);
  return new Map(viewsOf(review, stored).map((view) => [view.id, { ...view, source: sourceOf(review, view.id) }]));
}

function sourceOf(review: Review, record: string): string {
  const row = review.gather.records.get(record);
  return (row && originOf(review, row)?.source.name) ?? '';
}
