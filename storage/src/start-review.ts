import { randomUUID } from 'node:crypto';
import { type ChangeId, type PersonId, type Proposal, type Refusal, type ReviewId, asId } from '@throughline/core';
import { type Keeper, StoreProblem } from './contract.js';
import { OpenReview, type OpenOptions } from './open-review.js';
import { personCard } from './people.js';

/** What a review starts with. */
export interface Beginning extends OpenOptions {
  readonly title: string;
  /** The review is made up, for practice. */
  readonly invented?: boolean;
  /** The publication whose review process this is, where it is a worked example. */
  readonly source?: string;
  readonly note?: string;
  /** Made here without one. */
  readonly id?: ReviewId;
  /** Who starts it and leads it, and the name on the card. */
  readonly by: PersonId;
  readonly name: string;
  /** A random one without; given where the same review is to be made again. */
  readonly salt?: string;
  readonly at?: string;
  /** The ids of the two changes; random without. */
  readonly changes?: readonly [ChangeId, ChangeId];
}

/**
 * Makes a review in a keeper: its title, and its lead with the card beside. Rejects with `file.exists` where the keeper
 * holds that review already, and with `review.unknown` where it holds another and has room for one only.
 */
export async function startReview(keeper: Keeper, beginning: Beginning): Promise<OpenReview> {
  const { id = asId<ReviewId>(randomUUID()), by, name, at } = beginning;
  if ((await keeper.reviews()).includes(id)) throw new StoreProblem('file.exists', { review: id });
  const card = personCard(name, beginning.salt ?? randomUUID());
  const open = await OpenReview.begin(keeper, id, beginning);
  const results = await open.propose(firstTwo(beginning, id, card.hash), by, {
    ...(at === undefined ? {} : { at }),
    beside: { contents: [card] },
  });
  const refused = results.find((result) => 'refused' in result);
  if (refused === undefined) return open;
  await open.close();
  throw new RefusedBeginning(refused.refused);
}

/** The title, an id or the name cannot be used; the refusal says which. */
export class RefusedBeginning extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
    this.name = 'RefusedBeginning';
  }
}

function firstTwo(beginning: Beginning, id: ReviewId, card: string): Proposal[] {
  const { title, invented, source, note, by, changes: [first, second] = [] } = beginning;
  const about = {
    id,
    title,
    ...(invented === undefined ? {} : { invented }),
    ...(source === undefined ? {} : { source }),
    ...(note === undefined ? {} : { note }),
  };
  const made = (kind: string, change: ChangeId | undefined, payload: unknown): Proposal => ({
    id: change ?? asId<ChangeId>(randomUUID()),
    kind,
    version: 1,
    payload,
  });
  return [made('review.made', first, about), made('person.made', second, { id: by, role: 'lead', card })];
}
