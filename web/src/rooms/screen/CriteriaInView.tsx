import { standing } from '@throughline/core';
import { beginningWords, votingWords as words } from '@throughline/words';
import { useReview } from '../../house/HouseContext.js';
import prose from '../../ui/Prose.module.css';
import styles from './Reading.module.css';

/** What counts, as the plan says it, beside what is read. */
export function CriteriaInView() {
  const criteria = standing(useReview().plan.criteria).toSorted((a, b) => a.order - b.order);
  return (
    <details open className={styles.criteria}>
      <summary>{words.criteria}</summary>
      {criteria.length === 0 && <p className={prose.quiet}>{words.criteriaNone}</p>}
      {(['inclusion', 'exclusion'] as const).map((sort) => {
        const own = criteria.filter((each) => each.sort === sort);
        if (own.length === 0) return null;
        return (
          <div key={sort}>
            <h4>{beginningWords.plan[sort]}</h4>
            <ul>
              {own.map(({ id, heading, text }) => (
                <li key={id}>
                  <b>{heading}</b> {text}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </details>
  );
}
