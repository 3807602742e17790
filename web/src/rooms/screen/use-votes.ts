import type { Answer, Stage } from '@throughline/core';
import { votingWords as words } from '@throughline/words';
import { type RefObject, useRef, useState } from 'react';
import { useLetter } from '../../ui/keys.js';
import type { Reading } from './use-reading.js';

/** What is said beside a vote. */
export interface SaidBeside {
  readonly reason: string;
  readonly note: string;
}
const nothingSaid: SaidBeside = { reason: '', note: '' };

interface Votes {
  readonly said: SaidBeside;
  readonly say: (said: Partial<SaidBeside>) => void;
  readonly problem: string | undefined;
  readonly vote: (answer: Answer) => void;
  readonly reasonField: RefObject<HTMLInputElement | null>;
}

/** The votes on the record that is read, by button or letter; what was written beside one belongs to that record. */
export function useVotes(stage: Stage, { current, vote, skip }: Reading, onVoted: (answer: Answer) => void): Votes {
  const [written, setWritten] = useState<{
    readonly record?: string;
    readonly said: SaidBeside;
    readonly problem?: string;
  }>({
    said: nothingSaid,
  });
  const reasonField = useRef<HTMLInputElement>(null);
  const record = current?.record;
  const here = written.record === record;
  const said = here ? written.said : nothingSaid;
  const keep = (next: SaidBeside, problem?: string) =>
    setWritten({
      ...(record === undefined ? {} : { record }),
      said: next,
      ...(problem === undefined ? {} : { problem }),
    });
  const cast = (answer: Answer) => {
    const reason = stage === 'full-text' && answer === 'exclude' ? said.reason.trim() : '';
    if (stage === 'full-text' && answer === 'exclude' && reason === '') {
      keep(said, words.reasonNeeded);
      reasonField.current?.focus();
      return;
    }
    const note = said.note.trim();
    if (vote(answer, { ...(reason === '' ? {} : { reason }), ...(note === '' ? {} : { note }) })) onVoted(answer);
  };
  const on = current !== undefined;
  useLetter('i', () => cast('include'), on);
  useLetter('e', () => cast('exclude'), on);
  useLetter('m', () => cast('maybe'), on);
  useLetter('s', skip, on);
  return {
    said,
    say: (part) => keep({ ...said, ...part }),
    problem: here ? written.problem : undefined,
    vote: cast,
    reasonField,
  };
}
