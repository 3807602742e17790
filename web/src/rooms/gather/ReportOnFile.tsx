import { nameOf, sayLines } from '@throughline/evidence';
import type { ImportAnswer, ImportReport, ReadingReport, VotesMade } from '@throughline/wire';
import { counted, fill, gatheringWords, passedOverWords, sayProblem, sayUnread } from '@throughline/words';
import { useHouse } from '../../house/HouseContext.js';
import { Facts } from '../../ui/Facts.js';
import prose from '../../ui/Prose.module.css';
import { Table } from '../../ui/Table.js';
import styles from './Gather.module.css';

const words = gatheringWords.report;

/** So many places are listed on the page; the whole report has them all. */
const mostShown = 50;

/** What became of a file: read and refused add up to what it holds, and every place to look at is named. */
export function ReportOnFile({ report }: { readonly report: ReadingReport | ImportAnswer | ImportReport }) {
  const { read, refused, inPart } = report;
  const numbers: [string, number][] = [
    [words.holds, read + refused],
    [words.read, read],
    ...(inPart > 0 ? ([[words.inPart, inPart]] as [string, number][]) : []),
    [words.refused, refused],
  ];
  if ('entered' in report && report.knownTotal > 0)
    numbers.push([words.known, report.knownTotal], [words.entered, report.entered]);
  return (
    <div className={styles.report}>
      <dl className={styles.numbers}>
        {numbers.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count.toLocaleString('en-GB')}</dd>
          </div>
        ))}
      </dl>
      <Places report={report} />
      <Tags report={report} />
      <PassedOver report={report} />
      {'votes' in report && <VotesOfOthers votes={report.votes} />}
      {'groups' in report && report.groups > 0 && (
        <p>{fill(words.groups, { groups: counted(report.groups, 'duplicate group') })}</p>
      )}
      {'file' in report && (
        <Facts
          facts={[
            [words.bytes, report.file.bytes.toLocaleString('en-GB')],
            [words.hash, <code key="hash">{report.file.content}</code>],
          ]}
        />
      )}
    </div>
  );
}

function Places({ report: { unread, unreadTotal } }: { readonly report: ReadingReport }) {
  if (unread.length === 0) return null;
  const shown = unread.slice(0, mostShown);
  return (
    <details open={unread.length <= 5}>
      <summary>
        {words.unread} ({unreadTotal.toLocaleString('en-GB')})
      </summary>
      <ul>
        {shown.map(({ from, to, reason, text, values }) => (
          <li key={`${from}-${to}-${reason}`}>
            {sayLines([from, to])}: {sayUnread(reason, values)} {text !== '' && <code>{shortened(text)}</code>}
          </li>
        ))}
      </ul>
      {unreadTotal > shown.length && <p>{fill(words.unreadMore, { count: unreadTotal - shown.length })}</p>}
    </details>
  );
}

const shortened = (text: string): string => (text.length > 240 ? `${text.slice(0, 239)}…` : text);

function Tags({ report: { notUnderstood } }: { readonly report: ReadingReport }) {
  if (notUnderstood.length === 0) return null;
  return (
    <details>
      <summary>
        {words.notUnderstood} ({notUnderstood.length.toLocaleString('en-GB')})
      </summary>
      <p className={prose.small}>{words.notUnderstoodWhy}</p>
      <Table caption={words.notUnderstood} heads={[words.tag, words.records, words.example]} numeric={[1]}>
        {notUnderstood.map(({ tag, records, example }) => (
          <tr key={tag}>
            <th scope="row">
              <code>{tag}</code>
            </th>
            <td>{records.toLocaleString('en-GB')}</td>
            <td>{shortened(example)}</td>
          </tr>
        ))}
      </Table>
    </details>
  );
}

function PassedOver({ report: { passedOver } }: { readonly report: ReadingReport }) {
  const passed = Object.entries(passedOver);
  if (passed.length === 0) return null;
  const what = passed.map(([reason, lines]) =>
    fill(words.passedLines, { what: passedOverWords[reason] ?? reason, lines: counted(lines, 'line') }),
  );
  return <p className={prose.small}>{fill(words.passedOver, { what })}</p>;
}

function VotesOfOthers({ votes }: { readonly votes: readonly VotesMade[] }) {
  const { people } = useHouse();
  return (
    <>
      {votes.map(({ by, person, made, standing, refused, unanswered }) => (
        <p key={`${by} ${person}`}>
          {[
            fill(words.votes, { person: nameOf(people, person), made }),
            ...(standing > 0 ? [fill(words.votesStanding, { count: standing })] : []),
            ...(unanswered > 0 ? [fill(words.votesUnanswered, { count: unanswered })] : []),
            ...Object.entries(refused).map(([code, count]) =>
              fill(words.votesRefused, { count, why: sayProblem(code) }),
            ),
          ].join('; ')}
        </p>
      ))}
    </>
  );
}
