import { Shelf } from './shelf.js';
import type { Held } from './thing.js';

/** What a thing is found by. The function itself names the index: declare it once. */
export type KeysOf<T> = (thing: T) => readonly string[];

/** Key to the ids of the things that have it, in the order of the shelf. */
type Members = Shelf<readonly string[]>;

/** The indexes that were asked of a shelf. What belongs to a shelf that nobody holds any more goes with it. */
const known = new WeakMap<object, Map<KeysOf<never>, Members>>();

/**
 * Finds things by something they say, without looking at the others. The first question at a shelf looks at all of them;
 * `carryIndexes` keeps the answer going while things are put on it, at the cost of one short path a thing.
 */
export const foundBy =
  <T extends Held<object>>(keysOf: KeysOf<T>) =>
  (shelf: Shelf<T>, key: string): T[] =>
    (membersOf(shelf, keysOf).get(key) ?? []).flatMap((id) => shelf.get(id) ?? []);

function membersOf<T extends Held<object>>(shelf: Shelf<T>, keysOf: KeysOf<T>): Members {
  // The empty shelf is one value, whatever it will hold.
  if (shelf.size === 0) return Shelf.empty();
  const indexes = known.get(shelf) ?? new Map<KeysOf<never>, Members>();
  known.set(shelf, indexes);
  const members = indexes.get(keysOf) ?? indexed(shelf, keysOf);
  indexes.set(keysOf, members);
  return members;
}

function indexed<T extends Held<object>>(shelf: Shelf<T>, keysOf: KeysOf<T>): Members {
  const ids = new Map<string, string[]>();
  for (const thing of shelf) {
    for (const key of keysOf(thing)) {
      const found = ids.get(key);
      if (found === undefined) ids.set(key, [thing.id]);
      else found.push(thing.id);
    }
  }
  return Shelf.of<readonly string[]>(ids);
}

/** Tells the indexes of a shelf what was put on it, so that an index is the same however the shelf came to be (L3). */
export function carryIndexes(from: Shelf<Held<object>>, to: Shelf<Held<object>>, put: Held<object>): void {
  const indexes = known.get(from);
  if (indexes === undefined) return;
  const before = from.get(put.id);
  const carried = new Map<KeysOf<never>, Members>();
  for (const [keysOf, members] of indexes) {
    const [was, is] = [before === undefined ? [] : keysOf(before as never), keysOf(put as never)];
    carried.set(keysOf, sameKeys(was, is) ? members : withKeys(members, to, put.id, { was, is }));
  }
  known.set(to, carried);
}

const sameKeys = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key, at) => key === b[at]);

interface Keys {
  readonly was: readonly string[];
  readonly is: readonly string[];
}

/** A key that is said twice finds its thing twice: all places of a key that changed are taken out and put in again. */
function withKeys(members: Members, shelf: Shelf<Held<object>>, id: string, { was, is }: Keys): Members {
  let next = members;
  for (const key of new Set(was))
    next = next.put(
      key,
      (next.get(key) ?? []).filter((each) => each !== id),
    );
  for (const key of is) next = next.put(key, inOrder(next.get(key) ?? [], id, shelf));
  return next;
}

/** What is new is the last of its shelf, nearly always. */
function inOrder(ids: readonly string[], id: string, shelf: Shelf<Held<object>>): readonly string[] {
  const place = (each: string): number => shelf.placeOf(each) ?? 0;
  const own = place(id);
  let at = ids.length;
  while (at > 0 && place(ids[at - 1] ?? id) > own) at -= 1;
  return [...ids.slice(0, at), id, ...ids.slice(at)];
}
