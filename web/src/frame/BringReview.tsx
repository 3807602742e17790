import type { PersonId } from '@throughline/core';
import { fill, reviewsWords, roleWords } from '@throughline/words';
import type { ArchivePeople } from '@throughline/wire';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { archives } from '../house/accounts.js';
import { useOnServer } from '../house/SessionContext.js';
import { Button } from '../ui/Button.js';
import prose from '../ui/Prose.module.css';
import { Sending, useSending } from '../ui/Sending.js';
import styles from './BringReview.module.css';

const words = reviewsWords.bring;

interface LookedInto {
  readonly file: File;
  readonly within: ArchivePeople;
}

/** Brings a review from elsewhere: first the file is looked into, then one says who of its people one is. */
export function BringReview() {
  const [found, setFound] = useState<LookedInto>();
  const { onItsWay, problem, setProblem, send, stop } = useSending();
  const bring = useBringing(send);
  const onServer = useOnServer();
  const look = async (file: File) => {
    // On a desk one is the person of the machine, whoever of its people that is.
    if (!onServer) return bring(file, undefined);
    const within = await send(file, (watch) => archives.people(file, watch));
    return within && setFound({ file, within });
  };
  return (
    <div className={styles.bring}>
      <p className={prose.quiet}>{words.note}</p>
      {found === undefined ? (
        <ChooseFile
          act={onServer ? words.read : words.act}
          choose={(file) => (file === undefined ? setProblem(words.needsFile) : void look(file))}
        />
      ) : (
        <WhoAmI
          {...found.within}
          bring={(person) => void bring(found.file, person)}
          other={() => setFound(undefined)}
        />
      )}
      {onItsWay !== undefined && (
        <Sending {...onItsWay} then={found === undefined && onServer ? words.looking : words.storing} stop={stop} />
      )}
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}

function useBringing(send: ReturnType<typeof useSending>['send']) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return async (file: File, person: PersonId | undefined) => {
    const card = await send(file, (watch) => archives.bring(file, person, watch));
    if (card === undefined) return;
    await queries.invalidateQueries({ queryKey: ['reviews'] });
    await navigate({ to: '/$review', params: { review: card.id } });
  };
}

function ChooseFile({ act, choose }: { readonly act: string; readonly choose: (file: File | undefined) => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    choose(file instanceof File && file.size > 0 ? file : undefined);
  };
  return (
    <form className={styles.file} onSubmit={submit} aria-label={words.title}>
      <label>
        {words.file}
        <input type="file" name="file" accept=".zip,.throughline" />
      </label>
      <Button type="submit">{act}</Button>
    </form>
  );
}

interface WhoAmIProps extends ArchivePeople {
  readonly bring: (person: PersonId | undefined) => void;
  readonly other: () => void;
}

function WhoAmI({ title, people, bring, other }: WhoAmIProps) {
  const [chosen, setChosen] = useState<string>(people[0]?.person ?? '');
  const group = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    bring(people.find(({ person }) => person === chosen)?.person);
  };
  return (
    <form className={styles.who} onSubmit={submit} aria-label={words.title}>
      <fieldset>
        <legend>{fill(words.who, { title })}</legend>
        {people.map(({ person, name, role }) => (
          <label key={person}>
            <input type="radio" name={group} checked={chosen === person} onChange={() => setChosen(person)} />
            <span>
              {name ?? person} <span className={prose.small}>{roleWords[role].name}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className={prose.small}>{words.whoNote}</p>
      <div className={prose.row}>
        <Button type="submit" tone="strong">
          {words.act}
        </Button>
        <Button tone="quiet" onClick={other}>
          {words.other}
        </Button>
      </div>
    </form>
  );
}
