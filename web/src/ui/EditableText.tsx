import { frameWords } from '@throughline/words';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from './Button.js';
import styles from './EditableText.module.css';
import { useLetter } from './keys.js';

interface EditableTextProps {
  readonly value: string;
  /** What it is: "Name". */
  readonly label: string;
  readonly onSave: (value: string) => void;
}

/** The button that turns a text into a field: E begins, Enter keeps, Escape leaves it as it was. */
export function EditableText({ value, label, onSave }: EditableTextProps) {
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const left = useRef(false);
  useLetter('e', () => setEditing(true), !editing);
  useEffect(() => {
    if (!editing && left.current) opener.current?.focus();
    left.current = editing;
  }, [editing]);
  const keep = (next: string) => {
    setEditing(false);
    if (next.trim() !== '' && next.trim() !== value) onSave(next.trim());
  };
  if (editing) return <Editor {...{ value, label, keep }} leave={() => setEditing(false)} />;
  return (
    <Button ref={opener} letter="E" onClick={() => setEditing(true)}>
      {label}
    </Button>
  );
}

interface EditorProps {
  readonly value: string;
  readonly label: string;
  readonly keep: (next: string) => void;
  readonly leave: () => void;
}

function Editor({ value, label, keep, leave }: EditorProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep(field.current?.value ?? value);
  };
  return (
    <form className={styles.editor} onSubmit={submit}>
      <input
        ref={field}
        aria-label={label}
        defaultValue={value}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          leave();
        }}
      />
      <Button type="submit" tone="strong">
        {frameWords.save}
      </Button>
      <Button onClick={leave}>{frameWords.cancel}</Button>
    </form>
  );
}
