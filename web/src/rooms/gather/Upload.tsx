import { type SourceKind, sourceKinds, standing } from '@throughline/core';
import { beginningWords, fill, sourceKindWords } from '@throughline/words';
import type { ImportAnswer } from '@throughline/wire';
import { type FormEvent, useRef, useState } from 'react';
import { useHouse, useReview, useServer } from '../../house/HouseContext.js';
import { newId } from '../../house/new-id.js';
import { isStopped, Refused, sayError, upload } from '../../house/ask.js';
import { Button } from '../../ui/Button.js';
import styles from './Gather.module.css';
import { Imported } from './Imported.js';

const words = beginningWords.gather;

interface Given {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: File;
}

type Sending =
  | { readonly at: 'rest' }
  | { readonly at: 'sending'; readonly task: string; readonly name: string; readonly part: number }
  | { readonly at: 'done'; readonly name: string; readonly answer: ImportAnswer }
  /** `again`: the same file was imported before, and can be once more where that is meant. */
  | { readonly at: 'problem'; readonly words: string; readonly again?: Given };

/** Brings in a file as its source gave it, and tells what could not be read. */
export function Upload() {
  const { sending, send, refuse, stop } = useUpload();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = readForm(event.currentTarget);
    if ('problem' in given) refuse(given.problem);
    else void send(given);
  };
  return (
    <>
      <form className={styles.form} onSubmit={submit}>
        <FormFields />
        <div>
          <Button type="submit" aria-disabled={sending.at === 'sending'}>
            {words.send}
          </Button>
        </div>
      </form>
      <div aria-live="polite">
        {sending.at === 'sending' && <Progress {...sending} stop={stop} />}
        {sending.at === 'problem' && <Problem {...sending} send={(given) => void send(given)} />}
        {sending.at === 'done' && <Imported name={sending.name} answer={sending.answer} />}
      </div>
    </>
  );
}

function useUpload() {
  const server = useServer();
  const [sending, setSending] = useState<Sending>({ at: 'rest' });
  const control = useRef<AbortController>(undefined);
  const send = async (given: Given) => {
    const { file } = given;
    const task = newId('import');
    control.current = new AbortController();
    const onPart = (part: number) => setSending({ at: 'sending', task, name: file.name, part });
    onPart(0);
    try {
      const answer = await upload<ImportAnswer>(server.address('sources'), { ...given.fields, import: task }, file, {
        onPart,
        signal: control.current.signal,
      });
      setSending({ at: 'done', name: file.name, answer });
    } catch (error) {
      setSending({ at: 'problem', words: sayWhy(error), ...(wasThere(error) ? { again: given } : {}) });
    }
  };
  const refuse = (why: string) => setSending({ at: 'problem', words: why });
  return { sending, send, refuse, stop: () => control.current?.abort() };
}

const sayWhy = (error: unknown): string => (isStopped(error) ? words.stopped : sayError(error));
const wasThere = (error: unknown): boolean => error instanceof Refused && error.problem.code === 'import.again';

interface ProblemProps {
  readonly words: string;
  readonly again?: Given;
  readonly send: (given: Given) => void;
}

function Problem({ words: why, again, send }: ProblemProps) {
  return (
    <div role="alert" className={styles.acts}>
      <p>{why}</p>
      {again !== undefined && (
        <Button onClick={() => send({ ...again, fields: { ...again.fields, again: 'true' } })}>
          {words.importAgain}
        </Button>
      )}
    </div>
  );
}

function FormFields() {
  const { gather } = useReview();
  const sources = standing(gather.sources);
  const [source, setSource] = useState('');
  return (
    <>
      <label>
        {words.chooseFile}
        <input type="file" name="file" accept=".ris,.txt,text/plain,application/x-research-info-systems" />
      </label>
      <label>
        {words.whichSource}
        <select name="source" value={source} onChange={(event) => setSource(event.target.value)}>
          <option value="">{words.newSource}</option>
          {sources.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {source === '' && <NewSourceFields />}
    </>
  );
}

function NewSourceFields() {
  return (
    <>
      <label>
        {words.sourceName}
        <input name="name" />
      </label>
      <label>
        {words.sourceKind}
        <select name="kind">
          {sourceKinds.map((kind: SourceKind) => (
            <option key={kind} value={kind}>
              {sourceKindWords[kind][0]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.platform}
        <input name="platform" />
      </label>
      <label>
        {words.searchedOn}
        <input type="date" name="searched" />
      </label>
    </>
  );
}

function readForm(form: HTMLFormElement): Given | { problem: string } {
  const data = new FormData(form);
  const file = data.get('file');
  if (!(file instanceof File) || file.size === 0) return { problem: words.needsFile };
  const fields = Object.fromEntries([...data].filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  if (fields.source === '' && (fields.name ?? '').trim() === '') return { problem: words.needsName };
  return { fields, file };
}

interface ProgressProps {
  readonly task: string;
  readonly name: string;
  readonly part: number;
  readonly stop: () => void;
}

/** First how much was sent, then how much was read of it. */
function Progress({ task, name, part, stop }: ProgressProps) {
  const reading = useHouse().tasks[task];
  const read = reading?.of === undefined ? undefined : reading.done / reading.of;
  const value = part < 1 ? part : read;
  return (
    <p>
      {part < 1 ? fill(words.sending, { name, part: Math.round(part * 100) }) : fill(words.reading, { name })}
      <progress className={styles.progress} max={1} value={value} aria-label={name} />
      <Button onClick={stop}>{words.stop}</Button>
    </p>
  );
}
