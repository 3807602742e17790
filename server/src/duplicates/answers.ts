import { heldRecords, standing } from '@throughline/core';
import type { DuplicateCounts, Questions, SureGroups } from '@throughline/wire';
import type { Duplicates } from './duplicates.js';
import { firstOf } from './finder.js';
import { type Asked, fromSources } from './from-sources.js';

export interface Paged {
  readonly after?: string | undefined;
  readonly limit: number;
}
/** The review as the asker sees it by now: others may have changed it while the answer was found. */
type Seen = () => Asked;

/** In numbers. Whoever may not see the records is told of none (L8), and nothing is compared for them. */
export async function countDuplicates(duplicates: Duplicates, seen: Seen): Promise<DuplicateCounts> {
  if (seesNone(seen())) return nothing;
  const found = await duplicates.ask({ about: 'counts' });
  const { review } = seen();
  const groups = standing(review.gather.groups);
  return {
    records: heldRecords(review).length,
    groups: groups.length,
    leftOut: groups.reduce((sum, { records }) => sum + records.length - 1, 0),
    ...found,
    distinct: standing(review.gather.distinct).reduce((sum, { records }) => sum + pairsAmong(records.length), 0),
  };
}

const pairsAmong = (count: number): number => (count * (count - 1)) / 2;
const seesNone = ({ review }: Asked): boolean => review.gather.records.size === 0;
const nothing: DuplicateCounts = {
  ...{ records: 0, groups: 0, leftOut: 0, sureGroups: 0, sureLeave: 0, questions: 0, distinct: 0 },
};

/** A page of what a person has to look at. */
export async function pageOfQuestions(duplicates: Duplicates, seen: Seen, paged: Paged): Promise<Questions> {
  if (seesNone(seen())) return { questions: [], total: 0 };
  const { found, total, next } = await duplicates.ask({ about: 'questions', ...given(paged) });
  const views = await fromSources(
    seen(),
    found.flatMap(({ a, b }) => [a, b]),
  );
  const questions = found.flatMap(({ id, a, b, works, why }) => {
    const [one, other] = [views.get(a), views.get(b)];
    return one === undefined || other === undefined ? [] : [{ id, a: one, b: other, works, why }];
  });
  return { questions, total, ...(next === undefined ? {} : { next }) };
}

/** A page of the groups that are sure and not made yet. */
export async function pageOfSure(duplicates: Duplicates, seen: Seen, paged: Paged): Promise<SureGroups> {
  if (seesNone(seen())) return { groups: [], total: 0 };
  const { found, total, next } = await duplicates.ask({ about: 'sure', ...given(paged) });
  const views = await fromSources(
    seen(),
    found.flatMap(({ records }) => records),
  );
  const groups = found.map(({ records, takes, why }) => ({
    id: firstOf({ records }),
    records: records.flatMap((id) => views.get(id) ?? []),
    takes,
    why,
  }));
  return { groups, total, ...(next === undefined ? {} : { next }) };
}

const given = ({ after, limit }: Paged) => ({ limit, ...(after === undefined ? {} : { after }) });
