import { entranceWords } from '@throughline/words';
import { useState } from 'react';
import { Button } from './Button.js';
import styles from './AskForm.module.css';

/** What every control of a form is given. */
export interface CommonInput {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (event: { target: { value: string } }) => void;
}

/** A password, hidden until its writer wants to see it. Pasting and password managers are welcome. */
export function SecretInput({ common, isNew }: { readonly common: CommonInput; readonly isNew: boolean }) {
  const [shown, setShown] = useState(false);
  const { show, hide } = entranceWords.fields;
  return (
    <span className={styles.secret}>
      <input
        {...common}
        type={shown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
      />
      <Button tone="quiet" aria-pressed={shown} aria-controls={common.id} onClick={() => setShown(!shown)}>
        {shown ? hide : show}
      </Button>
    </span>
  );
}
