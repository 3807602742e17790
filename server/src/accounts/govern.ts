import type { Accounts } from '@throughline/wire';
import { ServerProblem } from '../problem.js';
import type { Visitor } from '../visitor.js';
import { by } from '../workplace.js';
import { asAccount } from './as-account.js';
import type { TeamPlace } from './team-place.js';

/** Every account, as administrators see it. */
export async function listAccounts({ register }: TeamPlace): Promise<Accounts> {
  const counts = await register.members.counts();
  const accounts = (await register.accounts.all()).map((kept) => ({
    ...asAccount(kept),
    ...{ disabled: kept.disabled, since: kept.since, reviews: counts.get(kept.id) ?? 0 },
    ...(kept.askedForReset === undefined ? {} : { askedForReset: kept.askedForReset }),
  }));
  return { accounts };
}

export interface Governing {
  readonly disabled?: boolean | undefined;
  readonly administrator?: boolean | undefined;
  readonly secondFactor?: false | undefined;
}

/** Sets what was asked on an account. The last administrator who can sign in stays one. */
export async function setAccount(
  place: TeamPlace,
  id: string,
  { disabled, administrator, secondFactor }: Governing,
  visitor: Visitor,
): Promise<void> {
  const { accounts } = place.register;
  const before = await accounts.get(id);
  if (before === undefined) throw new ServerProblem('account.unknown', {}, 404);
  const set = {
    ...(disabled === undefined ? {} : { disabled }),
    ...(administrator === undefined ? {} : { administrator }),
  };
  const done = await accounts.set(id, set, place.now());
  if (done === 'lastAdministrator') throw new ServerProblem('account.lastAdministrator', {}, 409);
  const note = (what: string) => place.note({ what, ...by(visitor), values: { email: before.email } });
  if (disabled !== undefined && disabled !== before.disabled) note(disabled ? 'account.disabled' : 'account.enabled');
  if (administrator !== undefined && administrator !== before.administrator)
    note(administrator ? 'administrator.made' : 'administrator.unmade');
  if (secondFactor === false && before.secondFactor) {
    await accounts.removeSecondFactor(id, place.now());
    note('second-factor.removed');
  }
}

/** A link to a new password, to be handed over by another way; undefined where there is no such account. */
export async function resetLink(place: TeamPlace, id: string, visitor: Visitor): Promise<string | undefined> {
  const { accounts } = place.register;
  const account = await accounts.get(id);
  const token = account && (await place.signIn.resetToken(account.email));
  if (token === undefined) return undefined;
  await accounts.set(id, { askedForReset: null }, place.now());
  place.note({ what: 'password.resetLink', ...by(visitor), values: { email: account?.email ?? '' } });
  return `${place.origin}/reset#${token}`;
}
