import { type PersonId, roleOf } from '@throughline/core';
import { type Member, namesOf } from '@throughline/storage';
import type { Events, Invited, OpenInvitation, Team, TeamMember } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { ServerProblem } from '../../problem.js';
import { route } from '../../route.js';
import type { Inside } from '../../visitor.js';
import { by } from '../../workplace.js';
import { pageOfEvents } from '../events.js';
import { inviteToReview } from '../invite.js';
import { eventsAnswer, eventsQuestion, inviteShape, invitedAnswer, ofInvitation, teamAnswer } from '../shapes.js';
import type { TeamPlace } from '../team-place.js';

/** The people of a review, and who of them can sign in. */
export function teamRoutes(app: FastifyInstance, place: TeamPlace): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/team',
      access: 'review.seeTeam',
      summary: 'The people of a review, and who of them can sign in',
      answer: teamAnswer,
    },
    ({ inside }): Promise<Team> => teamOf(place, inside),
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/reviews/:id/invitations',
      access: 'review.invite',
      summary: 'Invites somebody new, by name and role, or somebody who is among the people already',
      body: inviteShape,
      answer: invitedAnswer,
      status: 201,
    },
    ({ body, inside, visitor }): Promise<Invited> => inviteToReview(place, body, { inside, visitor }),
  );

  route(
    app,
    {
      method: 'DELETE',
      url: '/api/reviews/:id/invitations/:invitation',
      access: 'review.invite',
      summary: 'Takes an invitation back',
      params: ofInvitation,
    },
    async ({ params: { invitation }, inside: { review }, visitor }): Promise<void> => {
      const done = await place.register.invitations.withdraw(review, invitation, place.now());
      if (!done) throw new ServerProblem('invitation.unknown', {}, 404);
      place.note({ what: 'invitation.withdrawn', review, ...by(visitor) });
    },
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/events',
      access: 'review.seeEvents',
      summary: 'What happened to access to a review, newest first',
      query: eventsQuestion,
      answer: eventsAnswer,
    },
    ({ query: { before }, inside: { review } }): Promise<Events> => pageOfEvents(place, before, review),
  );
}

/** Addresses and open invitations are for those who lead. */
async function teamOf(place: TeamPlace, inside: Inside): Promise<Team> {
  const { served, person: self, viewer } = inside;
  const leads = viewer.role === 'lead';
  const names = await namesOf(served.keeper, served.review);
  const members = await place.register.members.accountsIn(inside.review);
  const people: TeamMember[] = [];
  for (const { id: person } of served.review.floor.people) {
    const role = roleOf(served.review, person);
    if (role === undefined) continue;
    const name = names[person];
    const account = await accountFor(place, members, person, leads);
    people.push({ person, role, you: person === self, ...(name === undefined ? {} : { name }), ...account });
  }
  return { people, invitations: leads ? await openInvitations(place, inside) : [] };
}

async function accountFor(
  { register }: TeamPlace,
  members: readonly Member[],
  person: PersonId,
  withEmails: boolean,
): Promise<Pick<TeamMember, 'account'>> {
  const member = members.find((each) => each.person === person);
  if (member === undefined) return {};
  const email = withEmails ? (await register.accounts.get(member.account))?.email : undefined;
  return { account: email === undefined ? {} : { email } };
}

async function openInvitations({ register, now }: TeamPlace, { review }: Inside): Promise<OpenInvitation[]> {
  const open = await register.invitations.openIn(review, now());
  return open.flatMap(({ id, person, email, until }) =>
    person === undefined ? [] : { id, person, until, ...(email === undefined ? {} : { email }) },
  );
}
