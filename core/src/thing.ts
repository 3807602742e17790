import type { ChangeId, PersonId } from './ids.js';

/**
 * Anything on a shelf: its fields as they stand, and the trail of who made it so.
 * The trail is what undo, "who did this and when" and L5 read; it never holds a place in the log.
 */
export type Held<Fields> = Readonly<Fields> & { readonly id: string; readonly trail: Trail };

export interface Trail {
  readonly made: Stamp;
  /** Fields set after the making, with the last change of each. A field that is not here is as it was made. */
  readonly set?: Readonly<Record<string, Written>>;
  /** Present when the thing was taken away. It stays on its shelf, for what rests on it (L6). */
  readonly gone?: Stamp;
  /** Present when it was taken away and came back: what brought it back last. */
  readonly back?: Stamp;
}

/** Who did it, when, by which change, and why, where they said so. */
export interface Stamp {
  readonly change: ChangeId;
  readonly by: PersonId;
  readonly at: string;
  readonly because?: string;
}

export interface Written extends Stamp {
  /** The value before, and the change that had set it; absent means that the field was empty. */
  readonly was?: unknown;
  readonly wasBy: ChangeId;
}

/** The smallest thing that can happen to a shelf. Every kind of change says what it does as a list of these. */
export type Write =
  | { readonly do: 'make'; readonly on: ShelfName; readonly id: string; readonly fields: Fields }
  | { readonly do: 'set'; readonly on: ShelfName; readonly id: string; readonly fields: Fields }
  /** Rows have no trail of their own (records): they stand and fall with the thing made beside them. */
  | { readonly do: 'rows'; readonly on: ShelfName; readonly rows: readonly { readonly id: string }[] }
  | { readonly do: 'remove'; readonly on: ShelfName; readonly id: string }
  | { readonly do: 'revive'; readonly on: ShelfName; readonly id: string };

/** Room and shelf: "synthesise.claims". */
export type ShelfName = `${string}.${string}`;
/** `null` empties a field. */
export type Fields = Readonly<Record<string, unknown>>;

/** The change that last set a field: what a later edit says it saw (L5). */
export function lastSet(thing: Held<object>, field: string): ChangeId {
  return thing.trail.set?.[field]?.change ?? thing.trail.made.change;
}

/** Is it still there? */
export const stands = (thing: Held<object>): boolean => thing.trail.gone === undefined;

/** The things of a shelf that still stand, in the order they were made. */
export function standing<T extends Held<object>>(shelf: Iterable<T>): T[] {
  const found: T[] = [];
  for (const thing of shelf) if (thing.trail.gone === undefined) found.push(thing);
  return found;
}

export function makeThing(id: string, fields: Fields, made: Stamp): Held<object> {
  return { ...withoutEmpty(fields), id, trail: { made } };
}

export function setFields(thing: Held<object>, fields: Fields, stamp: Stamp): Held<object> {
  const before = thing as unknown as Fields;
  const set: Record<string, Written> = { ...thing.trail.set };
  for (const field of Object.keys(fields)) {
    set[field] = {
      ...stamp,
      ...(before[field] === undefined ? {} : { was: before[field] }),
      wasBy: lastSet(thing, field),
    };
  }
  return { ...withoutEmpty({ ...before, ...fields }), id: thing.id, trail: { ...thing.trail, set } };
}

/** Without what was said before and why, but for one field: as if it had been made as it stands. */
export function withoutPast(thing: Held<object>, but: string): Held<object> {
  const { back: _, ...trail } = thing.trail;
  const { because: __, ...made } = trail.made;
  const kept = trail.set?.[but];
  return { ...thing, trail: { ...trail, made, set: kept === undefined ? {} : { [but]: kept } } };
}

export function removeThing(thing: Held<object>, gone: Stamp): Held<object> {
  return { ...thing, trail: { ...thing.trail, gone } };
}

export function reviveThing(thing: Held<object>, back: Stamp): Held<object> {
  const { gone: _, ...trail } = thing.trail;
  return { ...thing, trail: { ...trail, back } };
}

function withoutEmpty(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}
