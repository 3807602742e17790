import type { PersonId } from '@throughline/core';
import type { Accounts, Events, InvitationView, Invited, Team as TeamView } from '@throughline/wire';
import { describe, expect, test } from 'vitest';
import type { Kept } from '../../testing/at-the-server.js';
import type { Browser } from './browser.js';
import { mailbox } from './mailbox.js';
import {
  type Team,
  type TeamUnderTest,
  aTeam,
  changes,
  done,
  emailOf,
  goodPassword,
  signIn,
  startsReview,
  tokenIn,
  whoIs,
} from './team.js';

const over = { status: 404, body: { code: 'invitation.unknown', values: {} } };
const short = ({ status, body }: { status: number; body: unknown }) => ({ status, body });

/** Invitations, teams, forgotten passwords and governing, on whatever the server stands. */
export function invitingSuite(name: string, keep: () => Promise<Kept>): void {
  const at =
    (work: (team: Team) => Promise<void>, options: TeamUnderTest = {}) =>
    async () => {
      const team = await aTeam(await keep(), options);
      try {
        await work(team);
        expect(team.failed).toEqual([]);
      } finally {
        await team.leave();
      }
    };
  const invite = async (lead: Browser, review: string, asked: object): Promise<Invited> =>
    (await done(lead.post(`/api/reviews/${review}/invitations`, asked))) as Invited;
  const teamOf = async (browser: Browser, review: string): Promise<TeamView> =>
    (await done(browser.get(`/api/reviews/${review}/team`))) as TeamView;
  const newcomer = (who: string) => ({ name: who, email: emailOf(who), password: goodPassword });

  describe(`invitations on ${name}`, { timeout: 60_000 }, () => {
    test(
      'somebody new is put among the people, gets a link, and is that person from then on',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const review = await startsReview(ana);
        const { link, mailed } = await invite(ana, review, { name: 'Ben Okri', role: 'reviewer' });
        expect(mailed).toBe(false);
        const before = await teamOf(ana, review);
        expect(before.people).toEqual([
          expect.objectContaining({ name: 'Ana', role: 'lead', you: true, account: { email: emailOf('Ana') } }),
          expect.objectContaining({ name: 'Ben Okri', role: 'reviewer', you: false }),
        ]);
        expect(before.people[1]).not.toHaveProperty('account');
        expect(before.invitations).toMatchObject([{ person: before.people[1]?.person }]);

        const ben = team.newBrowser();
        const token = tokenIn(link);
        const view = (await done(ben.get(`/api/invitations/${token}`))) as InvitationView;
        expect(view).toMatchObject({ review: { title: 'Shared care', role: 'reviewer' }, name: 'Ben Okri', by: 'Ana' });
        expect(await done(ben.post(`/api/invitations/${token}/account`, newcomer('Ben')))).toEqual({ review });
        expect(await whoIs(ben)).toMatchObject({ name: 'Ben', administrator: false });
        expect((await done(ben.get('/api/reviews'))) as object).toMatchObject({ reviews: [{ id: review }] });
        const after = await teamOf(ben, review);
        expect(after.people.map(({ role, you }) => [role, you])).toEqual([
          ['lead', false],
          ['reviewer', true],
        ]);
        expect(after.people.every(({ account }) => account?.email === undefined)).toBe(true);
        expect(after.invitations).toEqual([]);
      }),
    );

    test(
      'a link is used once, by one of several who open it',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const review = await startsReview(ana);
        const { link } = await invite(ana, review, { name: 'Ben', role: 'reviewer' });
        const path = `/api/invitations/${tokenIn(link)}`;
        const browsers = ['Ben', 'Cem', 'Dil'].map((who) => ({ who, browser: team.newBrowser() }));
        const came = await Promise.all(
          browsers.map(({ who, browser }) => browser.post(`${path}/account`, newcomer(who))),
        );
        expect(came.map(({ status }) => status).toSorted()).toEqual([200, 404, 404]);
        expect(short(await team.newBrowser().get(path))).toEqual(over);
        const { accounts } = (await done(ana.get('/api/admin/accounts'))) as Accounts;
        expect(accounts).toHaveLength(2);
      }),
    );

    test(
      'a link that was taken back, replaced or is over opens nothing',
      (() => {
        let ahead = 0;
        return at(
          async (team) => {
            const ana = await team.joins('Ana');
            const review = await startsReview(ana);
            const first = await invite(ana, review, { name: 'Ben', role: 'reviewer' });
            const { person } = (await teamOf(ana, review)).people[1] ?? {};
            const second = await invite(ana, review, { person });
            const ben = team.newBrowser();
            expect(short(await ben.get(`/api/invitations/${tokenIn(first.link)}`))).toEqual(over);
            expect((await ben.get(`/api/invitations/${tokenIn(second.link)}`)).status).toBe(200);
            await done(ana.delete(`/api/reviews/${review}/invitations/${second.id}`));
            expect(short(await ben.post(`/api/invitations/${tokenIn(second.link)}/account`, newcomer('Ben')))).toEqual(
              over,
            );
            expect(short(await ana.delete(`/api/reviews/${review}/invitations/${second.id}`))).toEqual(over);
            const third = await invite(ana, review, { person });
            ahead = 14.1 * 86_400_000;
            expect(short(await ben.get(`/api/invitations/${tokenIn(third.link)}`))).toEqual(over);
            ahead = 0;
            await changes(team, review, (await teamOf(ana, review)).people[0]?.person as PersonId, 'person.removed', {
              id: person,
            });
            await expect
              .poll(async () => short(await ben.get(`/api/invitations/${tokenIn(third.link)}`)), { timeout: 20_000 })
              .toEqual(over);
            expect(await whoIs(ben)).toBeUndefined();
          },
          { now: () => new Date(Date.now() + ahead) },
        );
      })(),
    );

    test(
      'what fails leaves the link as it was',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const review = await startsReview(ana);
        const { link } = await invite(ana, review, { name: 'Ben', role: 'reviewer' });
        const path = `/api/invitations/${tokenIn(link)}`;
        const ben = team.newBrowser();
        const refusals = [
          [{ ...newcomer('Ben'), password: 'short' }, 'account.shortPassword'],
          [{ ...newcomer('Ben'), password: 'password1234' }, 'account.weakPassword'],
          [{ ...newcomer('Ben'), email: 'nowhere' }, 'account.emailInvalid'],
          [newcomer('Ana'), 'account.emailTaken'],
        ] as const;
        for (const [asked, code] of refusals) {
          expect((await ben.post(`${path}/account`, asked)).body).toMatchObject({ code });
        }
        const own = await ana.post(`${path}/accept`);
        expect([own.status, own.body]).toEqual([409, { code: 'invitation.alreadyMember', values: {} }]);
        expect((await ben.post(`${path}/accept`)).status).toBe(401);
        expect((await ben.post(`${path}/account`, newcomer('Ben'))).status).toBe(200);
      }),
    );

    test(
      'somebody with an account accepts with it, and nobody else becomes that person',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const ben = await team.joins('Ben');
        const review = await startsReview(ana);
        expect((await ben.get(`/api/reviews/${review}/team`)).status).toBe(404);
        const { link } = await invite(ana, review, { name: 'Ben', role: 'commenter' });
        expect(await done(ben.post(`/api/invitations/${tokenIn(link)}/accept`))).toEqual({ review });
        const { people } = await teamOf(ana, review);
        const taken = await ana.post(`/api/reviews/${review}/invitations`, { person: people[1]?.person });
        expect([taken.status, taken.body]).toEqual([409, { code: 'invitation.hasAccount', values: {} }]);
        const nobody = await ana.post(`/api/reviews/${review}/invitations`, { person: 'person-nobody' });
        expect([nobody.status, nobody.body]).toEqual([404, { code: 'invitation.noPerson', values: {} }]);
        // Taken out, Ben is nobody there; invited again, he comes back as somebody new.
        const [lead] = people;
        await changes(team, review, lead?.person as PersonId, 'person.removed', { id: people[1]?.person });
        await expect
          .poll(async () => (await ben.get(`/api/reviews/${review}/rooms`)).status, { timeout: 20_000 })
          .toBe(404);
        const back = await invite(ana, review, { name: 'Ben', role: 'commenter' });
        expect(await done(ben.post(`/api/invitations/${tokenIn(back.link)}/accept`))).toEqual({ review });
        // A commenter sees neither the team nor the events, and invites nobody.
        expect((await ben.get(`/api/reviews/${review}/team`)).status).toBe(403);
        expect((await ben.get(`/api/reviews/${review}/events`)).status).toBe(403);
        expect((await ben.post(`/api/reviews/${review}/invitations`, { name: 'X', role: 'lead' })).status).toBe(403);
      }),
    );

    test('a letter brings a link of its own, that shows whose mailbox it is', async () => {
      const box = await mailbox();
      await at(
        async (team) => {
          const ana = await team.joins('Ana');
          const review = await startsReview(ana, 'Care\r\nBcc: everybody@example.org');
          const invited = await invite(ana, review, { name: 'Ben', role: 'reviewer', email: emailOf('Ben') });
          expect(invited.mailed).toBe(true);
          const [mailedLink = ''] = box.linksTo(emailOf('Ben'));
          expect(box.received).toHaveLength(1);
          expect(box.received[0]?.to).toEqual([emailOf('Ben')]);
          expect(mailedLink.startsWith(`${team.address}/join/`)).toBe(true);
          expect(mailedLink).not.toBe(invited.link);
          const ben = team.newBrowser();
          await done(ben.post(`/api/invitations/${tokenIn(mailedLink)}/account`, newcomer('Ben')));
          expect(await team.register.accounts.byEmail(emailOf('Ben'))).toMatchObject({ emailVerified: true });

          // The link that the inviter saw shows nothing of a mailbox, whatever address is typed.
          const shown = await invite(ana, review, { name: 'Cem', role: 'reviewer', email: emailOf('Cem') });
          await done(team.newBrowser().post(`/api/invitations/${tokenIn(shown.link)}/account`, newcomer('Cem')));
          expect(await team.register.accounts.byEmail(emailOf('Cem'))).toMatchObject({ emailVerified: false });

          box.refuse();
          const unsent = await invite(ana, review, { name: 'Dil', role: 'reviewer', email: emailOf('Dil') });
          expect(unsent.mailed).toBe(false);
          expect((await team.newBrowser().get(`/api/invitations/${tokenIn(unsent.link)}`)).status).toBe(200);
          expect(team.troubles).toHaveLength(1);
        },
        { mail: box.mail },
      )();
      await box.close();
    });
  });

  describe(`a forgotten password on ${name}`, { timeout: 60_000 }, () => {
    test('a letter with a link that works once, and ends every session', async () => {
      const box = await mailbox();
      await at(
        async (team) => {
          const ana = await team.joins('Ana');
          const browser = team.newBrowser();
          const ask = (email: string) => browser.post('/api/password/forgotten', { email });
          const known = await ask(emailOf('Ana'));
          const unknown = await ask(emailOf('Nobody'));
          expect(short(known)).toEqual({ status: 202, body: '' });
          expect(short(unknown)).toEqual(short(known));
          expect([...unknown.headers.keys()]).toEqual([...known.headers.keys()]);
          await team.entrance.settled();
          expect(box.received.map(({ to }) => to)).toEqual([[emailOf('Ana')]]);
          const [link = ''] = box.linksTo(emailOf('Ana'));
          expect(link.startsWith(`${team.address}/reset#`)).toBe(true);
          const token = tokenIn(link);
          const reset = (password: string, given = token) =>
            browser.post('/api/password/reset', { token: given, password });
          expect((await reset('password1234')).body).toMatchObject({ code: 'account.weakPassword' });
          expect((await reset('seven wet umbrellas', `${token}x`)).status).toBe(204);
          expect(await whoIs(ana)).toBeUndefined();
          expect((await reset('eight wet umbrellas')).body).toEqual({ code: 'account.linkOver', values: {} });
          expect((await signIn(team.newBrowser(), 'Ana', 'seven wet umbrellas')).status).toBe(200);
          // The mark behind the token was broken: it works, and shows nothing of the mailbox.
          expect(await team.register.accounts.byEmail(emailOf('Ana'))).toMatchObject({ emailVerified: false });

          await ask(emailOf('Ana'));
          await team.entrance.settled();
          await done(reset('nine wet umbrellas', tokenIn(box.linksTo(emailOf('Ana')).at(-1) ?? '')));
          expect(await team.register.accounts.byEmail(emailOf('Ana'))).toMatchObject({ emailVerified: true });

          for (let n = 0; n < 8; n += 1) expect((await ask(emailOf('Ana'))).status).toBe(202);
          await team.entrance.settled();
          expect(box.linksTo(emailOf('Ana'))).toHaveLength(5);
          await team.register.signIn.db
            .updateTable('verifications')
            .set({ expiresAt: new Date(Date.now() - 1000).toISOString() })
            .execute();
          const late = await reset('ten wet umbrellas', tokenIn(box.linksTo(emailOf('Ana')).at(-1) ?? ''));
          expect([late.status, late.body]).toEqual([410, { code: 'account.linkOver', values: {} }]);
        },
        { mail: box.mail },
      )();
      await box.close();
    });

    test(
      'without mail an administrator is asked, and hands a link over',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const ben = await team.joins('Ben');
        const list = async () => ((await done(ana.get('/api/admin/accounts'))) as Accounts).accounts;
        await done(team.newBrowser().post('/api/password/forgotten', { email: emailOf('Ben') }));
        await team.entrance.settled();
        const asked = (await list()).find((each) => each.name === 'Ben');
        expect(asked).toMatchObject({ askedForReset: expect.any(String), reviews: 0, disabled: false });
        const path = `/api/admin/accounts/${asked?.id}/reset-link`;
        expect((await ben.post(path)).status).toBe(403);
        const { link } = (await done(ana.post(path))) as { link: string };
        await done(ben.post('/api/password/reset', { token: tokenIn(link), password: 'seven wet umbrellas' }));
        expect(await whoIs(ben)).toBeUndefined();
        expect((await signIn(ben, 'Ben', 'seven wet umbrellas')).status).toBe(200);
        expect((await list()).find((each) => each.name === 'Ben')).not.toHaveProperty('askedForReset');
        expect(await team.register.accounts.byEmail(emailOf('Ben'))).toMatchObject({ emailVerified: false });
        expect((await ana.post('/api/admin/accounts/nobody/reset-link')).status).toBe(404);
      }),
    );
  });

  describe(`governing on ${name}`, { timeout: 60_000 }, () => {
    test(
      'an administrator closes accounts, but there is always one left',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const ben = await team.joins('Ben');
        const own = (await whoIs(ana))?.id;
        const his = (await whoIs(ben))?.id;
        const set = (who: Browser, id: string | undefined, asked: object) =>
          who.put(`/api/admin/accounts/${id}`, asked);
        expect((await set(ben, own, { disabled: true })).status).toBe(403);
        for (const asked of [{ disabled: true }, { administrator: false }]) {
          const came = await set(ana, own, asked);
          expect([came.status, came.body]).toEqual([409, { code: 'account.lastAdministrator', values: {} }]);
        }
        await done(set(ana, his, { administrator: true }));
        expect(await whoIs(ben)).toMatchObject({ administrator: true });
        await done(set(ben, own, { administrator: false }));
        expect((await ana.get('/api/admin/accounts')).status).toBe(403);
        await done(set(ben, own, { disabled: true }));
        expect(await whoIs(ana)).toBeUndefined();
        expect((await signIn(team.newBrowser(), 'Ana')).body).toMatchObject({ code: 'account.wrong' });
        await done(set(ben, own, { disabled: false }));
        expect((await signIn(team.newBrowser(), 'Ana')).status).toBe(200);
        expect((await set(ben, 'nobody', { disabled: true })).status).toBe(404);
      }),
    );

    test(
      'limits are kept, and hold',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const limits = { reviewsPerAccount: 1, bytesPerReview: 1_000_000_000, bytesPerUpload: 1_000_000 };
        expect(await done(ana.put('/api/admin/limits', limits))).toEqual(limits);
        expect(await done(ana.get('/api/admin/limits'))).toEqual(limits);
        expect((await ana.put('/api/admin/limits', { ...limits, bytesPerUpload: 'much' })).status).toBe(400);
        await startsReview(ana);
        expect((await ana.post('/api/reviews', { title: 'One more' })).body).toMatchObject({ code: 'limit.reviews' });
      }),
    );

    test(
      'reviews that are kept are told by size, length and who leads, and by nothing else',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const review = await startsReview(ana);
        const kept = await done(ana.get('/api/admin/reviews'));
        expect(kept).toEqual({
          reviews: [{ id: review, bytes: expect.any(Number), changes: 2, leads: [emailOf('Ana')] }],
        });
        // Running the server gives no right in a review.
        const ben = await team.joins('Ben');
        const his = await startsReview(ben, 'His own');
        expect((await ana.get(`/api/reviews/${his}/rooms`)).status).toBe(404);
        expect((await ana.get(`/api/reviews/${his}/events`)).status).toBe(404);
      }),
    );

    test(
      'what happened is listed, of the server for administrators and of a review for its leads',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const review = await startsReview(ana);
        const { link } = await invite(ana, review, { name: 'Ben', role: 'reviewer' });
        const ben = team.newBrowser();
        await done(ben.post(`/api/invitations/${tokenIn(link)}/account`, newcomer('Ben')));
        await signIn(team.newBrowser(), 'Ben', 'not the right password');
        const { people } = await teamOf(ana, review);
        const person = people[1]?.person;
        const edited = {
          changes: [
            { id: 'edit-1', kind: 'person.edited', version: 1, payload: { id: person, set: { role: 'commenter' } } },
          ],
        };
        const answered = await done(ana.post(`/api/reviews/${review}/changes`, edited));
        expect(answered).toMatchObject({ answers: [{ accepted: { id: 'edit-1' } }] });
        await team.entrance.settled();
        const ofReview = ((await done(ana.get(`/api/reviews/${review}/events`))) as Events).events;
        expect(ofReview.map(({ what, account, values }) => [what, account, values])).toEqual([
          ['member.roleChanged', 'Ana', { name: 'Ben', role: 'commenter' }],
          ['member.joined', 'Ben', { name: 'Ben' }],
          ['member.invited', 'Ana', { name: 'Ben' }],
          ['review.started', 'Ana', {}],
        ]);
        const all = ((await done(ana.get('/api/admin/events'))) as Events).events;
        const failed = all.find(({ what }) => what === 'sign-in.failed');
        expect(failed).toMatchObject({ account: emailOf('Ben'), values: { address: '127.0.0.1' } });
        expect(JSON.stringify(all)).not.toContain('Shared care');
        expect((await ben.get('/api/admin/events')).status).toBe(403);
        const page = (await done(ana.get(`/api/admin/events?before=${all[1]?.id}`))) as Events;
        expect(page.events[0]?.id).toBe(all[2]?.id);
      }),
    );
  });
}
