import { z } from 'zod';
import { type Room, day, onlyOne, refsTo, room, thing, words } from '../kind.js';
import type { Shelf } from '../shelf.js';
import type { FloorWorld } from '../team.js';
import type { Held } from '../thing.js';

/** Phase 1, getting started: what is asked, why by this method, what will count, and who asks. */
export interface Plan {
  /** At most one protocol stands at a time; its amendments are its edits. */
  readonly protocols: Shelf<Protocol>;
  readonly criteria: Shelf<Criterion>;
  readonly positions: Shelf<Position>;
}
export interface PlanWorld extends FloorWorld {
  readonly plan: Plan;
}

const protocol = z.object({
  aim: words(),
  questions: z.array(words()).min(1),
  method: words(),
  whyThisMethod: words().optional(),
  registration: words().optional(),
  /** The reporting guidance that the team follows. */
  reporting: words().optional(),
  date: day().optional(),
});
export type Protocol = Held<z.output<typeof protocol>>;

const criterion = z.object({
  sort: z.enum(['inclusion', 'exclusion']),
  /** What it is about: population, phenomenon, kind of evidence. */
  heading: words(),
  text: words(),
  order: z.number(),
});
export type Criterion = Held<z.output<typeof criterion>>;

/** Where a reviewer stands towards the subject; revised over time, each revision kept by the log. */
const position = z.object({ person: words(), text: words() });
export type Position = Held<z.output<typeof position>>;

export const plan: Room<PlanWorld> = room<PlanWorld>('plan', [
  thing({ name: 'protocol', on: 'plan.protocols', fields: protocol, check: onlyOne('protocol', 'plan.protocols') }),
  thing({ name: 'criterion', on: 'plan.criteria', fields: criterion }),
  thing({
    name: 'position',
    on: 'plan.positions',
    fields: position,
    refs: ({ person }) => refsTo('floor.people', [person]),
  }),
]);
