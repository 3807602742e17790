import { type ReviewId, asId } from '@throughline/core';
import type { AccountId } from '@throughline/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Room, TeamLibrary } from './team-library.js';
import type { Kept } from './testing/at-the-server.js';
import { keptInAFolder } from './testing/places.js';
import { done, proposal } from './testing/review-file.js';
import type { Visitor } from './visitor.js';

let kept: Kept;
let library: TeamLibrary;
let ana: Visitor;
let ben: Visitor;
const libraries: TeamLibrary[] = [];
const libraryWith = (room?: Partial<Room>): TeamLibrary => {
  const made = new TeamLibrary({
    ...kept,
    room: { reviews: 10, folded: 1_000_000, idle: 600_000, ...room },
  });
  libraries.push(made);
  return made;
};
beforeEach(async () => {
  kept = await keptInAFolder();
  library = libraryWith();
  ana = await visitor('Ana Reyes');
  ben = await visitor('Ben Okafor');
});
afterEach(async () => {
  for (const each of libraries.splice(0)) await each.close();
  await kept.remove();
});

async function visitor(name: string): Promise<Visitor> {
  const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
  const card = { name, email, emailVerified: true, administrator: false, passwordHash: '' };
  const made = await kept.register.accounts.make(card, new Date());
  if ('refused' in made) throw new Error(made.refused);
  return { account: made.id as AccountId, name, administrator: false };
}
const titles = async (of: TeamLibrary, who: Visitor) => (await of.cardsFor(who)).map(({ title }) => title);
const personOf = async (review: ReviewId, { account }: Visitor) =>
  account && kept.register.members.personOf(review, account);

describe('a review of a team', () => {
  it('is led by whoever starts it, and nobody else sees it', async () => {
    const { id } = await library.start('Shared care', ana);
    const { served, giveBack } = await library.borrow(id);
    const person = await personOf(id, ana);
    expect([...served.review.floor.people]).toMatchObject([{ id: person, role: 'lead' }]);
    giveBack();
    expect([await titles(library, ana), await titles(library, ben)]).toEqual([['Shared care'], []]);
  });

  it('is opened once for all who ask at the same time', async () => {
    const { id } = await library.start('Shared care', ana);
    const other = libraryWith();
    const lent = await Promise.all([other.borrow(id), other.borrow(id), other.borrow(id)]);
    expect(new Set(lent.map(({ served }) => served)).size).toBe(1);
    expect(other.numbers).toMatchObject({ open: 1, inUse: 1 });
    for (const { giveBack } of lent) giveBack();
    expect(other.numbers).toMatchObject({ open: 1, inUse: 0 });
  });

  it('stays open for whoever has borrowed it, and is closed when nobody has', async () => {
    const tight = libraryWith({ reviews: 1 });
    const [one, two] = [await tight.start('One', ana), await tight.start('Two', ana)];
    const first = await tight.borrow(one.id);
    const second = await tight.borrow(two.id);
    expect(tight.numbers).toMatchObject({ open: 2, inUse: 2 });
    first.giveBack();
    first.giveBack();
    expect(tight.numbers).toMatchObject({ open: 1, inUse: 1 });
    await done(second.served.open, { person: (await personOf(two.id, ana)) as never, name: '' }, level('a'));
    second.giveBack();
  });

  it('that weighs much makes room for the others', async () => {
    const tight = libraryWith({ folded: 7 });
    const cards = [await tight.start('One', ana), await tight.start('Two', ana), await tight.start('Three', ana)];
    for (const { id } of cards) (await tight.borrow(id)).giveBack();
    expect(tight.numbers).toMatchObject({ open: 3, folded: 6 });
    const { served, giveBack } = await tight.borrow(cards[0]?.id as ReviewId);
    const me = { person: (await personOf(served.id, ana)) as never, name: '' };
    await done(served.open, me, level('a'), level('b'));
    giveBack();
    // The one that was used last stays.
    expect(tight.numbers).toMatchObject({ open: 2, folded: 6 });
  });

  it('is closed after a while without anybody, and opens again as it was', async () => {
    const { id } = await library.start('Shared care', ana);
    const before = await library.borrow(id);
    const me = { person: (await personOf(id, ana)) as never, name: '' };
    await done(before.served.open, me, level('a'));
    before.giveBack();
    library.makeRoom(performance.now() + 600_001);
    expect(library.numbers.open).toBe(0);
    const after = await library.borrow(id);
    expect(after.served).not.toBe(before.served);
    expect(after.served.review.synthesise.levels.get('a')).toMatchObject({ name: 'a' });
    after.giveBack();
  });

  it('that is not there is unknown, and is not held for it', async () => {
    await expect(library.borrow(asId('nowhere'))).rejects.toMatchObject({ code: 'review.unknown' });
    await expect(library.borrow(asId('nowhere'))).rejects.toMatchObject({ code: 'review.unknown' });
    expect(library.numbers.open).toBe(0);
  });

  it('is on the list of its people alone, by its present title, in every process', async () => {
    const { id } = await library.start('Shared care', ana);
    const other = libraryWith();
    expect(await titles(other, ana)).toEqual(['Shared care']);
    const { served, giveBack } = await library.borrow(id);
    const me = { person: (await personOf(id, ana)) as never, name: '' };
    await kept.register.members.bind(id, ben.account ?? '', asId('ben'));
    expect(await titles(other, ben)).toEqual([]);
    await done(
      served.open,
      me,
      proposal('person.made', { id: 'ben', role: 'reviewer', card: 'b'.repeat(64) }),
      proposal('review.edited', { id, set: { title: 'Care, shared' } }),
    );
    await expect.poll(() => titles(other, ben)).toEqual(['Care, shared']);
    await done(served.open, me, proposal('person.removed', { id: 'ben' }));
    await expect.poll(() => titles(other, ben)).toEqual([]);
    giveBack();
  });

  it('is one too many for an account that has as many as it may', async () => {
    const limits = await kept.register.settings.limits();
    await kept.register.settings.setLimits({ ...limits, reviewsPerAccount: 1 });
    await library.start('One', ana);
    const refused = { code: 'limit.reviews', values: { limit: 1 } };
    await expect(library.start('Two', ana)).rejects.toMatchObject(refused);
    expect((await kept.store.reviews()).length).toBe(1);
  });

  it('takes nothing more in where it takes all the room that it may', async () => {
    const { id } = await library.start('One', ana);
    await library.mayGrow(id);
    const limits = await kept.register.settings.limits();
    await kept.register.settings.setLimits({ ...limits, bytesPerReview: 1 });
    await expect(library.mayGrow(id)).rejects.toMatchObject({ code: 'limit.room' });
  });

  it('is lent to nobody once the library closes', async () => {
    const { id } = await library.start('One', ana);
    await library.close();
    await expect(library.borrow(id)).rejects.toMatchObject({ code: 'server.stopping', status: 503 });
  });
});

const level = (id: string) => proposal('level.made', { id, name: id, order: 1 });
