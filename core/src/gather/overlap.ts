import type { SourceId } from '../ids.js';
import { remembered } from '../remembered.js';
import { standing } from '../thing.js';
import { works } from './duplicates.js';
import { type GatherWorld, type Route, type Source, originOf } from './gather.js';
import { armOf } from './routes.js';

/** What one source gave, and how much of it no other did (PRISMA-S, items 15 and 16, Rethlefsen et al. 2021, Syst Rev 10:39). */
export interface SourceOverlap {
  readonly source: Source;
  /** Records that it gave and that are held. */
  readonly records: number;
  /** The works that they are; the difference is what it gave twice. */
  readonly works: number;
  /** Works that no other source of the flow gave, and works that another gave, too. Together they are all its works. */
  readonly only: number;
  readonly also: number;
}

/** How far sources of the flow gave the same works. */
export interface Overlap {
  /** In the order in which they were made; those that gave no record stand here with 0. */
  readonly sources: readonly SourceOverlap[];
  /** A row and a column for each source, in that order: works that both gave. On the diagonal, works that it gave. */
  readonly shared: readonly (readonly number[])[];
}

/** Bibliographies are kept for reference: what they hold is no overlap, but where a route says which source it is from. */
export const overlapOf = remembered((world: GatherWorld) => [world.gather], workOut);

function workOut(world: GatherWorld): Overlap {
  const sources = standing(world.gather.sources).filter(({ kind }) => armOf(kind) !== undefined);
  const placeOf = new Map<SourceId, number>(sources.map(({ id }, at) => [id, at]));
  const stated = new Map<string, Route>(standing(world.gather.routes).map((route) => [route.record, route]));
  const counts = sources.map((source) => ({ source, records: 0, works: 0, only: 0, also: 0 }));
  const shared = sources.map(() => sources.map(() => 0));
  for (const { records } of works(world)) {
    const gave = records.flatMap(
      (row) => placeOf.get(stated.get(row.id)?.source ?? originOf(world, row)?.source.id ?? unknown) ?? [],
    );
    const each = [...new Set(gave)];
    for (const at of gave) raise(counts[at], 'records');
    for (const at of each) {
      raise(counts[at], 'works');
      raise(counts[at], each.length === 1 ? 'only' : 'also');
      for (const other of each) raise(shared[at], other);
    }
  }
  return { sources: counts, shared };
}

const unknown = '' as SourceId;

function raise<K extends string | number>(counts: { [key in K]: number } | undefined, key: K): void {
  if (counts !== undefined) counts[key] += 1;
}
