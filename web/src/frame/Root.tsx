import { entranceWords, fill, frameWords } from '@throughline/words';
import { Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSessionState, useSessionStore } from '../house/SessionContext.js';
import { Button } from '../ui/Button.js';
import { insteadOf } from './gate.js';
import styles from './OpenReview.module.css';
import { SignedOut } from './SignedOut.js';

/** Around every page: asks first who is here, and leads to the door whoever is nobody yet. */
export function Root() {
  const { session, problem } = useSessionState();
  const { check } = useSessionStore();
  const instead = useInstead();
  if (session === undefined && problem !== undefined)
    return (
      <main className={styles.state}>
        <h1>{frameWords.failedTitle}</h1>
        <p>{fill(entranceWords.unknown, { reason: problem })}</p>
        <Button onClick={() => void check()}>{frameWords.retry}</Button>
      </main>
    );
  if (session === undefined || instead !== undefined) return <p className={styles.state}>{entranceWords.working}</p>;
  return (
    <>
      <Outlet />
      <SignedOut />
    </>
  );
}

/** Where this address leads instead; goes there. */
function useInstead(): string | undefined {
  const { session } = useSessionState();
  const { pathname, href, search } = useLocation();
  const { history } = useRouter();
  const { to } = search as { readonly to?: string };
  const instead = session && insteadOf(session, pathname, href, to);
  useEffect(() => {
    if (instead !== undefined) history.replace(instead);
  }, [instead, history]);
  return instead;
}
