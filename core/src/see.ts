import type { SeenChange } from './change.js';
import { type Thing, shelfOf } from './kind.js';
import type { Viewer } from './people.js';
import { type Conflict, type Review, apply, things, writesOf } from './review.js';
import { Shelf } from './shelf.js';
import type { Held, ShelfName, Write } from './thing.js';

/**
 * L8, one rule for every route, export, count and order: what a viewer may not see does not leave the server.
 * The law: apply(see(r, v), seeChange(r, c, v)) = see(apply(r, c), v), where a hidden change is no change. Where a change
 * alters what the viewer may see, `seeChange` says so, and the room is fetched again.
 */
export function see(review: Review, viewer: Viewer): Review {
  let seen: Review = { ...review, conflicts: review.conflicts.filter((each) => seesConflict(each, viewer)) };
  for (const spec of guarded) {
    const [roomName, name] = spec.on.split('.') as [keyof Review, string];
    const shelf = Shelf.of(
      [...shelfOf(review, spec.on).entries()].filter(([, thing]) => spec.seenBy(thing as never, viewer)),
    );
    seen = { ...seen, [roomName]: { ...(seen[roomName] as object), [name]: shelf } };
  }
  return seen;
}

/** A change as the viewer may see it. */
export type Sight = { readonly change: SeenChange } | 'hidden' | 'fetch again';

export function seeChange(review: Review, change: SeenChange, viewer: Viewer): Sight {
  const shown = { change: withoutPlace(change) };
  const writes = (writesOf(change) ?? []).filter(({ on }) => guardedOn.has(on));
  if (writes.length === 0) return shown;
  const after = apply(review, change);
  if (after.conflicts.length > review.conflicts.length) return change.by === viewer.person ? 'fetch again' : 'hidden';
  const sights = new Set(writes.map((write) => sightOf(review, after, write, viewer)));
  const only = sights.size === 1 ? [...sights][0] : 'mixed';
  if (only === 'seen') return shown;
  return only === 'hidden' && (writesOf(change)?.length ?? 0) === writes.length ? 'hidden' : 'fetch again';
}

type Guarded = Thing<never> & Required<Pick<Thing<never>, 'seenBy'>>;
const guarded = things.filter((spec): spec is Guarded => spec.seenBy !== undefined);
const guardedOn: ReadonlyMap<ShelfName, Guarded> = new Map(guarded.map((spec) => [spec.on, spec]));

/** Is the thing seen before and after, neither, or only once? */
function sightOf(before: Review, after: Review, write: Write, viewer: Viewer): 'seen' | 'hidden' | 'mixed' {
  if (write.do === 'rows') return 'mixed';
  const [was, is] = [before, after].map((review) => sees(review, write, viewer));
  if (was === undefined) return is === undefined ? 'mixed' : is ? 'seen' : 'hidden';
  return was === is ? (was ? 'seen' : 'hidden') : 'mixed';
}

/** Undefined where there is no such thing. */
function sees(review: Review, { on, id }: { on: ShelfName; id: string }, viewer: Viewer): boolean | undefined {
  const thing = shelfOf(review, on).get(id);
  return thing === undefined ? undefined : (guardedOn.get(on)?.seenBy(thing as never, viewer) ?? true);
}

/**
 * A change that no longer applies, on a shelf that hides things, is shown to nobody but who made it: what it was about
 * may be hidden by now, or be hidden later, and a conflict must not tell.
 */
function seesConflict({ change, about }: Conflict, viewer: Viewer): boolean {
  return change.by === viewer.person || about.every(({ on }) => !guardedOn.has(on));
}

function withoutPlace(change: SeenChange): SeenChange {
  const { seq: _, ...shown } = change as SeenChange & { seq?: number };
  return shown;
}

/** May this viewer see this thing? */
export const maySee = (on: ShelfName, thing: Held<object>, viewer: Viewer): boolean =>
  guardedOn.get(on)?.seenBy(thing as never, viewer) ?? true;
