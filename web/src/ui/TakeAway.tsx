import { type Ref, restingOn } from '@throughline/core';
import { sayThing } from '@throughline/evidence';
import { deedOf, fill, makingWords, sayRefusal } from '@throughline/words';
import { type MouseEvent, useState } from 'react';
import { useReview, useStore } from '../house/HouseContext.js';
import { proposeHere } from '../house/propose-here.js';
import { Button } from './Button.js';
import styles from './ThingForm.module.css';

const words = makingWords.form;

interface TakeAwayProps {
  /** In core's words: "claim". */
  readonly thing: string;
  readonly of: Ref;
  /** What the page does once it is gone. Without it the focus goes to the end of the part that held it. */
  readonly onGone?: () => void;
}

/** Takes a thing away. It can be taken back; where something rests on it, the sentence says what. */
export function TakeAway({ thing, of, onGone }: TakeAwayProps) {
  const review = useReview();
  const store = useStore();
  const [problem, setProblem] = useState<string>();
  const name = sayThing(review, of)?.name ?? of.id;
  const takeAway = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const by = restingOn(review, of).map((ref) => `“${sayThing(review, ref)?.name ?? ref.id}”`);
    if (by.length > 0) return setProblem(sayRefusal({ code: 'thing.stoodOn', values: { id: of.id, by } }));
    const part = currentTarget.closest('main section');
    const change = { kind: `${thing}.removed`, payload: { id: of.id } };
    const refusal = proposeHere(store, change);
    if (refusal !== undefined) return setProblem(refusal);
    store.announce(fill(words.done, { deed: deedOf(change) }));
    if (onGone === undefined) requestAnimationFrame(() => focusIn(part));
    else onGone();
    return undefined;
  };
  return (
    <>
      <Button tone="quiet" aria-label={fill(words.takeAwayIt, { name })} onClick={takeAway}>
        {words.takeAway}
      </Button>
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </>
  );
}

/** The last opener of the part, or the page's heading: never nowhere. */
function focusIn(part: Element | null): void {
  const openers = part?.isConnected ? part.querySelectorAll<HTMLElement>('button[aria-expanded]') : [];
  const last = openers[openers.length - 1] ?? document.querySelector<HTMLElement>('main h1');
  last?.focus();
}
