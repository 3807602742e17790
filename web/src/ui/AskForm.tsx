import { entranceWords } from '@throughline/words';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Refused, sayError } from '../house/ask.js';
import styles from './AskForm.module.css';
import { Button } from './Button.js';
import { FormField } from './FormField.js';
import { type Draft, type Field, type FormProblem, problemIn, saidIn } from './form-draft.js';

interface AskFormProps {
  /** What the form is for, for whoever hears it. */
  readonly label: string;
  readonly fields: readonly Field[];
  /** What its button says. */
  readonly act: string;
  /** Asks the server; what it throws is said in the form, and what was typed stays. */
  readonly onAsk: (said: Readonly<Record<string, string>>) => Promise<void>;
  readonly start?: Draft;
  /** The field that a refusal is about, by its code; the sentence stands beside it. */
  readonly about?: Readonly<Record<string, string>>;
  readonly quiet?: boolean;
  readonly autoFocus?: boolean;
  /** Empties itself when the server has accepted. */
  readonly empties?: boolean;
  /** Further ways, beside the button. */
  readonly children?: ReactNode;
}

/** A form that asks the server for something at once; each refusal stands beside the field that it is about. */
export function AskForm(props: AskFormProps) {
  const { label, fields, act, quiet = false, autoFocus = false, children } = props;
  const problemId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, problem, busy, submit } = useAsking(props);
  useEffect(() => {
    if (autoFocus) form.current?.querySelector<HTMLElement>('input:not([value]), input[value=""]')?.focus();
  }, [autoFocus]);
  useEffect(() => {
    if (problem?.field !== undefined) form.current?.querySelector<HTMLElement>(`[name="${problem.field}"]`)?.focus();
  }, [problem]);
  const sentence = problem !== undefined && (
    <p id={problemId} role="alert" className={styles.problem}>
      {problem.words}
    </p>
  );
  const beside = fields.some(({ name }) => name === problem?.field);
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      {fields.map((field) => (
        <div key={field.name} className={styles.field}>
          <FormField
            field={field}
            draft={draft}
            onChange={(value) => change(field.name, value)}
            problem={problem?.field === field.name ? problemId : undefined}
          />
          {problem?.field === field.name && sentence}
        </div>
      ))}
      {!beside && sentence}
      <div className={styles.buttons}>
        <Button type="submit" tone={quiet ? 'plain' : 'strong'} aria-disabled={busy}>
          {busy ? entranceWords.working : act}
        </Button>
        {children}
      </div>
    </form>
  );
}

function useAsking({ fields, onAsk, start = {}, about = {}, empties = false }: AskFormProps) {
  const [draft, setDraft] = useState<Draft>(start);
  const [problem, setProblem] = useState<FormProblem>();
  const [busy, setBusy] = useState(false);
  const change = (name: string, value: Draft[string]) => {
    setDraft({ ...draft, [name]: value });
    if (problem?.field === name) setProblem(undefined);
  };
  const submit = async () => {
    if (busy) return;
    const wrong = problemIn(fields, draft);
    setProblem(wrong);
    if (wrong !== undefined) return;
    setBusy(true);
    try {
      const said = Object.entries(saidIn(fields, draft)).map(([name, value]) => [name, String(value)]);
      await onAsk(Object.fromEntries(said));
      if (empties) setDraft(start);
    } catch (error) {
      const field = error instanceof Refused ? about[error.problem.code] : undefined;
      setProblem({ words: sayError(error), ...(field === undefined ? {} : { field }) });
    }
    setBusy(false);
  };
  return { draft, change, problem, busy, submit };
}
