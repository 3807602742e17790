import { teamWords } from '@throughline/words';
import { useEffect, useRef } from 'react';
import { Button } from './Button.js';
import { Copyable } from './Copyable.js';
import styles from './LinkGiven.module.css';

const words = teamWords.invite;

interface LinkGivenProps {
  readonly link: string;
  /** What was done, and to whom the link is to be given. */
  readonly note: string;
  readonly mailed?: boolean;
  readonly close: () => void;
}

/** A link that is shown once: it takes the focus, so that nobody passes it by. */
export function LinkGiven({ link, note, mailed = false, close }: LinkGivenProps) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <section ref={place} tabIndex={-1} aria-label={words.link} className={styles.given}>
      <p>
        {note} {mailed && words.mailed}
      </p>
      <Copyable text={link} label={words.link} copy={words.copy} copied={words.copied} />
      <Button tone="quiet" onClick={close}>
        {words.close}
      </Button>
    </section>
  );
}
