import { type ChangeId, type Held, lastSet, type Proposal } from '@throughline/core';

/** An edit of some fields of one thing, saying what was seen of each (L5). */
export function editOf(
  name: string,
  thing: Held<object>,
  set: Readonly<Record<string, unknown>>,
): Omit<Proposal, 'id' | 'version'> {
  const saw: Record<string, ChangeId> = {};
  for (const field of Object.keys(set)) saw[field] = lastSet(thing, field);
  return { kind: `${name}.edited`, payload: { id: thing.id, set }, saw };
}
