import type { ChangeId } from '@throughline/core';
import type { FromSource, SureGroupView } from '@throughline/wire';
import { counted, duplicatesWords, fill, sayWhy } from '@throughline/words';
import { useState } from 'react';
import { sayError } from '../../../house/ask.js';
import { useServer, useStore } from '../../../house/HouseContext.js';
import { newId } from '../../../house/new-id.js';
import { Button } from '../../../ui/Button.js';
import { MayWork } from '../../../ui/MayWork.js';
import prose from '../../../ui/Prose.module.css';
import { Compared } from './Compared.js';
import styles from './Duplicates.module.css';
import { differentReports, oneReport, worksOf } from './one-report.js';
import { TickedRecords } from './TickedRecords.js';
import { printedIn, titleOf } from './title-of.js';
import { useInOrder } from './use-in-order.js';

const words = duplicatesWords.sure;

interface SureGroupProps {
  readonly row: string;
  readonly group: SureGroupView;
  /** With the id of the change that did it. */
  readonly onAnswered: (change: string) => void;
}

/** One group that is sure: why, and what may be done with it. */
export function SureGroup({ row, group, onAnswered }: SureGroupProps) {
  const [open, setOpen] = useState(false);
  const { takes, why } = group;
  const records = useInOrder(group.records);
  const first = records[0];
  if (first === undefined) return null;
  const title = titleOf(first.reference);
  return (
    <li className={styles.row} data-row={row}>
      <strong>{title}</strong>
      <p className={prose.small}>{printedIn(first.reference)}</p>
      <p className={prose.small}>
        {[sourcesOf(records), takes.length > 0 ? words.takes : '', sayWhy(why)]
          .filter((each) => each !== '')
          .join(' · ')}
      </p>
      <div className={styles.rowActs}>
        <MayWork>
          <Acts group={group} title={title} onAnswered={onAnswered} />
        </MayWork>
        <Button
          tone="quiet"
          aria-label={fill(words.lookIt, { title })}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {words.look}
        </Button>
      </div>
      {open && (
        <div className={styles.inside}>
          <Compared records={records} why={why} />
          {worksOf(records).length > 2 && (
            <MayWork>
              <SomeOfThem group={group} title={title} onAnswered={onAnswered} />
            </MayWork>
          )}
        </div>
      )}
    </li>
  );
}

/** "3 records: MEDLINE, CINAHL (2)" */
export function sourcesOf(records: readonly FromSource[]): string {
  const counts = new Map<string, number>();
  for (const { source } of records) counts.set(source, (counts.get(source) ?? 0) + 1);
  const said = [...counts].map(([source, count]) => (count === 1 ? source : `${source} (${count})`));
  return `${counted(records.length, 'record')}: ${said.join(', ')}`;
}

type ActsProps = Pick<SureGroupProps, 'group' | 'onAnswered'> & { readonly title: string };

function Acts({ group: { id, records, takes }, title, onAnswered }: ActsProps) {
  const store = useStore();
  const server = useServer();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const group = async () => {
    if (busy) return;
    setBusy(true);
    try {
      const { changes } = await server.groupSure({ only: [id] });
      store.didThere(takes.length === 0 ? 'duplicates.found' : 'duplicate-groups.merged', changes as ChangeId[]);
      store.announce(fill(words.made, { title }));
      onAnswered(changes.at(-1) ?? '');
    } catch (error) {
      setProblem(sayError(error));
    }
    setBusy(false);
  };
  const different = () => {
    const change = newId<ChangeId>('change');
    if (!store.propose({ ...differentReports(worksOf(records)), id: change })) return;
    store.announce(fill(words.said, { title }));
    onAnswered(change);
  };
  return (
    <>
      <Button aria-label={fill(words.oneIt, { title })} aria-disabled={busy} onClick={() => void group()}>
        {words.one}
      </Button>
      <Button aria-label={fill(words.differentIt, { title })} onClick={different}>
        {words.different}
      </Button>
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </>
  );
}

/** Of three or more, some may be the same report and the others not. */
function SomeOfThem({ group: { records, why }, title, onAnswered }: ActsProps) {
  const store = useStore();
  const [problem, setProblem] = useState<string>();
  const inOrder = useInOrder(records);
  const groupTicked = (ticked: readonly string[]) => {
    const works = worksOf(records);
    const same = works.filter((work) => work.records.some((record) => ticked.includes(record)));
    const others = works.filter((work) => !same.includes(work));
    if (same.length < 2) return setProblem(words.needsTwo);
    const change = newId<ChangeId>('change');
    if (!store.propose({ ...oneReport(same, 'answered', why), id: change })) return undefined;
    if (others.length > 0) store.propose(differentReports([...same.slice(0, 1), ...others]));
    store.announce(fill(words.made, { title }));
    return onAnswered(change);
  };
  return (
    <TickedRecords
      records={inOrder}
      legend={words.which}
      label={words.tickIt}
      start={records.map(({ id }) => id)}
      act={words.groupTicked}
      problem={problem}
      onDo={({ ticked }) => groupTicked(ticked)}
    />
  );
}
