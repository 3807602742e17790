import { shareMark } from '@throughline/core';
import { fill, frameWords } from '@throughline/words';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useHouse, useReview, useStore } from '../house/HouseContext.js';
import { useSessionStore } from '../house/SessionContext.js';
import { renameMe } from '../house/server.js';
import { Button } from '../ui/Button.js';
import styles from './Whoami.module.css';

/** Under which name this person works here, and how to change it. */
export function Whoami() {
  const { me } = useHouse();
  const store = useStore();
  const { check } = useSessionStore();
  const inShare = shareMark(useReview()) !== undefined;
  const [editing, setEditing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is there when editing begins
  useEffect(() => field.current?.select(), [editing]);
  const done = () => {
    setEditing(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const name = field.current?.value.trim() ?? '';
    if (name !== '' && name !== me.name) {
      store.setMe({ ...me, name: (await renameMe(name)).name });
      await check();
    }
    done();
  };
  if (inShare) return <p className={styles.who}>{fill(frameWords.you, { name: me.name })}</p>;
  if (!editing) {
    return (
      <Button
        tone="quiet"
        ref={opener}
        aria-label={`${fill(frameWords.you, { name: me.name })}. ${frameWords.rename}`}
        onClick={() => setEditing(true)}
      >
        {fill(frameWords.you, { name: me.name })}
      </Button>
    );
  }
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <input
        ref={field}
        aria-label={frameWords.rename}
        defaultValue={me.name}
        onKeyDown={(event) => event.key === 'Escape' && done()}
      />
      <Button type="submit">{frameWords.save}</Button>
    </form>
  );
}
