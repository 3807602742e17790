import type { PersonCard, PersonId, Review, Sha256 } from '@throughline/core';
import { readJson } from './change-row.js';
import type { Keeper } from './contract.js';
import { sha256Of } from './hash.js';

/** A person's card as a content: the log holds its hash, the keeper its bytes, which can be withdrawn (L17). */
export function personCard(name: string, salt: string): { hash: Sha256; bytes: Uint8Array } {
  const card: PersonCard = { name, salt };
  const bytes = new TextEncoder().encode(JSON.stringify(card));
  return { hash: sha256Of(bytes), bytes };
}

/** The names of a review's people, from their cards. Whose card is withdrawn, or not held, is left out. */
export async function namesOf(keeper: Keeper, review: Review): Promise<Record<PersonId, string>> {
  // Ids come from outside: "constructor" is nobody's name.
  const names: Record<PersonId, string> = Object.create(null) as Record<PersonId, string>;
  for (const { id, card } of review.floor.people) {
    const content = await keeper.content(card);
    const said = content !== undefined && 'bytes' in content ? nameOn(content.bytes) : undefined;
    if (said !== undefined) names[id] = said;
  }
  return names;
}

/** The name on a card; undefined where these bytes are none. */
export function nameOn(bytes: Uint8Array): string | undefined {
  const card = readJson(new TextDecoder().decode(bytes)) as Partial<PersonCard> | undefined | null;
  return typeof card?.name === 'string' ? card.name : undefined;
}
