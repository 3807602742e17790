import type { Count } from '@throughline/core';
import { fill, reportWords } from '@throughline/words';

const { basis } = reportWords;

/** What a count rests on: "stated: Findings, first paragraph". */
export function basisSaid(count: Count): string {
  switch (count.basis) {
    case 'not reported':
      return basis.notReported;
    case 'held':
      return basis.held;
    case 'stated':
      return `${basis.stated}: ${count.source}`;
    case 'derived':
      return fill(basis.derived, { from: count.from });
  }
}

/** "2,545 (stated: Findings, first paragraph)". */
export const countSaid = (count: Count): string =>
  count.basis === 'not reported' ? basis.notReported : `${count.value.toLocaleString('en-GB')} (${basisSaid(count)})`;

/** The number; null where none is reported. */
export const known = (count: Count): number | null => (count.basis === 'not reported' ? null : count.value);
