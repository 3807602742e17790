import type { Ref, Review } from '@throughline/core';
import type { ReactNode } from 'react';
import { InTheirWords } from './InTheirWords.js';
import { sayThing } from './say-thing.js';
import styles from './ThingLink.module.css';

interface ThingLinkProps {
  readonly review: Review;
  readonly to: Ref;
  readonly onSelect: (ref: Ref) => void;
  /** What it is called here, where that is not its own name. */
  readonly name?: string;
  /** A small label of its own beside others. */
  readonly chip?: boolean;
  readonly after?: ReactNode;
}

/** A thing by its name, in the type of whose words that is; choosing it selects it. */
export function ThingLink({ review, to, onSelect, name, chip = false, after }: ThingLinkProps) {
  const said = sayThing(review, to);
  return (
    <button
      type="button"
      className={chip ? styles.chip : styles.link}
      data-on={to.on}
      data-id={to.id}
      data-whose={said?.whose}
      onClick={() => onSelect(to)}
    >
      <InTheirWords whose={name === undefined ? said?.whose : undefined}>{name ?? said?.name ?? to.id}</InTheirWords>
      {after}
    </button>
  );
}
