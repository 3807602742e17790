import type { Fields, Held } from '@throughline/core';
import { deedOf, fill, makingWords } from '@throughline/words';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { editOf } from '../house/edit.js';
import { useStore } from '../house/HouseContext.js';
import { newId } from '../house/new-id.js';
import { proposeHere } from '../house/propose-here.js';
import { Button } from './Button.js';
import { FormField } from './FormField.js';
import { changedFields, type Draft, draftOf, type Field, type FormProblem, problemIn, saidIn } from './form-draft.js';
import styles from './ThingForm.module.css';

const words = makingWords.form;

/** How a sort of thing is made and edited. */
export interface ThingFormSpec {
  /** In core's words: "claim". */
  readonly thing: string;
  /** The fields; those that depend on what was said so far are given by a function. */
  readonly fields: readonly Field[] | ((draft: Draft) => readonly Field[]);
  /** Edits this; without it, makes a new one. */
  readonly of?: Held<object> | undefined;
  /** What the form begins with, over what the thing says. */
  readonly start?: Draft;
  /** From what was said to the fields of the thing, where they are not the same. */
  readonly shape?: (said: Fields, draft: Draft) => Fields;
  /** What a new one gets without being asked for. */
  readonly also?: Fields;
  /** What the fields alone cannot say is wrong. */
  readonly check?: (draft: Draft) => FormProblem | undefined;
  /** Asks for a reason. */
  readonly asksWhy?: boolean;
}

interface OpenThingFormProps extends ThingFormSpec {
  /** What the form is for, for whoever hears it. */
  readonly label: string;
  /** What was typed before and left. */
  readonly kept?: Draft | undefined;
  readonly onDone: () => void;
  /** Left without keeping: with Escape the draft stays for when the form is opened again. */
  readonly onLeave: (left?: Draft) => void;
}

/** The form itself. Escape leaves it, Ctrl or Cmd with Enter keeps what it says. */
export function OpenThingForm(props: OpenThingFormProps) {
  const { fields, label, asksWhy, onLeave } = props;
  const problemId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { draft, setDraft, problem, submit } = useThingForm(props);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), []);
  useEffect(() => {
    if (problem?.field !== undefined) form.current?.querySelector<HTMLElement>(`[name="${problem.field}"]`)?.focus();
  }, [problem]);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave(draft);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = [...fieldsFor(fields, draft), ...(asksWhy ? [why] : [])];
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={press}
    >
      {shown.map((field) => (
        <FormField
          key={field.name}
          field={field}
          draft={draft}
          onChange={(value) => setDraft({ ...draft, [field.name]: value })}
          problem={problem?.field === field.name ? problemId : undefined}
        />
      ))}
      {problem !== undefined && (
        <p id={problemId} role="alert" className={styles.problem}>
          {problem.words}
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" tone="strong">
          {words.keep}
        </Button>
        <Button onClick={() => onLeave()}>{words.cancel}</Button>
      </div>
    </form>
  );
}

/** The reason is the change's, not the thing's. */
const why: Field = { name: 'because', label: words.because, sort: 'line', needed: false };

const fieldsFor = (fields: ThingFormSpec['fields'], draft: Draft): readonly Field[] =>
  typeof fields === 'function' ? fields(draft) : fields;

function useThingForm({ thing, fields, of, start, shape, also, check, kept, onDone }: OpenThingFormProps) {
  const store = useStore();
  const [began] = useState<Draft>(() => ({ ...(of === undefined ? {} : draftOf(of)), ...start }));
  // What the writer saw: compared when it is stored, so that two writers do not overwrite each other (L5).
  const [seen, setSeen] = useState(of);
  const [draft, setDraft] = useState<Draft>(kept ?? began);
  const [problem, setProblem] = useState<FormProblem>();
  const said = (from: Draft): Fields => {
    const own = saidIn(fieldsFor(fields, from), from);
    return shape === undefined ? own : shape(own, from);
  };
  const change = () => {
    if (seen === undefined) return { kind: `${thing}.made`, payload: { id: newId(thing), ...also, ...said(draft) } };
    const set = changedFields(said(began), said(draft));
    return Object.keys(set).length === 0 ? undefined : editOf(thing, seen, set);
  };
  const submit = () => {
    const wrong = problemIn(fieldsFor(fields, draft), draft) ?? check?.(draft);
    if (wrong !== undefined) return setProblem(wrong);
    const proposed = change();
    if (proposed === undefined) return onDone();
    const because = typeof draft.because === 'string' ? draft.because.trim() : '';
    const refusal = proposeHere(store, { ...proposed, ...(because === '' ? {} : { because }) });
    if (refusal !== undefined) {
      // The refusal shows what stands now: keeping once more is then a choice.
      setSeen(of);
      return setProblem({ words: refusal });
    }
    store.announce(fill(words.done, { deed: deedOf(proposed) }));
    return onDone();
  };
  return { draft, setDraft, problem, submit };
}
