import { Inferred } from '@throughline/evidence';
import { beginningWords, frameWords, sourceKindWords, statementWords } from '@throughline/words';
import type { SourceKind } from '@throughline/core';
import type { RecordView } from '@throughline/wire';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useHouse, useServer } from '../house/HouseContext.js';
import { Button } from './Button.js';
import prose from './Prose.module.css';
import { Thing } from './Thing.js';

const words = beginningWords.screen;

/** Records asked for at once, and how many pages are read by themselves before the reader is asked to go on. */
const aPage = 200;
const pagesByThemselves = 10;

interface DecidedRecordsProps {
  readonly match: (record: RecordView) => boolean;
  /** What stands here when no record matches. */
  readonly none: ReactNode;
}

/** The records behind a count or a decision, each with what was decided of it. */
export function DecidedRecords({ match, none }: DecidedRecordsProps) {
  const { stored } = useHouse();
  const server = useServer();
  const found = useInfiniteQuery({
    queryKey: ['decided', server.review, stored],
    queryFn: ({ pageParam }) => server.records({ limit: aPage, ...(pageParam === '' ? {} : { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const { hasNextPage, isFetching, fetchNextPage } = found;
  const pages = found.data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetching && pages < pagesByThemselves) void fetchNextPage();
  }, [hasNextPage, isFetching, pages, fetchNextPage]);
  if (found.isError) return <p className={prose.quiet}>{statementWords.failed}</p>;
  if (found.data === undefined) return <p className={prose.quiet}>{statementWords.loading}</p>;
  const records = found.data.pages.flatMap((page) => page.records).filter(match);
  return (
    <>
      {records.length === 0 && !hasNextPage ? none : null}
      <ul className={prose.list}>
        {records.map((record) => (
          <RecordLine key={record.id} record={record} />
        ))}
      </ul>
      {hasNextPage && !isFetching && <Button onClick={() => void fetchNextPage()}>{frameWords.loadMore}</Button>}
    </>
  );
}

function RecordLine({ record }: { readonly record: RecordView }) {
  const { reference, decided } = record;
  return (
    <li>
      <Thing to={{ on: 'gather.records', id: record.id }} name={reference.title ?? record.id} />
      <p className={`${prose.row} ${prose.small}`}>
        <span>
          {reference.authors[0]} {reference.year}
        </span>
        {decided !== undefined && (
          <>
            <span>
              {words.stages['title-abstract']}: {decisionSaid(decided.titleAbstract)}
            </span>
            <span>
              {words.stages['full-text']}: {decisionSaid(decided.fullText)}
            </span>
            <span>
              {sourceKindWords[decided.by as SourceKind]?.[0] ?? decided.by} {decided.inferred && <Inferred />}
            </span>
          </>
        )}
      </p>
    </li>
  );
}

const decisionSaid = (decision: string): string =>
  (words.decision as Readonly<Record<string, string>>)[decision] ?? decision;
