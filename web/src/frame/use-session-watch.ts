import { useEffect } from 'react';
import { useHouse, useStore } from '../house/HouseContext.js';
import { useSessionState, useSessionStore } from '../house/SessionContext.js';

/** Milliseconds between two questions whether somebody is still signed in, while the connection is lost. */
const askAgain = 10_000;

/**
 * A stream that breaks does not say why. While the connection is lost it is asked whether the session still holds; one
 * that ended stops everything that would be refused, and goes on when the same account is signed in again. A server that
 * answers though the stream stays away has a reason, which it gives when it is asked for the review.
 */
export function useSessionWatch(): void {
  const store = useStore();
  const { connection } = useHouse();
  const { ended } = useSessionState();
  const { check } = useSessionStore();
  const lost = connection === 'lost';
  useEffect(() => {
    if (!lost || ended) return undefined;
    void check();
    const timer = setInterval(async () => {
      if (await check()) void store.fetchAgain();
    }, askAgain);
    return () => clearInterval(timer);
  }, [lost, ended, check, store]);
  useEffect(() => {
    if (ended) store.pause();
    else store.resume();
  }, [ended, store]);
}
