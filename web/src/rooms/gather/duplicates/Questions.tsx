import type { DuplicateQuestion } from '@throughline/wire';
import { counted, duplicatesWords, fill, sayWhy, statementWords } from '@throughline/words';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { useStore } from '../../../house/HouseContext.js';
import { Button } from '../../../ui/Button.js';
import { useLetter } from '../../../ui/keys.js';
import { Nothing } from '../../../ui/Page.js';
import { Compared, nameOfRecord } from './Compared.js';
import styles from './Duplicates.module.css';
import { titleOf } from './title-of.js';
import { type Asking, useQuestions } from './use-questions.js';

const words = duplicatesWords.questions;

/** The questions one by one: same, different, or later. */
export function Questions() {
  const desk = useRef<HTMLDivElement>(null);
  const asking = useQuestions();
  const { state, current, answered, left } = asking;
  useHeldFocus(desk, current?.id);
  if (state === 'failed') return <p role="alert">{statementWords.failed}</p>;
  return (
    <div ref={desk} tabIndex={-1} className={styles.desk} data-questions={state}>
      {current === undefined && state === 'loading' && <Nothing>{duplicatesWords.comparing}</Nothing>}
      {current === undefined && state === 'here' && <Nothing>{answered > 0 ? words.none : words.noneYet}</Nothing>}
      {current !== undefined && (
        <>
          <p className={styles.progress}>
            <strong data-progress="questions">{fill(words.progress, { at: answered + 1, of: answered + left })}</strong>
            {asking.putOffBefore && <span>{words.later}</span>}
          </p>
          <Question question={current} />
          <Answers asking={asking} question={current} />
        </>
      )}
    </div>
  );
}

/** Whoever worked here is not left nowhere when the buttons go, and begins the next question at its beginning. */
function useHeldFocus(desk: RefObject<HTMLDivElement | null>, question: string | undefined) {
  const before = useRef(question);
  useEffect(() => {
    if (before.current !== undefined && before.current !== question) {
      if (document.activeElement === document.body) desk.current?.focus({ preventScroll: true });
      if ((desk.current?.getBoundingClientRect().top ?? 0) < 0) desk.current?.scrollIntoView({ block: 'start' });
    }
    before.current = question;
  }, [desk, question]);
}

function Question({ question: { a, b, works, why } }: { readonly question: DuplicateQuestion }) {
  const records = useMemo(() => [a, b], [a, b]);
  const inGroups = [a, b].flatMap((record, at) => {
    const others = (works[at as 0 | 1]?.length ?? 1) - 1;
    return others > 0 ? [`${nameOfRecord(record)}: ${fill(words.inGroup, { others: counted(others, 'other') })}`] : [];
  });
  return (
    <>
      <p className={styles.why}>
        {[sayWhy(why), ...inGroups.map((each) => `${each}.`)].filter((each) => each !== '').join(' ')}
      </p>
      <Compared records={records} why={why} />
    </>
  );
}

function Answers({ asking, question }: { readonly asking: Asking; readonly question: DuplicateQuestion }) {
  const store = useStore();
  const title = titleOf(question.a.reference);
  const { following } = asking;
  const then = following === undefined ? words.last : fill(words.next, { title: titleOf(following.a.reference) });
  const say = (said: string) => store.announce(`${fill(said, { title })} ${then}`);
  const answer = (same: boolean) => {
    if (asking.answer(same)) say(same ? words.answeredSame : words.answeredDifferent);
  };
  const later = () => {
    asking.putOff();
    say(words.putOff);
  };
  useLetter('s', () => answer(true));
  useLetter('d', () => answer(false));
  useLetter('l', later);
  return (
    // biome-ignore lint/a11y/useSemanticElements: three buttons of one question, and no form
    <div className={styles.acts} role="group" aria-label={words.acts}>
      <Button letter="S" onClick={() => answer(true)}>
        {words.same}
      </Button>
      <Button letter="D" onClick={() => answer(false)}>
        {words.different}
      </Button>
      <Button tone="quiet" letter="L" onClick={later}>
        {words.laterDo}
      </Button>
    </div>
  );
}
