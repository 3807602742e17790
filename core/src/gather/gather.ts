import { z } from 'zod';
import { type Refusal, refuse } from '../change.js';
import { type RecordId, type SourceId, idOf } from '../ids.js';
import { type Asked, type Kind, type Ref, type Room, day, kind, refsTo, room, shelfOf, thing, words } from '../kind.js';
import type { PlanWorld } from '../plan/plan.js';
import type { Shelf } from '../shelf.js';
import { type Held, standing } from '../thing.js';
import { type Correction, correctionFields } from './correction.js';
import { type Grouping, distinctFields, groupFields, groupedElsewhere, groupedTogether } from './grouping.js';
import { type Import, type Imported, type RecordRow, imported } from './imported.js';
import { regroupingKinds } from './regrouped.js';

/** Phase 2, deciding what is relevant: where was searched, what came back, and which records are the same report. */
export interface Gather extends Grouping {
  readonly sources: Shelf<Source>;
  readonly routes: Shelf<Route>;
  readonly corrections: Shelf<Correction>;
}
export interface GatherWorld extends PlanWorld {
  readonly gather: Gather;
}

export const sourceKinds = [
  'database',
  'register',
  'alert',
  'reference-list',
  'citation-search',
  'website',
  'organisation',
  'contact',
  'hand',
  'bibliography',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What is said of a source; a form that makes one checks by the same fields. */
export const sourceFields = z.object({
  kind: z.enum(sourceKinds),
  name: words(),
  platform: words().optional(),
  /** The years that the source covers, as its owner says them. */
  coverage: words().optional(),
  searched: day().optional(),
  /** Alerts run on: the last day. */
  until: day().optional(),
  searchedBy: words().optional(),
  /** Limits and filters of the search, in the words of who ran it; "none" where there were none (PRISMA-S, item 9). */
  limits: words().optional(),
  /** The search as it was run, character for character (PRISMA-S, item 8); `strategyLines` reads it. */
  strategy: words().optional(),
  /** How many records the platform said that the search found. */
  said: z.number().int().nonnegative().optional(),
  note: words().optional(),
});
export type Source = Held<z.output<typeof sourceFields>> & { readonly id: SourceId };

/**
 * By which kind of source a record came to the review, where its import does not say: a record that is held only in a
 * bibliography, of a search whose records are not held one by one.
 */
const route = z.object({
  record: idOf<RecordId>(),
  by: z.enum(sourceKinds),
  source: idOf<SourceId>().optional(),
  /** True: our inference; the change's reason says from what. */
  inferred: z.boolean().optional(),
});
export type Route = Held<z.output<typeof route>>;

const decideImport = (world: GatherWorld, payload: Imported): Refusal | undefined => {
  if (world.gather.imports.has(payload.id)) return refuse('thing.exists', { thing: 'import', id: payload.id });
  const from = world.gather.sources.get(payload.source);
  if (from === undefined) return refuse('thing.missing', { thing: 'source', id: payload.source });
  if (from.trail.gone) return refuse('thing.gone', { thing: 'source', id: payload.source });
  const taken = payload.records.find(({ id }) => world.gather.records.has(id));
  return taken === undefined ? decideKnown(world, payload) : refuse('thing.exists', { thing: 'record', id: taken.id });
};

/** What is known came with imports that stand, and those are named: taking one back asks who rests on it. */
function decideKnown({ gather }: GatherWorld, { known = [], knownFrom = [] }: Imported): Refusal | undefined {
  const from = new Set<string>(knownFrom);
  for (const id of from) {
    const held = gather.imports.get(id);
    if (held === undefined) return refuse('thing.missing', { thing: 'import', id });
    if (held.trail.gone) return refuse('thing.gone', { thing: 'import', id });
  }
  const lost = known.find(({ record }) => !from.has(gather.records.get(record)?.import ?? ''));
  return lost === undefined ? undefined : refuse('thing.missing', { thing: 'record', id: lost.record });
}

const oneCorrection = (
  { gather }: GatherWorld,
  { record }: { record: RecordId },
  _: Asked,
  own: string,
): Refusal | undefined => {
  const other = standing(gather.corrections).find((each) => each.id !== own && each.record === record);
  return other === undefined ? undefined : refuse('correction.twice', { record, correction: other.id });
};

export const gather: Room<GatherWorld> = room<GatherWorld>(
  'gather',
  [
    thing({ name: 'source', on: 'gather.sources', fields: sourceFields, version: 2 }),
    thing({
      name: 'route',
      on: 'gather.routes',
      fields: route,
      refs: ({ record, source: from }) => [
        ...refsTo('gather.records', [record]),
        ...refsTo('gather.sources', from ? [from] : []),
      ],
    }),
    thing({
      name: 'duplicate-group',
      on: 'gather.groups',
      fields: groupFields,
      version: 2,
      refs: ({ records }) => refsTo('gather.records', records),
      check: (world: GatherWorld, { records }, _, own) => groupedElsewhere(world, records, new Set([own])),
    }),
    thing({
      name: 'distinct',
      on: 'gather.distinct',
      fields: distinctFields,
      refs: ({ records }) => refsTo('gather.records', records),
      check: (world: GatherWorld, fields, _, own) => groupedTogether(world, fields, own),
    }),
    thing({
      name: 'correction',
      on: 'gather.corrections',
      fields: correctionFields,
      refs: ({ record }) => refsTo('gather.records', [record]),
      check: oneCorrection,
    }),
  ],
  [
    ...(regroupingKinds as readonly Kind<GatherWorld>[]),
    kind<GatherWorld, Imported>({
      kind: 'source.imported',
      room: 'gather',
      version: 2,
      payload: imported as unknown as z.ZodType<Imported>,
      decide: decideImport,
      writes: ({ id, records, known, ...rest }) => [
        {
          do: 'make',
          on: 'gather.imports',
          id,
          fields: { ...rest, ...(known === undefined ? {} : { known: known.length }), read: records.length },
        },
        { do: 'rows', on: 'gather.records', rows: records.map((each) => ({ ...each, import: id })) },
      ],
    }),
  ],
  [
    thing({
      name: 'import',
      on: 'gather.imports',
      fields: imported,
      refs: ({ source: from, knownFrom = [] }) => [
        ...refsTo('gather.sources', [from]),
        ...refsTo('gather.imports', knownFrom),
      ],
    }),
  ],
);

/** A record stands or falls with its import: what refers to one refers to the other. */
export function alsoRefersTo(world: unknown, ref: Ref): Ref | undefined {
  if (ref.on !== 'gather.records') return undefined;
  const row = shelfOf(world, ref.on).get(ref.id) as unknown as RecordRow | undefined;
  return row === undefined ? undefined : { on: 'gather.imports', id: row.import };
}

/** The import and the source that gave a record. */
export function originOf(world: GatherWorld, record: RecordRow): { imported: Import; source: Source } | undefined {
  const from = world.gather.imports.get(record.import);
  const source_ = from && world.gather.sources.get(from.source);
  return from && source_ && { imported: from, source: source_ };
}

/** The records whose import still stands. */
export function heldRecords(world: GatherWorld): RecordRow[] {
  const found: RecordRow[] = [];
  for (const record of world.gather.records) {
    if (world.gather.imports.get(record.import)?.trail.gone === undefined) found.push(record);
  }
  return found;
}
