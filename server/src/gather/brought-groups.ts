import type { ImportId, Proposal } from '@throughline/core';
import { derivedId } from '../derived-id.js';
import type { Placed } from './brought-votes.js';

/** The duplicate groups of a file, those that hold at least two records, as proposals. */
export function broughtGroups(importId: ImportId, placed: readonly Placed[]): Proposal[] {
  const groups = new Map<string, string[]>();
  for (const { record, found } of placed) {
    if (found.group === undefined) continue;
    const members = groups.get(found.group) ?? [];
    groups.set(found.group, members);
    if (!members.includes(record)) members.push(record);
  }
  return [...groups.values()]
    .filter((records) => records.length > 1)
    .map((records, at) => ({
      id: derivedId('brought', importId, `group-${at + 1}`),
      kind: 'duplicate-group.made',
      version: 2,
      payload: { id: derivedId('group', importId, `${at + 1}`), records, how: 'file' },
    }));
}
