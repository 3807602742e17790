import { sayLines } from '@throughline/evidence';
import { beginningWords, fill, frameWords, statementWords } from '@throughline/words';
import type { RecordView } from '@throughline/wire';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useHouse, useReview, useServer } from '../../house/HouseContext.js';
import { Button } from '../../ui/Button.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { NumberCell, Table } from '../../ui/Table.js';
import { Thing } from '../../ui/Thing.js';
import styles from './Gather.module.css';

const words = beginningWords.gather;
const aPage = 25;

/** Every record as its source gave it, a page at a time: the room may hold 200,000. */
export function Records() {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const server = useServer();
  const { stored, counts } = useHouse();
  const found = useInfiniteQuery({
    queryKey: ['records', asked, stored],
    queryFn: ({ pageParam }) =>
      server.records({ text: asked, limit: aPage, ...(pageParam === '' ? {} : { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  if (counts.records === 0) return <Nothing>{words.recordsNone}</Nothing>;
  const records = found.data?.pages.flatMap((page) => page.records) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  return (
    <>
      <div className={styles.search}>
        <label>
          {words.recordsSearch}
          <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <p role="status" className={prose.small}>
          {found.isError && statementWords.failed}
          {found.data !== undefined &&
            (total === 0 ? words.recordsNoMatch : fill(words.recordsFound, { shown: records.length, total }))}
        </p>
      </div>
      {records.length > 0 && (
        <Table caption={words.records} heads={[words.number, words.record, words.file]} numeric={[0]}>
          {records.map((record) => (
            <RecordLine key={record.id} record={record} />
          ))}
        </Table>
      )}
      {found.hasNextPage && <MoreButton more={() => void found.fetchNextPage()} />}
    </>
  );
}

function MoreButton({ more }: { readonly more: () => void }) {
  return (
    <div>
      <Button onClick={more}>{frameWords.loadMore}</Button>
    </div>
  );
}

function RecordLine({ record }: { readonly record: RecordView }) {
  const { gather } = useReview();
  const { reference, lines, number } = record;
  const place = [reference.journal, reference.year].filter((part) => part !== undefined).join(', ');
  return (
    <tr>
      <NumberCell>{number}</NumberCell>
      <th scope="row">
        <Thing to={{ on: 'gather.records', id: record.id }} name={reference.title ?? record.id} />
        <p className={prose.small}>
          {reference.authors.slice(0, 3).join(', ')}
          {(reference.etAl === true || reference.authors.length > 3) && ' et al.'} {place}
        </p>
      </th>
      <td className={prose.small}>
        {gather.imports.get(record.import as never)?.file.name}
        <br />
        {sayLines(lines)}
      </td>
    </tr>
  );
}
