import { nameOf } from '@throughline/evidence';
import { counted, fill, teamWords } from '@throughline/words';
import type { TakenBack } from '@throughline/wire';
import { type FormEvent, useState } from 'react';
import { teamOf } from '../house/accounts.js';
import { useHouse, useServer } from '../house/HouseContext.js';
import { Button } from '../ui/Button.js';
import { Sending, useSending } from '../ui/Sending.js';
import { Contradiction } from './Contradiction.js';
import styles from './Team.module.css';

const words = teamWords.takeBack;

/** Takes in what somebody did in their share, and shows what contradicts. */
export function TakeBack() {
  const { review } = useServer();
  const { onItsWay, problem, setProblem, send, stop } = useSending();
  const [taken, setTaken] = useState<TakenBack>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File) || file.size === 0) return setProblem(words.needsFile);
    setTaken(undefined);
    return setTaken(await send(file, (watch) => teamOf(review).takeBack(file, watch)));
  };
  return (
    <>
      <form className={styles.file} onSubmit={(event) => void submit(event)} aria-label={words.title}>
        <label>
          {words.file}
          <input type="file" name="file" accept=".throughline" />
        </label>
        <Button type="submit" aria-disabled={onItsWay !== undefined}>
          {words.act}
        </Button>
      </form>
      {onItsWay !== undefined && <Sending {...onItsWay} then={words.working} stop={stop} />}
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {taken !== undefined && <Result taken={taken} />}
    </>
  );
}

function Result({ taken: { person, taken, known, refused } }: { readonly taken: TakenBack }) {
  const { people } = useHouse();
  const name = nameOf(people, person);
  return (
    <div className={styles.result}>
      <p role="status">
        {fill(words.done, { name, taken: counted(taken, 'change'), known: counted(known, 'change') })}{' '}
        {refused.length === 0 && words.nothingAgainst}
      </p>
      {refused.length > 0 && (
        <>
          <h3>{words.contradictions}</h3>
          <p>{fill(words.contradictionsNote, { name })}</p>
          <ul className={styles.list}>
            {refused.map(({ change, refusal }) => (
              <Contradiction key={change.id} change={change} refusal={refusal} name={name} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
