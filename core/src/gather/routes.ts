import type { RecordId } from '../ids.js';
import { foundBy } from '../indexed.js';
import { remembered } from '../remembered.js';
import { standing } from '../thing.js';
import { type Work, workOf, works } from './duplicates.js';
import { type GatherWorld, type Route, type SourceKind, originOf } from './gather.js';
import type { RecordRow } from './imported.js';

/** PRISMA 2020 draws two arms: databases and registers, and every other way. A bibliography is in neither. */
export type Arm = 'database' | 'other';
export const armOf = (by: SourceKind): Arm | undefined =>
  by === 'bibliography' ? undefined : by === 'database' || by === 'register' ? 'database' : 'other';

/** A work that is in the flow, and the kind of source that first brought it. */
export interface RoutedWork extends Work {
  readonly by: SourceKind;
  readonly inferred: boolean;
  /** How many of its records are in the flow; those of a bibliography are not. */
  readonly counted: number;
}

/** The works in the flow. A work that came by both arms counts in the first, as PRISMA counts duplicates there. */
export const routedWorks = remembered(
  (world: GatherWorld) => [works(world), world.gather.routes, world.gather.sources, world.gather.imports],
  route,
);

function route(world: GatherWorld): readonly RoutedWork[] {
  const stated = new Map<string, Route>(standing(world.gather.routes).map((route) => [route.record as string, route]));
  return works(world).flatMap((work) => routed(world, work, (record) => stated.get(record)) ?? []);
}

function routed(
  world: GatherWorld,
  work: Work,
  statedOf: (record: RecordId) => Route | undefined,
): RoutedWork | undefined {
  const ways = work.records.flatMap((record) => wayOf(world, record, statedOf(record.id)));
  const way = ways.find(({ by }) => armOf(by) === 'database') ?? ways[0];
  return way === undefined ? undefined : { ...work, ...way, counted: ways.length };
}

/** The work in the flow that a record is in, found without looking at the others. */
export function routedWorkOf(world: GatherWorld, record: RecordId): RoutedWork | undefined {
  const work = workOf(world, record);
  return work && routed(world, work, (id) => standing(routesOfRecord(world.gather.routes, id)).at(-1));
}
const routesOfRecord = foundBy<Route>(({ record }) => [record]);

/** Is this record in the flow, by itself or through a record of its duplicate group? */
export const inFlow = (world: GatherWorld, record: RecordId): boolean => routedWorkOf(world, record) !== undefined;

function wayOf(
  world: GatherWorld,
  record: RecordRow,
  route: Route | undefined,
): { by: SourceKind; inferred: boolean }[] {
  if (route !== undefined) return [{ by: route.by, inferred: route.inferred ?? false }];
  const by = originOf(world, record)?.source.kind;
  return by === undefined || armOf(by) === undefined ? [] : [{ by, inferred: false }];
}
