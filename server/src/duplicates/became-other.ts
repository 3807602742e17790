import { type Gather, type GatherWorld, type RecordRow, type Shelf, stands } from '@throughline/core';
import type { Told } from '@throughline/matching';

/** What of a review is compared, and what people said of it. */
export type Matched = Pick<Gather, 'sources' | 'imports' | 'records' | 'corrections' | 'groups' | 'distinct'>;

/** Records that were not there before or read otherwise now, and those that are not there any more. */
export interface RecordsBecameOther {
  readonly held: readonly RecordRow[];
  readonly gone: readonly string[];
}

/**
 * Told by the shelves alone, at the cost of a walk along those that are not the same any more; nothing where all are.
 * `before` is what was told last: of an empty review it is every record that is held.
 */
export function recordsBecameOther(before: Matched, { gather }: GatherWorld): RecordsBecameOther {
  const held: RecordRow[] = [];
  const gone: string[] = [];
  const stood = new Map([...gather.imports].map((each) => [each.id, stands(each)]));
  for (const row of rowsTouched(before, gather)) {
    if (stood.get(row.import) === false) gone.push(row.id);
    else held.push(row);
  }
  return { held, gone };
}

function rowsTouched(before: Matched, now: Matched): RecordRow[] {
  const corrected = new Set<string>(becameOther(before.corrections, now.corrections).map(({ record }) => record));
  const imports = importsTouched(before, now);
  if (before.records === now.records && imports.size === 0)
    return [...corrected].flatMap((id) => now.records.get(id) ?? []);
  const was = before.records[Symbol.iterator]();
  const touched: RecordRow[] = [];
  for (const row of now.records)
    if (was.next().value !== row || imports.has(row.import) || corrected.has(row.id)) touched.push(row);
  return touched;
}

/** Those that came or went, and those of a source that is said to be of another kind: that decides how it is compared. */
function importsTouched(before: Matched, now: Matched): ReadonlySet<string> {
  const sources = new Set<string>(becameOther(before.sources, now.sources).map(({ id }) => id));
  const ofThose = sources.size === 0 ? [] : [...now.imports].filter(({ source }) => sources.has(source));
  return new Set<string>([...becameOther(before.imports, now.imports), ...ofThose].map(({ id }) => id));
}

/** A group, or records that are different reports; without records it stands no more. */
export interface Said {
  readonly id: string;
  readonly records?: readonly string[];
}

/** What people said otherwise since. */
export interface SaidOtherwise {
  readonly groups: readonly Said[];
  readonly distinct: readonly Said[];
}

export const saidOtherwise = (before: Matched, now: Matched): SaidOtherwise => ({
  groups: becameOther(before.groups, now.groups).map(saidBy),
  distinct: becameOther(before.distinct, now.distinct).map(saidBy),
});

const saidBy = (thing: Parameters<typeof stands>[0] & Told['groups'][number]): Said =>
  stands(thing) ? { id: thing.id, records: thing.records } : { id: thing.id };

/**
 * What is on a shelf and was not, or was other. A shelf keeps every thing in its place and adds at its end (shelf.ts), so
 * that two of them are compared place by place.
 */
function becameOther<T>(before: Shelf<T>, now: Shelf<T>): T[] {
  if (before === now) return [];
  const was = before[Symbol.iterator]();
  const other: T[] = [];
  for (const thing of now) if (was.next().value !== thing) other.push(thing);
  return other;
}
