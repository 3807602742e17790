import { type PersonId, type RoomName, asId } from '@throughline/core';
import { localHerald } from '@throughline/storage';
import type { Present } from '@throughline/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LiveStream } from './live.js';
import { Presence } from './presence.js';
import type { Served } from './served.js';
import { type AtTheServer, atTheServer } from './testing/at-the-server.js';
import { follow } from './testing/following.js';
import { keptInAFolder } from './testing/places.js';
import { ana, ben, done, proposal, reviewId } from './testing/review-file.js';

let at: AtTheServer;
beforeEach(async () => {
  at = await atTheServer(await keptInAFolder());
  await done(
    at.served.open,
    ana,
    proposal('person.made', { id: 'ben', role: 'reviewer', card: 'b'.repeat(64) }),
    proposal('person.made', { id: 'cleo', role: 'commenter', card: 'c'.repeat(64) }),
  );
});
afterEach(() => at.leave());

const live = `/api/reviews/${reviewId}/live`;
const here = async (room: string, headers: Readonly<Record<string, string>> = at.headers) =>
  at.inject({ method: 'POST', url: `/api/reviews/${reviewId}/presence`, headers, payload: { room } });

describe('who is present', () => {
  it('is told to every window, and where', async () => {
    const stream = await at.follow(live);
    expect((await here('synthesise')).statusCode).toBe(204);
    expect((await stream.next('present')).people).toEqual([{ person: 'ana', room: 'synthesise' }]);
    const known = await at.door.knows('Ben Okafor');
    await at.register.members.bind(reviewId, known.account, ben.person);
    await here('read', known.headers);
    expect((await stream.next('present')).people).toEqual([
      { person: 'ana', room: 'synthesise' },
      { person: 'ben', room: 'read' },
    ]);
    const late = await at.follow(live);
    expect((await late.next('present')).people).toHaveLength(2);
  });

  it('is not placed in the room where votes are blind (L8)', async () => {
    const stream = await at.follow(live);
    await here('screen');
    expect((await stream.next('present')).people).toEqual([{ person: 'ana' }]);
  });

  it('is placed for a commenter only where the team lets them in (L8)', async () => {
    const cleo = await at.door.knows('Cleo Adu');
    await at.register.members.bind(reviewId, cleo.account, asId<PersonId>('cleo'));
    await here('read');
    const stream = await follow((path, init) => at.ask(path, { ...init, headers: cleo.headers }), live);
    expect((await stream.next('present')).people).toEqual([{ person: 'ana' }]);
    await done(at.served.open, ana, proposal('room-opening.made', { id: 'o', room: 'translate' }));
    await here('translate');
    expect((await stream.next('present')).people).toEqual([{ person: 'ana', room: 'translate' }]);
  });

  it('is no answer to a room that there is not', async () => {
    expect((await here('cellar')).json()).toMatchObject({ code: 'request.invalid', values: { where: 'room' } });
  });
});

describe('word of mouth', () => {
  let now = 0;
  const herald = localHerald();
  const made: Presence[] = [];
  const presence = () => {
    const one = new Presence(herald, () => now);
    made.push(one);
    return one;
  };
  afterEach(() => {
    for (const each of made.splice(0)) each.close();
  });
  /** What a window is told, of everybody in turn. */
  const windowOf = (person: PersonId) => {
    const told: (readonly Present[])[] = [];
    const stream = { person, present: (people: readonly Present[]) => told.push(people) };
    return { told, stream: stream as unknown as LiveStream };
  };
  const say = async (from: Presence, person: PersonId, room: RoomName) => {
    from.say(reviewId, person, room);
    await Promise.resolve();
  };

  it('reaches the windows of other processes', async () => {
    const [one, other] = [presence(), presence()];
    const { told, stream } = windowOf(ana.person);
    other.follow(at.served, stream);
    await say(one, ben.person, 'read');
    expect(told).toEqual([[{ person: 'ben', room: 'read' }]]);
  });

  it('is forgotten when it is not said again', async () => {
    const one = presence();
    const { told, stream } = windowOf(ana.person);
    one.follow(at.served, stream);
    await say(one, ben.person, 'read');
    now += 30_000;
    await say(one, ben.person, 'read');
    now += 30_000;
    one.sweep();
    expect(told).toHaveLength(1);
    now += 30_000;
    one.sweep();
    expect(told.at(-1)).toEqual([]);
  });

  it('of somebody who is nobody in the review is not passed on', async () => {
    const one = presence();
    const { told, stream } = windowOf(ana.person);
    one.follow(at.served, stream);
    await say(one, asId<PersonId>('stranger'), 'read');
    expect(told).toEqual([[]]);
  });

  it('that is none of ours is passed over', async () => {
    const one = presence();
    const { told, stream } = windowOf(ana.person);
    one.follow(at.served as Served, stream);
    for (const word of ['', 'card x', '{"present":1}', '{"present":1,"review":"../x","person":"a","room":"read"}'])
      herald.tell(word);
    await Promise.resolve();
    expect(told).toEqual([]);
  });
});
