import {
  backwardsOf,
  type Proposal,
  type Refusal,
  type Review,
  type SeenChange,
  restingOn,
  shelfOf,
  stands,
  type Write,
  writesOf,
} from '@throughline/core';
import { maybeAway } from './held.js';

/** Whether the next undo of a person means this change: undoing an undo is asked for in the history. */
export const isUndoable = ({ kind }: SeenChange): boolean => kind !== 'change.undone';

/** What a change did to the shelves. An import comes here without its records, and is taken back as a whole. */
export function writesDone(change: SeenChange): readonly Write[] {
  if (change.kind !== 'source.imported') return writesOf(change) ?? [];
  const { id } = change.payload as { readonly id: string };
  return [{ do: 'make', on: 'gather.imports', id, fields: {} }];
}

/** Shelves of which only what is about records at hand travels, and whose changes the server takes back where they do not. */
const mostlyAway: ReadonlySet<string> = new Set(['gather.groups', 'gather.distinct']);

/** Whether something that a change wrote did not travel here: what stood before, and stands now, only the server knows. */
export function isThere(review: Review, change: SeenChange): boolean {
  return writesDone(change).some(
    (write) => write.do !== 'rows' && mostlyAway.has(write.on) && !shelfOf(review, write.on).has(write.id),
  );
}

/** Whether this change is the last word on everything that it did, as far as can be seen here: only then is it offered. */
export function isLastWord(review: Review, change: SeenChange): boolean {
  const writes = writesDone(change);
  return writes.length > 0 && writes.every((write) => stillSays(review, write, change));
}

function stillSays(review: Review, write: Write, { id }: SeenChange): boolean {
  const thing = write.do === 'rows' ? undefined : shelfOf(review, write.on).get(write.id);
  if (thing === undefined || write.do === 'rows') return false;
  if (write.do === 'remove') return thing.trail.gone?.change === id;
  if (!stands(thing) || write.do === 'revive') return false;
  if (write.do === 'make') return thing.trail.made.change === id && restingOn(review, write).length === 0;
  return Object.keys(write.fields).every((field) => thing.trail.set?.[field]?.change === id);
}

/** The change that takes another one back, or why there is none (L15). */
export function undoOf(review: Review, change: SeenChange): Omit<Proposal, 'id' | 'version'> | Refusal {
  const writes = writesDone(change);
  const back = isAway(review, writes) ? awayAgain(writes) : backwardsOf(review, writes);
  if ('code' in back) return back;
  return { kind: 'change.undone', payload: { change: change.id, writes: back } };
}

/** A vote on a record that did not travel is not held here; that it was made is enough to take it back. */
const isAway = (review: Review, writes: readonly Write[]): boolean =>
  writes.length > 0 &&
  writes.every((write) => write.do === 'make' && maybeAway(write.on) && !shelfOf(review, write.on).has(write.id));

const awayAgain = (writes: readonly Write[]): Write[] =>
  writes.flatMap((write): Write[] => (write.do === 'make' ? [{ do: 'remove', on: write.on, id: write.id }] : []));
