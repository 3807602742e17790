import { nameOf } from '@throughline/evidence';
import { fill, listed, roomWords, teamWords } from '@throughline/words';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { teamOf } from '../house/accounts.js';
import { useHouse, useServer } from '../house/HouseContext.js';
import { useOnServer, useSessionState } from '../house/SessionContext.js';
import { roomAt } from '../house/who.js';
import styles from './Frame.module.css';

const words = teamWords.here;

/** Who else has the review open, and in which room where that may be told. One line, and none where nobody is. */
export function Here() {
  const { present, people, me } = useHouse();
  useSayingSo();
  const others = present.filter(({ person }) => person !== me.person && people[person] !== undefined);
  if (others.length === 0) return null;
  const names = others.map(({ person, room }) => {
    const name = nameOf(people, person);
    return room === undefined ? name : fill(words.inRoom, { name, room: roomWords[room].name });
  });
  return <p className={styles.here}>{fill(words.also, { people: listed(names) })}</p>;
}

/** Milliseconds: the server forgets after 45 s who has not said so again. */
const sayAgain = 20_000;

/** Says, while a room is looked at, that somebody is in it. That it could not be said is of no consequence. */
function useSayingSo(): void {
  const { review } = useServer();
  const onServer = useOnServer();
  const { ended } = useSessionState();
  const { connection } = useHouse();
  const { pathname } = useLocation();
  const room = roomAt(pathname);
  const on = onServer && !ended && connection === 'live';
  useEffect(() => {
    if (!on || room === undefined) return undefined;
    const say = () => {
      if (document.visibilityState === 'visible')
        teamOf(review)
          .present(room)
          .catch(() => undefined);
    };
    say();
    const timer = setInterval(say, sayAgain);
    document.addEventListener('visibilitychange', say);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', say);
    };
  }, [on, review, room]);
}
