import {
  type Discussion,
  type Held,
  type Memo,
  type PersonId,
  type Review,
  type SeenChange,
  type Write,
  foundBy,
  shelfOf,
  writesOf,
} from '@throughline/core';

/**
 * To whom a change may look different than to others of the same clearance: who made it, who made what it touched, and
 * who wrote notes about what it brings. Whoever has the same clearance sees the same, but for what is their own
 * (`Clearance`). Undefined where it moved people, or no longer applies: then it is judged for each.
 */
export function whoseIs(change: SeenChange, before: Review, after: Review): ReadonlySet<PersonId> | undefined {
  if (before.floor.people !== after.floor.people || before.conflicts !== after.conflicts) return undefined;
  const writes = writesOf(change) ?? [];
  const things = writes.flatMap((write) => [...touched(before, write), ...touched(after, write)]);
  const makers = [...things, ...writes.flatMap(madeBy).flatMap((id) => notesAbout(before, id))].map(
    ({ trail }) => trail.made.by,
  );
  return new Set([change.by, ...makers]);
}

function touched(review: Review, write: Write): Held<object>[] {
  const thing = write.do === 'rows' ? undefined : shelfOf(review, write.on).get(write.id);
  return thing === undefined ? [] : [thing];
}

function madeBy(write: Write): string[] {
  if (write.do === 'rows') return write.rows.map(({ id }) => id);
  return write.do === 'make' ? [write.id] : [];
}

const memosAbout = foundBy<Memo>(({ about }) => [about]);
const discussionsAbout = foundBy<Discussion>(({ about }) => [about]);

const notesAbout = ({ notes }: Review, id: string): Held<object>[] => [
  ...memosAbout(notes.memos, id),
  ...discussionsAbout(notes.discussions, id),
];
