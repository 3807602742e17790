import { z } from 'zod';
import type { PersonId } from './ids.js';
import { foundBy } from './indexed.js';
import type { Clearance } from './people.js';
import { type Proposal, type Raiser, type Refusal, refuse } from './change.js';
import type { RoomName } from './rooms.js';
import { Shelf } from './shelf.js';
import { type Fields, type Held, type ShelfName, type Write, lastSet, standing, stands } from './thing.js';

/** A kind of change: what it says, when it is refused, and what it does. `World` is what its room may know. */
export interface Kind<World> {
  /** "claim.made" */
  readonly kind: string;
  readonly room: RoomName | 'floor';
  readonly version: number;
  readonly payload: z.ZodType;
  /** From each earlier version to the next (L16). */
  readonly raisers?: Readonly<Record<number, Raiser>>;
  /** Pure; the only gate (L4). `payload` has passed the schema. */
  readonly decide: (world: World, payload: never, asked: Asked) => Refusal | undefined;
  /** What it does. Pure and told by the payload alone, so that folding gives the same review anywhere (L3). */
  readonly writes: (payload: never) => readonly Write[];
}

/** Who proposes, and what they saw. */
export interface Asked extends Pick<Proposal, 'id' | 'saw'> {
  readonly by: PersonId;
}

/** Points at a thing on a shelf. */
export interface Ref {
  readonly on: ShelfName;
  readonly id: string;
}

/**
 * A sort of thing that people make, edit field by field, and take away. `kindsOf` gives its three kinds of change,
 * so that undo, history, L5 and L15 are the same for everything on every shelf.
 */
export interface Thing<World> {
  /** In the field's words: "claim". */
  readonly name: string;
  readonly on: ShelfName;
  readonly fields: z.ZodObject;
  /** The things it rests on: they have to stand when it is made or edited, and cannot be taken away under it. */
  readonly refs: (fields: never) => readonly Ref[];
  /** The things on its shelf that rest on something with this id, found without looking at the others. */
  readonly restingOn: (shelf: Shelf<Held<object>>, id: string) => readonly Held<object>[];
  /** What the fields alone cannot say. `own` is the thing's id. */
  readonly check?: (world: World, fields: never, asked: Asked, own: string) => Refusal | undefined;
  /** Only a lead may make, edit or take it away, whatever room it stands in. */
  readonly byLeads?: boolean;
  /** Why it may not be taken away, beside what rests on it. */
  readonly checkRemoved?: (world: World, own: string) => Refusal | undefined;
  /** Only who made it may edit or take it away (a vote). */
  readonly ownedByMaker?: boolean;
  /** Who may see it (L8). Absent: whoever may enter its room. */
  readonly seenBy?: (thing: Held<never>, clearance: Clearance) => boolean;
  /**
   * While this field says so, it is a draft, its writer's alone. Once it is shared, what the draft said before leaves
   * its trail: that stays the writer's own (L8), and in the log.
   */
  readonly draft?: { readonly field: string; readonly says: string };
  readonly raisers?: Readonly<Record<number, Raiser>>;
  readonly version?: number;
}

/** Declares a sort of thing, with its fields typed where its room reads them. */
export function thing<World, F extends z.ZodRawShape>(spec: {
  name: string;
  on: ShelfName;
  fields: z.ZodObject<F>;
  refs?: (fields: z.output<z.ZodObject<F>>) => readonly (Ref | undefined)[];
  check?: (world: World, fields: z.output<z.ZodObject<F>>, asked: Asked, own: string) => Refusal | undefined;
  checkRemoved?: (world: World, own: string) => Refusal | undefined;
  ownedByMaker?: boolean;
  byLeads?: boolean;
  seenBy?: (thing: Held<z.output<z.ZodObject<F>>>, clearance: Clearance) => boolean;
  draft?: { field: keyof F & string; says: string };
  version?: number;
}): Thing<World> {
  const refs = (fields: never) => (spec.refs?.(fields) ?? []).filter((ref) => ref !== undefined);
  const restingOn = foundBy<Held<object>>((each) => refs(each as never).map(({ id }) => id));
  return { ...spec, refs, restingOn } as Thing<World>;
}

/** What a room is made of. */
export interface Room<World> {
  readonly name: RoomName | 'floor';
  readonly things: readonly Thing<World>[];
  readonly kinds: readonly Kind<World>[];
}

/** Declares a room: its things, and the kinds of change that are its own, with the things that only those make. */
export function room<World>(
  name: Room<World>['name'],
  things: readonly Thing<World>[],
  own: readonly Kind<World>[] = [],
  ownThings: readonly Thing<World>[] = [],
): Room<World> {
  return { name, things: [...ownThings, ...things], kinds: [...things.flatMap((each) => kindsOf(name, each)), ...own] };
}

/** Declares a kind of change of a room's own. */
export function kind<World, P>(spec: {
  kind: string;
  room: Room<World>['name'];
  version: number;
  payload: z.ZodType<P>;
  raisers?: Readonly<Record<number, Raiser>>;
  decide: (world: World, payload: P, asked: Asked) => Refusal | undefined;
  writes: (payload: P) => readonly Write[];
}): Kind<World> {
  return spec as unknown as Kind<World>;
}

interface Made {
  readonly id: string;
}
interface Edited {
  readonly id: string;
  readonly set: Fields;
}

/** The room whose rules say who may propose it: what only leads decide is the floor's, wherever it stands. */
export const proposedIn = <N extends string>({ byLeads }: Pick<Thing<never>, 'byLeads'>, name: N): N | 'floor' =>
  byLeads ? 'floor' : name;

/** `claim.made`, `claim.edited`, `claim.removed`. */
function kindsOf<World>(name: Room<World>['name'], spec: Thing<World>): Kind<World>[] {
  const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/);
  const { version = 1, raisers } = spec;
  const base = { room: proposedIn(spec, name), version, ...(raisers === undefined ? {} : { raisers }) };
  const fieldsOf = ({ id: _, ...fields }: Made & Fields): Fields => fields;
  return [
    kind<World, Made & Fields>({
      ...base,
      kind: `${spec.name}.made`,
      payload: spec.fields.extend({ id }).strict() as unknown as z.ZodType<Made & Fields>,
      decide: (world, payload, asked) => decideMade(spec, world, payload.id, fieldsOf(payload), asked),
      writes: (payload) => [{ do: 'make', on: spec.on, id: payload.id, fields: fieldsOf(payload) }],
    }),
    kind<World, Edited>({
      ...base,
      kind: `${spec.name}.edited`,
      payload: z.object({ id, set: clearable(spec.fields) }).strict() as unknown as z.ZodType<Edited>,
      decide: (world, payload, asked) => decideEdited(spec, world, payload, asked),
      writes: ({ id: which, set }) => [{ do: 'set', on: spec.on, id: which, fields: set }],
    }),
    kind<World, Made>({
      ...base,
      kind: `${spec.name}.removed`,
      payload: z.object({ id }).strict(),
      decide: (world, payload, asked) =>
        mayTouch(spec, world, payload.id, asked) ??
        changedUnseen(spec, world, payload.id, asked) ??
        spec.checkRemoved?.(world, payload.id),
      writes: (payload) => [{ do: 'remove', on: spec.on, id: payload.id }],
    }),
  ];
}

/** Every field on its own; optional ones may be emptied with null. */
function clearable(fields: z.ZodObject): z.ZodType {
  const each = Object.entries(fields.shape).map(([name, field]) => {
    const schema = field as z.ZodType;
    return [name, schema.safeParse(undefined).success ? schema.nullable() : schema.optional()] as const;
  });
  return z.object(Object.fromEntries(each)).strict();
}

function decideMade<World>(
  spec: Thing<World>,
  world: World,
  id: string,
  fields: Fields,
  asked: Asked,
): Refusal | undefined {
  if (shelfOf(world, spec.on).has(id)) return refuse('thing.exists', { thing: spec.name, id });
  return missingRef(spec, world, fields) ?? spec.check?.(world, fields as never, asked, id);
}

function decideEdited<World>(spec: Thing<World>, world: World, { id, set }: Edited, asked: Asked): Refusal | undefined {
  const refusal = mayTouch(spec, world, id, asked);
  if (refusal !== undefined) return refusal;
  const held = shelfOf(world, spec.on).get(id) as Held<object>;
  const fields = Object.fromEntries(
    Object.entries({ ...held, ...set }).filter(([name, value]) => name !== 'id' && name !== 'trail' && value !== null),
  );
  return (
    changedSince(spec, held, set, asked) ??
    missingRef(spec, world, fields) ??
    spec.check?.(world, fields as never, asked, id)
  );
}

/** L5: the second of two people who edit the same field from the same state is refused, and shown both texts. */
function changedSince<World>(spec: Thing<World>, held: Held<object>, set: Fields, asked: Asked): Refusal | undefined {
  for (const [field, value] of Object.entries(set)) {
    const saw = asked.saw?.[field];
    if (saw === undefined || saw === lastSet(held, field)) continue;
    const present = (held as unknown as Fields)[field];
    if (JSON.stringify(present) === JSON.stringify(value)) continue;
    const by = held.trail.set?.[field]?.by ?? held.trail.made.by;
    return refuse('field.changedSince', {
      thing: spec.name,
      id: held.id,
      field,
      present: said(present),
      proposed: said(value),
      by,
    });
  }
  return undefined;
}

/** L5 for taking away: whoever says what they saw of a thing does not take away what somebody has written there since. */
function changedUnseen<World>(spec: Thing<World>, world: World, id: string, { saw = {} }: Asked): Refusal | undefined {
  const held = shelfOf(world, spec.on).get(id) as Held<object>;
  const field = Object.keys(saw).find((each) => saw[each] !== lastSet(held, each));
  if (field === undefined) return undefined;
  const by = held.trail.set?.[field]?.by ?? held.trail.made.by;
  const present = said((held as unknown as Fields)[field]);
  return refuse('thing.changedSince', { thing: spec.name, id, field, present, by });
}

const said = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value ?? '') ?? ''));

function mayTouch<World>(spec: Thing<World>, world: World, id: string, asked: Asked): Refusal | undefined {
  const held = shelfOf(world, spec.on).get(id);
  if (held === undefined) return refuse('thing.missing', { thing: spec.name, id });
  if (!stands(held)) return refuse('thing.gone', { thing: spec.name, id });
  if (spec.ownedByMaker && held.trail.made.by !== asked.by) return refuse('role.mayNot', { thing: spec.name, id });
  return undefined;
}

/** The first thing that these fields rest on and that is not there, or is there no more. */
export function missingRef<World>(spec: Thing<World>, world: World, fields: Fields): Refusal | undefined {
  for (const { on, id } of spec.refs(fields as never)) {
    const found = shelfOf(world, on).get(id) as Partial<Held<object>> | undefined;
    if (found === undefined) return refuse('thing.missing', { thing: on, id });
    if (found.trail?.gone !== undefined) return refuse('thing.gone', { thing: on, id });
  }
  return undefined;
}

/** The shelf that a name points at. Rows without a trail (records) come back as they are. */
export function shelfOf(world: unknown, on: ShelfName): Shelf<Held<object>> {
  const [roomName, shelf] = on.split('.') as [string, string];
  const found = (world as Record<string, Record<string, unknown> | undefined>)[roomName]?.[shelf];
  // A name from a log may be anything: "conflicts.length" is no shelf.
  return found instanceof Shelf ? found : Shelf.empty<Held<object>>();
}

/** For a sort of thing of which at most one stands. */
export const onlyOne =
  (name: string, on: ShelfName) =>
  (world: unknown, _fields: unknown, _asked: Asked, own: string): Refusal | undefined => {
    const other = standing(shelfOf(world, on)).find(({ id }) => id !== own);
    return other === undefined ? undefined : refuse('thing.onlyOne', { thing: name, id: other.id });
  };

/** A reference to every id of a list. */
export const refsTo = (on: ShelfName, ids: readonly string[]): Ref[] => ids.map((id) => ({ on, id }));

/** Not the same one twice. */
export const eachOnce = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

/** Text that says something: trimmed, not empty, at most 20,000 characters. */
export const words = () => z.string().trim().min(1).max(20_000);
/** A calendar day, a month or a year, as precisely as it is known. */
export const day = () => z.string().refine(isDay, 'is no day, month or year');
/** "2021-08-12", "2021-08", "2021", where there is such a day. */
export function isDay(text: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return false;
  const date = new Date(`${text}${'-01-01'.slice(text.length - 4)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
