import type { Account, AccountId, Session } from '@throughline/wire';
import { describe, expect, it } from 'vitest';
import { SessionStore } from './session-store.js';

const account = (id: string): Account => ({
  id: id as AccountId,
  name: id,
  email: `${id}@example.org`,
  administrator: false,
  secondFactor: false,
});
const ways = { password: true, openId: [], mail: false } as const;
const server = (who?: Account): Session => ({
  at: 'server',
  signIn: ways,
  empty: false,
  ...(who === undefined ? {} : { account: who }),
});

/** A store whose server answers what it is told to. */
async function storeWith(first: Session) {
  let answer: Session | Error = first;
  const store = new SessionStore(async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  await store.check();
  const says = async (next: Session | Error) => {
    answer = next;
    await store.check();
  };
  return { store, says };
}
const who = (store: SessionStore) => {
  const { session } = store.state();
  return session?.at === 'server' ? session.account?.id : undefined;
};

describe('a session', () => {
  it('that never was has not ended', async () => {
    const { store } = await storeWith(server());
    store.signedOut();
    expect(store.state()).toEqual({ session: server(), ended: false });
  });

  it('that ended keeps who it was', async () => {
    const { store, says } = await storeWith(server(account('ana')));
    await says(server());
    expect(store.state()).toEqual({ session: server(account('ana')), ended: true });
  });

  it('goes on when the same account signs in', async () => {
    const { store } = await storeWith(server(account('ana')));
    store.signedOut();
    expect(store.state().ended).toBe(true);
    store.signedIn(account('ana'));
    expect(store.state()).toMatchObject({ ended: false, session: { account: { id: 'ana' } } });
  });

  it('does not become that of another account', async () => {
    const { store, says } = await storeWith(server(account('ana')));
    await says(server(account('bo')));
    expect(store.state()).toMatchObject({ ended: true, other: { id: 'bo' } });
    expect(who(store)).toBe('ana');
    await says(server(account('ana')));
    expect(store.state()).toEqual({ session: server(account('ana')), ended: false });
  });

  it('stays as it was known while the server does not answer', async () => {
    const { store, says } = await storeWith(server(account('ana')));
    await says(new Error('down'));
    expect(store.state()).toMatchObject({ ended: false, problem: 'down' });
    expect(who(store)).toBe('ana');
  });

  it('begins where nobody was signed in', async () => {
    const { store } = await storeWith({ ...server(), empty: true } as Session);
    store.signedIn(account('ana'));
    expect(store.state()).toEqual({ session: server(account('ana')), ended: false });
  });
});
