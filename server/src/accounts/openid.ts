import type { Invitation } from '@throughline/storage';
import type { AccountId } from '@throughline/wire';
import type { Visitor } from '../visitor.js';
import { type Accepting, become } from './accept.js';
import type { AccountProblemCode } from './problem-codes.js';
import { creating } from './creating.js';
import type { SigningIn } from './signing-in.js';
import { type TeamPlace, headersOf } from './team-place.js';

export interface ComingBack {
  /** What the provider put into the address. */
  readonly query: Record<string, string>;
  /** The link that they went with. */
  readonly invitation: string | undefined;
  readonly asking: SigningIn;
}
export type CameBack = { readonly to: string } | { readonly problem: AccountProblemCode };

/**
 * Somebody comes back from a provider: signed in with the account that is theirs, or with one that is made now, where
 * they were invited or the provider's people are all let in. An account is made for an address that the provider made
 * sure of, and linked to one that is here only where we did, too (the library sees to that).
 */
export async function comeBackFrom(
  accepting: Accepting,
  provider: string,
  { query, invitation, asking }: ComingBack,
): Promise<CameBack> {
  const { place } = accepting;
  const making = new Making(place, provider, invitation);
  const answered = await creating.run(making.hooks(), () =>
    place.signIn.comeBack(provider, query, headersOf(asking.request)),
  );
  const { session, account } = making;
  if (session === undefined) {
    await making.giveUp();
    return { problem: making.unverified ? 'account.openIdUnverified' : problemIn(answered.value) };
  }
  await endOther(place, asking.visitor);
  const to = place.pass(answered, asking.reply);
  place.note({ what: 'sign-in.openid', account: session.account, values: { provider, address: asking.request.ip } });
  if (account === undefined) return { to };
  place.note({ what: 'account.made', account });
  const accepted = making.used === undefined ? {} : await become(accepting, making.used, account);
  return { to: accepted.review === undefined ? `${place.origin}/` : `${place.origin}/${accepted.review}` };
}

/** What happens while the library answers: an account may be made once, for an invitation that is used up with it. */
class Making {
  used: Invitation | undefined;
  account: AccountId | undefined;
  session: { readonly account: AccountId } | undefined;
  unverified = false;

  constructor(
    private readonly place: TeamPlace,
    private readonly provider: string,
    private readonly invitation: string | undefined,
  ) {}

  hooks() {
    return {
      mayMake: ({ emailVerified }: { readonly emailVerified?: boolean }) => this.#mayMake(emailVerified === true),
      made: (id: string) => {
        this.account = id as AccountId;
      },
      signedIn: ({ userId }: { readonly userId: string }) => {
        this.session = { account: userId as AccountId };
      },
    };
  }

  /** Nothing came of it: the invitation can be used again. */
  async giveUp(): Promise<void> {
    if (this.used !== undefined) await this.place.register.invitations.giveBack(this.used.id);
  }

  async #mayMake(emailVerified: boolean): Promise<boolean> {
    this.unverified = !emailVerified;
    if (this.unverified) return false;
    if (this.invitation !== undefined) {
      const { token } = this.place.mailed.read(this.invitation);
      this.used = await this.place.register.invitations.use(token, this.place.now());
    }
    return this.used !== undefined || this.place.openId.some(({ id, admitsAll }) => id === this.provider && admitsAll);
  }
}

/** The library's words for why not, at the end of the address that it would lead to. */
function problemIn(address: string): AccountProblemCode {
  const said = URL.canParse(address) ? new URL(address).searchParams.get('error') : null;
  return problems[said ?? ''] ?? 'account.openIdRefused';
}

const problems: Readonly<Record<string, AccountProblemCode>> = {
  signup_disabled: 'account.openIdNotInvited',
  unable_to_create_user: 'account.openIdNotInvited',
  account_not_linked: 'account.openIdNotLinked',
};

/** The session that this browser had before is over. */
async function endOther({ register }: TeamPlace, visitor: Visitor | undefined): Promise<void> {
  if (visitor?.account !== undefined && visitor.session !== undefined)
    await register.accounts.endSession(visitor.account, visitor.session);
}
