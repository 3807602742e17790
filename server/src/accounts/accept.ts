import { type ReviewId, aboutReview, roleOf } from '@throughline/core';
import { type Invitation, StoreProblem } from '@throughline/storage';
import type { Accepted, AccountId, InvitationView } from '@throughline/wire';
import type { Library } from '../library.js';
import { ServerProblem } from '../problem.js';
import type { Served } from '../served.js';
import type { TeamPlace } from './team-place.js';

export interface Accepting {
  readonly place: TeamPlace;
  readonly library: Library;
}

/** What the link of an invitation leads to. */
export async function viewInvitation({ place, library }: Accepting, link: string): Promise<InvitationView> {
  const invitation = await place.register.invitations.open(place.mailed.read(link).token, place.now());
  if (invitation === undefined) throw unknown();
  const { name, email, until, review, person, inviter } = invitation;
  const by = (await place.register.accounts.get(inviter))?.name ?? '';
  const said = { name, by, until, ...(email === undefined ? {} : { email }) };
  if (review === undefined || person === undefined) return said;
  return inReview(library, review, (served) => {
    const role = roleOf(served.review, person);
    if (role === undefined) throw unknown();
    return { ...said, review: { title: aboutReview(served.review)?.title ?? review, role } };
  });
}

/**
 * Uses an invitation up, for an account that is there or is made now (`whose`); where that fails, it can be used again.
 * Of several who open one link at once, one gets it.
 */
export async function useInvitation(
  accepting: Accepting,
  link: string,
  whose: (mailbox: string | undefined) => Promise<AccountId>,
): Promise<Accepted> {
  const { place } = accepting;
  const { token, mailed } = place.mailed.read(link);
  const invitation = await place.register.invitations.use(token, place.now());
  if (invitation === undefined) throw unknown();
  try {
    const account = await whose(mailed ? invitation.email : undefined);
    return await become(accepting, invitation, account);
  } catch (error) {
    await place.register.invitations.giveBack(invitation.id);
    throw error;
  }
}

/** From now on the account is the person who was invited. */
export async function become(
  { place, library }: Accepting,
  { review, person, name }: Invitation,
  account: AccountId,
): Promise<Accepted> {
  if (review === undefined || person === undefined) return {};
  const { members } = place.register;
  const before = await members.personOf(review, account);
  const { role, roleBefore } = await inReview(library, review, (served) => ({
    role: roleOf(served.review, person),
    roleBefore: before === undefined ? undefined : roleOf(served.review, before),
  }));
  if (role === undefined) throw unknown();
  if (before !== person && roleBefore !== undefined) throw new ServerProblem('invitation.alreadyMember', {}, 409);
  // Whoever was taken out comes back as somebody else: who they were stays who did what they did.
  if (before !== undefined && before !== person) await members.unbind(review, account);
  if (!(await members.bind(review, account, person, { role })))
    throw new ServerProblem('invitation.hasAccount', {}, 409);
  place.note({ what: 'member.joined', account, review, values: { name } });
  return { review };
}

/** Looks into a review that the asker is nobody in yet. One that is gone takes its invitations with it. */
async function inReview<T>(library: Library, review: ReviewId, look: (served: Served) => T): Promise<T> {
  const { served, giveBack } = await library.borrow(review).catch((error: unknown) => {
    throw error instanceof StoreProblem && error.code === 'review.unknown' ? unknown() : error;
  });
  try {
    return look(served);
  } finally {
    giveBack();
  }
}

const unknown = () => new ServerProblem('invitation.unknown', {}, 404);
