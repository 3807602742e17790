import type { KeptAccount } from '@throughline/storage';
import type { Account, AccountId } from '@throughline/wire';
import { ServerProblem } from '../problem.js';
import type { Visitor } from '../visitor.js';
import type { TeamPlace } from './team-place.js';

/** An account as it is shown to its owner and to administrators. */
export const asAccount = ({ id, name, email, administrator, secondFactor }: KeptAccount): Account => ({
  id: id as AccountId,
  ...{ name, email, administrator, secondFactor },
});

/** The visitor's own account. On a team's server everybody who signed in has one. */
export async function ownAccount({ register }: TeamPlace, { account }: Visitor): Promise<KeptAccount> {
  const kept = account === undefined ? undefined : await register.accounts.get(account);
  if (kept === undefined) throw new ServerProblem('account.signIn', {}, 401);
  return kept;
}

/** The account of a visitor, for what is kept by account. */
export function accountOf({ account }: Visitor): AccountId {
  if (account === undefined) throw new ServerProblem('account.signIn', {}, 401);
  return account;
}
