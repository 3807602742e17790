import { check } from './report/check.js';
import type { Finding } from './report/finding.js';
import type { Conflict, Review } from './review.js';

/** Everything a careful reader would stop at: what `check` sees, and the stored changes that no longer apply (L3). */
export const findingsOf = (review: Review): Finding[] => [
  ...check(review),
  ...review.conflicts.map(conflictFound),
  ...newerFound(review),
];

/** What a newer program did is not in the rooms (L16): whoever reads them has to know. */
const newerFound = ({ newer }: Review): Finding[] =>
  newer.length === 0
    ? []
    : [{ code: 'fold.newer', weight: 'contradiction', about: [], values: { kinds: newer.join(', ') } }];

function conflictFound({ change, refusal, about }: Conflict): Finding {
  return {
    code: 'fold.conflict',
    weight: 'contradiction',
    about: about.map(({ id }) => id),
    values: { kind: change.kind, change: change.id, by: change.by, at: change.at, reason: refusal.code },
  };
}
