import type { ChangeId, PersonId, Proposal, Refusal, Viewer } from '@throughline/core';
import type { OpenReview } from '@throughline/storage';
import type { GroupedSure } from '@throughline/wire';
import { newId } from '../new-id.js';
import type { Duplicates, HowFar } from './duplicates.js';
import type { FoundGroup } from './finder.js';

/** Groups that one change may make: core's own limit. */
const mostAtOnce = 50_000;
/** So often is it asked anew what is sure, where others group the same meanwhile. */
const attempts = 3;

export interface GroupingAsked {
  readonly by: PersonId;
  /** Who asks, where they may not see everything. */
  readonly as?: Viewer;
  /** The groups that are meant, by the ids of their first records; all that are sure without it. */
  readonly only?: readonly string[];
  readonly howFar?: HowFar;
}

/**
 * Makes the groups that are sure, as the asker and through the gate: new ones as one change, so that one undo takes all
 * of them back; each that takes up groups that stand as a change of its own. Either all are made or none.
 */
export async function groupSure(
  open: Pick<OpenReview, 'propose'>,
  duplicates: Duplicates,
  { by, as, only, howFar }: GroupingAsked,
): Promise<GroupedSure | { readonly refused: Refusal }> {
  for (let attempt = 1; ; attempt += 1) {
    const { found } = await duplicates.ask({ about: 'sure', ...(only === undefined ? {} : { only }) }, howFar);
    const proposals = [...madeAtOnce(found), ...found.filter(grows).map(merged)];
    if (proposals.length === 0) return { groups: 0, records: 0, changes: [] };
    // With something beside them, even nothing, they stand or fall together.
    const results = await open.propose(proposals, by, { beside: {}, ...(as === undefined ? {} : { as }) });
    const refused = results.flatMap((result) => ('refused' in result ? [result.refused] : []))[0];
    if (refused === undefined)
      return { groups: found.length, records: recordsIn(found), changes: proposals.map(({ id }) => id) };
    if (attempt === attempts) return { refused };
  }
}

const grows = ({ takes }: FoundGroup): boolean => takes.length > 0;
const recordsIn = (found: readonly FoundGroup[]): number => found.reduce((sum, { records }) => sum + records.length, 0);

function madeAtOnce(found: readonly FoundGroup[]): Proposal[] {
  const fresh = found.filter((each) => !grows(each));
  const proposals: Proposal[] = [];
  for (let at = 0; at < fresh.length; at += mostAtOnce) {
    const groups = fresh.slice(at, at + mostAtOnce).map(({ records, why }) => ({ id: newId('group'), records, why }));
    proposals.push(change('duplicates.found', { groups }));
  }
  return proposals;
}

/** The groups that it takes up go, and a new one takes their place. */
const merged = ({ records, takes, why }: FoundGroup): Proposal =>
  change('duplicate-groups.merged', { id: newId('group'), from: takes, records, how: 'sure', why });

const change = (kind: string, payload: unknown): Proposal => ({
  id: newId<ChangeId>('change'),
  kind,
  version: 1,
  payload,
});
