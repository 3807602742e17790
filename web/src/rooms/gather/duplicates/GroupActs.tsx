import type { ChangeId } from '@throughline/core';
import type { StandingGroupView } from '@throughline/wire';
import { counted, duplicatesWords, fill } from '@throughline/words';
import { useId, useState } from 'react';
import { useStore } from '../../../house/HouseContext.js';
import { newId } from '../../../house/new-id.js';
import { Button } from '../../../ui/Button.js';
import styles from './Duplicates.module.css';
import { MergeSearch } from './MergeSearch.js';
import { takeOut } from './one-report.js';
import { TickedRecords } from './TickedRecords.js';
import { titleOf } from './title-of.js';
import { useInOrder } from './use-in-order.js';

const words = duplicatesWords.groups;

interface GroupActsProps {
  readonly group: StandingGroupView;
  readonly onGone: (change: string) => void;
}

/** What may be done with a group at any time: take records out, add others, or take it away altogether. */
export function GroupActs({ group, onGone }: GroupActsProps) {
  const store = useStore();
  const [doing, setDoing] = useState<'nothing' | 'split' | 'merge'>('nothing');
  const { id, records } = group;
  const title = titleOf(group.shown);
  const toggle = (what: 'split' | 'merge') => setDoing(doing === what ? 'nothing' : what);
  const takeAway = () => {
    const change = newId<ChangeId>('change');
    if (!store.propose({ id: change, kind: 'duplicate-group.removed', version: 2, payload: { id } })) return;
    store.announce(fill(words.takenBack, { title }));
    onGone(change);
  };
  return (
    <>
      <div className={styles.rowActs}>
        <Button aria-expanded={doing === 'split'} onClick={() => toggle('split')}>
          {records.length === 2 ? words.splitTwoDo : words.split}
        </Button>
        <Button aria-expanded={doing === 'merge'} onClick={() => toggle('merge')}>
          {words.merge}
        </Button>
        <Button tone="quiet" aria-label={fill(words.takeBackIt, { title })} onClick={takeAway}>
          {words.takeBack}
        </Button>
      </div>
      {doing === 'split' && <Split group={group} onGone={onGone} />}
      {doing === 'merge' && (
        <MergeSearch
          work={{ records: records.map((record) => record.id), group: id }}
          onDone={onGone}
          onCancel={() => setDoing('nothing')}
        />
      )}
    </>
  );
}

function Split({ group: { id, records: given }, onGone }: GroupActsProps) {
  const records = useInOrder(given);
  const store = useStore();
  const [problem, setProblem] = useState<string>();
  const [together, setTogether] = useState(false);
  const areTwo = records.length === 2;
  const split = ({ ticked, because }: { readonly ticked: readonly string[]; readonly because?: string }) => {
    if (ticked.length === 0 || ticked.length === records.length) return setProblem(words.splitNeeds);
    const change = newId<ChangeId>('change');
    const said = takeOut({ records: records.map((record) => record.id), group: id }, ticked, together);
    const proposed = store.propose({ ...said, id: change, ...(because === undefined ? {} : { because }) });
    if (!proposed) return undefined;
    store.announce(fill(words.splitNow, { records: counted(ticked.length, 'record') }));
    return onGone(change);
  };
  return (
    <TickedRecords
      records={records}
      legend={areTwo ? words.splitTwo : words.splitWhich}
      label={words.splitTick}
      act={areTwo ? words.splitTwoDo : words.splitDo}
      start={areTwo ? records.slice(1).map((record) => record.id) : []}
      fixed={areTwo}
      problem={problem}
      asksWhy
      further={(ticked) => ticked.length > 1 && <Together together={together} onChange={setTogether} />}
      onDo={split}
    />
  );
}

function Together({ together, onChange }: { readonly together: boolean; readonly onChange: (on: boolean) => void }) {
  const name = useId();
  return (
    <fieldset>
      <legend className="visually-hidden">{words.splitWhich}</legend>
      {[[false, words.splitEach] as const, [true, words.splitTogether] as const].map(([value, label]) => (
        <label key={label}>
          <input type="radio" name={name} checked={together === value} onChange={() => onChange(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
