import { type Review, type Work, correctedReference, originOf } from '@throughline/core';
import type { Keeper } from '@throughline/storage';
import type { WorkView } from '@throughline/wire';
import type { Served } from './served.js';
import { shownOf } from './shown.js';

/** Works as somebody reads them, with their texts from the keeper, in the order given. */
export async function workViews(
  { keeper, id }: Pick<Served, 'id'> & { readonly keeper: Pick<Keeper, 'records'> },
  review: Review,
  works: readonly Work[],
): Promise<WorkView[]> {
  const ids = works.flatMap(({ records }) => records.map((record) => record.id));
  const stored = await keeper.records(id, ids);
  const texts = new Map(
    stored.map((each) => [
      each.id as string,
      { ...each, reference: correctedReference(review, each.id, each.reference) },
    ]),
  );
  return works.map((work) => ({
    record: work.id,
    records: work.records.map((record) => record.id),
    reference: shownOf(
      review,
      work.records.flatMap((record) => texts.get(record.id) ?? []),
    ).shown,
    sources: [...new Set(work.records.flatMap((record) => originOf(review, record)?.source.name ?? []))],
  }));
}
