import type { KeptEvent } from '@throughline/storage';
import type { ReviewId } from '@throughline/core';
import type { Events } from '@throughline/wire';
import type { TeamPlace } from './team-place.js';

/** On one page. */
const most = 100;

/** A page of events, newest first: of one review, where people go by their names, or of the server, by their addresses. */
export async function pageOfEvents(
  { register }: TeamPlace,
  before: string | undefined,
  review?: ReviewId,
): Promise<Events> {
  const asked = { ...(before === undefined ? {} : { before }), ...(review === undefined ? {} : { review }) };
  const found = await register.events.page(most + 1, asked);
  const shown = found.slice(0, most);
  const names = await namesOf(register, shown, review === undefined ? 'email' : 'name');
  const events = shown.map(({ id, at, what, account, values }) => {
    const name = account === undefined ? undefined : names.get(account);
    return { id, at, what, values, ...(name === undefined ? {} : { account: name }) };
  });
  const last = shown.at(-1);
  return { events, ...(found.length > most && last !== undefined ? { more: last.id } : {}) };
}

async function namesOf(
  { accounts }: TeamPlace['register'],
  events: readonly KeptEvent[],
  by: 'email' | 'name',
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(events.flatMap(({ account }) => account ?? []));
  const found = await Promise.all([...ids].map((id) => accounts.get(id)));
  return new Map(found.flatMap((account) => (account === undefined ? [] : [[account.id, account[by]] as const])));
}
