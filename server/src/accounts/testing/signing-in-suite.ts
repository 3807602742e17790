import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { Kept } from '../../testing/at-the-server.js';
import { codeAt } from './authenticator.js';
import { type Team, type TeamUnderTest, aTeam, done, emailOf, goodPassword, signIn, whoIs } from './team.js';

const wrong = { status: 401, body: { code: 'account.wrong', values: {} } };

/** Signing in and out, on whatever the server stands. */
export function signingInSuite(name: string, keep: () => Promise<Kept>): void {
  const at =
    (work: (team: Team) => Promise<void>, options: TeamUnderTest = {}) =>
    async () => {
      const team = await aTeam(await keep(), options);
      try {
        await work(team);
        expect(team.failed).toEqual([]);
        expect(team.troubles).toEqual([]);
      } finally {
        await team.leave();
      }
    };

  describe(`signing in on ${name}`, { timeout: 60_000 }, () => {
    test(
      'the first account is made with the key that was printed, and only that',
      at(async (team) => {
        const browser = team.newBrowser();
        const ana = { name: 'Ana', email: emailOf('Ana'), password: goodPassword };
        expect((await browser.get('/api/session')).body).toMatchObject({ at: 'server', empty: true });
        const guessed = await browser.post('/api/setup', { ...ana, key: 'a guess' });
        expect([guessed.status, guessed.body]).toEqual([403, { code: 'account.setupKeyWrong', values: {} }]);
        const key = await team.entrance.setupKey();
        const made = await browser.post('/api/setup', { ...ana, key });
        expect(made.body).toMatchObject({ account: { name: 'Ana', administrator: true, secondFactor: false } });
        expect(await whoIs(browser)).toMatchObject({ email: 'ana@example.org' });
        expect(await team.entrance.setupKey()).toBeUndefined();
        const again = await team.newBrowser().post('/api/setup', { ...ana, email: 'b@example.org', key });
        expect([again.status, again.body]).toEqual([409, { code: 'account.notTheFirst', values: {} }]);
      }),
    );

    test(
      'whatever is wrong, the answer is the same',
      at(async (team) => {
        const ana = await team.joins('Ana');
        await team.joins('Ben');
        const { accounts } = (await done(ana.get('/api/admin/accounts'))) as {
          accounts: { id: string; name: string }[];
        };
        const ben = accounts.find(({ name: who }) => who === 'Ben');
        await done(ana.put(`/api/admin/accounts/${ben?.id}`, { disabled: true }));
        const tries = [
          ['nobody@example.org', goodPassword],
          [emailOf('Ana'), 'another password altogether'],
          [emailOf('Ben'), goodPassword],
          ['no address', goodPassword],
          [emailOf('Ana'), 'x'.repeat(1000)],
          [emailOf('Ana'), ''],
        ];
        for (const [email, password] of tries) {
          const browser = team.newBrowser();
          const came = await browser.post('/api/session', { email, password });
          expect({ status: came.status, body: came.body }).toEqual(wrong);
          expect(browser.session).toBeUndefined();
        }
      }),
    );

    test(
      'an address is the same in capitals',
      at(async (team) => {
        await team.joins('Ana');
        const browser = team.newBrowser();
        const came = await browser.post('/api/session', { email: 'ANA@Example.org', password: goodPassword });
        expect(came.body).toMatchObject({ account: { name: 'Ana' } });
      }),
    );

    test(
      'a session that somebody brings along is never taken over',
      at(async (team) => {
        await team.joins('Ana');
        const victim = team.newBrowser();
        const cookie = 'throughline.session_token';
        victim.cookies.set(cookie, 'chosen-by-somebody-else.c2lnbmF0dXJl');
        expect(await whoIs(victim)).toBeUndefined();
        await done(signIn(victim, 'Ana'));
        expect(victim.session).not.toContain('chosen-by-somebody-else');
        const before = victim.copy();
        await done(signIn(victim, 'Ana'));
        expect(victim.session).not.toBe(before.session);
        expect(await whoIs(before)).toBeUndefined();
        expect(await whoIs(victim)).toMatchObject({ name: 'Ana' });
      }),
    );

    test(
      'signing out ends the session on the server',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const stolen = ana.copy();
        expect((await stolen.get('/api/account')).status).toBe(200);
        expect((await ana.delete('/api/session')).status).toBe(204);
        expect(ana.session).toBeUndefined();
        const came = await stolen.get('/api/account');
        expect([came.status, came.body]).toEqual([401, { code: 'account.signIn', values: {} }]);
      }),
    );

    test(
      'what another page makes a browser send is refused, and does nothing',
      at(async (team) => {
        const ana = await team.joins('Ana');
        for (const origin of ['https://elsewhere.example', 'null', `${team.address}.elsewhere.example`, '']) {
          const came = await ana.post('/api/reviews', { title: 'Forged' }, { headers: { origin } });
          expect([came.status, came.body]).toEqual([403, { code: 'server.notAllowed', values: {} }]);
        }
        expect((await ana.get('/api/reviews')).body).toEqual({ reviews: [] });
      }),
    );

    test(
      'a name that is moved here from elsewhere is refused',
      at(async (team) => {
        const { port } = new URL(team.address);
        const statusAs = (host: string) =>
          new Promise((resolve, reject) => {
            const asked = request({ host: '127.0.0.1', port, path: '/api/session', headers: { host } }, (answer) => {
              answer.resume();
              resolve(answer.statusCode);
            });
            asked.on('error', reject).end();
          });
        expect(await statusAs('rebound.example')).toBe(403);
        expect(await statusAs('127.0.0.1.rebound.example')).toBe(403);
        expect(await statusAs('localhost:80')).toBe(200);
      }),
    );

    test(
      'a session is over when nobody used it, and at its end in any case',
      (() => {
        let now = () => new Date();
        return at(
          async (team) => {
            const ana = await team.joins('Ana');
            const idle = team.newBrowser();
            await done(signIn(idle, 'Ana'));
            const [first] = await team.register.accounts.sessions((await whoIs(idle))?.id ?? '');
            await team.register.signIn.db
              .updateTable('sessions')
              .set({ expiresAt: new Date(Date.now() - 1000).toISOString() })
              .where('id', '=', first?.id ?? '')
              .execute();
            expect(await whoIs(idle)).toBeUndefined();
            expect(await whoIs(ana)).toMatchObject({ name: 'Ana' });
            now = () => new Date(Date.now() + 12.1 * 3_600_000);
            expect(await whoIs(ana)).toBeUndefined();
            now = () => new Date();
            expect(await whoIs(ana)).toBeUndefined();
          },
          { now: () => now() },
        );
      })(),
    );

    test(
      'a session that is used goes on, and its cookie with it',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const id = (await whoIs(ana))?.id ?? '';
        const until = async () =>
          (await team.register.accounts.bySession(decodeURIComponent(ana.session ?? '').split('.')[0] ?? ''))?.until;
        const soon = new Date(Date.now() + 5 * 60_000);
        await team.register.signIn.db.updateTable('sessions').set({ expiresAt: soon.toISOString() }).execute();
        expect(await until()).toEqual(soon);
        expect(await whoIs(ana)).toMatchObject({ id });
        expect(ana.lastSet.some((line) => /session_token=.*max-age=1800/i.test(line))).toBe(true);
        expect((await until())?.getTime()).toBeGreaterThan(soon.getTime());
        expect(await whoIs(ana)).toMatchObject({ id });
        expect(ana.lastSet).toEqual([]);
      }),
    );

    test(
      'a cookie with another seal opens nothing',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const thief = team.newBrowser();
        const [token = '', seal = ''] = decodeURIComponent(ana.session ?? '').split('.');
        for (const forged of [
          token,
          `${token}.`,
          `${token}.${seal.slice(0, -3)}AA=`,
          `.${seal}`,
          '%zz',
          `x${token}.${seal}`,
        ]) {
          thief.cookies.set('throughline.session_token', forged);
          expect(await whoIs(thief)).toBeUndefined();
        }
        thief.cookies.set('throughline.session_token', `${token}.${encodeURIComponent(seal)}`);
        expect(await whoIs(thief)).toMatchObject({ name: 'Ana' });
      }),
    );

    test(
      'another password ends every other session, and has to be a good one',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const elsewhere = team.newBrowser();
        await done(signIn(elsewhere, 'Ana'));
        const put = (current: string, password: string) => ana.put('/api/account/password', { current, password });
        const next = 'seven wet umbrellas';
        expect((await put('not the present one', next)).body).toMatchObject({ code: 'account.wrongPassword' });
        expect((await put(goodPassword, 'elevenchars')).body).toMatchObject({ code: 'account.shortPassword' });
        expect((await put(goodPassword, 'Password1234!')).body).toMatchObject({ code: 'account.weakPassword' });
        const before = ana.copy();
        expect((await put(goodPassword, next)).status).toBe(204);
        expect(await whoIs(ana)).toMatchObject({ name: 'Ana' });
        expect(await whoIs(elsewhere)).toBeUndefined();
        expect(await whoIs(before)).toBeUndefined();
        expect((await signIn(team.newBrowser(), 'Ana')).status).toBe(401);
        expect((await signIn(team.newBrowser(), 'Ana', next)).status).toBe(200);
      }),
    );

    test(
      'one sees where one is signed in, and ends it there',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const other = team.newBrowser();
        await done(signIn(other, 'Ana'));
        const list = async () => ((await done(ana.get('/api/account/sessions'))) as SessionList).sessions;
        const sessions = await list();
        expect(sessions.map(({ here, browser }) => [here, browser])).toEqual(
          expect.arrayContaining([
            [true, 'Firefox on Linux'],
            [false, 'Firefox on Linux'],
          ]),
        );
        const there = sessions.find(({ here }) => !here)?.id ?? '';
        await done(ana.delete(`/api/account/sessions/${there}`));
        expect(await whoIs(other)).toBeUndefined();
        const ben = await team.joins('Ben');
        const mine = (await list())[0]?.id ?? '';
        expect((await ben.delete(`/api/account/sessions/${mine}`)).status).toBe(404);
        await done(signIn(other, 'Ana'));
        await done(ana.delete('/api/account/sessions'));
        expect((await list()).map(({ here }) => here)).toEqual([true]);
      }),
    );

    test(
      'too many tries are refused for a while, by every process of the server',
      at(async (team) => {
        await team.joins('Ana');
        const second = await aTeam({ ...team, remove: async () => {} });
        const browsers = [team.newBrowser(), second.newBrowser()];
        const statuses: number[] = [];
        for (let n = 0; n < 12; n += 1) {
          const came = await signIn(browsers[n % 2] ?? team.newBrowser(), 'Ana', `wrong guess number ${n}`);
          statuses.push(came.status);
        }
        expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
        const right = await signIn(team.newBrowser(), 'Ana');
        expect([right.status, right.body]).toEqual([
          429,
          { code: 'account.tooMany', values: { seconds: expect.any(Number) } },
        ]);
        await second.leave();
      }),
    );

    test(
      'with a second factor a password alone opens nothing',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const refused = await ana.post('/api/account/second-factor', { password: 'not the present one' });
        expect(refused.body).toMatchObject({ code: 'account.wrongPassword' });
        const begun = await done(ana.post('/api/account/second-factor', { password: goodPassword }));
        const { uri, backupCodes } = begun as { uri: string; backupCodes: string[] };
        expect(uri).toMatch(/^otpauth:\/\/totp\//);
        expect(await whoIs(ana)).toMatchObject({ secondFactor: false });
        expect((await ana.post('/api/account/second-factor/confirm', { code: '000000' })).status).toBe(401);
        const now = Date.now();
        expect((await ana.post('/api/account/second-factor/confirm', { code: codeAt(uri, now) })).status).toBe(204);
        expect(await whoIs(ana)).toMatchObject({ secondFactor: true });

        const browser = team.newBrowser();
        expect((await signIn(browser, 'Ana')).body).toEqual({ secondFactor: true });
        expect(browser.session).toBeUndefined();
        expect(await whoIs(browser)).toBeUndefined();
        const step = (who: typeof browser, code: string) => who.post('/api/session/second-factor', { code });
        expect((await step(browser, '000000')).body).toEqual({ code: 'account.codeWrong', values: {} });
        // The code that turned it on was used with that.
        expect((await step(browser, codeAt(uri, now))).body).toEqual({ code: 'account.codeWrong', values: {} });
        expect(await whoIs(browser)).toBeUndefined();

        await done(signIn(browser, 'Ana'));
        const next = codeAt(uri, now + 30_000);
        expect((await step(browser, next)).body).toMatchObject({ account: { name: 'Ana' } });
        const replaying = team.newBrowser();
        await done(signIn(replaying, 'Ana'));
        expect((await step(replaying, next)).status).toBe(401);
        expect(await whoIs(replaying)).toBeUndefined();

        const [backup = ''] = backupCodes;
        await done(signIn(replaying, 'Ana'));
        expect((await step(replaying, backup)).status).toBe(200);
        await done(signIn(replaying, 'Ana'));
        expect((await step(replaying, backup)).status).toBe(401);

        expect((await browser.delete('/api/account/second-factor', { password: goodPassword })).status).toBe(204);
        expect((await signIn(team.newBrowser(), 'Ana')).body).toMatchObject({ account: { secondFactor: false } });
      }),
    );

    test(
      'nobody guesses codes for long',
      at(async (team) => {
        const ana = await team.joins('Ana');
        const { uri } = (await done(ana.post('/api/account/second-factor', { password: goodPassword }))) as {
          uri: string;
        };
        const now = Date.now();
        await done(ana.post('/api/account/second-factor/confirm', { code: codeAt(uri, now) }));
        const codes: unknown[] = [];
        for (let n = 0; n < 14; n += 1) {
          const browser = team.newBrowser();
          if ((await signIn(browser, 'Ana')).status !== 200) break;
          const came = await browser.post('/api/session/second-factor', { code: `10000${n % 10}` });
          codes.push((came.body as { code: string }).code);
        }
        expect(codes).toContain('account.tooMany');
        const right = team.newBrowser();
        await signIn(right, 'Ana');
        expect((await right.post('/api/session/second-factor', { code: codeAt(uri, now + 30_000) })).status).not.toBe(
          200,
        );
      }),
    );

    test(
      'the cookie is kept from scripts, other sites and open lines',
      at(
        async (team) => {
          const ana = await team.joins('Ana');
          const line = ana.lastSet.find((each) => each.includes('session_token')) ?? '';
          expect(line).toMatch(/^__Host-throughline\.session_token=/);
          for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/'])
            expect(line.toLowerCase()).toContain(attribute.toLowerCase());
          expect(line.toLowerCase()).not.toContain('domain');
          const came = await ana.get('/api/session');
          expect(came.headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}/);
          expect(came.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
        },
        { origin: 'https://review.example.org' },
      ),
    );
  });
}

interface SessionList {
  readonly sessions: { readonly id: string; readonly here: boolean; readonly browser?: string }[];
}
