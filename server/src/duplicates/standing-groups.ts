import {
  decisionOf,
  type DuplicateGroup,
  type RecordId,
  type Review,
  type Vote,
  foundBy,
  howOf,
  standing,
  stands,
} from '@throughline/core';
import type { FromSource, StandingGroupView, StandingGroups } from '@throughline/wire';
import { pageOfRecords } from '../records.js';
import { shownOf } from '../shown.js';
import type { Paged } from './answers.js';
import { type Asked, fromSources } from './from-sources.js';
import { whyOf } from './why.js';

export interface GroupsAsked extends Paged {
  /** Only groups one of whose records holds all these words, in any order. */
  readonly text?: string | undefined;
  /** Only this one. */
  readonly group?: string | undefined;
}

/** A page of the groups that stand, the newest first. */
export async function pageOfGroups(
  asked: Asked,
  { text, group: only, after, limit }: GroupsAsked,
): Promise<StandingGroups> {
  const holding = text === undefined ? undefined : await recordsHolding(asked, text);
  const isAsked = (group: DuplicateGroup): boolean =>
    stands(group) &&
    (only === undefined || group.id === only) &&
    (holding === undefined || group.records.some((id) => holding.has(id)));
  const all = [...asked.review.gather.groups];
  // A group that went meanwhile keeps its place on the shelf.
  const place = after === undefined ? -1 : all.findIndex(({ id }) => id === after);
  const older = (place < 0 ? all : all.slice(0, place)).filter(isAsked).toReversed();
  const shown = older.slice(0, limit);
  const last = shown.at(-1);
  return {
    groups: await groupViews(asked, shown),
    total: all.filter(isAsked).length,
    ...(last !== undefined && limit < older.length ? { next: last.id } : {}),
  };
}

/** So many records that hold the words are looked at: whoever finds more says more words. */
const mostLookedAt = 2000;
const perPage = 200;

async function recordsHolding({ keeper, review, id }: Asked, text: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  let after: string | undefined;
  do {
    const page = await pageOfRecords(keeper, review, id, { text, after, limit: perPage });
    for (const record of page.records) found.add(record.id);
    after = page.next;
  } while (after !== undefined && found.size < mostLookedAt);
  return found;
}

async function groupViews(asked: Asked, groups: readonly DuplicateGroup[]): Promise<StandingGroupView[]> {
  const views = await fromSources(
    asked,
    groups.flatMap(({ records }) => records),
  );
  return groups.map((group) =>
    groupView(
      asked.review,
      group,
      group.records.flatMap((id) => views.get(id) ?? []),
    ),
  );
}

function groupView(review: Review, group: DuplicateGroup, records: readonly FromSource[]): StandingGroupView {
  const { id, why, trail } = group;
  const { by, at, because } = trail.made;
  const decided = decisionOf(review, group.records[0] as RecordId);
  return {
    ...{ id, records, how: howOf(group), by, at },
    ...(why === undefined ? {} : { why: whyOf(why) }),
    ...(because === undefined ? {} : { because }),
    ...shownOf(review, records),
    votes: group.records.reduce((sum, record) => sum + standing(votesOn(review.screen.votes, record)).length, 0),
    disagree: decided?.titleAbstract === 'disagreement' || decided?.fullText === 'disagreement',
  };
}
const votesOn = foundBy<Vote>(({ record }) => [record]);
