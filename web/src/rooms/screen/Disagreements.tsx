import { nameOf } from '@throughline/evidence';
import { beginningWords, fill, statementWords, votingWords as words } from '@throughline/words';
import type { DisagreementView } from '@throughline/wire';
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useHouse, useServer, useStore } from '../../house/HouseContext.js';
import { useMadeHere } from '../../house/made-here.js';
import { newId } from '../../house/new-id.js';
import { Button } from '../../ui/Button.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Thing } from '../../ui/Thing.js';
import styles from './Reading.module.css';
import { titleOf } from './RecordToRead.js';
import { Reasons } from './VoteFields.js';

/** How many are shown at once. */
const shown = 20;

/** Works whose votes differ, each with who said what; the team settles them here. */
export function Disagreements() {
  const { stored } = useHouse();
  const server = useServer();
  const made = useMadeHere();
  const place = useRef<HTMLDivElement>(null);
  const [settled, setSettled] = useState<Readonly<Record<string, string>>>({});
  const found = useQuery({
    queryKey: ['disagreements', server.review, stored],
    queryFn: () => server.disagreements({ limit: shown }),
    placeholderData: (before) => before,
    gcTime: 10_000,
  });
  if (found.isError) return <Nothing>{statementWords.failed}</Nothing>;
  if (found.data === undefined) return <Nothing>{statementWords.loading}</Nothing>;
  const open = found.data.works.filter((work) => !made.has(settled[keyOf(work)] ?? ''));
  const more = found.data.total - found.data.works.length;
  return (
    <div ref={place} tabIndex={-1} className={styles.desk}>
      {open.length === 0 && <Nothing>{words.disagreementsNone}</Nothing>}
      <ul className={prose.list}>
        {open.map((work) => (
          <Disagreement
            key={keyOf(work)}
            work={work}
            onSettled={(id) => {
              setSettled({ ...settled, [keyOf(work)]: id });
              place.current?.focus();
            }}
          />
        ))}
      </ul>
      {more > 0 && <p className={prose.quiet}>{fill(words.more, { count: more })}</p>}
    </div>
  );
}

const keyOf = ({ record, stage }: DisagreementView): string => `${stage} ${record}`;

interface DisagreementProps {
  readonly work: DisagreementView;
  readonly onSettled: (settlement: string) => void;
}

function Disagreement({ work, onSettled }: DisagreementProps) {
  const { people } = useHouse();
  const store = useStore();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const { record, stage, votes, settlements = [] } = work;
  const needsReason = stage === 'full-text' && !votes.some(({ reason }) => reason !== undefined);
  const settle = (answer: 'include' | 'exclude') => {
    const reason = field.current?.value.trim() ?? '';
    if (answer === 'exclude' && needsReason && reason === '') {
      setProblem(words.reasonNeeded);
      field.current?.focus();
      return;
    }
    const settlement = newId('settlement');
    const said = {
      ...(answer === 'exclude' && reason !== '' ? { reason } : {}),
      // Records that were settled otherwise, each for itself, were grouped since: this settles over both.
      ...(settlements.length > 0 ? { over: settlements } : {}),
    };
    const payload = { id: settlement, record, stage, answer, ...said };
    if (!store.propose({ kind: 'settlement.made', version: 2, payload })) return;
    store.announce(fill(words.settledNow, { title: titleOf(work) }));
    onSettled(settlement);
  };
  return (
    <li>
      <Thing to={{ on: 'gather.records', id: record }} name={titleOf(work)} />
      <p className={`${prose.row} ${prose.small}`}>
        <span>{beginningWords.screen.stages[stage]}</span>
        {votes.map(({ by, answer, reason, note }) => (
          <span key={by}>
            {[fill(words.voteOf, { name: nameOf(people, by), answer: words.said[answer] }), reason, note]
              .filter((part) => part !== undefined)
              .join(' · ')}
          </span>
        ))}
      </p>
      <div className={styles.settle}>
        {(['include', 'exclude'] as const).map((answer) => {
          const deed = answer === 'include' ? words.settleInclude : words.settleExclude;
          const label = fill(words.settleIt, { deed, title: titleOf(work) });
          return (
            <Button key={answer} aria-label={label} onClick={() => settle(answer)}>
              {deed}
            </Button>
          );
        })}
        {needsReason && (
          <label>
            {words.reason}
            <input ref={field} list={`${id}-reasons`} autoComplete="off" />
            <Reasons id={`${id}-reasons`} />
          </label>
        )}
      </div>
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </li>
  );
}
