import type { Ref, Review, TwoCounts } from '@throughline/core';
import { counted, evidenceWords, fill } from '@throughline/words';
import { Inferred } from './Inferred.js';
import { ThingLink } from './ThingLink.js';
import { countedThings } from './view.js';
import styles from './CountPair.module.css';

interface CountPairProps {
  readonly review: Review;
  readonly counts: TwoCounts;
  readonly onSelect: (ref: Ref) => void;
}

/** A count of evidence, always twice (L10): reports and studies. It opens into both lists. */
export function CountPair({ review, counts, onSelect }: CountPairProps) {
  const { reports, studies } = countedThings(review, counts);
  const said = fill(evidenceWords.counted, {
    reports: counted(reports.length, 'report'),
    studies: counted(studies.length, 'study', 'studies'),
  });
  if (reports.length === 0) return <span className={styles.none}>{said}</span>;
  return (
    <details className={styles.counts}>
      <summary>{said}</summary>
      <div className={styles.lists}>
        <p className={styles.heading}>{evidenceWords.reports}</p>
        <ul>
          {reports.map((ref) => (
            <li key={ref.id}>
              <ThingLink review={review} to={ref} onSelect={onSelect} />
            </li>
          ))}
        </ul>
        <p className={styles.heading}>{evidenceWords.studies}</p>
        <ul>
          {studies.map(({ ref, name, inferred }) => (
            <li key={ref.id}>
              <ThingLink review={review} to={ref} onSelect={onSelect} name={name} /> {inferred && <Inferred />}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
