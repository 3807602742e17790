import {
  type Held,
  type PersonId,
  type Ref,
  type Review,
  type ShelfName,
  type Viewer,
  see,
  shelfOf,
  targets,
  writesOf,
} from '@throughline/core';
import type { Sighting } from './sight.js';

/** A review as one person sees it. */
interface View {
  /** The review that it was made of. */
  of: Review;
  seen: Review;
  /** When it was asked for last, in changes that had happened by then. */
  asked: number;
}

/** A view that nobody asked for during so many changes is let go. */
const keptFor = 2000;

/**
 * The review as each person may see it (L8), kept up with what happens by the law of `see`: a change that somebody may
 * see, put onto what they saw, gives what they see now; a hidden one gives what they saw. So a change costs the same
 * however large the review is. What several people see is held once.
 */
export class Views {
  readonly #views = new Map<PersonId, View>();
  #happened = 0;

  /** What this viewer sees of the review as it stands. */
  of(review: Review, viewer: Viewer): Review {
    const known = this.#views.get(viewer.person);
    if (known?.of === review) {
      known.asked = this.#happened;
      return known.seen;
    }
    const seen = see(review, viewer);
    this.#views.set(viewer.person, { of: review, seen, asked: this.#happened });
    return seen;
  }

  /** One more change; `viewerOf` says who somebody is. */
  add(sighting: Sighting, viewerOf: (person: PersonId) => Viewer): void {
    this.#happened += 1;
    for (const [person, view] of this.#views) {
      const sight =
        view.of === sighting.before && this.#happened - view.asked < keptFor
          ? sighting.sightOf(viewerOf(person))
          : 'fetch again';
      // Deleting from a map that is being walked is safe; the view is made anew when it is asked for.
      if (sight === 'fetch again') this.#views.delete(person);
      else {
        view.of = sighting.after;
        if (sight !== 'hidden') view.seen = advanced(view.seen, sighting);
      }
    }
  }
}

/**
 * What is seen after a change that may be seen whole. What was the same as in the review itself stays the same as there,
 * so that it is not held twice.
 */
function advanced(seen: Review, { before, after, change }: Sighting): Review {
  const touched = targets(writesOf(change) ?? []);
  const next: Record<string, unknown> = { ...seen };
  for (const [name, was, is] of changedParts(before, after)) {
    const part = next[name];
    if (part === was) next[name] = is;
    else if (Array.isArray(is)) next[name] = [...(part as unknown[]), ...is.slice((was as unknown[]).length)];
    else next[name] = advancedRoom(name, part as Shelves, was as Shelves, after, touched);
  }
  return next as unknown as Review;
}

type Shelves = Readonly<Record<string, unknown>>;

function changedParts(before: Review, after: Review): [name: string, was: unknown, is: unknown][] {
  const [was, is] = [before as unknown as Shelves, after as unknown as Shelves];
  return Object.keys(is)
    .filter((name) => was[name] !== is[name])
    .map((name) => [name, was[name], is[name]]);
}

/** A room of which something is hidden: shelf by shelf, and on a shelf of which something is hidden, thing by thing. */
function advancedRoom(room: string, seen: Shelves, was: Shelves, after: Review, touched: readonly Ref[]): Shelves {
  const is = (after as unknown as Readonly<Record<string, Shelves>>)[room] as Shelves;
  const next: Record<string, unknown> = { ...seen };
  for (const shelf of Object.keys(is)) {
    if (was[shelf] === is[shelf]) continue;
    const on: ShelfName = `${room}.${shelf}`;
    next[shelf] = seen[shelf] === was[shelf] ? is[shelf] : withThings(seen, shelf, touchedOn(after, on, touched));
  }
  return next;
}

const touchedOn = (after: Review, on: ShelfName, touched: readonly Ref[]): Held<object>[] =>
  touched.filter((ref) => ref.on === on).flatMap(({ id }) => shelfOf(after, on).get(id) ?? []);

function withThings(seen: Shelves, shelf: string, things: readonly Held<object>[]): unknown {
  return things.reduce((all, thing) => all.put(thing.id, thing), shelfOf({ seen }, `seen.${shelf}`));
}
