import { z } from 'zod';
import { type Refusal, refuse } from '../change.js';
import { type Room, refsTo, room, thing, words } from '../kind.js';
import type { ReadWorld } from '../read/read.js';
import type { Shelf } from '../shelf.js';
import type { Held } from '../thing.js';

/** Phase 4, determining how the studies are related: groups of concepts, relations between them, and the outcome. */
export interface Relate {
  readonly categories: Shelf<Category>;
  readonly relations: Shelf<Relation>;
  readonly outcomes: Shelf<Outcome>;
}
export interface RelateWorld extends ReadWorld {
  readonly relate: Relate;
}

const category = z.object({ name: words(), members: z.array(words()), note: words().optional() });
/** An initial category of second-order constructs. */
export type Category = Held<z.output<typeof category>>;

const relation = z.object({
  from: words(),
  to: words(),
  /** similar, contradicts, part of, explains, or the team's own word. */
  sort: words(),
  note: words().optional(),
});
/** A named relation between two second-order constructs. */
export type Relation = Held<z.output<typeof relation>>;

const syntheses = ['reciprocal', 'refutational', 'line of argument'] as const;
const outcome = z.object({ text: words(), syntheses: z.array(z.enum(syntheses)).min(1) });
/** How the studies relate, and so which synthesis is meant. */
export type Outcome = Held<z.output<typeof outcome>>;

const notItself = (_: RelateWorld, { from, to }: { from: string; to: string }): Refusal | undefined =>
  from === to ? refuse('link.toItself', { id: from }) : undefined;

export const relate: Room<RelateWorld> = room<RelateWorld>('relate', [
  thing({
    name: 'category',
    on: 'relate.categories',
    fields: category,
    refs: ({ members }) => refsTo('read.secondOrders', members),
  }),
  thing({
    name: 'relation',
    on: 'relate.relations',
    fields: relation,
    refs: ({ from, to }) => refsTo('read.secondOrders', [from, to]),
    check: notItself,
  }),
  thing({ name: 'outcome', on: 'relate.outcomes', fields: outcome }),
]);
