import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { route } from '../../route.js';
import type { Accepting } from '../accept.js';
import { InvitationCookie } from '../invitation-cookie.js';
import { comeBackFrom } from '../openid.js';
import { comeBackQuestion, leadQuestion, ofProvider } from '../shapes.js';
import { headersOf } from '../team-place.js';

const page = { media: 'text/html' } as const;

/** Signing in with a provider. A browser goes there and comes back: every answer leads on to a page. */
export function openIdRoutes(app: FastifyInstance, accepting: Accepting): void {
  const { place } = accepting;
  const invitationCookie = new InvitationCookie(place.origin);
  const signInPage = (reply: FastifyReply, problem: string) =>
    reply.redirect(`${place.origin}/sign-in?problem=${problem}`, 303);
  const mayTry = (request: FastifyRequest) => place.allowances.may('signInFrom', request.ip);

  route(
    app,
    {
      method: 'GET',
      url: '/api/sign-in/openid/:id',
      access: 'session.begin',
      summary: 'Leads to a provider to sign in there; with an invitation, an account may be made',
      params: ofProvider,
      query: leadQuestion,
      answer: page,
      status: 303,
    },
    async ({ params: { id }, query: { to, invitation }, request, reply }) => {
      if (!place.openId.some((provider) => provider.id === id)) return signInPage(reply, 'account.openIdUnknown');
      if (!(await mayTry(request))) return signInPage(reply, 'account.openIdRefused');
      const back = pageOf(place.origin, invitation === undefined ? to : `/join/${encodeURIComponent(invitation)}`);
      const mayMake =
        invitation !== undefined || place.openId.some((each) => each.id === id && each.admitsAll === true);
      const lead = await place.signIn.leadTo(id, { back, mayMake }, headersOf(request)).catch(() => undefined);
      if (lead?.value === undefined) return signInPage(reply, 'account.openIdRefused');
      if (invitation === undefined) invitationCookie.clear(reply);
      else invitationCookie.set(reply, invitation);
      return reply.redirect(place.pass({ ...lead, value: lead.value }, reply), 303);
    },
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/sign-in/openid/callback/:id',
      access: 'session.begin',
      summary: 'Where a provider leads back to',
      params: ofProvider,
      query: comeBackQuestion,
      answer: page,
      status: 303,
    },
    async ({ params: { id }, query, request, reply, visitor }) => {
      if (!place.openId.some((provider) => provider.id === id)) return signInPage(reply, 'account.openIdUnknown');
      const invitation = invitationCookie.of(request);
      invitationCookie.clear(reply);
      const came = await comeBackFrom(accepting, id, { query, invitation, asking: { request, reply, visitor } });
      return 'problem' in came ? signInPage(reply, came.problem) : reply.redirect(came.to, 303);
    },
  );
}

/** A page of ours, and of nobody else's, whatever the address said. */
function pageOf(origin: string, to = '/'): string {
  const page = URL.canParse(to, origin) ? new URL(to, origin) : new URL(origin);
  return page.origin === origin ? page.href : `${origin}/`;
}
