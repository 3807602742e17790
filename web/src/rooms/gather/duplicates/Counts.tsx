import { counted, duplicatesWords, fill, statementWords } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useServer } from '../../../house/HouseContext.js';
import { Nothing } from '../../../ui/Page.js';
import prose from '../../../ui/Prose.module.css';
import styles from './Duplicates.module.css';
import { useChanged } from './use-changed.js';

const words = duplicatesWords.counts;

/** How many duplicates there are; asked again whenever the review changes. */
function useDuplicateCounts() {
  const server = useServer();
  const changed = useChanged();
  return useQuery({
    queryKey: ['duplicates', 'counts', server.review, changed],
    queryFn: () => server.duplicates(),
    placeholderData: (before) => before,
    gcTime: 10_000,
  });
}

/** Everything in numbers; each leads to what is behind it. */
export function Counts() {
  const found = useDuplicateCounts();
  const { review = '' } = useParams({ strict: false });
  if (found.isError) return <p role="alert">{statementWords.failed}</p>;
  if (found.data === undefined) return <Nothing>{duplicatesWords.comparing}</Nothing>;
  const { records, groups, leftOut, sureGroups, sureLeave, questions, distinct } = found.data;
  const more = (records: number, sentence: string) =>
    records > 0 ? fill(sentence, { records: counted(records, 'record') }) : '';
  const shown: readonly NumberShown[] = [
    { name: 'records', label: words.records, count: records, behind: `/${review}/gather` },
    { name: 'groups', label: words.groups, count: groups, behind: '#groups', more: more(leftOut, words.leftOut) },
    { name: 'sure', label: words.sure, count: sureGroups, behind: '#sure', more: more(sureLeave, words.sureLeave) },
    { name: 'questions', label: words.questions, count: questions, behind: '#questions' },
    { name: 'distinct', label: words.distinct, count: distinct },
  ];
  return (
    <dl className={styles.counts}>
      {shown.map(({ name, label, count, behind, more: said = '' }) => (
        <div key={name} data-count={name}>
          <dt>{label}</dt>
          <dd>{behind === undefined ? count.toLocaleString('en-GB') : <Behind to={behind} count={count} />}</dd>
          {said !== '' && <dd className={styles.more}>{said}</dd>}
        </div>
      ))}
    </dl>
  );
}

interface NumberShown {
  readonly name: string;
  readonly label: string;
  readonly count: number;
  readonly behind?: string;
  /** What follows from it for the flow. */
  readonly more?: string;
}

/** A number leads to what it counts: on this page, or on that of the room. */
function Behind({ to, count }: { readonly to: string; readonly count: number }) {
  const said = count.toLocaleString('en-GB');
  return to.startsWith('#') ? <a href={to}>{said}</a> : <Link to={to}>{said}</Link>;
}

/** The part on the page of the room: what there is in a sentence, and the way to the page of its own. */
export function DuplicatesInShort() {
  const found = useDuplicateCounts();
  const { review = '' } = useParams({ strict: false });
  if (found.isError) return <p role="alert">{statementWords.failed}</p>;
  if (found.data === undefined) return <p className={prose.quiet}>{duplicatesWords.comparing}</p>;
  const { records, groups, leftOut, sureGroups, questions } = found.data;
  if (records === 0) return <Nothing>{duplicatesWords.none}</Nothing>;
  const { short } = duplicatesWords;
  const said = [
    ...(groups > 0
      ? [fill(short.groups, { groups: counted(groups, 'duplicate group'), left: counted(leftOut, 'record') })]
      : []),
    ...(sureGroups > 0 ? [fill(short.sure, { groups: counted(sureGroups, 'group') })] : []),
    ...(questions > 0 ? [fill(short.questions, { questions: counted(questions, 'question') })] : []),
  ];
  return (
    <>
      <p data-duplicates="short">{said.length === 0 ? short.nothing : said.join(' ')}</p>
      {(groups > 0 || said.length > 0) && (
        <p>
          <Link to="/$review/gather/duplicates" params={{ review }}>
            {duplicatesWords.open}
          </Link>
        </p>
      )}
    </>
  );
}
