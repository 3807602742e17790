import type { Ref, Review } from '@throughline/core';
import { evidenceWords } from '@throughline/words';
import styles from './EvidencePane.module.css';
import { GradeMark } from './GradeMark.js';
import { Behind } from './RestsOn.js';
import { ThingLink } from './ThingLink.js';
import type { ClaimGroup } from './view.js';

interface ClaimsBehindProps {
  readonly review: Review;
  readonly groups: readonly ClaimGroup[];
  readonly onSelect: (ref: Ref) => void;
}

/** The claims that lie more than one step back, under the construct or level they belong to, each with its reports. */
export function ClaimsBehind({ review, groups, onSelect }: ClaimsBehindProps) {
  if (groups.length === 0) return null;
  return (
    <section className={styles.part}>
      <h4>{evidenceWords.claimsBehind}</h4>
      {groups.map(({ home, claims }) => (
        <div key={home.id} className={styles.group}>
          <p className={styles.groupName}>
            <ThingLink review={review} to={home} onSelect={onSelect} />
          </p>
          <ol className={styles.steps}>
            {claims.map((step) => (
              <li key={step.ref.id}>
                <p className={styles.stepName}>
                  <ThingLink review={review} to={step.ref} onSelect={onSelect} />
                </p>
                {step.grade !== undefined && (
                  <p className={styles.stepNotes}>
                    <GradeMark grade={step.grade} />
                  </p>
                )}
                <Behind {...{ review, onSelect }} steps={step.behind} />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
