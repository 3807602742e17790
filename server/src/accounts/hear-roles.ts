import { type Change, type PersonId, type Review, type ReviewId, type Role, roleOf } from '@throughline/core';
import type { AccountId } from '@throughline/wire';
import type { TeamPlace } from './team-place.js';

/**
 * Hears the changes of every open review, and keeps word of who got another role and who was taken out. Every process
 * that has the review open hears the same: an event that is named after its change is kept once.
 */
export function hearRoles(place: TeamPlace) {
  return (review: ReviewId, change: Change, before: Review, after: Review): void => {
    if (before.floor.people === after.floor.people) return;
    for (const { id } of after.floor.people) {
      const [was, is] = [roleOf(before, id), roleOf(after, id)];
      if (was !== is) place.later(() => keep(place, { review, change, person: id, was, is }));
    }
  };
}

interface Moved {
  readonly review: ReviewId;
  readonly change: Change;
  readonly person: PersonId;
  readonly was: Role | undefined;
  readonly is: Role | undefined;
}

async function keep({ register }: TeamPlace, { review, change, person, was, is }: Moved): Promise<void> {
  await register.members.noteRole(review, person, is);
  // Whoever is new among the people was invited, which is an event of its own.
  if (was === undefined) return;
  const members = await register.members.accountsIn(review);
  const accountOf = (id: PersonId) => members.find((member) => member.person === id)?.account;
  const theirs = accountOf(person);
  const name = theirs === undefined ? undefined : (await register.accounts.get(theirs))?.name;
  const by = accountOf(change.by);
  const event = {
    what: is === undefined ? 'member.removed' : 'member.roleChanged',
    values: { name: name ?? person, ...(is === undefined ? {} : { role: is }) },
    ...(by === undefined ? {} : { account: by as AccountId }),
  };
  await register.events.write({ ...event, review, name: `${change.id}-${person}` }, new Date(change.at));
}
