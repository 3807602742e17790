import { frameWords } from '@throughline/words';
import styles from './OpenReview.module.css';

/** An address that names nothing. */
export function NotFound() {
  return (
    <main className={styles.state}>
      <h1>{frameWords.notFoundTitle}</h1>
      <p>{frameWords.notFound}</p>
      <a href="/">{frameWords.toOverview}</a>
    </main>
  );
}
