import type { ReviewStore } from '@throughline/storage';
import type { Accounts, Events, Invited, KeptReviews, Limits } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { ServerProblem } from '../../problem.js';
import { route } from '../../route.js';
import { by } from '../../workplace.js';
import { listAccounts, resetLink, setAccount } from '../govern.js';
import { pageOfEvents } from '../events.js';
import { inviteToServer } from '../invite.js';
import { keptReviews } from '../kept-reviews.js';
import {
  accountsAnswer,
  eventsAnswer,
  eventsQuestion,
  inviteToServerShape,
  invitedAnswer,
  keptReviewsAnswer,
  limitsShape,
  linkAnswer,
  ofAccount,
  setAccountShape,
} from '../shapes.js';
import type { TeamPlace } from '../team-place.js';

/** What an administrator of the server may do. None of it shows what is in a review. */
export function adminRoutes(app: FastifyInstance, place: TeamPlace, store: ReviewStore): void {
  accountsRoutes(app, place);
  serverRoutes(app, place, store);
}

function accountsRoutes(app: FastifyInstance, place: TeamPlace): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/admin/accounts',
      access: 'server.govern',
      summary: 'Every account',
      answer: accountsAnswer,
    },
    (): Promise<Accounts> => listAccounts(place),
  );

  route(
    app,
    {
      method: 'PUT',
      url: '/api/admin/accounts/:account',
      access: 'server.govern',
      summary: 'Closes or opens an account, makes or unmakes an administrator, takes a second factor away',
      params: ofAccount,
      body: setAccountShape,
    },
    ({ params: { account }, body, visitor }): Promise<void> => setAccount(place, account, body, visitor),
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/admin/accounts/:account/reset-link',
      access: 'server.govern',
      summary: 'A link to a new password for somebody, shown once',
      params: ofAccount,
      answer: linkAnswer,
    },
    async ({ params: { account }, visitor }): Promise<{ link: string }> => {
      const link = await resetLink(place, account, visitor);
      if (link === undefined) throw new ServerProblem('account.unknown', {}, 404);
      return { link };
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/admin/invitations',
      access: 'server.govern',
      summary: 'Invites somebody to have an account here, and no review',
      body: inviteToServerShape,
      answer: invitedAnswer,
      status: 201,
    },
    ({ body, visitor }): Promise<Invited> => inviteToServer(place, body, visitor),
  );
}

function serverRoutes(app: FastifyInstance, place: TeamPlace, store: ReviewStore): void {
  const { settings } = place.register;
  route(
    app,
    {
      method: 'GET',
      url: '/api/admin/reviews',
      access: 'server.govern',
      summary: 'The reviews that are kept here: how much room they take, and who leads them',
      answer: keptReviewsAnswer,
    },
    (): Promise<KeptReviews> => keptReviews(place, store),
  );

  route(
    app,
    { method: 'GET', url: '/api/admin/limits', access: 'server.govern', summary: 'The limits', answer: limitsShape },
    (): Promise<Limits> => settings.limits(),
  );

  route(
    app,
    {
      method: 'PUT',
      url: '/api/admin/limits',
      access: 'server.govern',
      summary: 'Sets the limits',
      body: limitsShape,
      answer: limitsShape,
    },
    async ({ body, visitor }): Promise<Limits> => {
      await settings.setLimits(body);
      place.note({ what: 'limits.set', ...by(visitor), values: { ...body } });
      return body;
    },
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/admin/events',
      access: 'server.govern',
      summary: 'What happened to accounts and access, newest first',
      query: eventsQuestion,
      answer: eventsAnswer,
    },
    ({ query: { before } }): Promise<Events> => pageOfEvents(place, before),
  );
}
