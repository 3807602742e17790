import { type Stage, standing } from '@throughline/core';
import { votingWords as words } from '@throughline/words';
import { type KeyboardEvent, type RefObject, useId } from 'react';
import { useReview } from '../../house/HouseContext.js';
import styles from './Reading.module.css';
import type { SaidBeside } from './use-votes.js';

interface VoteFieldsProps {
  readonly stage: Stage;
  readonly said: SaidBeside;
  readonly say: (said: Partial<SaidBeside>) => void;
  readonly problem: string | undefined;
  readonly reasonField: RefObject<HTMLInputElement | null>;
  readonly exclude: () => void;
}

/** What is written beside a vote. Escape leaves a field, so that the letters vote again. */
export function VoteFields({ stage, said, say, problem, reasonField, exclude }: VoteFieldsProps) {
  const id = useId();
  const leave = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
    else if (event.key === 'Enter' && event.currentTarget === reasonField.current) exclude();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.fields}>
      {stage === 'full-text' && (
        <label>
          {words.reason}
          <input
            ref={reasonField}
            list={`${id}-reasons`}
            autoComplete="off"
            value={said.reason}
            onChange={({ target }) => say({ reason: target.value })}
            onKeyDown={leave}
            aria-invalid={problem !== undefined}
            {...(problem === undefined ? {} : { 'aria-describedby': `${id}-problem` })}
          />
        </label>
      )}
      <label>
        {words.note}
        <input value={said.note} onChange={({ target }) => say({ note: target.value })} onKeyDown={leave} />
      </label>
      <Reasons id={`${id}-reasons`} />
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** The headings of the criteria, exclusions first: the reasons that the plan gives. */
export function Reasons({ id }: { readonly id: string }) {
  const criteria = standing(useReview().plan.criteria).toSorted(
    (a, b) => a.sort.localeCompare(b.sort) || a.order - b.order,
  );
  return (
    <datalist id={id}>
      {[...new Set(criteria.map(({ heading }) => heading))].map((heading) => (
        <option key={heading} value={heading} />
      ))}
    </datalist>
  );
}
