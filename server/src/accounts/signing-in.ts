import type { SignedIn } from '@throughline/wire';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServerProblem } from '../problem.js';
import type { Visitor } from '../visitor.js';
import { asAccount } from './as-account.js';
import { type TeamPlace, headersOf } from './team-place.js';
import { type Answered, type FirstStep, isAuthenticatorCode } from './team-sign-in.js';

/** One call that signs somebody in: who asks by now, and how the answer reaches them. */
export interface SigningIn {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly visitor: Visitor | undefined;
}

/**
 * Signs in with a password. Whatever is wrong, the answer is the same, and takes as long: no account, another password, a
 * disabled account.
 */
export async function signInWith(
  place: TeamPlace,
  { email, password }: { readonly email: string; readonly password: string },
  asking: SigningIn,
): Promise<SignedIn> {
  const { allowances } = place;
  const address = asking.request.ip;
  const to = email.toLowerCase();
  await allowances.take('signInFrom', address);
  await allowances.take('signInFromTo', address, to);
  await allowances.take('signInTo', to);
  const answered = await place.signIn.signIn(headersOf(asking.request), to, password).catch((error: unknown) => {
    noteFailed(place, to, address);
    throw error;
  });
  await allowances.forget('signInFromTo', address, to);
  await allowances.forget('signInTo', to);
  return finish(place, answered, asking);
}

/** The second step: a code of the authenticator, which holds once (ASVS 2.8.4), or a backup code. */
export async function secondStep(place: TeamPlace, code: string, asking: SigningIn): Promise<SignedIn> {
  await place.allowances.take('signInFrom', asking.request.ip);
  const answered = await place.signIn.secondStep(headersOf(asking.request), code);
  const { account, session } = answered.value;
  if (isAuthenticatorCode(code) && !(await place.allowances.may('codeOnce', account, code))) {
    await place.register.accounts.endSession(account, session);
    throw new ServerProblem('account.codeWrong', {}, 401);
  }
  return finish(place, answered, asking);
}

/** The browser gets its new session, and the one that it had before is over: nobody else can hold on to it. */
async function finish(place: TeamPlace, answered: Answered<FirstStep>, asking: SigningIn): Promise<SignedIn> {
  const { visitor, reply, request } = asking;
  if (visitor?.account !== undefined && visitor.session !== undefined)
    await place.register.accounts.endSession(visitor.account, visitor.session);
  const step = place.pass(answered, reply);
  if ('secondFactor' in step) return { secondFactor: true };
  const kept = await place.register.accounts.get(step.account);
  if (kept === undefined) throw new ServerProblem('account.wrong', {}, 401);
  place.note({ what: 'sign-in', account: asAccount(kept).id, values: { address: request.ip } });
  return { account: asAccount(kept) };
}

/** Of an address without an account nothing is kept: people type passwords into the wrong field. */
function noteFailed(place: TeamPlace, email: string, address: string): void {
  place.later(async () => {
    const known = await place.register.accounts.byEmail(email);
    const account = known === undefined ? {} : { account: asAccount(known).id };
    place.note({ what: 'sign-in.failed', ...account, values: { address } });
  });
}
