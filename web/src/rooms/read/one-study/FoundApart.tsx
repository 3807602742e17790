import { standing } from '@throughline/core';
import { fill, listed, oneStudyWords as words } from '@throughline/words';
import { useReview } from '../../../house/HouseContext.js';
import { MayWork } from '../../../ui/MayWork.js';
import prose from '../../../ui/Prose.module.css';
import { TakeAway } from '../../../ui/TakeAway.js';
import { namesOf } from './suggested.js';

/** What was found not to be one study: taken away, it is suggested again. */
export function FoundApart() {
  const review = useReview();
  const found = standing(review.read.apart);
  if (found.length === 0) return null;
  return (
    <details>
      <summary>{fill(words.found, { count: found.length })}</summary>
      <ul className={prose.list}>
        {found.map(({ id, reports, anyTwo }) => (
          <li key={id}>
            {listed(namesOf(review, reports))}{' '}
            {reports.length > 2 && <span className={prose.small}>({anyTwo ? words.foundNoTwo : words.foundAll})</span>}
            <MayWork>
              <TakeAway thing="not-one-study" of={{ on: 'read.apart', id }} />
            </MayWork>
          </li>
        ))}
      </ul>
    </details>
  );
}
