import type { Account, Session } from '@throughline/wire';
import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react';
import { whenSignedOut } from './ask.js';
import type { SessionState, SessionStore } from './session-store.js';

const SessionContext = createContext<SessionStore | undefined>(undefined);

/** Who is signed in in this browser: all its windows share one session, and hear when it becomes another's. */
const kept = 'throughline.account';

function tellOtherWindows(store: SessionStore): () => void {
  return store.subscribe(() => {
    const { session, ended, other } = store.state();
    const now = ended ? other : session?.at === 'server' ? session.account : undefined;
    if (session?.at === 'server' && localStorage.getItem(kept) !== (now?.id ?? ''))
      localStorage.setItem(kept, now?.id ?? '');
  });
}

/** Asks again when another window says so, and when this one is looked at again. */
function hearOtherWindows({ check, state }: SessionStore): () => void {
  const heard = ({ key }: StorageEvent) => {
    if (key === kept) void check();
  };
  const looked = () => {
    if (document.visibilityState === 'visible' && state().session?.at === 'server') void check();
  };
  window.addEventListener('storage', heard);
  document.addEventListener('visibilitychange', looked);
  return () => {
    window.removeEventListener('storage', heard);
    document.removeEventListener('visibilitychange', looked);
  };
}

/** Asks once who this is, and hears whenever the server says that nobody is signed in. */
export function SessionProvider({ store, children }: { readonly store: SessionStore; readonly children: ReactNode }) {
  useEffect(() => {
    void store.check();
    const stops = [whenSignedOut(store.signedOut), tellOtherWindows(store), hearOtherWindows(store)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [store]);
  return <SessionContext value={store}>{children}</SessionContext>;
}

export function useSessionStore(): SessionStore {
  const store = useContext(SessionContext);
  if (store === undefined) throw new Error('A page stands outside its session.');
  return store;
}

/** Who the pages are shown to, and whether that still holds. */
export function useSessionState(): SessionState {
  const store = useSessionStore();
  return useSyncExternalStore(store.subscribe, store.state);
}

/** The session of a page that is drawn only once it is known. */
export function useSession(): Session {
  const { session } = useSessionState();
  if (session === undefined) throw new Error('A page was drawn before its session was known.');
  return session;
}

/** Whether the pages stand on a team's server, and not on one person's desk. */
export const useOnServer = (): boolean => useSession().at === 'server';

/** The account that is signed in; undefined on a desk. */
export function useAccount(): Account | undefined {
  const session = useSession();
  return session.at === 'server' ? session.account : undefined;
}
