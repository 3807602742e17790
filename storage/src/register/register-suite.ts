import type { PersonId, ReviewId } from '@throughline/core';
import { describe, expect, test } from 'vitest';
import { type Register, type RegisterPlace, openRegister } from './index.js';

/** A register under test: where it is, and how to take it away. */
export interface RegisterUnderTest {
  readonly place: RegisterPlace;
  readonly remove: () => Promise<void>;
}

const review = 'r1' as ReviewId;
const other = 'r2' as ReviewId;
const ana = 'person-ana' as PersonId;
const ben = 'person-ben' as PersonId;
const noon = new Date('2026-03-01T12:00:00.000Z');
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const newAccount = (name: string, administrator = false) => ({
  ...{ name, email: `${name}@Example.org`, emailVerified: false, administrator, passwordHash: 'salt:hash' },
});

/** What a register keeps to, on either engine. */
export function registerSuite(name: string, make: () => Promise<RegisterUnderTest>): void {
  const at = (work: (register: Register, place: RegisterPlace) => Promise<void>) => async () => {
    const { place, remove } = await make();
    const register = await openRegister(place);
    try {
      await work(register, place);
    } finally {
      await register.close();
      await remove();
    }
  };
  const madeIn = async ({ accounts }: Register, who: string, administrator = false): Promise<string> => {
    const made = await accounts.make(newAccount(who, administrator), noon);
    if ('refused' in made) throw new Error(made.refused);
    return made.id;
  };

  describe(`a register on ${name}`, { timeout: 60_000 }, () => {
    test(
      'is made once by several processes that start together, and all have its secret',
      at(async (register, place) => {
        const more = await Promise.all(Array.from({ length: 6 }, () => openRegister(place)));
        const keys = [register, ...more].map(({ settings }) => settings.key('cursors').toString('hex'));
        expect(new Set(keys).size).toBe(1);
        expect(register.settings.key('sessions').toString('hex')).not.toBe(keys[0]);
        for (const each of more) await each.close();
      }),
    );

    test(
      'keeps what was written for the next start',
      at(async (register, place) => {
        const id = await madeIn(register, 'ana');
        await register.members.bind(review, id, ana, { role: 'lead', started: true });
        await register.settings.setLimits({ reviewsPerAccount: 3, bytesPerReview: 4, bytesPerUpload: 5 });
        const again = await openRegister(place);
        expect(await again.members.personOf(review, id)).toBe(ana);
        expect(await again.settings.limits()).toEqual({ reviewsPerAccount: 3, bytesPerReview: 4, bytesPerUpload: 5 });
        await again.answers();
        await again.close();
      }),
    );

    test(
      'makes one account for an address, in whatever case it is written',
      at(async ({ accounts }) => {
        expect(await accounts.none()).toBe(true);
        expect(await accounts.make(newAccount('ana'), noon)).toMatchObject({ id: expect.any(String) });
        expect(await accounts.make(newAccount('ANA'), noon)).toEqual({ refused: 'emailTaken' });
        expect(await accounts.byEmail('Ana@example.ORG')).toMatchObject({ name: 'ana', since: noon.toISOString() });
      }),
    );

    test(
      'gives the first account to one of many that ask at once',
      at(async ({ accounts }) => {
        const asked = ['ana', 'ben', 'cem', 'dil'].map((who) => accounts.make(newAccount(who), noon, { first: true }));
        const answers = await Promise.all(asked);
        expect(answers.filter((answer) => 'id' in answer)).toHaveLength(1);
        expect(await accounts.all()).toHaveLength(1);
      }),
    );

    test(
      'keeps one administrator who can sign in, whatever is asked at once',
      at(async (register) => {
        const { accounts } = register;
        const ids = [await madeIn(register, 'ana', true), await madeIn(register, 'ben', true)];
        const asked = ids.flatMap((id) => [
          accounts.set(id, { administrator: false }, noon),
          accounts.set(id, { disabled: true }, noon),
        ]);
        expect(await Promise.all(asked)).toContain('lastAdministrator');
        const left = (await accounts.all()).filter((each) => each.administrator && !each.disabled);
        expect(left).toHaveLength(1);
        expect(await accounts.set('nobody', { name: 'x' }, noon)).toBe('unknown');
      }),
    );

    test(
      'binds one account to one person of a review',
      at(async (register) => {
        const [one, two] = [await madeIn(register, 'ana'), await madeIn(register, 'ben')];
        const { members } = register;
        expect(await members.bind(review, one, ana, { role: 'lead', started: true })).toBe(true);
        expect(await members.bind(review, one, ana)).toBe(true);
        expect(await members.bind(review, one, ben)).toBe(false);
        expect(await members.bind(review, two, ana)).toBe(false);
        expect(await members.bind(other, two, ana)).toBe(true);
        await members.noteRole(review, ana, 'reviewer');
        expect(await members.accountsIn(review)).toEqual([{ review, account: one, person: ana, role: 'reviewer' }]);
        expect(await members.startedBy(one)).toBe(1);
        await members.unbind(review, one);
        expect(await members.reviewsOf(one)).toEqual([]);
        expect(await members.bind(review, two, ana)).toBe(true);
      }),
    );

    test(
      'lets an invitation be used once, until it is over or taken back',
      at(async (register) => {
        const { invitations } = register;
        const inviter = await madeIn(register, 'ana');
        const asked = { review, person: ben, name: 'Ben', inviter, until: later(60).toISOString() };
        const { id, token } = await invitations.make(asked);
        expect(await invitations.open(token, noon)).toEqual({ id, ...asked });
        expect(await invitations.open(`${token}x`, noon)).toBeUndefined();
        expect(await invitations.open(token, later(60))).toBeUndefined();
        expect(await invitations.use(token, later(60))).toBeUndefined();
        const used = await Promise.all(Array.from({ length: 5 }, () => invitations.use(token, noon)));
        expect(used.filter((each) => each !== undefined)).toHaveLength(1);
        await invitations.giveBack(id);
        expect(await invitations.openIn(review, noon)).toHaveLength(1);
        expect(await invitations.withdraw(other, id, noon)).toBe(false);
        expect(await invitations.withdraw(review, id, noon)).toBe(true);
        expect(await invitations.use(token, noon)).toBeUndefined();
      }),
    );

    test(
      'keeps no token that a link could be made of',
      at(async (register) => {
        const inviter = await madeIn(register, 'ana');
        const until = later(60).toISOString();
        const { token } = await register.invitations.make({ name: 'Ben', inviter, until });
        const rows = await register.signIn.db.selectFrom('invitations').selectAll().execute();
        expect(JSON.stringify(rows)).not.toContain(token);
      }),
    );

    test(
      'counts tries for all processes together, and starts again when the time is over',
      at(async ({ attempts }, place) => {
        const second = await openRegister(place);
        const three = { most: 3, seconds: 60 };
        const tries = Array.from({ length: 8 }, (_, n) => (n % 2 ? attempts : second.attempts).take('k', three, noon));
        const waits = await Promise.all(tries);
        expect(waits.filter((wait) => wait === undefined)).toHaveLength(3);
        expect(waits.filter((wait) => wait === 60)).toHaveLength(5);
        expect(await attempts.take('other', three, noon)).toBeUndefined();
        expect(await attempts.take('k', three, later(1))).toBeUndefined();
        await attempts.clear('other');
        await second.close();
      }),
    );

    test(
      'pages events newest first, of one review or of all, and keeps one that is named once',
      at(async ({ events }) => {
        for (let n = 0; n < 7; n += 1) {
          const of = n % 2 ? { review } : {};
          await events.write({ what: `w${n}`, values: { n }, ...of }, noon);
        }
        const first = await events.page(4);
        expect(first.map(({ what }) => what)).toEqual(['w6', 'w5', 'w4', 'w3']);
        const rest = await events.page(4, { before: first.at(-1)?.id ?? '' });
        expect(rest.map(({ what }) => what)).toEqual(['w2', 'w1', 'w0']);
        expect((await events.page(9, { review })).map(({ values }) => values.n)).toEqual([5, 3, 1]);
        await events.write({ what: 'role', review, name: 'change-1' }, noon);
        await events.write({ what: 'role', review, name: 'change-1' }, noon);
        expect(await events.page(9, { review })).toHaveLength(4);
      }),
    );

    test(
      'keeps events for a time and a number',
      at(async ({ events }) => {
        for (let day = 0; day < 10; day += 1) await events.write({ what: `d${day}` }, later(day * 1440));
        const kept = async () => (await events.page(99)).map(({ what }) => what);
        await events.tidy(later(9 * 1440), { days: 5, most: 100 });
        expect(await kept()).toEqual(['d9', 'd8', 'd7', 'd6', 'd5', 'd4']);
        await events.tidy(later(9 * 1440), { days: 5, most: 2 });
        expect(await kept()).toEqual(['d9', 'd8']);
      }),
    );

    test(
      'takes out what is over, and nothing else',
      at(async (register) => {
        const inviter = await madeIn(register, 'ana');
        const until = later(10).toISOString();
        const { token } = await register.invitations.make({ name: 'Ben', inviter, until });
        await register.attempts.take('k', { most: 1, seconds: 600 }, noon);
        await register.tidy(later(5));
        expect(await register.attempts.take('k', { most: 1, seconds: 600 }, later(5))).toBeDefined();
        expect(await register.invitations.open(token, later(5))).toBeDefined();
        await register.tidy(later(200 * 1440));
        expect(await register.attempts.take('k', { most: 1, seconds: 600 }, later(5))).toBeUndefined();
        expect(await register.signIn.db.selectFrom('invitations').selectAll().execute()).toEqual([]);
      }),
    );
  });
}
