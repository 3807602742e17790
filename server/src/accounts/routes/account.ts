import type { Account, SecondFactor, Sessions } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { ServerProblem } from '../../problem.js';
import { route } from '../../route.js';
import { by } from '../../workplace.js';
import { accountOf, asAccount, ownAccount } from '../as-account.js';
import { browserOf } from '../browser.js';
import { sendLetter } from '../letters.js';
import { refuseWeak } from '../new-account.js';
import {
  accountAnswer,
  changePasswordShape,
  codeShape,
  nameShape,
  ofSession,
  passwordShape,
  secondFactorAnswer,
  sessionsAnswer,
} from '../shapes.js';
import { type TeamPlace, headersOf } from '../team-place.js';
import { isAuthenticatorCode } from '../team-sign-in.js';

/** One's own account. */
export function accountRoutes(app: FastifyInstance, place: TeamPlace): void {
  ownRoutes(app, place);
  secondFactorRoutes(app, place);
  sessionsRoutes(app, place);
}

function ownRoutes(app: FastifyInstance, place: TeamPlace): void {
  const { register, allowances, now } = place;
  route(
    app,
    {
      method: 'GET',
      url: '/api/account',
      access: 'account.own',
      summary: "The asker's account",
      answer: accountAnswer,
    },
    async ({ visitor }): Promise<Account> => asAccount(await ownAccount(place, visitor)),
  );

  route(
    app,
    {
      method: 'PUT',
      url: '/api/account',
      access: 'account.own',
      summary: 'Puts another name on the account; cards in reviews stay as they are',
      body: nameShape,
      answer: accountAnswer,
    },
    async ({ body: { name }, visitor }): Promise<Account> => {
      await register.accounts.set(accountOf(visitor), { name }, now());
      return asAccount(await ownAccount(place, visitor));
    },
  );

  route(
    app,
    {
      method: 'PUT',
      url: '/api/account/password',
      access: 'account.own',
      summary: 'Sets another password and ends every other session',
      body: changePasswordShape,
    },
    async ({ body: { current, password }, visitor, request, reply }): Promise<void> => {
      const own = await ownAccount(place, visitor);
      await allowances.take('passwordOf', own.id);
      refuseWeak(password, [own.name, own.email]);
      place.pass(await place.signIn.changePassword(headersOf(request), current, password), reply);
      place.note({ what: 'password.changed', ...by(visitor) });
      place.later(async () => {
        await sendLetter(place, own.email, 'passwordChanged', {});
      });
    },
  );
}

function secondFactorRoutes(app: FastifyInstance, place: TeamPlace): void {
  const { allowances, signIn } = place;
  route(
    app,
    {
      method: 'POST',
      url: '/api/account/second-factor',
      access: 'account.own',
      summary: 'Begins a second factor: a secret for an authenticator, and backup codes, shown once',
      body: passwordShape,
      answer: secondFactorAnswer,
    },
    async ({ body: { password }, visitor, request }): Promise<SecondFactor> => {
      await allowances.take('passwordOf', accountOf(visitor));
      await refuseWithoutPassword(place, accountOf(visitor));
      return signIn.beginSecondFactor(headersOf(request), password);
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/account/second-factor/confirm',
      access: 'account.own',
      summary: 'Turns the second factor on, with a first code of the authenticator',
      body: codeShape,
    },
    async ({ body: { code }, visitor, request, reply }): Promise<void> => {
      const account = accountOf(visitor);
      await allowances.take('codeOf', account);
      if ((await ownAccount(place, visitor)).secondFactor) throw new ServerProblem('account.secondFactorOn', {}, 409);
      if (!isAuthenticatorCode(code)) throw new ServerProblem('account.codeWrong', {}, 401);
      place.pass(await signIn.confirmSecondFactor(headersOf(request), code), reply);
      await allowances.may('codeOnce', account, code);
      place.note({ what: 'second-factor.on', ...by(visitor) });
    },
  );

  route(
    app,
    {
      method: 'DELETE',
      url: '/api/account/second-factor',
      access: 'account.own',
      summary: 'Turns the second factor off, with the password',
      body: passwordShape,
    },
    async ({ body: { password }, visitor, request, reply }): Promise<void> => {
      await allowances.take('passwordOf', accountOf(visitor));
      if (!(await ownAccount(place, visitor)).secondFactor) throw new ServerProblem('account.secondFactorOff', {}, 409);
      place.pass(await signIn.endSecondFactor(headersOf(request), password), reply);
      place.note({ what: 'second-factor.off', ...by(visitor) });
    },
  );
}

function sessionsRoutes(app: FastifyInstance, place: TeamPlace): void {
  const { accounts } = place.register;
  route(
    app,
    {
      method: 'GET',
      url: '/api/account/sessions',
      access: 'account.own',
      summary: 'Where the asker is signed in',
      answer: sessionsAnswer,
    },
    async ({ visitor }): Promise<Sessions> => {
      const kept = await accounts.sessions(accountOf(visitor));
      const sessions = kept.map(({ id, since, userAgent }) => ({
        ...{ id, since, here: id === visitor.session },
        ...browserOf(userAgent),
      }));
      return { sessions };
    },
  );

  route(
    app,
    {
      method: 'DELETE',
      url: '/api/account/sessions/:session',
      access: 'account.own',
      summary: 'Ends one session',
      params: ofSession,
    },
    async ({ params: { session }, visitor }): Promise<void> => {
      const ended = await accounts.endSession(accountOf(visitor), session);
      if (!ended) throw new ServerProblem('thing.notFound', { id: session }, 404);
      place.note({ what: 'sign-out', ...by(visitor) });
    },
  );

  route(
    app,
    {
      method: 'DELETE',
      url: '/api/account/sessions',
      access: 'account.own',
      summary: 'Ends every session but this one',
    },
    async ({ visitor }): Promise<void> => {
      await accounts.endSessions(accountOf(visitor), visitor.session);
      place.note({ what: 'sign-out.others', ...by(visitor) });
    },
  );
}

/** Who signs in elsewhere only has the second factor of there. */
async function refuseWithoutPassword({ register }: TeamPlace, account: string): Promise<void> {
  if (!(await register.accounts.hasPassword(account))) throw new ServerProblem('account.noPassword', {}, 409);
}
