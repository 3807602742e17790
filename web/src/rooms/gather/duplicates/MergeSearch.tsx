import type { ChangeId } from '@throughline/core';
import type { RecordView } from '@throughline/wire';
import { duplicatesWords, fill, statementWords } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { sayError } from '../../../house/ask.js';
import { useHouse, useServer, useStore } from '../../../house/HouseContext.js';
import { newId } from '../../../house/new-id.js';
import type { Server } from '../../../house/server.js';
import { Button } from '../../../ui/Button.js';
import prose from '../../../ui/Prose.module.css';
import styles from './Duplicates.module.css';
import { groupOf } from './group-of.js';
import { oneReport, type Work } from './one-report.js';
import { printedIn, titleOf } from './title-of.js';
import { useChanged } from './use-changed.js';

const words = duplicatesWords.merge;
/** Whoever finds more says more words. */
const mostFound = 20;

interface MergeSearchProps {
  /** What the found record is the same report as. */
  readonly work: Work;
  readonly onDone: (change: string) => void;
  readonly onCancel: () => void;
}

/** Says by hand that another record, or the group that it is in, is the same report: it is found by its words. */
export function MergeSearch({ work, onDone, onCancel }: MergeSearchProps) {
  const [text, setText] = useState('');
  const [because, setBecause] = useState('');
  const { merge, problem } = useMerge(work, because, onDone);
  const asked = useDeferredValue(text.trim());
  const server = useServer();
  const changed = useChanged();
  const found = useQuery({
    queryKey: ['duplicates', 'found', server.review, asked, changed],
    queryFn: () => server.records({ text: asked, limit: mostFound }),
    enabled: asked !== '',
    placeholderData: (before) => before,
    gcTime: 10_000,
  });
  const records = asked === '' ? [] : (found.data?.records ?? []);
  const others = records.filter(({ id }) => !work.records.includes(id));
  return (
    <search className={styles.form} aria-label={words.opener}>
      <label className={styles.field}>
        {words.search}
        <input
          type="search"
          // biome-ignore lint/a11y/noAutofocus: it was opened to be written into
          autoFocus
          placeholder={words.hint}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <label className={styles.field}>
        {words.because}
        <input value={because} onChange={({ target }) => setBecause(target.value)} />
      </label>
      <p role="status" className={prose.small}>
        {asked !== '' && found.data !== undefined && saidOf(others.length, found.data.total)}
        {found.isError && statementWords.failed}
      </p>
      <ul className={styles.found}>
        {others.map((record) => (
          <Found key={record.id} record={record} onChoose={() => void merge(record)} />
        ))}
      </ul>
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </search>
  );
}

function saidOf(shown: number, total: number): string {
  if (shown === 0) return words.none;
  return total > mostFound ? fill(words.first, { shown, total }) : fill(words.found, { total: shown });
}

function useMerge(work: Work, because: string, onDone: (change: string) => void) {
  const store = useStore();
  const server = useServer();
  const [problem, setProblem] = useState<string>();
  const merge = async (record: RecordView) => {
    try {
      const change = newId<ChangeId>('change');
      const said = because.trim() === '' ? {} : { because: because.trim() };
      const other = await workOf(server, record);
      if (other === undefined) return setProblem(words.groupNotFound);
      if (!store.propose({ ...oneReport([work, other], 'hand'), ...said, id: change })) return undefined;
      store.announce(fill(words.now, { title: titleOf(record.reference) }));
      return onDone(change);
    } catch (error) {
      return setProblem(sayError(error));
    }
  };
  return { merge, problem };
}

/** All records of the work that a record stands for: a merge names every one of them. */
async function workOf(server: Server, record: RecordView): Promise<Work | undefined> {
  if (record.group === undefined) return { records: [record.id] };
  const group = await groupOf(server, record);
  return group && { records: group.records.map(({ id }) => id), group: group.id };
}

function Found({ record, onChoose }: { readonly record: RecordView; readonly onChoose: () => void }) {
  const { gather } = useHouse().held.shown;
  const imported = gather.imports.get(record.import);
  const source = imported === undefined ? undefined : gather.sources.get(imported.source)?.name;
  const title = titleOf(record.reference);
  const inGroup = record.group === undefined ? [] : [words.already];
  return (
    <li>
      <div>
        {title}
        <p className={prose.small}>
          {[printedIn(record.reference), source, ...inGroup]
            .filter((each) => each !== undefined && each !== '')
            .join(' · ')}
        </p>
      </div>
      <Button aria-label={fill(words.doIt, { title })} onClick={onChoose}>
        {words.do}
      </Button>
    </li>
  );
}
