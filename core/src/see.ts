import type { SeenChange } from './change.js';
import { clearanceOf, entersRoomOf, roomOf } from './clearance.js';
import { type Ref, type Thing, shelfOf } from './kind.js';
import { type Clearance, type Viewer, isIn } from './people.js';
import { type Conflict, type Review, apply, emptyReview, things, writesOf } from './review.js';
import { rooms } from './rooms.js';
import { Shelf } from './shelf.js';
import type { Held, ShelfName, Write } from './thing.js';

/**
 * L8, one rule for every route, export, count and order: what a viewer may not see does not leave the server.
 * The law: apply(see(r, v), seeChange(r, c, v)) = see(apply(r, c), v), where a hidden change is no change. Where a change
 * alters what the viewer may see, `seeChange` says so, and the room is fetched again.
 * A room that a viewer may not enter is empty; what stays the same for a viewer stays the same value.
 */
export function see(review: Review, viewer: Viewer): Review {
  const clearance = clearanceOf(review, viewer);
  let seen: Review = { ...review, conflicts: kept(review.conflicts, (each) => seesConflict(each, clearance)) };
  for (const { name } of rooms) {
    if (!entersRoomOf(`${name}.`, clearance.rooms)) seen = { ...seen, [name]: emptyReview[name] };
  }
  for (const spec of guarded) {
    const room = roomOf(spec.on);
    if (seen[room] === emptyReview[room]) continue;
    const shelf = shelfOf(review, spec.on);
    const shown = shownOf(shelf, (thing) => spec.seenBy(thing as never, clearance));
    if (shown !== shelf) seen = { ...seen, [room]: { ...seen[room], [shelfNameIn(spec.on)]: shown } };
  }
  return seen;
}

/** A change as the viewer may see it. */
export type Sight = { readonly change: SeenChange } | 'hidden' | 'fetch again';

/** How a viewer sees a change to a review. `after`: the review with the change, where the caller has it already. */
export function seeChange(
  review: Review,
  change: SeenChange,
  viewer: Viewer,
  after: Review = apply(review, change),
): Sight {
  const [was, is] = [clearanceOf(review, viewer), clearanceOf(after, viewer)];
  if (was.name !== is.name || review.newer !== after.newer) return 'fetch again';
  if (review.conflicts !== after.conflicts) return sightOfConflict(after.conflicts.at(-1), change, is);
  const writes = writesOf(change) ?? [];
  if (bringsNotesAbout(review, writes, was, is)) return 'fetch again';
  const sights = new Set(
    writes.map((write) => sightOf({ review, clearance: was }, { review: after, clearance: is }, write)),
  );
  if (sights.size > 1 || sights.has('mixed')) return 'fetch again';
  return sights.has('seen') ? { change: withoutPlace(change) } : 'hidden';
}

/**
 * Does everybody of one clearance see this change alike? Where it is so, it can be judged once for all of them. It is
 * not where it touches what is somebody's own, or somebody's role.
 */
export function isSeenAlike(review: Review, change: SeenChange, after: Review): boolean {
  const writes = writesOf(change) ?? [];
  return (
    review.floor.people === after.floor.people &&
    review.conflicts === after.conflicts &&
    writes.every(({ on }) => !guardedOn.has(on)) &&
    notesAbout(review, writes).length === 0
  );
}

/** May whoever has this clearance see this thing? */
export const maySee = (on: ShelfName, thing: Held<object>, clearance: Clearance): boolean =>
  entersRoomOf(on, clearance.rooms) && (guardedOn.get(on)?.seenBy(thing as never, clearance) ?? true);

/**
 * May they see what a change did, told by the shelves alone? Of one that cannot be read, nobody knows more than what
 * its kind says.
 */
export function seesAllOn({ kind }: Pick<SeenChange, 'kind'>, about: readonly Ref[], { rooms: entered }: Clearance) {
  const shelves = about.length > 0 ? about.map(({ on }) => on) : shelvesOfKind(kind);
  return shelves.length > 0 && shelves.every((on) => entersRoomOf(on, entered) && !guardedOn.has(on));
}

type Guarded = Thing<never> & Required<Pick<Thing<never>, 'seenBy'>>;
const guarded = things.filter((spec): spec is Guarded => spec.seenBy !== undefined);
const guardedOn: ReadonlyMap<ShelfName, Guarded> = new Map(guarded.map((spec) => [spec.on, spec]));

const shelfNameIn = (on: ShelfName): string => on.slice(on.indexOf('.') + 1);

/** "gather.sources" for "source.made"; of a kind that says of itself what it touches, none. */
const shelvesOfKind = (kind: string): ShelfName[] =>
  things.filter(({ name }) => name === kind.slice(0, kind.lastIndexOf('.'))).map(({ on }) => on);

/** The same list where nothing is left out. */
const kept = <T>(list: readonly T[], keep: (each: T) => boolean): readonly T[] =>
  list.every(keep) ? list : list.filter(keep);

/** The same shelf where nothing is left out. */
function shownOf(shelf: Shelf<Held<object>>, shows: (thing: Held<object>) => boolean): Shelf<Held<object>> {
  if (!someOf(shelf, (thing) => !shows(thing))) return shelf;
  const shown: (readonly [string, Held<object>])[] = [];
  for (const thing of shelf) if (shows(thing)) shown.push([thing.id, thing]);
  return Shelf.of(shown);
}

function someOf<T>(all: Iterable<T>, is: (each: T) => boolean): boolean {
  for (const each of all) if (is(each)) return true;
  return false;
}

interface Seen {
  readonly review: Review;
  readonly clearance: Clearance;
}

/** Is the thing seen before and after, neither, or only once? */
function sightOf(before: Seen, after: Seen, write: Write): 'seen' | 'hidden' | 'mixed' {
  if (!entersRoomOf(write.on, after.clearance.rooms)) return 'hidden';
  if (!guardedOn.has(write.on)) return 'seen';
  if (write.do === 'rows') return 'mixed';
  const [was, is] = [before, after].map((seen) => sees(seen, write));
  if (was === undefined) return is === undefined ? 'mixed' : is ? 'seen' : 'hidden';
  return was === is ? (was ? 'seen' : 'hidden') : 'mixed';
}

/** Undefined where there is no such thing. */
function sees({ review, clearance }: Seen, { on, id }: Ref): boolean | undefined {
  const thing = shelfOf(review, on).get(id);
  return thing === undefined ? undefined : maySee(on, thing, clearance);
}

/** A note may be about something that is only made now: where that is in a closed room, the note is seen no more. */
function bringsNotesAbout(before: Review, writes: readonly Write[], was: Clearance, is: Clearance): boolean {
  if (is.rooms === 'all' || !isIn(is.rooms, 'notes')) return false;
  const unseen = writes.filter(({ on }) => !entersRoomOf(on, is.rooms));
  return notesAbout(before, unseen).some(({ on, note }) => maySee(on, note, was) !== maySee(on, note, is));
}

/** The notes that are about something that these writes make. */
function notesAbout(review: Review, writes: readonly Write[]): { on: ShelfName; note: Held<object> }[] {
  const made = new Set(writes.flatMap(madeBy));
  if (made.size === 0) return [];
  return (['notes.memos', 'notes.discussions'] as const).flatMap((on) =>
    [...shelfOf(review, on)]
      .filter((note) => made.has((note as Held<{ about: string }>).about))
      .map((note) => ({ on, note })),
  );
}

function madeBy(write: Write): string[] {
  if (write.do === 'rows') return write.rows.map(({ id }) => id);
  return write.do === 'make' ? [write.id] : [];
}

/**
 * A change that no longer applies is shown to who made it, and to whoever sees everything on the shelves it was about:
 * on a shelf that hides things, what it was about may be hidden by now, or be hidden later, and a conflict must not tell.
 */
const seesConflict = ({ change, about }: Conflict, clearance: Clearance): boolean =>
  change.by === clearance.person || seesAllOn(change, about, clearance);

function sightOfConflict(conflict: Conflict | undefined, change: SeenChange, clearance: Clearance): Sight {
  if (conflict === undefined || !seesConflict(conflict, clearance)) return 'hidden';
  return seesAllOn(change, conflict.about, clearance) ? { change: withoutPlace(change) } : 'fetch again';
}

function withoutPlace(change: SeenChange): SeenChange {
  const { seq: _, ...shown } = change as SeenChange & { seq?: number };
  return shown;
}
