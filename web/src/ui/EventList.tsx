import { whenWas } from '@throughline/evidence';
import { adminWords, frameWords, roleWords, sayEvent, statementWords } from '@throughline/words';
import type { Events } from '@throughline/wire';
import type { Role } from '@throughline/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from './Button.js';
import { Nothing } from './Page.js';
import prose from './Prose.module.css';
import { Table } from './Table.js';

const words = adminWords.events;

interface EventListProps {
  /** What the answers are kept under. */
  readonly name: string;
  readonly ask: (before?: string) => Promise<Events>;
}

/** What happened to accounts and access, newest first, page by page. */
export function EventList({ name, ask }: EventListProps) {
  const found = useInfiniteQuery({
    queryKey: ['events', name],
    queryFn: ({ pageParam }) => ask(pageParam === '' ? undefined : pageParam),
    initialPageParam: '',
    getNextPageParam: ({ more }) => more,
    staleTime: 0,
  });
  if (found.isError) return <p role="alert">{found.error.message}</p>;
  if (found.data === undefined) return <p className={prose.quiet}>{statementWords.loading}</p>;
  const events = found.data.pages.flatMap((page) => page.events);
  if (events.length === 0) return <Nothing>{words.none}</Nothing>;
  return (
    <>
      <Table caption={words.caption} heads={[words.when, words.who, words.what]}>
        {events.map(({ id, at, what, account, values }) => (
          <tr key={id}>
            <th scope="row">{whenWas(at)}</th>
            <td>{account ?? ''}</td>
            <td>{sayEvent(what, spelledRole(values))}</td>
          </tr>
        ))}
      </Table>
      {found.hasNextPage && (
        <div>
          <Button aria-disabled={found.isFetching} onClick={() => void found.fetchNextPage()}>
            {frameWords.loadMore}
          </Button>
        </div>
      )}
    </>
  );
}

/** A role by its name; everything else as it is. */
function spelledRole(values: Events['events'][number]['values']): typeof values {
  const { role } = values;
  const name = typeof role === 'string' ? roleWords[role as Role]?.name : undefined;
  return name === undefined ? values : { ...values, role: name };
}
