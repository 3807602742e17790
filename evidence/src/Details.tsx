import type { Ref, Review } from '@throughline/core';
import { besideOf, detailsOf } from './details-of.js';
import styles from './EvidencePane.module.css';
import { ThingLink } from './ThingLink.js';

/** Everything else that the thing says of itself. */
export function Details({
  review,
  of,
  onSelect,
}: {
  readonly review: Review;
  readonly of: Ref;
  readonly onSelect: (ref: Ref) => void;
}) {
  const details = detailsOf(review, of);
  const beside = besideOf(review, of);
  if (details.length === 0 && beside.length === 0) return null;
  return (
    <>
      {details.length > 0 && (
        <dl className={styles.details}>
          {details.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.chips}>
        {beside.map((ref) => (
          <ThingLink key={ref.id} review={review} to={ref} onSelect={onSelect} chip />
        ))}
      </p>
    </>
  );
}
