import type { Answer, Stage } from '@throughline/core';
import { beginningWords, fill, statementWords, votingWords as words } from '@throughline/words';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useHouse, useStore } from '../../house/HouseContext.js';
import { Button } from '../../ui/Button.js';
import { Nothing, Part } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { CriteriaInView } from './CriteriaInView.js';
import styles from './Reading.module.css';
import { RecordToRead, titleOf } from './RecordToRead.js';
import { type Reading, useReading } from './use-reading.js';
import { useVotes } from './use-votes.js';
import { VoteFields } from './VoteFields.js';

const stages: readonly Stage[] = ['title-abstract', 'full-text'];

/** One record after the other, with the criteria in view: include, exclude, maybe, or later. */
export function NextRecord() {
  const [stage, setStage] = useState<Stage>('title-abstract');
  const readings = { 'title-abstract': useReading('title-abstract'), 'full-text': useReading('full-text') };
  return (
    <Part title={words.next}>
      <fieldset className={styles.stages}>
        <legend className="visually-hidden">{words.stage}</legend>
        {stages.map((each) => (
          <label key={each} className={styles.stage}>
            <input type="radio" name="stage" checked={each === stage} onChange={() => setStage(each)} />
            {fill(words.stageIs, { stage: beginningWords.screen.stages[each], left: readings[each].left })}
          </label>
        ))}
      </fieldset>
      <Desk key={stage} stage={stage} reading={readings[stage]} />
    </Part>
  );
}

interface DeskProps {
  readonly stage: Stage;
  readonly reading: Reading;
}

function Desk({ stage, reading }: DeskProps) {
  const desk = useRef<HTMLDivElement>(null);
  const { current, state, done, left } = reading;
  const worked = useRef(false);
  useEffect(() => {
    // The buttons go with the last record; whoever used them is not left nowhere.
    if (current === undefined && worked.current && document.activeElement === document.body) desk.current?.focus();
    worked.current = current !== undefined;
  }, [current]);
  return (
    <div ref={desk} tabIndex={-1} className={styles.desk}>
      {state === 'failed' && <Nothing>{statementWords.failed}</Nothing>}
      {state === 'loading' && <Nothing>{statementWords.loading}</Nothing>}
      {state === 'here' && done + left > 0 && (
        <p className={prose.quiet} data-progress={stage}>
          {fill(words.progress, { done, total: done + left })}
        </p>
      )}
      {state === 'here' && current === undefined && <NothingToRead stage={stage} done={done} />}
      {current !== undefined && <Voting stage={stage} reading={reading} />}
    </div>
  );
}

function NothingToRead({ stage, done }: { readonly stage: Stage; readonly done: number }) {
  const { counts } = useHouse();
  const { review = '' } = useParams({ strict: false });
  if (done > 0) return <Nothing>{words.allRead}</Nothing>;
  if (stage === 'full-text') return <Nothing>{words.nothingAtFullText}</Nothing>;
  if (counts.records > 0) return <Nothing>{words.allRead}</Nothing>;
  return (
    <Nothing>
      {words.nothingYet}{' '}
      <Link to="/$review/gather" params={{ review }}>
        {words.toImport}
      </Link>
    </Nothing>
  );
}

const buttons: readonly (readonly [Answer, letter: string])[] = [
  ['include', 'I'],
  ['exclude', 'E'],
  ['maybe', 'M'],
];

function Voting({ stage, reading }: DeskProps) {
  const store = useStore();
  const { current, following } = reading;
  const { said, say, problem, vote, reasonField } = useVotes(stage, reading, (answer) => {
    if (current === undefined) return;
    const values = { vote: words[answer], title: titleOf(current) };
    store.announce(
      following === undefined
        ? fill(words.votedLast, values)
        : fill(words.voted, { ...values, next: titleOf(following) }),
    );
  });
  if (current === undefined) return null;
  return (
    <>
      <div className={styles.reading}>
        <RecordToRead work={current} />
        <CriteriaInView />
      </div>
      <div className={styles.acts}>
        {buttons.map(([answer, letter]) => (
          <Button key={answer} letter={letter} onClick={() => vote(answer)}>
            {words[answer]}
          </Button>
        ))}
        <Button tone="quiet" letter="S" onClick={reading.skip}>
          {words.skip}
        </Button>
        <VoteFields {...{ stage, said, say, problem, reasonField }} exclude={() => vote('exclude')} />
      </div>
    </>
  );
}
