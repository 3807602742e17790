import { type PersonId, asId } from '@throughline/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AtTheServer, atTheServer } from './testing/at-the-server.js';
import { type Followed, follow } from './testing/following.js';
import type { Known } from './testing/known-door.js';
import { keptInAFolder } from './testing/places.js';
import { ana, done, proposal, reviewId } from './testing/review-file.js';

let at: AtTheServer;
let ben: Known;
let stream: Followed;
beforeEach(async () => {
  at = await atTheServer(await keptInAFolder());
  ben = await at.door.knows('Ben Okafor');
  await done(at.served.open, ana, proposal('person.made', { id: 'ben', role: 'reviewer', card: 'b'.repeat(64) }));
  await at.register.members.bind(reviewId, ben.account, asId<PersonId>('ben'));
  stream = await follow(
    (path, init) => fetch(`http://127.0.0.1:${at.port}${path}`, { ...init, headers: ben.headers }),
    `/api/reviews/${reviewId}/live`,
  );
});
afterEach(() => at.leave());
const level = (id: string) => proposal('level.made', { id, name: id, order: 1 });

describe('following a review ends', () => {
  it('for whoever is taken out of it, at once', async () => {
    await done(at.served.open, ana, proposal('person.removed', { id: 'ben' }), level('later'));
    await stream.ended;
    expect(stream.text()).not.toContain('later');
    const back = await at.inject({ url: `/api/reviews/${reviewId}/live`, headers: ben.headers });
    expect([back.statusCode, back.json()]).toEqual([404, { code: 'review.unknown', values: { review: reviewId } }]);
  });

  it('for whoever has signed out elsewhere', async () => {
    at.door.forgets(ben.account);
    await stream.ended;
    const back = await at.inject({ url: `/api/reviews/${reviewId}/live`, headers: ben.headers });
    expect([back.statusCode, back.json()]).toEqual([401, { code: 'account.signIn', values: {} }]);
  });

  it('for an account that is somebody else by now', async () => {
    await at.register.members.unbind(reviewId, ben.account);
    await stream.ended;
    expect(stream.text()).not.toContain('later');
  });

  it('for nobody else', async () => {
    const anas = await at.follow(`/api/reviews/${reviewId}/live`);
    at.door.forgets(ben.account);
    await stream.ended;
    await done(at.served.open, ana, level('later'));
    expect((await anas.next('change')).change).toMatchObject({ payload: { id: 'later' } });
  });
});
