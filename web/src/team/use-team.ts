import { standing } from '@throughline/core';
import { useQuery } from '@tanstack/react-query';
import type { OpenInvitation, TeamMember } from '@throughline/wire';
import { teamOf } from '../house/accounts.js';
import { useHouse, useServer } from '../house/HouseContext.js';
import { useOnServer } from '../house/SessionContext.js';

interface TeamShown {
  readonly people: readonly TeamMember[];
  readonly invitations: readonly OpenInvitation[];
  readonly problem?: string;
  /** Asks the server again. */
  readonly again: () => Promise<unknown>;
}

/**
 * The people of the review as its log says, and, on a server, which of them sign in. A commenter is told of the people
 * and not of accounts.
 */
export function useTeam(): TeamShown {
  const { held, people, me } = useHouse();
  const { review } = useServer();
  const onServer = useOnServer();
  const own = standing(held.shown.floor.people).find(({ id }) => id === me.person);
  // Asked again when somebody came, went or has another role; not with every change.
  const said = standing(held.shown.floor.people)
    .map(({ id, role }) => `${id} ${role}`)
    .join();
  const found = useQuery({
    queryKey: ['team', review, said],
    queryFn: teamOf(review).team,
    enabled: onServer && own?.role !== 'commenter',
    placeholderData: (before) => before,
    staleTime: 0,
  });
  const accounts = new Map(found.data?.people.map(({ person, account }) => [person, account]));
  return {
    people: standing(held.shown.floor.people).map(({ id, role }) => {
      const [name, account] = [people[id], accounts.get(id)];
      return {
        ...{ person: id, role, you: id === me.person },
        ...(name === undefined ? {} : { name }),
        ...(account === undefined ? {} : { account }),
      };
    }),
    invitations: found.data?.invitations ?? [],
    ...(found.error === null ? {} : { problem: found.error.message }),
    again: () => found.refetch(),
  };
}
