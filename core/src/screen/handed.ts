import { z } from 'zod';
import { type Refusal, refuse } from '../change.js';
import { type PersonId, idOf, idShape, sha256 } from '../ids.js';
import { type Asked, type Kind, type Thing, kind, thing } from '../kind.js';
import type { Shelf } from '../shelf.js';
import { type FloorWorld, roleOf } from '../team.js';
import { type Held, standing, stands } from '../thing.js';
import { stages } from './stages.js';

/** Reading that is done elsewhere: what was handed over to whom, and, in a share's own file, whose share it is. */
export interface Handed {
  readonly handed: Shelf<HandOver>;
  /** Empty but in the file of a share, which has one. */
  readonly share: Shelf<ShareMark>;
}
export interface HandedWorld extends FloorWorld {
  readonly screen: Handed;
}

const handing = {
  person: idOf<PersonId>(),
  stage: z.enum(stages),
  /** Of the works that stood at the stage: more than 0, at most 100. */
  percent: z.number().gt(0).max(100),
  /** Which sample: see sample.ts. */
  seed: z.string().trim().min(1).max(200),
};
const handed = z.object({
  ...handing,
  /** How many works the share holds. */
  works: z.number().int().positive(),
  /** SHA-256 of what the share began with, so that a share whose beginning was altered is known by it. */
  history: sha256(),
});
const handOver = handed.extend({
  /** How many changes came back so far; absent until the share was taken back. */
  takenBack: z.number().int().nonnegative().optional(),
});
/** A part of the reading that was handed over as a file. */
export type HandOver = Held<z.output<typeof handOver>>;

const mark = z.object({ ...handing, works: z.number().int().positive() });
/** Says in the file of a share whose it is. Its id is that of the hand-over in the review that it came from. */
export type ShareMark = Held<z.output<typeof mark>>;

/** Whose share this is; undefined in a review that is no share. */
export const shareMark = (world: HandedWorld): ShareMark | undefined => standing(world.screen.share)[0];

/** May this person hand reading over to that one? A lead may, to whoever may vote; and not out of a share. */
export function mayHandOver(world: HandedWorld, by: PersonId, to: PersonId): Refusal | undefined {
  const [role, reads] = [roleOf(world, by), roleOf(world, to)];
  if (role !== 'lead' || shareMark(world) !== undefined)
    return refuse('role.mayNot', { role: role ?? 'nobody', room: 'screen' });
  if (reads === undefined) return refuse('thing.missing', { thing: 'person', id: to });
  return reads === 'commenter' ? refuse('role.mayNot', { role: reads, room: 'screen' }) : undefined;
}

/** May this person bring a share back? A lead may, and whoever read it. */
export function mayTakeBack(world: HandedWorld, by: PersonId, handOverId: string): Refusal | undefined {
  const held = world.screen.handed.get(handOverId);
  if (held === undefined) return refuse('thing.missing', { thing: 'hand-over', id: handOverId });
  if (!stands(held)) return refuse('thing.gone', { thing: 'hand-over', id: handOverId });
  const role = roleOf(world, by);
  return role === 'lead' || held.person === by
    ? undefined
    : refuse('role.mayNot', { role: role ?? 'nobody', room: 'screen' });
}

const id = z.string().regex(idShape);
const made = handed.extend({ id }).strict();
const takenBack = z.object({ id, changes: z.number().int().nonnegative() }).strict();
const marked = mark.extend({ id }).strict();

/** Made by kinds of their own: nothing of a hand-over is edited, and a mark is written only where a share is made. */
export const handedThings: readonly Thing<HandedWorld>[] = [
  thing({ name: 'hand-over', on: 'screen.handed', fields: handOver }),
  thing({ name: 'share-mark', on: 'screen.share', fields: mark }),
];

export const handedKinds: readonly Kind<HandedWorld>[] = [
  kind<HandedWorld, z.output<typeof made>>({
    kind: 'hand-over.made',
    room: 'screen',
    version: 1,
    payload: made as unknown as z.ZodType<z.output<typeof made>>,
    decide: (world, { id: own, person }, { by }) =>
      world.screen.handed.has(own)
        ? refuse('thing.exists', { thing: 'hand-over', id: own })
        : mayHandOver(world, by, person),
    writes: ({ id: own, ...fields }) => [{ do: 'make', on: 'screen.handed', id: own, fields }],
  }),
  kind<HandedWorld, z.output<typeof takenBack>>({
    kind: 'hand-over.takenBack',
    room: 'screen',
    version: 1,
    payload: takenBack,
    decide: (world, payload, { by }) => mayTakeBack(world, by, payload.id),
    writes: ({ id: own, changes }) => [{ do: 'set', on: 'screen.handed', id: own, fields: { takenBack: changes } }],
  }),
  kind<HandedWorld, z.output<typeof marked>>({
    kind: 'share-mark.made',
    room: 'screen',
    version: 1,
    payload: marked as unknown as z.ZodType<z.output<typeof marked>>,
    decide: (world, _, { by }: Asked) => refuse('role.mayNot', { role: roleOf(world, by) ?? 'nobody', room: 'screen' }),
    writes: ({ id: own, ...fields }) => [{ do: 'make', on: 'screen.share', id: own, fields }],
  }),
];
