import { randomUUID } from 'node:crypto';
import { type ChangeId, type PersonId, type Proposal, type Review, shareMark } from '@throughline/core';
import { type OpenReview, personCard } from '@throughline/storage';
import type { Me } from '@throughline/wire';
import { newId } from './new-id.js';

/**
 * Whoever opens a review's file works in it: where they are not among its people, they join it as lead. A review that
 * cannot be changed is left as it is, and read; nobody joins a share.
 */
export async function join(open: OpenReview, me: Me): Promise<void> {
  if (open.review.newer.length > 0 || open.review.floor.people.has(deskPerson(open.review, me))) return;
  await proposeCard(open, me, (card) => ({ kind: 'person.made', payload: { id: me.person, role: 'lead', card } }));
}

/** As whom somebody works in a review at their own desk: as themselves, and in a share as the one it was handed to. */
export const deskPerson = (review: Review, me: Pick<Me, 'person'>): PersonId => shareMark(review)?.person ?? me.person;

/** Puts another name on the card of somebody who is among a review's people. */
export async function renameIn(open: OpenReview, me: Me): Promise<void> {
  if (!open.review.floor.people.has(me.person) || shareMark(open.review) !== undefined) return;
  await proposeCard(open, me, (card) => ({ kind: 'person.edited', payload: { id: me.person, set: { card } } }));
}

async function proposeCard(
  open: OpenReview,
  me: Me,
  said: (card: string) => Pick<Proposal, 'kind' | 'payload'>,
): Promise<void> {
  const card = personCard(me.name, randomUUID());
  const proposal: Proposal = { id: newId<ChangeId>('change'), version: 1, ...said(card.hash) };
  await open.propose([proposal], me.person, { beside: { contents: [card] } });
}
