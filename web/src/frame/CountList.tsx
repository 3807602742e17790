import { armOf, type Review, type SourceKind, standing, studiesOf } from '@throughline/core';
import { englishFigureWords } from '@throughline/figures';
import { beginningWords } from '@throughline/words';
import type { RecordView } from '@throughline/wire';
import { useReview } from '../house/HouseContext.js';
import { DecidedRecords } from '../ui/DecidedRecords.js';
import prose from '../ui/Prose.module.css';
import { Thing } from '../ui/Thing.js';
import styles from './CountList.module.css';

const words = beginningWords.screen;
const { steps, arms, total } = englishFigureWords.flow;

/** The list behind a count of the flow that rests on no thing of its own: "database.screened". */
export function CountList({ count }: { readonly count: string }) {
  const review = useReview();
  const none = <p className={prose.quiet}>{words.countNotHeld}</p>;
  return (
    <article className={styles.list}>
      <header>
        <p className={styles.word}>{words.countList}</p>
        <h3 tabIndex={-1}>{titleOf(count)}</h3>
      </header>
      {count === 'included.reports' && (
        <Included things={standing(review.read.reports).map(({ id }) => ({ on: 'read.reports' as const, id }))} />
      )}
      {count === 'included.studies' && (
        <Included
          things={studiesOf(review).map(({ id, grouped }) => ({
            on: grouped === undefined ? ('read.reports' as const) : ('read.studies' as const),
            id,
          }))}
        />
      )}
      {!count.startsWith('included.') && <DecidedRecords match={(record) => isIn(review, count, record)} none={none} />}
    </article>
  );
}

function Included({ things }: { readonly things: readonly { on: 'read.reports' | 'read.studies'; id: string }[] }) {
  return (
    <ul className={prose.list}>
      {things.map((ref) => (
        <li key={ref.id}>
          <Thing to={ref} />
        </li>
      ))}
    </ul>
  );
}

function titleOf(count: string): string {
  const [arm = '', step = ''] = count.split('.');
  if (arm === 'included') return total;
  const named = (steps as Readonly<Record<string, string>>)[step] ?? step;
  return `${(arms as Readonly<Record<string, string>>)[arm] ?? arm}: ${named}`;
}

type Decided = NonNullable<RecordView['decided']>;

const decidedAt: Readonly<Record<string, (decided: Decided) => boolean>> = {
  identified: () => true,
  screened: ({ titleAbstract }) => titleAbstract !== 'unread',
  excluded: ({ titleAbstract }) => titleAbstract === 'exclude',
  sought: ({ titleAbstract }) => titleAbstract === 'include',
  notRetrieved: ({ titleAbstract, fullText }) => titleAbstract === 'include' && fullText === 'unread',
  assessed: ({ fullText }) => fullText !== 'unread',
  excludedAtFullText: ({ fullText }) => fullText === 'exclude',
  included: ({ fullText }) => fullText === 'include',
};

/** Whether a record is one of those that a count counts: "other.included.alert" are the included ones of alerts. */
function isIn(review: Review, count: string, record: RecordView): boolean {
  const [arm, step = '', kind] = count.split('.');
  const { decided } = record;
  if (decided === undefined || armOf(decided.by as SourceKind) !== arm) return false;
  if (step === 'duplicates')
    return standing(review.gather.groups).some(({ records }) => (records as readonly string[]).indexOf(record.id) > 0);
  return (decidedAt[step]?.(decided) ?? false) && (kind === undefined || decided.by === kind);
}
