import type { FromSource } from '@throughline/wire';
import { duplicatesWords, fill } from '@throughline/words';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '../../../ui/Button.js';
import styles from './Duplicates.module.css';

interface TickedRecordsProps {
  readonly records: readonly FromSource[];
  readonly legend: string;
  /** What a tick says, with `{number}` and `{source}`. */
  readonly label: string;
  /** Ticked from the beginning. */
  readonly start?: readonly string[];
  /** Nothing is to be chosen: what is ticked from the beginning is meant. */
  readonly fixed?: boolean;
  readonly act: string;
  readonly problem: string | undefined;
  /** Asks for a reason, too. */
  readonly asksWhy?: boolean;
  /** What else is asked once several are ticked. */
  readonly further?: (ticked: readonly string[]) => ReactNode;
  readonly onDo: (said: { readonly ticked: readonly string[]; readonly because?: string }) => void;
  readonly onCancel?: () => void;
}

/** Some records of a group are ticked, and something is done with them. */
export function TickedRecords(props: TickedRecordsProps) {
  const {
    records,
    legend,
    label,
    start = [],
    fixed = false,
    act,
    problem,
    asksWhy = false,
    further,
    onDo,
    onCancel,
  } = props;
  const id = useId();
  const [ticked, setTicked] = useState(start);
  const [because, setBecause] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDo({ ticked, ...(because.trim() === '' ? {} : { because: because.trim() }) });
  };
  const tick = (record: string, on: boolean) =>
    setTicked(on ? [...ticked, record] : ticked.filter((each) => each !== record));
  return (
    <form className={styles.form} aria-label={legend} onSubmit={submit}>
      <fieldset aria-describedby={problem === undefined ? undefined : id}>
        <legend>{legend}</legend>
        {(fixed ? [] : records).map((record) => (
          <label key={record.id}>
            <input
              type="checkbox"
              checked={ticked.includes(record.id)}
              onChange={({ target }) => tick(record.id, target.checked)}
            />
            {fill(label, { number: record.number, source: record.source })}
          </label>
        ))}
      </fieldset>
      {further?.(ticked)}
      {asksWhy && (
        <label className={styles.field}>
          {duplicatesWords.merge.because}
          <input value={because} onChange={({ target }) => setBecause(target.value)} />
        </label>
      )}
      {problem !== undefined && (
        <p id={id} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.rowActs}>
        <Button type="submit">{act}</Button>
        {onCancel !== undefined && <Button onClick={onCancel}>{duplicatesWords.merge.cancel}</Button>}
      </div>
    </form>
  );
}
