import type { Answer, Stage } from '@throughline/core';
import type { WorkView } from '@throughline/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useHouse, useServer, useStore } from '../../house/HouseContext.js';
import { useMadeHere } from '../../house/made-here.js';
import { newId } from '../../house/new-id.js';

/** Records that are asked for ahead, so that the next one is there at once. */
const ahead = 10;
/** What one question may ask for. */
const most = 200;

/** A vote that was given here, and the work as it was read. */
interface Voted {
  readonly vote: string;
  readonly work: WorkView;
}

/** The queue of one person at one stage. */
export interface Reading {
  readonly state: 'loading' | 'failed' | 'here';
  readonly current: WorkView | undefined;
  /** The one after it. */
  readonly following: WorkView | undefined;
  readonly done: number;
  readonly left: number;
  readonly vote: (answer: Answer, said: { reason?: string; note?: string }) => boolean;
  readonly skip: () => void;
}

/** What is next to read. A vote moves on at once; a vote that is taken back brings its record back. */
export function useReading(stage: Stage): Reading {
  const store = useStore();
  const { stored, held } = useHouse();
  const server = useServer();
  const made = useMadeHere();
  const [votes, setVotes] = useState<readonly Voted[]>([]);
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const limit = Math.min(most, ahead + skipped.length);
  const asked = useQuery({
    queryKey: ['next', server.review, stage, stored, limit],
    queryFn: () => server.next({ stage, limit }),
    placeholderData: (before) => before,
    gcTime: 10_000,
  });
  const standing = new Set(votes.filter(({ vote }) => made.has(vote)).map(({ work }) => work.record));
  const told = asked.data?.works ?? [];
  const unread = told.filter(({ record }) => !standing.has(record));
  // What came back shows before the server says so; then the server's word counts.
  const settled = !asked.isPlaceholderData && held.waiting.length === 0;
  const back = votes
    .filter(({ vote, work: { record } }) => !made.has(vote) && !standing.has(record))
    .filter(({ work: { record } }) => !settled || unread.some((each) => each.record === record))
    .map(({ work }) => work)
    .toReversed();
  const isBack = (record: string) => back.some((each) => each.record === record);
  const open = unread.filter(({ record }) => !skipped.includes(record) && !isBack(record));
  const [current, following] = [...back, ...(open.length > 0 ? open : unread.filter(({ record }) => !isBack(record)))];
  return {
    state: asked.isError ? 'failed' : asked.data === undefined ? 'loading' : 'here',
    current,
    following,
    done: (asked.data?.done ?? 0) + told.length - unread.length,
    left: (asked.data?.left ?? 0) - told.length + unread.length,
    vote: (answer, said) => {
      if (current === undefined) return false;
      const vote = newId('vote');
      const payload = { id: vote, record: current.record, stage, answer, ...said };
      const proposed = store.propose({ kind: 'vote.made', payload });
      if (proposed) setVotes([...votes, { vote, work: current }]);
      return proposed;
    },
    skip: () => {
      if (current === undefined) return;
      const others = [...back, ...open].some(({ record }) => record !== current.record);
      setSkipped(others ? [...skipped, current.record] : []);
      setVotes(votes.filter(({ vote, work }) => made.has(vote) || work.record !== current.record));
    },
  };
}
