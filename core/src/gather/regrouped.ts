import { z } from 'zod';
import { type Refusal, refuse } from '../change.js';
import type { RecordId } from '../ids.js';
import { type Kind, eachOnce, kind } from '../kind.js';
import { type Write, stands } from '../thing.js';
import {
  type GroupingWorld,
  atLeastTwo,
  type groupFields,
  groupedElsewhere,
  groupedHow,
  groupedWhy,
  notHeld,
  records,
  thingId,
} from './grouping.js';

/**
 * Changes to many groups at once, each taken back by one undo. A group is never made larger or smaller by them: it goes,
 * and another takes its place, so that an undo knows what stood before, and is refused where later work stands on it.
 */

/** Groups that a program found to be sure, as many as there are: more than any review of 100,000 records has. */
const mostGroups = 50_000;
const foundGroup = z.object({ id: thingId(), records: atLeastTwo(), why: groupedWhy.optional() }).strict();
const found = z.object({ groups: z.array(foundGroup).min(1).max(mostGroups) }).strict();
export type DuplicatesFound = z.output<typeof found>;

const merged = z
  .object({
    /** Of the new group, which takes the place of the others. */
    id: thingId(),
    /** The groups that go. Empty only in the beginning of a share, where what went never was. */
    from: z.array(thingId()).refine(eachOnce, 'names a group twice'),
    /** Every record of those groups, and any that stand in none. */
    records: atLeastTwo(),
    how: z.enum(groupedHow).optional(),
    why: groupedWhy.optional(),
  })
  .strict();
export type GroupsMerged = z.output<typeof merged>;

const part = z
  .object({ group: thingId().optional(), records: records().min(1) })
  .strict()
  .refine((each) => (each.group === undefined) === (each.records.length === 1), 'has a group where it has two records');
const split = z
  .object({
    /** Of the group that is taken apart. Absent only in the beginning of a share, where what went never was. */
    id: thingId().optional(),
    /** What becomes of its records; every part of two or more is a new group. */
    parts: z.array(part).min(1),
    /** Of the thing that says that the parts are different reports; absent only in the beginning of a share. */
    distinct: thingId().optional(),
  })
  .strict();
export type GroupSplit = z.output<typeof split>;

export const regroupingKinds: readonly Kind<GroupingWorld>[] = [
  kind<GroupingWorld, DuplicatesFound>({
    kind: 'duplicates.found',
    room: 'gather',
    version: 1,
    payload: found as unknown as z.ZodType<DuplicatesFound>,
    decide: decideFound,
    writes: ({ groups }) => groups.map(({ id, ...fields }) => makes(id, { ...fields, how: 'sure' })),
  }),
  kind<GroupingWorld, GroupsMerged>({
    kind: 'duplicate-groups.merged',
    room: 'gather',
    version: 1,
    payload: merged as unknown as z.ZodType<GroupsMerged>,
    decide: decideMerged,
    writes: ({ id, from, ...fields }) => [...from.map(removes), makes(id, fields)],
  }),
  kind<GroupingWorld, GroupSplit>({
    kind: 'duplicate-group.split',
    room: 'gather',
    version: 1,
    payload: split as unknown as z.ZodType<GroupSplit>,
    decide: decideSplit,
    writes: splitWrites,
  }),
];

const makes = (id: string, fields: z.input<typeof groupFields>): Write => ({
  do: 'make',
  on: 'gather.groups',
  id,
  fields,
});
const removes = (id: string): Write => ({ do: 'remove', on: 'gather.groups', id });

function splitWrites({ id, parts, distinct }: GroupSplit): Write[] {
  const apart = parts.flatMap(({ records: [first] }) => first ?? []);
  return [
    ...(id === undefined ? [] : [removes(id)]),
    ...parts.flatMap((each) => (each.group === undefined ? [] : [makes(each.group, { records: each.records })])),
    ...(distinct === undefined
      ? []
      : [{ do: 'make', on: 'gather.distinct', id: distinct, fields: { records: apart } } as const]),
  ];
}

/** In time proportional to what is said: there may be tens of thousands. */
function decideFound(world: GroupingWorld, { groups }: DuplicatesFound): Refusal | undefined {
  const said = new Map<RecordId, string>();
  for (const { id, records: own } of groups) {
    const no = notHeld(world, own) ?? groupedElsewhere(world, own, nobody);
    if (no !== undefined) return no;
    for (const record of own) {
      const other = said.get(record);
      if (other !== undefined) return refuse('group.overlaps', { group: other, record });
      said.set(record, id);
    }
  }
  return takenNames(
    world,
    groups.map(({ id }) => id),
  );
}
const nobody: ReadonlySet<string> = new Set();

function decideMerged(world: GroupingWorld, payload: GroupsMerged): Refusal | undefined {
  const { id, from, records: all } = payload;
  if (from.length === 0) return needs('duplicate-groups.merged', 'from');
  const no = takenNames(world, [id]) ?? firstOf(from, (each) => gone(world, each));
  if (no !== undefined) return no;
  const members = from.flatMap((each) => world.gather.groups.get(each)?.records ?? []);
  const lost = without(members, all);
  if (lost.length > 0) return refuse('group.losesRecords', { records: lost });
  if (from.length === 1 && members.length === all.length) return refuse('group.asBefore', { group: from[0] ?? '' });
  return notHeld(world, all) ?? groupedElsewhere(world, all, new Set(from));
}

function decideSplit(world: GroupingWorld, { id, parts, distinct }: GroupSplit): Refusal | undefined {
  if (id === undefined || distinct === undefined)
    return needs('duplicate-group.split', id === undefined ? 'id' : 'distinct');
  const no = gone(world, id) ?? takenNames(world, [...parts.flatMap(({ group }) => group ?? []), distinct]);
  if (no !== undefined) return no;
  if (parts.length < 2) return refuse('group.onePart', { group: id });
  const members = world.gather.groups.get(id)?.records ?? [];
  const said = parts.flatMap((each) => each.records);
  const twice = firstTwice(said);
  if (twice !== undefined) return refuse('group.recordTwice', { record: twice });
  const [lost, foreign] = [without(members, said), without(said, members)];
  if (lost.length > 0) return refuse('group.losesRecords', { records: lost });
  return foreign.length > 0 ? refuse('group.foreignRecords', { group: id, records: foreign }) : undefined;
}

/** The kind itself says that this may be absent; who proposes it says it. */
const needs = (which: string, where: string): Refusal =>
  refuse('change.payloadInvalid', { kind: which, where, what: 'is needed' });

/** Ids of new groups, and of what says that they are different: each names one thing. */
function takenNames({ gather }: GroupingWorld, ids: readonly string[]): Refusal | undefined {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id) || gather.groups.has(id)) return refuse('thing.exists', { thing: 'duplicate-group', id });
    if (gather.distinct.has(id)) return refuse('thing.exists', { thing: 'distinct', id });
    seen.add(id);
  }
  return undefined;
}

function gone({ gather }: GroupingWorld, id: string): Refusal | undefined {
  const group = gather.groups.get(id);
  if (group === undefined) return refuse('thing.missing', { thing: 'duplicate-group', id });
  return stands(group) ? undefined : refuse('thing.gone', { thing: 'duplicate-group', id });
}

function firstOf<T>(items: readonly T[], no: (item: T) => Refusal | undefined): Refusal | undefined {
  for (const item of items) {
    const found = no(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstTwice<T>(items: readonly T[]): T | undefined {
  const seen = new Set<T>();
  return items.find((item) => seen.size === seen.add(item).size);
}

function without<T>(items: readonly T[], others: readonly T[]): T[] {
  const known = new Set(others);
  return items.filter((item) => !known.has(item));
}
