import { randomBytes } from 'node:crypto';
import type { Register } from '@throughline/storage';
import type { AccountId } from '@throughline/wire';
import { makeAccount } from './accounts/new-account.js';
import { TeamPlace } from './accounts/team-place.js';
import { resetHolds } from './accounts/sign-in-library.js';

/** What whoever runs a server says of an account that they make by a command. */
export interface AddedAccount {
  readonly name: string;
  readonly email: string;
  readonly administrator: boolean;
  /** Without one, the person chooses theirs at the link that is answered. */
  readonly password?: string;
}

/**
 * Makes an account beside the pages, for whoever holds the server's folder or database. `link`: where the password is
 * chosen, until then. Rejects with `account.emailTaken` and with what is wrong with the address or the password.
 */
export async function addAccount(
  register: Register,
  { name, email, administrator, password }: AddedAccount,
  origin: string,
): Promise<{ readonly account: AccountId; readonly link?: { readonly url: string; readonly until: Date } }> {
  const place = new TeamPlace({ register, origin, onTrouble: () => {} });
  const chosen = password ?? randomBytes(48).toString('base64url');
  const account = await makeAccount(place, { name, email, password: chosen }, { administrator });
  place.note({ what: 'account.added', account, values: { email } });
  await place.settled();
  if (password !== undefined) return { account };
  const token = await place.signIn.resetToken(email);
  const until = new Date(place.now().getTime() + resetHolds * 1000);
  return { account, ...(token === undefined ? {} : { link: { url: `${place.origin}/reset#${token}`, until } }) };
}
