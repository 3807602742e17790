import { frameWords } from '@throughline/words';
import { Button } from '../ui/Button.js';
import styles from './OpenReview.module.css';

/** A page that could not be drawn says so, and that nothing was lost; the rest of the workbench stands. */
export function Broken({ reset }: { readonly reset: () => void }) {
  return (
    <div className={styles.state} role="alert">
      <h1>{frameWords.brokenTitle}</h1>
      <p>{frameWords.broken}</p>
      <Button onClick={reset}>{frameWords.retry}</Button>
    </div>
  );
}
