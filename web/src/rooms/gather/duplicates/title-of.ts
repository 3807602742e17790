import type { Reference } from '@throughline/core';
import { gatheringWords } from '@throughline/words';

/** What a record is called on the page. */
export const titleOf = ({ title }: Reference): string => title ?? gatheringWords.records.withoutTitle;

/** "Ito, Ken; Lind, Ada et al. · 2019 · Journal of Mending" */
export function printedIn({ authors, etAl, year, journal }: Reference): string {
  const others = etAl === true || authors.length > 3 ? ' et al.' : '';
  const names = authors.length === 0 ? '' : `${authors.slice(0, 3).join('; ')}${others}`;
  return [names, year === undefined ? '' : String(year), journal ?? ''].filter((each) => each !== '').join(' · ');
}
