import type { RecordId } from '../ids.js';
import { remembered } from '../remembered.js';
import { standing } from '../thing.js';
import { type GatherWorld, heldRecords } from './gather.js';
import { membersOf } from './grouping.js';
import type { RecordRow } from './imported.js';

/** Records that are the same report: a duplicate group, or one record on its own. */
export interface Work {
  /** The first record; it names the work until the group changes. */
  readonly id: RecordId;
  readonly records: readonly RecordRow[];
}

/** Every held record in its work, in the order of the first record of each. */
export const works = remembered(({ gather }: GatherWorld) => [gather.records, gather.imports, gather.groups], workOut);

/** The work of one record, found without looking at the others; undefined where the record is not held. */
export function workOf(world: GatherWorld, record: RecordId): Work | undefined {
  const { records } = world.gather;
  if (!isHeld(world, record)) return undefined;
  const members = membersOf(world, record).filter((id) => isHeld(world, id));
  const place = (id: RecordId): number => records.placeOf(id) ?? 0;
  const first = members.reduce((one, other) => (place(other) < place(one) ? other : one));
  return { id: first, records: members.flatMap((id) => records.get(id) ?? []) };
}

function isHeld({ gather }: GatherWorld, record: RecordId): boolean {
  const from = gather.records.get(record)?.import;
  return from !== undefined && gather.imports.get(from)?.trail.gone === undefined;
}

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
