import { duplicatesWords, fill, statementWords } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { useServer } from '../../../house/HouseContext.js';
import { Nothing } from '../../../ui/Page.js';
import { NumberCell, Table } from '../../../ui/Table.js';
import { useChanged } from './use-changed.js';

const words = duplicatesWords.overlap;

const heads = [words.source, words.records, words.works, words.only, words.also, words.sharedWith];

/** What each source gave, how much of it no other did, and with which others it shares the most. */
export function SourceOverlap() {
  const server = useServer();
  const changed = useChanged();
  const found = useQuery({
    queryKey: ['duplicates', 'overlap', server.review, changed],
    queryFn: () => server.overlap(),
    placeholderData: (before) => before,
    gcTime: 10_000,
  });
  if (found.isError) return <p role="alert">{statementWords.failed}</p>;
  if (found.data === undefined) return <p>{statementWords.loading}</p>;
  const { sources, shared } = found.data;
  if (sources.length === 0) return <Nothing>{words.none}</Nothing>;
  return (
    <Table caption={words.title} heads={heads} numeric={[1, 2, 3, 4]} stacks>
      {sources.map(({ id, name, platform, records, works, only, also }, at) => (
        <tr key={id}>
          <th scope="row">{platform === undefined ? name : `${name} · ${platform}`}</th>
          <NumberCell label={words.records}>{said(records)}</NumberCell>
          <NumberCell label={words.works}>{said(works)}</NumberCell>
          <NumberCell label={words.only}>{said(only)}</NumberCell>
          <NumberCell label={words.also}>{said(also)}</NumberCell>
          <td data-label={words.sharedWith}>{mostShared(shared[at] ?? [], at, sources)}</td>
        </tr>
      ))}
    </Table>
  );
}

const said = (count: number): string => count.toLocaleString('en-GB');

/** Others that are named, those that share the most first. */
const most = 3;

function mostShared(shared: readonly number[], own: number, sources: readonly { name: string }[]): string {
  return shared
    .map((count, at) => ({ count, name: sources[at]?.name ?? '', at }))
    .filter(({ count, at }) => at !== own && count > 0)
    .toSorted((x, y) => y.count - x.count)
    .slice(0, most)
    .map(({ count, name }) => fill(words.shares, { name, count: said(count) }))
    .join(', ');
}
