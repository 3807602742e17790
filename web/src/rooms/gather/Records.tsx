import { standing } from '@throughline/core';
import type { RecordView } from '@throughline/wire';
import { beginningWords, counted, fill, gatheringWords, statementWords } from '@throughline/words';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useHouse, useReview, useServer } from '../../house/HouseContext.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import styles from './Gather.module.css';

const words = beginningWords.gather;
const more = gatheringWords.records;
const aPage = 100;

/** Every record, as many as there are: only those in sight are on the page, and the next ones are asked for in time. */
export function Records() {
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const { counts } = useHouse();
  const { gather } = useReview();
  const asked = useDeferredValue(text.trim());
  const found = useRecords(asked, source);
  if (counts.records === 0) return <Nothing>{words.recordsNone}</Nothing>;
  const records = found.data?.pages.flatMap((page) => page.records) ?? [];
  const total = found.data?.pages[0]?.total;
  const unsearched = found.data?.pages[0]?.unsearched ?? 0;
  const asksNothing = asked === '' && source === '';
  return (
    <>
      <div className={styles.search}>
        <label>
          {words.recordsSearch}
          <input type="search" value={text} onChange={({ target }) => setText(target.value)} />
        </label>
        <label>
          {more.ofSource}
          <select value={source} onChange={({ target }) => setSource(target.value)}>
            <option value="">{more.allSources}</option>
            {standing(gather.sources).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <p role="status" className={prose.small}>
          {found.isError && statementWords.failed}
          {total !== undefined &&
            (total === 0 ? words.recordsNoMatch : fill(asksNothing ? more.all : more.found, { total }))}
          {unsearched > 0 && ` ${fill(more.unsearched, { records: counted(unsearched, 'record') })}`}
        </p>
      </div>
      {records.length > 0 && (
        <RecordList
          key={`${asked} ${source}`}
          records={records}
          total={total ?? records.length}
          more={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : undefined}
        />
      )}
    </>
  );
}

function useRecords(text: string, source: string) {
  const server = useServer();
  const { stored } = useHouse();
  return useInfiniteQuery({
    queryKey: ['records', server.review, text, source, stored],
    queryFn: ({ pageParam }) =>
      server.records({ text, source, limit: aPage, ...(pageParam === '' ? {} : { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
    // After a large import the search words are still being put in order: what is missing comes by and by.
    refetchInterval: ({ state }) => (state.data?.pages[0]?.unsearched === undefined ? false : 1500),
  });
}

interface RecordListProps {
  readonly records: readonly RecordView[];
  readonly total: number;
  /** Asks for the next page; undefined where there is none, or it is on its way. */
  readonly more: (() => void) | undefined;
}

function RecordList({ records, total, more: askMore }: RecordListProps) {
  const place = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: records.length,
    getScrollElement: () => place.current,
    estimateSize: () => 78,
    overscan: 8,
    getItemKey: (at) => records[at]?.id ?? at,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= records.length - 20) askMore?.();
  }, [last, records.length, askMore]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section ref={place} className={styles.list} tabIndex={0} aria-label={words.records}>
      {/* biome-ignore lint/a11y/useSemanticElements: the rows in sight are placed by hand */}
      <div role="list" className={styles.listInner} style={{ height: `${rows.getTotalSize()}px` }}>
        {shown.map(({ key, index, start }) => {
          const record = records[index];
          if (record === undefined) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: the rows in sight are placed by hand
            <div
              key={key}
              ref={rows.measureElement}
              role="listitem"
              aria-posinset={index + 1}
              aria-setsize={total}
              data-index={index}
              className={styles.listRow}
              style={{ transform: `translateY(${start}px)` }}
            >
              <RecordRow record={record} />
            </div>
          );
        })}
      </div>
    </section>
  );
}

function RecordRow({ record: { id, number, reference, import: from } }: { readonly record: RecordView }) {
  const { review = '' } = useParams({ strict: false });
  const { gather } = useReview();
  const imported = gather.imports.get(from);
  const source = imported && gather.sources.get(imported.source)?.name;
  const authors = reference.authors.slice(0, 3).join('; ');
  const others = reference.etAl === true || reference.authors.length > 3 ? ' et al.' : '';
  const facts = [authors + others, reference.year, reference.journal, source];
  return (
    <>
      <span className={styles.listNumber}>{number}</span>
      <div className={styles.listText}>
        <Link to="/$review/gather/$record" params={{ review, record: id }}>
          {reference.title ?? more.withoutTitle}
        </Link>
        <span className={prose.small}>{facts.filter((each) => each !== undefined && each !== '').join(' · ')}</span>
        {reference.abstract !== undefined && (
          <span className={`${prose.small} ${styles.clamped}`}>{reference.abstract}</span>
        )}
      </div>
    </>
  );
}
