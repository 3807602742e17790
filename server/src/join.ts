import { randomUUID } from 'node:crypto';
import type { ChangeId, Proposal } from '@throughline/core';
import { type OpenReview, personCard } from '@throughline/storage';
import type { Me } from '@throughline/wire';
import { newId } from './new-id.js';

/**
 * Whoever opens a review's file works in it: where they are not among its people, they join it as lead. A review that
 * cannot be changed is left as it is, and read.
 */
export async function join(open: OpenReview, me: Me): Promise<void> {
  if (open.review.newer.length > 0 || open.review.floor.people.has(me.person)) return;
  await proposeCard(open, me, (card) => ({ kind: 'person.made', payload: { id: me.person, role: 'lead', card } }));
}

/** Puts another name on the card of somebody who is among a review's people. */
export async function renameIn(open: OpenReview, me: Me): Promise<void> {
  if (!open.review.floor.people.has(me.person)) return;
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
