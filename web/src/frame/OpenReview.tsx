import type { ReviewId } from '@throughline/core';
import { frameWords, reviewsWords } from '@throughline/words';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { HouseProvider } from '../house/HouseContext.js';
import { liveAt } from '../house/live.js';
import { newId } from '../house/new-id.js';
import { type Server, serverOf } from '../house/server.js';
import { HouseStore } from '../house/store.js';
import { Button } from '../ui/Button.js';
import { Frame } from './Frame.js';
import styles from './OpenReview.module.css';

type Opening =
  | { readonly open: { readonly store: HouseStore; readonly server: Server } }
  | { readonly failed: string }
  | 'opening';

/** Opens the review that the address names, and draws its pages when it is here. */
export function OpenReview() {
  const { review = '' } = useParams({ strict: false });
  const [tries, setTries] = useState(0);
  const opening = useOpening(review as ReviewId, tries);
  if (opening === 'opening') return <p className={styles.state}>{frameWords.loading}</p>;
  if ('failed' in opening) {
    return (
      <main className={styles.state}>
        <h1>{frameWords.failedTitle}</h1>
        <p>{opening.failed}</p>
        <Button onClick={() => setTries(tries + 1)}>{frameWords.retry}</Button>
        <a href="/?all=true">{reviewsWords.title}</a>
      </main>
    );
  }
  return (
    <HouseProvider open={opening.open}>
      <Frame />
    </HouseProvider>
  );
}

/** Milliseconds until a change that was not answered is sent again. */
const retryAfter = 3000;

function useOpening(review: ReviewId, tries: number): Opening {
  const [opening, setOpening] = useState<Opening>('opening');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try opens again
  useEffect(() => {
    let wanted = true;
    let store: HouseStore | undefined;
    const open = async () => {
      const server = serverOf(review);
      const world = {
        server,
        live: liveAt(server.address('live')),
        newId: () => newId<never>('change'),
        now: () => new Date().toISOString(),
        retryAfter,
      };
      store = await HouseStore.open(world);
      if (wanted) setOpening({ open: { store, server } });
      else store.close();
    };
    setOpening('opening');
    open().catch((error: Error) => wanted && setOpening({ failed: error.message }));
    return () => {
      wanted = false;
      store?.close();
    };
  }, [review, tries]);
  return opening;
}
