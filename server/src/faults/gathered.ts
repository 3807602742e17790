import { type Change, type ReviewId, type SeenChange, asId } from '@throughline/core';
import type { Invited, ReviewCard } from '@throughline/wire';
import { Browser } from '../accounts/testing/browser.js';
import { done, emailOf, goodPassword, tokenIn } from '../accounts/testing/team.js';
import { type PlaceNamed, openServerPlace } from '../server-place.js';
import type { ServerProcess } from './server-process.js';

/** A review with a lead and some reviewers, each signed in with an account of their own. */
export interface Gathered {
  readonly review: ReviewId;
  readonly browsers: readonly Browser[];
}

/** Everything as people do it: the first account, a review, an invitation for each, an account each. */
export async function gather(server: ServerProcess, reviewers: number): Promise<Gathered> {
  const lead = new Browser(server.address, server.origin);
  await done(lead.post('/api/setup', { ...cardOf('Lena'), key: server.setupKey }));
  const { id } = (await done(lead.post('/api/reviews', { title: 'Shared care' }))) as ReviewCard;
  const browsers = [lead];
  for (let n = 1; n <= reviewers; n += 1) {
    const name = `Reviewer${n}`;
    const { link } = (await done(lead.post(`/api/reviews/${id}/invitations`, { name, role: 'reviewer' }))) as Invited;
    const browser = new Browser(server.address, server.origin);
    await done(browser.post(`/api/invitations/${tokenIn(link)}/account`, cardOf(name)));
    browsers.push(browser);
  }
  return { review: asId<ReviewId>(id), browsers };
}

const cardOf = (name: string) => ({ name, email: emailOf(name), password: goodPassword });

/** The same browser at another process of the server: a proxy in front would lead it there. */
export function at(server: ServerProcess, browser: Browser): Browser {
  const same = new Browser(server.address, server.origin);
  for (const [name, value] of browser.cookies) same.cookies.set(name, value);
  return same;
}

/** The log as the store has it, past every server. */
export async function logOf(place: PlaceNamed, review: ReviewId): Promise<readonly Change[]> {
  const { store, close } = await openServerPlace(place);
  try {
    const keeper = await store.keeper(review);
    const log = await keeper.changes(review);
    await keeper.close();
    return log;
  } finally {
    await close();
  }
}

/** A memo for the team, as a page proposes it. */
export const memo = (id: string, text: string, more: Partial<SeenChange> = {}) => ({
  ...{ id, kind: 'memo.made', version: 1, payload: { id: `m-${id}`, about: 'trust', text, audience: 'team' } },
  ...more,
});
