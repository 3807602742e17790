import { type Proposal, type RecordId, type Review, standing } from '@throughline/core';
import { editOf } from '../../house/edit.js';
import { newId } from '../../house/new-id.js';

type Proposed = Omit<Proposal, 'id' | 'version'>;

/** Says that records are the same report: a new duplicate group, or one more member of the group that one is in. */
export function sameReport(review: Review, records: readonly string[]): Proposed {
  const group = standing(review.gather.groups).find((each) => each.records.some((id) => records.includes(id)));
  if (group === undefined) return { kind: 'duplicate-group.made', payload: { id: newId('group'), records } };
  return editOf('duplicate-group', group, { records: [...new Set([...group.records, ...(records as RecordId[])])] });
}

/** Says that records were looked at and are different reports. */
export const differentReports = (records: readonly string[]): Proposed => ({
  kind: 'distinct.made',
  payload: { id: newId('distinct'), records },
});
