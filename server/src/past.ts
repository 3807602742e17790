import {
  type Change,
  type ChangeId,
  type Clearance,
  type Held,
  type Ref,
  type Review,
  type ReviewId,
  type SeenChange,
  type Viewer,
  apply,
  clearanceOf,
  emptyReview,
  maySee,
  seesAllOn,
  shelfOf,
  targets,
  things,
  writesOf,
} from '@throughline/core';
import type { Keeper } from '@throughline/storage';
import type { Happened } from './sight.js';

/** One change of the log, with what it was about, so that it can be shown again to those who may see it. */
interface Entry {
  readonly change: Change;
  readonly about: readonly Ref[];
  /** The things on guarded shelves that it touched, as they were before and after it. */
  readonly guarded: readonly (Ref & { readonly was: readonly Held<object>[] })[];
}

export interface Asked {
  /** Only what was done to this thing. */
  readonly thing?: Ref | undefined;
  /** Only what was done before this place in the log. */
  readonly before?: number | undefined;
  readonly limit: number;
}

export interface Shown {
  readonly changes: readonly SeenChange[];
  /** The place of the last one shown, where there are more before it. */
  readonly more?: number;
}

/**
 * The log, to be shown (L8). A change is shown to those who could see the thing then, before and after it, and may see
 * it now: a draft stays unseen when it is shared later, and what was withdrawn into a draft is not told afterwards.
 */
export class Past {
  readonly #entries: Entry[] = [];

  /** The whole log of a review that is open, read once; later changes are added as they happen. */
  static async of(keeper: Keeper, id: ReviewId, head: () => number): Promise<Past> {
    const past = new Past();
    let review = emptyReview;
    while (past.head < head()) {
      for (const change of await keeper.changes(id, past.head)) {
        const after = apply(review, change);
        past.add({ change, before: review, after });
        review = after;
      }
    }
    return past;
  }

  /** Adds the next change of the log; one that it has already is not added again. */
  add({ change, before, after }: Happened): void {
    if (change.seq <= this.head) return;
    const about = targets(writesOf(change) ?? []);
    const guarded = about
      .filter(({ on }) => guardedShelves.has(on))
      .map((ref) => ({ ...ref, was: [...asHeld(before, ref), ...asHeld(after, ref)] }));
    this.#entries.push({ change, about, guarded });
  }

  /** The place of the last change that it has. */
  get head(): number {
    return this.#entries.at(-1)?.change.seq ?? 0;
  }

  /** Newest first. `present` is the review as it stands. */
  shown(present: Review, viewer: Viewer, { thing, before = Number.POSITIVE_INFINITY, limit }: Asked): Shown {
    const clearance = clearanceOf(present, viewer);
    const found: Change[] = [];
    for (let at = this.#entries.length - 1; at >= 0; at -= 1) {
      const entry = this.#entries[at];
      if (
        entry === undefined ||
        entry.change.seq >= before ||
        !isAbout(entry, thing) ||
        !mayBeShown(entry, present, clearance)
      )
        continue;
      if (found.length === limit) return { changes: found.map(asShown), more: found.at(-1)?.seq ?? 0 };
      found.push(entry.change);
    }
    return { changes: found.map(asShown) };
  }

  /** Why each change was made, where somebody said so and the viewer may see it. */
  reasons(present: Review, viewer: Viewer): ReadonlyMap<ChangeId, string> {
    const clearance = clearanceOf(present, viewer);
    const reasons = new Map<ChangeId, string>();
    for (const entry of this.#entries) {
      const { because, id } = entry.change;
      if (because !== undefined && mayBeShown(entry, present, clearance)) reasons.set(id, because);
    }
    return reasons;
  }
}

/** What cannot be read, and so is about nothing that anybody knows, is told by its kind; its maker knows it. */
function mayBeShown({ change, about, guarded }: Entry, present: Review, clearance: Clearance): boolean {
  if (about.length === 0) return change.by === clearance.person || seesAllOn(change, about, clearance);
  const plain = about.filter(({ on }) => !guardedShelves.has(on));
  return (
    (plain.length === 0 || seesAllOn(change, plain, clearance)) &&
    guarded.every((ref) => [...ref.was, ...asHeld(present, ref)].every((thing) => maySee(ref.on, thing, clearance)))
  );
}

const guardedShelves: ReadonlySet<string> = new Set(
  things.filter(({ seenBy }) => seenBy !== undefined).map(({ on }) => on),
);

function asHeld(review: Review, { on, id }: Ref): Held<object>[] {
  const thing = shelfOf(review, on).get(id);
  return thing === undefined ? [] : [thing];
}

const isAbout = ({ about }: Entry, thing: Ref | undefined): boolean =>
  thing === undefined || about.some(({ on, id }) => on === thing.on && id === thing.id);

/** Without its place in the log, and an import without its rows: there may be 200,000, and they are asked for in pages. */
function asShown({ seq: _, ...change }: Change): SeenChange {
  if (change.kind !== 'source.imported') return change;
  const { records: __, ...payload } = change.payload as { records?: unknown };
  return { ...change, payload };
}
