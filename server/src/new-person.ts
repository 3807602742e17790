import { randomUUID } from 'node:crypto';
import type { ChangeId, PersonId, Role } from '@throughline/core';
import { RefusedBeginning, personCard } from '@throughline/storage';
import { newId } from './new-id.js';
import type { Inside } from './visitor.js';

/** Puts somebody new among the people of a review, with their name on a card beside the log (L17). */
export async function newPerson(
  { name, role }: { readonly name: string; readonly role: Role },
  { served, person: by }: Inside,
): Promise<{ readonly person: PersonId; readonly name: string }> {
  const card = personCard(name, randomUUID());
  const person = newId<PersonId>('person');
  const payload = { id: person, role, card: card.hash };
  const proposal = { id: newId<ChangeId>('change'), kind: 'person.made', version: 1, payload };
  const [result] = await served.open.propose([proposal], by, { beside: { contents: [card] } });
  if (result !== undefined && 'refused' in result) throw new RefusedBeginning(result.refused);
  return { person, name };
}
