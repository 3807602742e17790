import { evidenceWords } from '@throughline/words';
import styles from './ThingLink.module.css';

/** Says that something is the team's inference; nothing that is inferred stands without it. */
export function Inferred() {
  return (
    <span className={styles.inferred} title={evidenceWords.inferredMeaning}>
      {evidenceWords.inferred}
    </span>
  );
}
