import { useEffect, useRef } from 'react';
import styles from './EvidencePane.module.css';
import { InTheirWords } from './InTheirWords.js';
import type { Said } from './say-thing.js';

interface HeadProps {
  readonly word: string;
  readonly said: Said | undefined;
  readonly id: string;
  /** Take the focus, once. */
  readonly focus: boolean;
}

/** What the thing is, and its words. */
export function Head({ word, said, id, focus }: HeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the thing comes
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, []);
  return (
    <header className={styles.head}>
      <p className={styles.word}>{word}</p>
      <h3 ref={heading} tabIndex={-1} className={styles.name}>
        <InTheirWords whose={said?.whose} block={said?.whose !== undefined}>
          {said?.name ?? id}
        </InTheirWords>
      </h3>
      {said?.text !== undefined && (
        <p className={styles.text}>
          <InTheirWords whose={said.textWhose}>{said.text}</InTheirWords>
        </p>
      )}
    </header>
  );
}
