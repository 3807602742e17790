import type { ChangeId } from '@throughline/core';
import type { SureGroupView } from '@throughline/wire';
import { counted, duplicatesWords, fill, frameWords, statementWords } from '@throughline/words';
import { useEffect, useRef, useState } from 'react';
import { sayError } from '../../../house/ask.js';
import { useHouse, useServer, useStore } from '../../../house/HouseContext.js';
import { newId } from '../../../house/new-id.js';
import { Button } from '../../../ui/Button.js';
import { MayWork } from '../../../ui/MayWork.js';
import { Nothing } from '../../../ui/Page.js';
import prose from '../../../ui/Prose.module.css';
import styles from './Duplicates.module.css';
import { SureGroup } from './SureGroup.js';
import { useAnsweredRows } from './use-answered-rows.js';
import { usePages } from './use-pages.js';

const words = duplicatesWords.sure;

/** Shown before somebody wants to see all: the questions below stay near. */
const few = 5;

/** Groups that are beyond doubt and not made yet: to be looked through, or made all at one stroke. */
export function SureGroups() {
  const { list, isAnswered, answered } = useAnsweredRows();
  const [all, setAll] = useState(false);
  const found = usePages('sure', '', (server, asked) => server.sureGroups(asked));
  if (found.isError) return <p role="alert">{statementWords.failed}</p>;
  if (found.data === undefined) return <Nothing>{duplicatesWords.comparing}</Nothing>;
  const told = found.data.pages.flatMap((page) => page.groups);
  const open = told.filter((group) => !isAnswered(rowOf(group)));
  const total = (found.data.pages[0]?.total ?? 0) - (told.length - open.length);
  return (
    <div ref={list} tabIndex={-1} className={styles.desk} data-sure={total}>
      <MayWork>
        <GroupAll total={total} onNone={() => list.current?.focus({ preventScroll: true })} />
      </MayWork>
      {open.length === 0 && <Nothing>{words.none}</Nothing>}
      <ul className={prose.list}>
        {(all ? open : open.slice(0, few)).map((group) => (
          <SureGroup
            key={rowOf(group)}
            row={rowOf(group)}
            group={group}
            onAnswered={(change) => answered(rowOf(group), change)}
          />
        ))}
      </ul>
      {!all && open.length > few && (
        <div>
          <Button onClick={() => setAll(true)}>{fill(words.showAll, { total })}</Button>
        </div>
      )}
      {all && found.hasNextPage && (
        <p className={prose.row}>
          <Button aria-disabled={found.isFetching} onClick={() => void found.fetchNextPage()}>
            {frameWords.loadMore}
          </Button>
          <span className={prose.small}>{fill(words.more, { shown: open.length, total })}</span>
        </p>
      )}
    </div>
  );
}

/** A row is these very records: with one more of them it is to be looked at anew. */
const rowOf = ({ records }: SureGroupView): string => records.map(({ id }) => id).join(' ');

interface GroupAllProps {
  readonly total: number;
  /** The button went while it had the focus. */
  readonly onNone: () => void;
}

function GroupAll({ total, onNone }: GroupAllProps) {
  const store = useStore();
  const server = useServer();
  const { tasks } = useHouse();
  const [task, setTask] = useState<string>();
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string>();
  const worked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the last group went
  useEffect(() => {
    if (total === 0 && worked.current && document.activeElement === document.body) onNone();
    worked.current = total > 0;
  }, [total]);
  const groupAll = async () => {
    if (task !== undefined || total === 0) return;
    const own = newId<never>('task');
    setTask(own);
    setProblem(undefined);
    try {
      const { groups, records, changes } = await server.groupSure({ task: own });
      store.didThere('duplicates.found', changes as readonly ChangeId[]);
      setSaid(fill(words.groupedAll, { groups: counted(groups, 'group'), records: counted(records, 'record') }));
    } catch (error) {
      setProblem(sayError(error));
    }
    setTask(undefined);
  };
  const progress = task === undefined ? undefined : tasks[task];
  return (
    <div className={styles.rowActs}>
      {(total > 0 || task !== undefined) && (
        <Button tone="strong" aria-disabled={task !== undefined} onClick={() => void groupAll()}>
          {task !== undefined ? words.grouping : total === 1 ? words.allOne : fill(words.all, { count: total })}
        </Button>
      )}
      {progress !== undefined && (
        <progress
          aria-label={words.grouping}
          max={progress.of ?? 1}
          {...(progress.of ? { value: progress.done } : {})}
        />
      )}
      <p role="status" className={prose.small}>
        {said}
      </p>
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
