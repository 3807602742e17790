import type { AccountId, NewAccount } from '@throughline/wire';
import { z } from 'zod';
import { ServerProblem } from '../problem.js';
import type { TeamPlace } from './team-place.js';
import { weaknessOf } from './weak-password.js';

export interface MakingAccount {
  readonly administrator?: boolean;
  /** They came by a link that only their mailbox got. */
  readonly emailVerified?: boolean;
  /** Only where there is no account yet. */
  readonly first?: boolean;
}

/**
 * Makes an account that signs in with a password. That an address has an account already is said: only whoever holds an
 * invitation, or the key that the program printed, can ask.
 */
export async function makeAccount(
  { register, now, hash }: TeamPlace,
  { name, email, password }: NewAccount,
  { administrator = false, emailVerified = false, first = false }: MakingAccount,
): Promise<AccountId> {
  refuseEmail(email);
  refuseWeak(password, [name, email]);
  const passwordHash = await hash(password);
  const account = { name, email, emailVerified, administrator, passwordHash };
  const made = await register.accounts.make(account, now(), { first });
  if ('id' in made) return made.id as AccountId;
  throw new ServerProblem(made.refused === 'emailTaken' ? 'account.emailTaken' : 'account.notTheFirst', {}, 409);
}

/** Rejects what is no address of a mailbox. */
export function refuseEmail(email: string): void {
  if (!z.email().safeParse(email).success) throw new ServerProblem('account.emailInvalid', { email });
}

export function refuseWeak(password: string, known: readonly string[]): void {
  const weakness = weaknessOf(password, known);
  if (weakness !== undefined) throw new ServerProblem(weakness);
}
