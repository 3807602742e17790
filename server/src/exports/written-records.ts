import {
  type RecordId,
  type Reference,
  type Review,
  type Settlement,
  type Vote,
  correctedReference,
  correctionOf,
  decisions,
  grouped,
  heldRecords,
  isIncluded,
  standing,
} from '@throughline/core';
import type { FoundDecision, WrittenRecord } from '@throughline/formats';
import { type Keeper, namesOf } from '@throughline/storage';

/** Every record that is held, or only those of the reports that came through to the end. */
export type Wanted = 'all' | 'included';

/** The ids of the records to be written, in the order of import. */
export function recordsWanted(review: Review, wanted: Wanted): RecordId[] {
  const held = heldRecords(review).map(({ id }) => id);
  if (wanted === 'all') return held;
  const included = new Set(
    decisions(review)
      .filter(isIncluded)
      .flatMap(({ work }) => work.records.map(({ id }) => id)),
  );
  return held.filter((id) => included.has(id));
}

/** So many records are fetched at once: the file grows, the memory does not. */
const page = 500;

/**
 * Records with what was decided of them and the group they are in, on their way into a file. `review` is as the one who
 * asks sees it: a vote that is hidden from them is in no file either (L8).
 */
export async function* writtenRecords(
  keeper: Keeper,
  review: Review,
  id: Parameters<Keeper['records']>[0],
  ids: readonly RecordId[],
): AsyncGenerator<WrittenRecord> {
  const said = await decisionsIn(keeper, review);
  const groups = groupsIn(review);
  for (let at = 0; at < ids.length; at += page) {
    for (const { id: record, reference } of await keeper.records(id, ids.slice(at, at + page))) {
      const number = review.gather.records.get(record)?.number;
      const group = groups.get(record);
      yield {
        reference: asItIsRead(review, record, reference),
        decided: said.get(record) ?? [],
        ...(number === undefined ? {} : { number }),
        ...(group === undefined ? {} : { group }),
      };
    }
  }
}

/**
 * With the correction laid over it (L7). A corrected reference goes out by its fields alone: its tags would say what the
 * source said.
 */
function asItIsRead(review: Review, record: RecordId, reference: Reference): Reference {
  const { format: _, ...corrected } = correctedReference(review, record, reference);
  return correctionOf(review, record) === undefined ? reference : { ...corrected, tags: [] };
}

function groupsIn(review: Review): ReadonlyMap<RecordId, string> {
  return new Map(standing(review.gather.groups).flatMap(({ id, records }) => records.map((record) => [record, id])));
}

/** Votes and settlements by record, in the order in which they were made. */
async function decisionsIn(keeper: Keeper, review: Review): Promise<ReadonlyMap<RecordId, readonly FoundDecision[]>> {
  const names = await namesOf(keeper, review);
  const asFound = (each: Vote | Settlement, settled: boolean) => {
    const name = names[each.trail.made.by];
    return {
      record: each.record,
      ...(name === undefined ? {} : { by: name }),
      answer: each.answer,
      stage: each.stage,
      reasons: each.reason === undefined ? [] : [each.reason],
      labels: settled ? [settledLabel] : [],
      notes: each.note === undefined ? [] : [each.note],
    };
  };
  const all = [
    ...standing(review.screen.votes).map((vote) => asFound(vote, false)),
    ...standing(review.screen.settlements).map((settlement) => asFound(settlement, true)),
  ];
  const byRecord = grouped(all, ({ record }) => record);
  return new Map([...byRecord].map(([record, own]) => [record, own.map(({ record: _, ...decision }) => decision)]));
}

/** Marks what was settled between two readers, which is nobody's own vote. */
const settledLabel = 'settled';
