import type { Ref, Review, SeenChange, Write } from '@throughline/core';
import { shelfOf } from '@throughline/core';
import { nameOf, whenWas } from '@throughline/evidence';
import { deedOf, fieldWords, fill, frameWords } from '@throughline/words';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useHouse, useServer, useStore } from '../house/HouseContext.js';
import { isLastWord, isThere, writesDone } from '../house/take-back.js';
import { Button } from './Button.js';
import styles from './History.module.css';
import { seeOf } from './selection.js';
import { statementWords } from '@throughline/words';

interface HistoryProps {
  /** Of one thing; absent: of the whole review. */
  readonly of?: Ref;
  readonly limit?: number;
}

/** Who did what, and when: newest first, each with what it set and a way to take it back. */
export function History({ of, limit = 12 }: HistoryProps) {
  const { stored } = useHouse();
  const server = useServer();
  const thing = of && seeOf(of);
  const found = useInfiniteQuery({
    queryKey: ['history', server.review, thing, limit, stored],
    queryFn: ({ pageParam }) =>
      server.history({
        limit,
        ...(thing === undefined ? {} : { thing }),
        ...(pageParam === '' ? {} : { before: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ more }) => more,
    placeholderData: (before) => before,
  });
  if (found.isError) return <p className={styles.quiet}>{statementWords.failed}</p>;
  if (found.data === undefined) return <p className={styles.quiet}>{statementWords.loading}</p>;
  const changes = found.data.pages.flatMap((page) => page.changes);
  const undone = undoneBy(changes);
  if (changes.length === 0) return <p className={styles.quiet}>{frameWords.historyNone}</p>;
  return (
    <div className={styles.history}>
      <ol>
        {changes.map((change) => (
          <ChangeLine key={change.id} change={change} undone={undone.has(change.id)} />
        ))}
      </ol>
      {found.hasNextPage && <Button onClick={() => void found.fetchNextPage()}>{frameWords.loadMore}</Button>}
    </div>
  );
}

/** The changes that later ones took back. */
const undoneBy = (changes: readonly SeenChange[]): ReadonlySet<string> =>
  new Set(
    changes.flatMap(({ kind, payload }) =>
      kind === 'change.undone' ? [(payload as { readonly change: string }).change] : [],
    ),
  );

interface ChangeLineProps {
  readonly change: SeenChange;
  readonly undone: boolean;
}

function ChangeLine({ change, undone }: ChangeLineProps) {
  const { people, held } = useHouse();
  const store = useStore();
  const writes = writesDone(change);
  // What did not travel here the server looks at, and says so where it cannot be taken back.
  const stands = isLastWord(held.shown, change) || (!undone && isThere(held.shown, change));
  return (
    <li className={styles.change} data-change={change.kind}>
      <p className={styles.deed}>
        <strong>{nameOf(people, change.by)}</strong> {deedOf(change)}{' '}
        <time dateTime={change.at}>{whenWas(change.at)}</time>
      </p>
      <ul className={styles.writes}>
        {writes.slice(0, 4).map((write, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the writes of a change never change
          <WriteLine key={at} write={write} review={held.shown} />
        ))}
      </ul>
      {change.because !== undefined && (
        <p className={styles.because}>{fill(frameWords.because, { because: change.because })}</p>
      )}
      {stands && (
        <Button
          tone="quiet"
          className={styles.back ?? ''}
          aria-label={fill(frameWords.takeBackIt, { deed: deedOf(change) })}
          onClick={() => store.undo(change)}
        >
          {frameWords.takeBack}
        </Button>
      )}
    </li>
  );
}

function WriteLine({ write, review }: { readonly write: Write; readonly review: Review }) {
  if (write.do === 'rows') return null;
  const thing = shelfOf(review, write.on).get(write.id) as { name?: string; label?: string; text?: string } | undefined;
  const name = thing?.name ?? thing?.label ?? thing?.text ?? write.id;
  if (write.do !== 'set') return <li>{name}</li>;
  const set = Object.entries(write.fields).map(([field, value]) => `${fieldWords[field] ?? field}: ${said(value)}`);
  return <li>{set.join('; ')}</li>;
}

function said(value: unknown): string {
  if (value === null || value === undefined) return frameWords.nothingBefore;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)} …` : text;
}
