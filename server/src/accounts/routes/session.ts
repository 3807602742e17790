import type { Session, SignedIn } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { route } from '../../route.js';
import { by } from '../../workplace.js';
import { asAccount, ownAccount } from '../as-account.js';
import { codeShape, sessionAnswer, signInShape, signedInAnswer } from '../shapes.js';
import { secondStep, signInWith } from '../signing-in.js';
import { type TeamPlace, headersOf } from '../team-place.js';

/** Signing in and out. */
export function sessionRoutes(app: FastifyInstance, place: TeamPlace): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/session',
      access: 'session.see',
      summary: 'Who asks, and how one signs in here',
      answer: sessionAnswer,
    },
    async ({ visitor }): Promise<Session> => ({
      at: 'server',
      ...(visitor === undefined ? {} : { account: asAccount(await ownAccount(place, visitor)) }),
      signIn: {
        password: true,
        openId: place.openId.map(({ id, name }) => ({ id, name })),
        mail: place.mail !== undefined,
      },
      empty: visitor === undefined && (await place.register.accounts.none()),
    }),
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/session',
      access: 'session.begin',
      summary: 'Signs in with a password; a second step may follow',
      body: signInShape,
      answer: signedInAnswer,
    },
    ({ body, ...asking }): Promise<SignedIn> => signInWith(place, body, asking),
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/session/second-factor',
      access: 'session.begin',
      summary: 'The second step of signing in: a code of the authenticator, or a backup code',
      body: codeShape,
      answer: signedInAnswer,
    },
    ({ body: { code }, ...asking }): Promise<SignedIn> => secondStep(place, code, asking),
  );

  route(
    app,
    { method: 'DELETE', url: '/api/session', access: 'session.end', summary: 'Signs out, here and on the server' },
    async ({ visitor, request, reply }): Promise<void> => {
      place.pass(await place.signIn.signOut(headersOf(request)), reply);
      if (visitor !== undefined) place.note({ what: 'sign-out', ...by(visitor) });
    },
  );
}
