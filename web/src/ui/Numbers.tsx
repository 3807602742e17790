import { countTwice, type ReportId, standing } from '@throughline/core';
import { counted, laterWords } from '@throughline/words';
import { Link, useParams } from '@tanstack/react-router';
import { useHouse } from '../house/HouseContext.js';
import styles from './Numbers.module.css';
import { Counts } from './Thing.js';

/** What the review holds, counted from its log; each number leads to what is behind it. */
export function Numbers() {
  const { counts, held } = useHouse();
  const { review = '' } = useParams({ strict: false });
  const reports = countTwice(
    held.shown,
    standing(held.shown.read.reports).map(({ id }) => id as ReportId),
  );
  const numbers = [
    ['gather', counted(counts.records, 'record')],
    ['synthesise', counted(counts.constructs, 'third-order construct')],
    [
      'synthesise',
      `${counted(counts.claims, 'claim')}, ${counts.claimsCited.toLocaleString('en-GB')} ${laterWords.report.withSupport}`,
    ],
    ['synthesise', counted(counts.marks, 'mark')],
    ['synthesise', counted(counts.propositions, 'proposition')],
    ['read', counted(counts.passages, 'marked passage')],
  ] as const;
  return (
    <ul className={styles.numbers}>
      <li>
        <Counts counts={reports} />
      </li>
      {numbers.map(([room, said]) => (
        <li key={said}>
          <Link to={`/$review/${room}`} params={{ review }}>
            {said}
          </Link>
        </li>
      ))}
    </ul>
  );
}
