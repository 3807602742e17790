import type { RecordId } from '../ids.js';
import { foundBy } from '../indexed.js';
import { remembered } from '../remembered.js';
import { standing } from '../thing.js';
import { type DuplicateGroup, type GatherWorld, heldRecords } from './gather.js';
import type { RecordRow } from './imported.js';

/** Records that are the same report: a duplicate group, or one record on its own. */
export interface Work {
  /** The first record; it names the work until the group changes. */
  readonly id: RecordId;
  readonly records: readonly RecordRow[];
}

/** The records of the duplicate group that a record is in; itself where it is in none. */
export const membersOf = (world: GatherWorld, record: RecordId): readonly RecordId[] =>
  standing(groupsOfRecord(world.gather.groups, record))[0]?.records ?? [record];
const groupsOfRecord = foundBy<DuplicateGroup>(({ records }) => records);

/** Every held record in its work, in the order of the first record of each. */
export const works = remembered((world: GatherWorld) => [world.gather], workOut);

function workOut(world: GatherWorld): readonly Work[] {
  const groupOf = new Map<string, readonly RecordId[]>();
  for (const { records } of standing(world.gather.groups)) for (const id of records) groupOf.set(id, records);
  const held = heldRecords(world);
  const rows = new Map(held.map((row) => [row.id as string, row]));
  const seen = new Set<string>();
  const found: Work[] = [];
  for (const row of held) {
    if (seen.has(row.id)) continue;
    const members = (groupOf.get(row.id) ?? [row.id]).flatMap((id) => rows.get(id) ?? []);
    for (const member of members) seen.add(member.id);
    found.push({ id: row.id, records: members });
  }
  return found;
}
