import { emptyReview, kinds, type Review } from './review.js';
import { Shelf } from './shelf.js';

/** A review as text: for snapshots (L12) and for what travels to a browser. */
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

/** Changes when a kind or its version does: a snapshot of another edition of the program is not used. */
export const edition: string = [...kinds.values()]
  .map(({ kind, version }) => `${kind}@${version}`)
  .sort()
  .join(' ');
