import type { Accepted, InvitationView } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { route } from '../../route.js';
import { type Accepting, useInvitation, viewInvitation } from '../accept.js';
import { accountOf, ownAccount } from '../as-account.js';
import { makeAccount } from '../new-account.js';
import { acceptedAnswer, invitationAnswer, newAccountShape, ofToken } from '../shapes.js';
import { signInWith } from '../signing-in.js';

/** The links of invitations. */
export function invitationRoutes(app: FastifyInstance, accepting: Accepting): void {
  const { place } = accepting;
  const { allowances, register, now } = place;
  route(
    app,
    {
      method: 'GET',
      url: '/api/invitations/:token',
      access: 'invitation.see',
      summary: 'What a link invites to',
      params: ofToken,
      answer: invitationAnswer,
    },
    async ({ params: { token }, request }): Promise<InvitationView> => {
      await allowances.take('linksFrom', request.ip);
      return viewInvitation(accepting, token);
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/invitations/:token/accept',
      access: 'invitation.accept',
      summary: 'Accepts an invitation with the account of the asker',
      params: ofToken,
      answer: acceptedAnswer,
    },
    async ({ params: { token }, request, visitor }): Promise<Accepted> => {
      await allowances.take('linksFrom', request.ip);
      return useInvitation(accepting, token, async (mailbox) => {
        const { email } = await ownAccount(place, visitor);
        const account = accountOf(visitor);
        if (isSame(mailbox, email)) await register.accounts.set(account, { emailVerified: true }, now());
        return account;
      });
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/invitations/:token/account',
      access: 'invitation.makeAccount',
      summary: 'Makes an account, signs in with it, and accepts the invitation',
      params: ofToken,
      body: newAccountShape,
      answer: acceptedAnswer,
    },
    async ({ params: { token }, body, ...asking }): Promise<Accepted> => {
      await allowances.take('newAccountFrom', asking.request.ip);
      const accepted = await useInvitation(accepting, token, async (mailbox) => {
        const account = await makeAccount(place, body, { emailVerified: isSame(mailbox, body.email) });
        place.note({ what: 'account.made', account });
        return account;
      });
      await signInWith(place, body, asking);
      return accepted;
    },
  );
}

/** Did the link come from the mailbox of this address? */
const isSame = (mailbox: string | undefined, email: string): boolean => mailbox?.toLowerCase() === email.toLowerCase();
