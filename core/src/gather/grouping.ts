import { z } from 'zod';
import { type Refusal, refuse } from '../change.js';
import { type ChangeId, type RecordId, idOf, idShape } from '../ids.js';
import { foundBy } from '../indexed.js';
import { eachOnce } from '../kind.js';
import type { Shelf } from '../shelf.js';
import type { FloorWorld } from '../team.js';
import { type Held, lastSet, standing, stands } from '../thing.js';
import type { Import, RecordRow } from './imported.js';

/** Which records are the same report, and which were found not to be. Records are never put together themselves. */
export interface Grouping {
  readonly imports: Shelf<Import>;
  /** Rows, not things: never edited (L7), and gone when their import is taken back. */
  readonly records: Shelf<RecordRow>;
  readonly groups: Shelf<DuplicateGroup>;
  readonly distinct: Shelf<Distinct>;
}
export interface GroupingWorld extends FloorWorld {
  readonly gather: Grouping;
}

/** How a group came about: found beyond doubt by the program, answered by a person, made by hand, brought by a file. */
export const groupedHow = ['sure', 'answered', 'hand', 'file'] as const;
export type GroupedHow = (typeof groupedHow)[number];

/** The names of fields and of kinds of pairs are the matching folder's; the catalogue says them in words. */
const name = () => z.string().regex(/^[a-z][A-Za-z-]{0,39}$/);
const names = () => z.array(name()).max(20);
/** Why records were taken for the same report, in names of fields. */
export const groupedWhy = z.object({
  agree: names(),
  /** Written alike, and not the same. */
  alike: names(),
  contradict: names(),
  /** A kind of pair that is known to deceive: "preprint", "conference". */
  special: name().optional(),
});

export const records = () => z.array(idOf<RecordId>()).refine(eachOnce, 'names a record twice');
export const atLeastTwo = () => z.array(idOf<RecordId>()).min(2).refine(eachOnce, 'names a record twice');
export const thingId = () => z.string().regex(idShape);

export const groupFields = z.object({
  records: atLeastTwo(),
  /** Absent: by hand, as were all before version 2. */
  how: z.enum(groupedHow).optional(),
  why: groupedWhy.optional(),
});
/** Records that are the same report. Merged and split, it goes, and others take its place. */
export type DuplicateGroup = Held<z.output<typeof groupFields>>;

export const distinctFields = z.object({ records: atLeastTwo() });
/**
 * Looked at, and found to be different reports: never asked again. It is said of the works that these records stand in.
 * Where two of them are grouped later, that decision stands, and this counts again once the group is split.
 */
export type Distinct = Held<z.output<typeof distinctFields>>;

/** How a group came about, as versions before the second say it by saying nothing. */
export const howOf = ({ how }: Pick<DuplicateGroup, 'how'>): GroupedHow => how ?? 'hand';

/** The duplicate group that a record stands in. */
export const groupOf = ({ gather }: GroupingWorld, record: RecordId): DuplicateGroup | undefined =>
  groupsOfRecord(gather.groups, record).find(stands);
const groupsOfRecord = foundBy<DuplicateGroup>(({ records }) => records);

/** The records of the duplicate group that a record is in; itself where it is in none. */
export const membersOf = (world: GroupingWorld, record: RecordId): readonly RecordId[] =>
  groupOf(world, record)?.records ?? [record];

/** The change that put a record into the work that it stands in: its group's, or that of its import where it is alone. */
export function placedBy(world: GroupingWorld, record: RecordId): ChangeId | undefined {
  const group = groupOf(world, record);
  if (group !== undefined) return lastSet(group, 'records');
  return world.gather.imports.get(world.gather.records.get(record)?.import ?? '')?.trail.made.change;
}

/** Have the works that two records stand in been found to be different reports? Within one work that is moot. */
export function toldDifferent(world: GroupingWorld, one: RecordId, other: RecordId): boolean {
  const others = new Set<RecordId>(membersOf(world, other));
  if (others.has(one)) return false;
  return membersOf(world, one).some((id) =>
    standing(distinctOfRecord(world.gather.distinct, id)).some((each) => each.records.some((told) => others.has(told))),
  );
}
const distinctOfRecord = foundBy<Distinct>(({ records }) => records);

/** A record that is not there, or whose import was taken back. */
export function notHeld({ gather }: GroupingWorld, ids: readonly RecordId[]): Refusal | undefined {
  for (const id of ids) {
    const row = gather.records.get(id);
    if (row === undefined) return refuse('thing.missing', { thing: 'gather.records', id });
    const from = gather.imports.get(row.import);
    if (from === undefined || !stands(from)) return refuse('thing.gone', { thing: 'gather.records', id });
  }
  return undefined;
}

/** No record stands in two groups; `but` are the groups that may hold these records. */
export function groupedElsewhere(
  world: GroupingWorld,
  ids: readonly RecordId[],
  but: ReadonlySet<string>,
): Refusal | undefined {
  for (const record of ids) {
    const other = groupsOfRecord(world.gather.groups, record).find((each) => stands(each) && !but.has(each.id));
    if (other !== undefined) return refuse('group.overlaps', { group: other.id, record });
  }
  return undefined;
}

/** Who finds two records of one group different takes the group apart. What was said before these were grouped stays. */
export function groupedTogether(
  world: GroupingWorld,
  { records: ids }: Pick<Distinct, 'records'>,
  own: string,
): Refusal | undefined {
  const held = world.gather.distinct.get(own);
  if (held !== undefined && stands(held) && ids.every((id, at) => held.records[at] === id)) return undefined;
  const seen = new Set<string>();
  for (const record of ids) {
    const group = groupOf(world, record)?.id;
    if (group === undefined) continue;
    if (seen.has(group)) return refuse('distinct.oneGroup', { group, record });
    seen.add(group);
  }
  return undefined;
}
