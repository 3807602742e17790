import { shareMark } from '@throughline/core';
import { fill, reviewsWords } from '@throughline/words';
import { type FormEvent, useRef, useState } from 'react';
import { sayError } from '../house/ask.js';
import { useHouse, useReview, useStore } from '../house/HouseContext.js';
import { useSession, useSessionStore } from '../house/SessionContext.js';
import { renameMe } from '../house/server.js';
import { Button } from '../ui/Button.js';
import styles from './NameAsked.module.css';

const words = reviewsWords.nameAsked;

/** Asks once, on a desk, under which name somebody works. It is one line that can be left standing. */
export function NameAsked() {
  const session = useSession();
  const inShare = shareMark(useReview()) !== undefined;
  if (session.at === 'server' || session.nameAsked || inShare) return null;
  return <Line />;
}

function Line() {
  const { me } = useHouse();
  const { check } = useSessionStore();
  const store = useStore();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const renamed = await renameMe(field.current?.value.trim() || me.name);
      store.setMe({ ...me, name: renamed.name });
      store.announce(fill(words.done, { name: renamed.name }));
      await check();
      document.querySelector<HTMLElement>('main h1')?.focus();
    } catch (error) {
      setProblem(sayError(error));
    }
  };
  return (
    <form className={styles.line} onSubmit={(event) => void keep(event)} aria-label={words.label}>
      <span>{words.text}</span>
      <input ref={field} aria-label={words.label} defaultValue={me.name} autoComplete="name" maxLength={200} />
      <Button type="submit">{words.change}</Button>
      {problem !== undefined && <p role="alert">{problem}</p>}
    </form>
  );
}
