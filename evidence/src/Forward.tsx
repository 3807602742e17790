import type { Ref, Review } from '@throughline/core';
import { evidenceWords, fill, thingWord } from '@throughline/words';
import { useState } from 'react';
import styles from './EvidencePane.module.css';
import { ThingLink } from './ThingLink.js';
import type { EvidenceView } from './view.js';

interface ForwardProps {
  readonly review: Review;
  readonly groups: EvidenceView['forward'];
  readonly onSelect: (ref: Ref) => void;
}

/** What rests on the thing, nearest first, to the line of argument. */
export function Forward({ review, groups, onSelect }: ForwardProps) {
  return (
    <section className={styles.part}>
      <h4>{evidenceWords.forward}</h4>
      {groups.length === 0 && <p className={styles.quiet}>{evidenceWords.forwardNothing}</p>}
      {groups.map(({ on, refs }) => (
        <Sort key={on} {...{ review, refs, onSelect }} word={thingWord(on, refs.length)} />
      ))}
    </section>
  );
}

/** How many of one sort show before the reader asks for the rest. */
const firstFew = 5;

function Sort({ review, refs, onSelect, word }: Omit<ForwardProps, 'groups'> & { refs: readonly Ref[]; word: string }) {
  const [all, setAll] = useState(false);
  const shown = all ? refs : refs.slice(0, firstFew);
  return (
    <div className={styles.group}>
      <p className={styles.groupWord}>{refs.length === 1 ? word : `${refs.length.toLocaleString('en-GB')} ${word}`}</p>
      <ul className={styles.plainList}>
        {shown.map((ref) => (
          <li key={ref.id}>
            <ThingLink review={review} to={ref} onSelect={onSelect} />
          </li>
        ))}
      </ul>
      {shown.length < refs.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {fill(evidenceWords.more, { count: refs.length })}
        </button>
      )}
    </div>
  );
}
