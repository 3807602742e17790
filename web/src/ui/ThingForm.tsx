import { makingWords } from '@throughline/words';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from './Button.js';
import type { Draft } from './form-draft.js';
import { MayWork } from './MayWork.js';
import { OpenThingForm, type ThingFormSpec } from './OpenThingForm.js';
import styles from './ThingForm.module.css';

interface ThingFormProps extends ThingFormSpec {
  /** What the button says: "Add a claim". */
  readonly opener: string;
  /** What it says to whoever hears it out of its place: "Edit: The pressure of targets". */
  readonly label?: string;
}

/** A quiet button that opens a form for a thing; it stands in `Acts`. */
export function ThingForm({ opener, label = opener, ...spec }: ThingFormProps) {
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState<Draft>();
  const button = useRef<HTMLButtonElement>(null);
  const close = (left?: Draft) => {
    // An edit begins with what the thing says then; what was begun for a new one waits.
    setKept(spec.of === undefined ? left : undefined);
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <Button
        ref={button}
        tone="quiet"
        aria-label={label}
        aria-expanded={open}
        onClick={() => (open ? close() : setOpen(true))}
      >
        {opener}
      </Button>
      {open && <OpenThingForm {...spec} label={label} kept={kept} onDone={() => close()} onLeave={close} />}
    </>
  );
}

interface ActsProps {
  /** Beside one thing of many they step back behind it. */
  readonly small?: boolean;
  readonly children: ReactNode;
}

/** What can be done with a thing or a part, in one row; an open form takes the next. */
export function Acts({ small = false, children }: ActsProps) {
  return (
    <MayWork>
      <div className={`${styles.acts} ${small ? styles.small : ''}`}>{children}</div>
    </MayWork>
  );
}

/** The opener of an edit. */
export const editOpener = makingWords.form.edit;
