import { type PersonId, type Role, aboutReview, roleOf } from '@throughline/core';
import { type NewInvitation, namesOf } from '@throughline/storage';
import type { Invited } from '@throughline/wire';
import { newPerson } from '../new-person.js';
import { ServerProblem } from '../problem.js';
import type { Inside, Visitor } from '../visitor.js';
import { accountOf } from './as-account.js';
import { sendLetter } from './letters.js';
import { refuseEmail } from './new-account.js';
import type { TeamPlace } from './team-place.js';

/** wire's `Invite`, as it arrives: an empty address is none. */
export type Inviting = ({ readonly name: string; readonly role: Role } | { readonly person: string }) & {
  readonly email?: string | undefined;
};

/** Days for which an invitation holds. */
const invitationHolds = 14;

/**
 * Invites somebody to a review: somebody new is put among its people first, by a change of the inviter's. An invitation
 * that was given out for the same person before is over.
 */
export async function inviteToReview(
  place: TeamPlace,
  asked: Inviting,
  { inside, visitor }: { readonly inside: Inside; readonly visitor: Visitor },
): Promise<Invited> {
  const email = asked.email || undefined;
  const inviter = await mayInvite(place, email, visitor);
  const { person, name } =
    'person' in asked ? await somebodyThere(place, asked.person, inside) : await newPerson(asked, inside);
  await place.register.invitations.withdrawAll(inside.review, person, place.now());
  const said = { name, inviter, review: inside.review, person, ...(email === undefined ? {} : { email }) };
  const title = aboutReview(inside.served.review)?.title ?? inside.review;
  const invited = await give(place, said, { by: visitor.name, title });
  place.note({ what: 'member.invited', account: inviter, review: inside.review, values: { name } });
  return invited;
}

/** Invites somebody to have an account on this server, and no more. */
export async function inviteToServer(
  place: TeamPlace,
  { name, email: typed }: { readonly name: string; readonly email?: string | undefined },
  visitor: Visitor,
): Promise<Invited> {
  const email = typed || undefined;
  const inviter = await mayInvite(place, email, visitor);
  const invited = await give(place, { name, inviter, ...(email === undefined ? {} : { email }) }, { by: visitor.name });
  place.note({ what: 'server.invited', account: inviter, values: { name } });
  return invited;
}

async function mayInvite(place: TeamPlace, email: string | undefined, visitor: Visitor) {
  const inviter = accountOf(visitor);
  if (email !== undefined) refuseEmail(email);
  await place.allowances.take('invitationsBy', inviter);
  return inviter;
}

interface Somebody {
  readonly person: PersonId;
  readonly name: string;
}

async function somebodyThere({ register }: TeamPlace, id: string, { review, served }: Inside): Promise<Somebody> {
  const person = id as PersonId;
  if (roleOf(served.review, person) === undefined) throw new ServerProblem('invitation.noPerson', {}, 404);
  const members = await register.members.accountsIn(review);
  if (members.some((member) => member.person === person)) throw new ServerProblem('invitation.hasAccount', {}, 409);
  const names = await namesOf(served.keeper, served.review);
  return { person, name: names[person] ?? person };
}

/** Keeps the invitation and gives its link out: to whoever invited, and by mail where there is an address. */
async function give(
  place: TeamPlace,
  said: Omit<NewInvitation, 'until'>,
  { by, title }: { readonly by: string; readonly title?: string },
): Promise<Invited> {
  const until = new Date(place.now().getTime() + invitationHolds * 86_400_000).toISOString();
  const { id, token } = await place.register.invitations.make({ ...said, until });
  const joinAt = (text: string) => `${place.origin}/join/${text}`;
  const values = { by, name: said.name, until: until.slice(0, 10), link: joinAt(place.mailed.mark(token)) };
  const letter = title === undefined ? 'invitedToServer' : 'invitedToReview';
  const mailed =
    said.email !== undefined &&
    (await sendLetter(place, said.email, letter, title === undefined ? values : { ...values, title }));
  return { id, link: joinAt(token), mailed, until };
}
