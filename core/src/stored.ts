import { emptyReview, kinds, type Review } from './review.js';
import { Shelf } from './shelf.js';

/** A review as text that travels to a browser or stands in a page. */
export const freeze = (value: unknown): string => JSON.stringify(value);

type FrozenShelf = { readonly shelf: readonly (readonly [string, unknown])[] };
type FrozenRoom = Readonly<Record<string, FrozenShelf | undefined>>;

/** Reads a frozen review. Shelves that the text does not have are empty: an older snapshot, a room that did not travel. */
export function thawReview(text: string): Review {
  const frozen = JSON.parse(text) as Readonly<Record<string, FrozenRoom | readonly unknown[] | undefined>>;
  const rooms = Object.entries(emptyReview).map(([name, empty]) => {
    const found = frozen[name];
    if (Array.isArray(empty)) return [name, found ?? empty] as const;
    return [name, thawRoom(empty as object, (found ?? {}) as FrozenRoom)] as const;
  });
  return Object.fromEntries(rooms) as unknown as Review;
}

function thawRoom(empty: object, frozen: FrozenRoom): Record<string, Shelf<unknown>> {
  return Object.fromEntries(Object.keys(empty).map((shelf) => [shelf, Shelf.of(frozen[shelf]?.shelf ?? [])]));
}

/** Things of a shelf on one line of a snapshot: a few milliseconds of work, so that a server does other things between. */
const thingsPerLine = 1000;

type Line =
  | { readonly list: string; readonly items: readonly unknown[] }
  | { readonly on: readonly [room: string, shelf: string]; readonly things: readonly { readonly id: string }[] };

/**
 * A review as the lines of a snapshot (L12), none of which holds a line break. A thing names itself, so that its id is
 * written once; a fifth less to read again than `freeze` gives.
 */
export function* snapshotLines(review: Review): Generator<string> {
  for (const [name, part] of Object.entries(review) as [string, unknown][]) {
    if (Array.isArray(part)) yield lineOf({ list: name, items: part });
    else for (const [shelf, things] of Object.entries(part as Room)) yield* shelfLines([name, shelf], things);
  }
}

type Room = Readonly<Record<string, Shelf<{ readonly id: string }>>>;
const lineOf = (line: Line): string => JSON.stringify(line);

function* shelfLines(on: [string, string], shelf: Room[string]): Generator<string> {
  let things: { readonly id: string }[] = [];
  for (const thing of shelf) {
    things.push(thing);
    if (things.length < thingsPerLine) continue;
    yield lineOf({ on, things });
    things = [];
  }
  if (things.length > 0) yield lineOf({ on, things });
}

/** Reads the lines of a snapshot again, in their order. What no line tells of is empty. */
export class Thawing {
  readonly #lists = new Map<string, readonly unknown[]>();
  readonly #shelves = new Map<string, (readonly [string, unknown])[]>();

  /** Throws where this is no line of a snapshot. */
  add(text: string): void {
    const line = JSON.parse(text) as Line;
    if ('list' in line) {
      this.#lists.set(line.list, line.items);
      return;
    }
    const name = line.on.join('.');
    const entries = this.#shelves.get(name) ?? [];
    this.#shelves.set(name, entries);
    for (const thing of line.things) entries.push([thing.id, thing]);
  }

  /** One shelf after the other; the review is what it returns. Throws where lines are missing: the lists come last. */
  *whole(): Generator<undefined, Review> {
    const review: Record<string, unknown> = {};
    for (const [name, empty] of Object.entries(emptyReview)) {
      if (Array.isArray(empty)) {
        const items = this.#lists.get(name);
        if (items === undefined) throw new Error(`a snapshot without ${name}`);
        review[name] = items;
        continue;
      }
      const shelves: Record<string, Shelf<unknown>> = {};
      for (const shelf of Object.keys(empty as object)) {
        shelves[shelf] = Shelf.of(this.#shelves.get(`${name}.${shelf}`) ?? []);
        yield;
      }
      review[name] = shelves;
    }
    return review as unknown as Review;
  }
}

/** Of the lines above; raised when they are written otherwise. */
const snapshotFormat = 'lines@1';

/** Changes when a kind or its version does: a snapshot of another edition of the program is not used. */
export const edition: string = [snapshotFormat, ...[...kinds.values()].map(({ kind, version }) => `${kind}@${version}`)]
  .sort()
  .join(' ');
