import type { ReviewId } from '@throughline/core';
import type { ReviewStore } from '@throughline/storage';
import type { KeptReviews } from '@throughline/wire';
import type { TeamPlace } from './team-place.js';

/** How much room the reviews take, and whom to ask about each: nothing of what is in them. */
export async function keptReviews({ register }: TeamPlace, store: ReviewStore): Promise<KeptReviews> {
  const emails = new Map((await register.accounts.all()).map(({ id, email }) => [id, email]));
  const reviews: KeptReviews['reviews'][number][] = [];
  // One after the other: a server with many reviews has other things to do, too.
  for (const id of (await store.reviews()).toSorted()) {
    const members = await register.members.accountsIn(id);
    const leads = members.filter(({ role }) => role === 'lead').flatMap(({ account }) => emails.get(account) ?? []);
    reviews.push({ id, leads, bytes: await store.size(id), changes: await changesIn(store, id) });
  }
  return { reviews };
}

/** The length of a log, without reading more of it than came since its snapshot. */
async function changesIn(store: ReviewStore, id: ReviewId): Promise<number> {
  const keeper = await store.keeper(id);
  try {
    const seq = (await keeper.snapshot(id))?.seq ?? 0;
    return seq + (await keeper.changes(id, seq)).length;
  } finally {
    await keeper.close();
  }
}
