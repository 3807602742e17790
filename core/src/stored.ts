import { Shelf } from './shelf.js';
import { emptyReview, kinds, type Review } from './review.js';

/** A review, or a part of it, as text: for snapshots (L12) and for rooms that travel to a browser. */
export const freeze = (value: unknown): string => JSON.stringify(value);

/** Reads what `freeze` wrote. */
export function thaw<T>(text: string): T {
  return JSON.parse(text, (_, value: unknown) => (isShelf(value) ? Shelf.of(value.shelf) : value)) as T;
}

/** Reads a frozen review; shelves that are newer than the snapshot are empty. */
export function thawReview(text: string): Review {
  const stored = thaw<Record<string, object>>(text);
  const merged = Object.entries(emptyReview).map(([room, empty]) => {
    const found = stored[room];
    return [
      room,
      found === undefined ? empty : Array.isArray(empty) ? found : { ...(empty as object), ...found },
    ] as const;
  });
  return Object.fromEntries(merged) as unknown as Review;
}

const isShelf = (value: unknown): value is { shelf: [string, unknown][] } =>
  typeof value === 'object' &&
  value !== null &&
  'shelf' in value &&
  Array.isArray(value.shelf) &&
  Object.keys(value).length === 1;

/** Changes when a kind or its version does: a snapshot of another edition of the program is not used. */
export const edition: string = [...kinds.values()]
  .map(({ kind, version }) => `${kind}@${version}`)
  .sort()
  .join(' ');
