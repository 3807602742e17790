import {
  type Count,
  type Countable,
  type FullFlow,
  type Review,
  type StatedCount,
  standing,
  studiesOf,
} from '@throughline/core';
import { beginningWords, countables, fill } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { useHouse, useServer } from '../../house/HouseContext.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { NumberCell, Table } from '../../ui/Table.js';
import { Thing } from '../../ui/Thing.js';

const words = beginningWords.screen;

/** Numbers that were entered from elsewhere, with their source, beside what the log holds. */
export function StatedCounts() {
  const { held, stored } = useHouse();
  const server = useServer();
  const flow = useQuery({
    queryKey: ['flow', server.review, stored],
    queryFn: server.flow,
    placeholderData: (before) => before,
  });
  const stated = standing(held.shown.floor.counts);
  if (stated.length === 0) return <Nothing>{words.statedNone}</Nothing>;
  return (
    <Table caption={words.statedHeld} heads={[words.what, words.stated, words.held, words.where]} numeric={[1, 2]}>
      {stated.map((count) => (
        <Line key={count.id} count={count} held={flow.data && heldNumber(held.shown, flow.data, count.of)} />
      ))}
    </Table>
  );
}

/** What the log itself holds of something that can be stated. */
function heldNumber(review: Review, flow: FullFlow, of: Countable): number | undefined {
  if (of === 'included.reports') return heldIn(flow.includedReports);
  if (of === 'included.studies') return heldIn(flow.includedStudies);
  if (of === 'reports-of-one-project') return Math.max(...studiesOf(review).map(({ reports }) => reports.length), 0);
  const by = [...flow.databases.includedBy, ...flow.others.includedBy].find(({ kind }) => `included.${kind}` === of);
  return by && heldIn(by.count);
}

const heldIn = (count: Count): number | undefined => (count.basis === 'held' ? count.value : undefined);

function Line({ count, held }: { readonly count: StatedCount; readonly held: number | undefined }) {
  const said =
    count.unit === undefined
      ? count.value.toLocaleString('en-GB')
      : fill(words.units[count.unit], { value: count.value });
  return (
    <tr>
      <th scope="row">
        <Thing to={{ on: 'floor.counts', id: count.id }} name={countables[count.of] ?? count.of} />
      </th>
      <NumberCell>{said}</NumberCell>
      <NumberCell>
        {held === undefined ? <span className={prose.small}>{words.notHeld}</span> : held.toLocaleString('en-GB')}
        {held !== undefined && (
          <span className={prose.small}> {held === count.value ? words.agrees : words.differs}</span>
        )}
      </NumberCell>
      <td>
        {count.source}
        {count.note !== undefined && <p className={prose.small}>{count.note}</p>}
      </td>
    </tr>
  );
}
