import type { Events, Invited } from '@throughline/wire';
import { describe, expect, test } from 'vitest';
import type { Kept } from '../../testing/at-the-server.js';
import type { OpenIdProvider } from '../openid-provider.js';
import type { Browser } from './browser.js';
import { type Misdeed, Provider } from './provider.js';
import { type Team, aTeam, done, emailOf, startsReview, tokenIn, whoIs } from './team.js';

/** Signing in with a provider that runs beside the test, on whatever the server stands. */
export function openIdSuite(name: string, keep: () => Promise<Kept>): void {
  const at =
    (work: (team: Team, provider: Provider) => Promise<void>, more: Partial<OpenIdProvider> = {}, misdeed?: Misdeed) =>
    async () => {
      const provider = await Provider.start();
      provider.misdeed = misdeed;
      const team = await aTeam(await keep(), { openId: [provider.asKnown(more)] });
      try {
        await work(team, provider);
        expect(team.failed).toEqual([]);
      } finally {
        await team.leave();
        await provider.close();
      }
    };
  /** To the provider, and back: where it ends. */
  const goAndCome = async (browser: Browser, question = ''): Promise<string> => {
    const lead = await browser.get(`/api/sign-in/openid/uni${question}`);
    if (lead.status !== 303 || lead.location === undefined) throw new Error(`${lead.status}`);
    const there = await browser.goTo(lead.location);
    const back = await browser.goTo(there.location ?? '');
    return back.location ?? '';
  };
  const problem = (team: Team, code: string) => `${team.address}/sign-in?problem=${code}`;
  const invited = async (lead: Browser, review: string) =>
    tokenIn(
      ((await done(lead.post(`/api/reviews/${review}/invitations`, { name: 'Ben', role: 'reviewer' }))) as Invited)
        .link,
    );
  const ben = { sub: 'ben-1', email: emailOf('Ben'), email_verified: true, name: 'Ben Okri' };

  describe(`OpenID Connect on ${name}`, { timeout: 60_000 }, () => {
    test(
      'who was invited gets an account, joins, and comes back to it',
      at(async (team, provider) => {
        const ana = await team.joins('Ana');
        const review = await startsReview(ana);
        const token = await invited(ana, review);
        provider.person = ben;
        const browser = team.newBrowser();
        expect(await goAndCome(browser, `?invitation=${token}`)).toBe(`${team.address}/${review}`);
        expect(await whoIs(browser)).toMatchObject({ name: 'Ben Okri', email: ben.email, administrator: false });
        expect((await done(browser.get('/api/reviews'))) as object).toMatchObject({ reviews: [{ id: review }] });
        expect(browser.session).toBeDefined();
        // The same person, with another address at the provider by now.
        provider.person = { ...ben, email: 'okri@example.org' };
        const later = team.newBrowser();
        expect(await goAndCome(later, `?to=/${review}`)).toBe(`${team.address}/${review}`);
        expect(await whoIs(later)).toMatchObject({ email: ben.email });
        // The invitation was used up.
        provider.person = { ...ben, sub: 'cem-1', email: emailOf('Cem') };
        const third = team.newBrowser();
        expect(await goAndCome(third, `?invitation=${token}`)).toBe(problem(team, 'account.openIdNotInvited'));
        expect(await whoIs(third)).toBeUndefined();
        await team.entrance.settled();
        const { events } = (await done(ana.get('/api/admin/events'))) as Events;
        expect(events.filter(({ what }) => what === 'sign-in.openid')).toHaveLength(2);
        const rows = await team.register.signIn.db.selectFrom('sign_ins').selectAll().execute();
        expect(JSON.stringify(rows)).not.toMatch(/"at"|eyJ/);
      }),
    );

    test(
      'who was not invited gets none',
      at(async (team, provider) => {
        await team.joins('Ana');
        provider.person = ben;
        for (const question of ['', '?invitation=guessed']) {
          const browser = team.newBrowser();
          expect(await goAndCome(browser, question)).toBe(problem(team, 'account.openIdNotInvited'));
          expect(await whoIs(browser)).toBeUndefined();
        }
        expect(await team.register.accounts.all()).toHaveLength(1);
      }),
    );

    test(
      'where a provider’s people are all let in, they are; but not with an address that it did not make sure of',
      at(
        async (team, provider) => {
          await team.joins('Ana');
          const browser = team.newBrowser();
          provider.person = { ...ben, email_verified: false };
          expect(await goAndCome(browser)).toBe(problem(team, 'account.openIdUnverified'));
          expect(await team.register.accounts.all()).toHaveLength(1);
          provider.person = ben;
          expect(await goAndCome(browser)).toBe(`${team.address}/`);
          expect(await whoIs(browser)).toMatchObject({ email: ben.email });
        },
        { admitsAll: true },
      ),
    );

    test(
      'an account that is here is linked only where both sides made sure of the address',
      at(async (team, provider) => {
        const ana = await team.joins('Ana');
        const id = (await whoIs(ana))?.id ?? '';
        const anaThere = { sub: 'ana-1', email: emailOf('Ana'), email_verified: true };
        const tryIt = async () => {
          const browser = team.newBrowser();
          const to = await goAndCome(browser);
          return { to, who: await whoIs(browser) };
        };
        // We never saw that she reads this mailbox: whoever made the account may have typed somebody else's address.
        provider.person = anaThere;
        expect(await tryIt()).toEqual({ to: problem(team, 'account.openIdNotLinked'), who: undefined });
        await team.register.accounts.set(id, { emailVerified: true }, new Date());
        provider.person = { ...anaThere, email_verified: false };
        expect(await tryIt()).toEqual({ to: problem(team, 'account.openIdNotLinked'), who: undefined });
        provider.person = anaThere;
        expect(await tryIt()).toMatchObject({ to: `${team.address}/`, who: { id } });
        await team.register.accounts.set(id, { administrator: true }, new Date());
        await team.joins('Ben');
      }),
    );

    const misdeeds: readonly Misdeed[] = [
      'another nonce',
      'no nonce',
      'another audience',
      'another issuer',
      'another name of its own',
      'another key',
      'over',
      'no id token',
      'refuses',
    ];
    test.each(misdeeds)('a provider that answers with %s is not believed', (misdeed) =>
      at(
        async (team, provider) => {
          await team.joins('Ana');
          provider.person = ben;
          const browser = team.newBrowser();
          expect(await goAndCome(browser)).toBe(problem(team, 'account.openIdRefused'));
          expect(await whoIs(browser)).toBeUndefined();
          expect(await team.register.accounts.all()).toHaveLength(1);
        },
        { admitsAll: true },
        misdeed,
      )(),
    );

    test(
      'the way back is for the browser that went, and for once',
      at(
        async (team, provider) => {
          await team.joins('Ana');
          provider.person = ben;
          const browser = team.newBrowser();
          const lead = await browser.get('/api/sign-in/openid/uni');
          const asked = new URL(lead.location ?? '').searchParams;
          expect(asked.get('code_challenge_method')).toBe('S256');
          expect(asked.get('nonce')?.length).toBeGreaterThan(15);
          expect(asked.get('redirect_uri')).toBe(`${team.address}/api/sign-in/openid/callback/uni`);
          const there = await browser.goTo(lead.location ?? '');
          const victim = team.newBrowser();
          const lured = await victim.goTo(there.location ?? '');
          expect(lured.location).toBe(problem(team, 'account.openIdRefused'));
          expect(await whoIs(victim)).toBeUndefined();
          const copy = browser.copy();
          expect((await browser.goTo(there.location ?? '')).location).toBe(`${team.address}/`);
          expect((await copy.goTo(there.location ?? '')).location).toBe(problem(team, 'account.openIdRefused'));
          expect(await whoIs(copy)).toBeUndefined();
          expect(await whoIs(browser)).toMatchObject({ email: ben.email });
        },
        { admitsAll: true },
      ),
    );

    test(
      'a disabled account does not come in that way either, and nobody is led elsewhere',
      at(
        async (team, provider) => {
          const ana = await team.joins('Ana');
          provider.person = ben;
          const browser = team.newBrowser();
          expect(await goAndCome(browser, `?to=${encodeURIComponent('//elsewhere.example/x')}`)).toBe(
            `${team.address}/`,
          );
          const id = (await whoIs(browser))?.id;
          await done(ana.put(`/api/admin/accounts/${id}`, { disabled: true }));
          expect(await goAndCome(browser)).toBe(problem(team, 'account.openIdRefused'));
          expect(await whoIs(browser)).toBeUndefined();
          const unknown = await browser.get('/api/sign-in/openid/another');
          expect(unknown.location).toBe(problem(team, 'account.openIdUnknown'));
          expect((await browser.get('/api/session')).body).toMatchObject({
            signIn: { openId: [{ id: 'uni', name: 'The university' }] },
          });
        },
        { admitsAll: true },
      ),
    );

    test(
      'nothing of the library is reachable but what is declared',
      at(async (team) => {
        const browser = team.newBrowser();
        for (const path of ['sign-up/email', 'sign-in/email', 'get-session', 'sign-in/social', 'ok', 'error']) {
          const posted = await browser.post(`/api/sign-in/openid/${path}`, {
            name: 'X',
            email: 'x@example.org',
            password: 'y',
          });
          expect(posted.status).toBe(404);
        }
        expect(await team.register.accounts.none()).toBe(true);
      }),
    );
  });
}
