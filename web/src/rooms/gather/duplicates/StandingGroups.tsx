import { duplicatesWords, fill, frameWords, statementWords } from '@throughline/words';
import { useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { Button } from '../../../ui/Button.js';
import { Nothing } from '../../../ui/Page.js';
import prose from '../../../ui/Prose.module.css';
import styles from './Duplicates.module.css';
import { StandingGroup } from './StandingGroup.js';
import { useAnsweredRows } from './use-answered-rows.js';
import { usePages } from './use-pages.js';

const words = duplicatesWords.groups;

/** One came for this group, and finds it by these words. */
interface Came {
  readonly group?: string;
  readonly words?: string;
}

/** The groups that stand, the newest first, or those that have some words. */
export function StandingGroups() {
  const { group, words: from = '' } = useSearch({ strict: false }) as Came;
  const [text, setText] = useState(from);
  const asked = useDeferredValue(text.trim());
  const { list, isAnswered, answered } = useAnsweredRows();
  const found = usePages('groups', asked, (server, page) => server.duplicateGroups({ ...page, text: asked }));
  if (found.isError) return <p role="alert">{statementWords.failed}</p>;
  if (found.data === undefined) return <Nothing>{statementWords.loading}</Nothing>;
  const told = found.data.pages.flatMap((page) => page.groups);
  const groups = told.filter(({ id }) => !isAnswered(id));
  const total = (found.data.pages[0]?.total ?? 0) - (told.length - groups.length);
  return (
    <div ref={list} tabIndex={-1} className={styles.desk} data-groups={total}>
      {(total > 0 || text !== '') && (
        <div className={styles.search}>
          <label>
            {words.search}
            <input type="search" value={text} onChange={({ target }) => setText(target.value)} />
          </label>
          <p role="status" className={prose.small}>
            {total === 0 ? words.noMatch : fill(asked === '' ? words.all : words.found, { total })}
          </p>
        </div>
      )}
      {total === 0 && text === '' && <Nothing>{words.none}</Nothing>}
      <ul className={prose.list}>
        {groups.map((each) => (
          <StandingGroup
            key={each.id}
            group={each}
            opened={each.id === group}
            onGone={(change) => answered(each.id, change)}
          />
        ))}
      </ul>
      {found.hasNextPage && (
        <p className={prose.row}>
          <Button aria-disabled={found.isFetching} onClick={() => void found.fetchNextPage()}>
            {frameWords.loadMore}
          </Button>
          <span className={prose.small}>{fill(duplicatesWords.sure.more, { shown: groups.length, total })}</span>
        </p>
      )}
    </div>
  );
}
