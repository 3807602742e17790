import { z } from 'zod';
import { type Refusal, refuse } from './change.js';
import { type ChangeId, type PersonId, idOf } from './ids.js';
import { type Asked, type Kind, kind, shelfOf } from './kind.js';
import { type FloorWorld, roleOf } from './team.js';
import { type Fields, type Held, type ShelfName, type Stamp, type Write, lastSet, stands } from './thing.js';

/**
 * Undo is a new change (L15). It names the one it takes back and says what that restores; `decide` holds each of these
 * writes against the present, so that it takes back nothing but what that change did, and nothing that was done since.
 */
export interface Undone {
  readonly change: ChangeId;
  readonly writes: readonly Write[];
}

const shelfName = z.string().regex(/^[a-z]+\.[A-Za-z]+$/) as unknown as z.ZodType<ShelfName>;
const plainField = z.string().regex(/^(?!id$|trail$|__proto__$)[A-Za-z]+$/);
const backwards = z.discriminatedUnion('do', [
  z.object({ do: z.literal('set'), on: shelfName, id: z.string(), fields: z.record(plainField, z.unknown()) }),
  z.object({ do: z.literal('remove'), on: shelfName, id: z.string() }),
  z.object({ do: z.literal('revive'), on: shelfName, id: z.string() }),
]);

export const undo: Kind<FloorWorld> = kind<FloorWorld, Undone>({
  kind: 'change.undone',
  room: 'floor',
  version: 1,
  payload: z.object({ change: idOf<ChangeId>(), writes: z.array(backwards).min(1) }) as unknown as z.ZodType<Undone>,
  decide: decideUndo,
  writes: ({ writes }) => writes,
});

function decideUndo(world: FloorWorld, { change, writes }: Undone, asked: Asked): Refusal | undefined {
  const role = roleOf(world, asked.by);
  if (role === undefined) return refuse('role.mayNot', { role: 'nobody', room: 'floor' });
  for (const write of writes) {
    if (write.do === 'rows') return refuse('undo.differs', { change });
    const held = shelfOf(world, write.on).get(write.id);
    if (held?.trail === undefined) return refuse('undo.nothing', { change });
    const no =
      notTheSame(held, write, change) ??
      unseenWork(held, write, asked) ??
      (role === 'lead' ? undefined : notYours(held, write, change, asked));
    if (no !== undefined) return no;
  }
  return undefined;
}

function notTheSame(held: Held<object>, write: Write, change: ChangeId): Refusal | undefined {
  if (write.do === 'revive')
    return held.trail.gone?.change === change ? undefined : laterWork(held, '', held.trail.gone);
  if (!stands(held)) return laterWork(held, '', held.trail.gone);
  if (write.do === 'remove')
    return broughtBy(held, change) === undefined ? refuse('undo.differs', { change }) : workOfOthers(held);
  for (const [field, value] of Object.entries(write.do === 'set' ? write.fields : {})) {
    const set = held.trail.set?.[field];
    if (set?.change !== change) return laterWork(held, field, set);
    if (!same(set.was, value)) return refuse('undo.differs', { change });
  }
  return undefined;
}

const same = (was: unknown, value: unknown): boolean => JSON.stringify(was ?? null) === JSON.stringify(value ?? null);

const laterWork = (held: Held<object>, field: string, stamp: Stamp | undefined): Refusal =>
  refuse('undo.laterWork', { id: held.id, field, by: stamp?.by ?? '', at: stamp?.at ?? '' });

/** A thing that others have edited since is not only its maker's any more. */
function workOfOthers(held: Held<object>): Refusal | undefined {
  const other = Object.entries(held.trail.set ?? {}).find(([, set]) => set.by !== held.trail.made.by);
  return other === undefined ? undefined : laterWork(held, other[0], other[1]);
}

/** Whoever says what they saw of a thing does not take away what was written there since, by themselves elsewhere either. */
function unseenWork(held: Held<object>, write: Write, { saw = {} }: Asked): Refusal | undefined {
  const field = write.do === 'remove' ? Object.keys(saw).find((each) => saw[each] !== lastSet(held, each)) : undefined;
  return field === undefined ? undefined : laterWork(held, field, held.trail.set?.[field] ?? held.trail.made);
}

function notYours(held: Held<object>, write: Write, change: ChangeId, asked: Asked): Refusal | undefined {
  const done = doneBy(held, write, change);
  return done === asked.by ? undefined : refuse('undo.notYours', { by: done ?? '' });
}

function doneBy(held: Held<object>, write: Write, change: ChangeId): PersonId | undefined {
  if (write.do === 'revive') return held.trail.gone?.by;
  if (write.do === 'set') return held.trail.set?.[Object.keys(write.fields)[0] ?? '']?.by;
  return broughtBy(held, change)?.by;
}

/** Where this change made the thing, or brought it back last. */
const broughtBy = ({ trail }: Held<object>, change: ChangeId): Stamp | undefined =>
  [trail.made, trail.back].find((stamp) => stamp?.change === change);

/** What taking back some writes restores, told from the trails of the present; the gate checks it again. */
export function backwardsOf(world: unknown, writes: readonly Write[]): Write[] | Refusal {
  const back: Write[] = [];
  for (const write of writes) {
    if (write.do === 'rows') continue;
    const held = shelfOf(world, write.on).get(write.id);
    if (held?.trail === undefined) return refuse('undo.nothing', { change: write.id });
    back.push(backwardOf(held, write));
  }
  return back.length === 0 ? refuse('undo.nothing') : back.reverse();
}

function backwardOf(held: Held<object>, write: Exclude<Write, { do: 'rows' }>): Write {
  const { on, id } = write;
  if (write.do === 'set') {
    const fields: Fields = Object.fromEntries(
      Object.keys(write.fields).map((field) => [field, held.trail.set?.[field]?.was ?? null]),
    );
    return { do: 'set', on, id, fields };
  }
  return write.do === 'remove' ? { do: 'revive', on, id } : { do: 'remove', on, id };
}
