import type { ChangeId } from '@throughline/core';
import type { DuplicateQuestion } from '@throughline/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useHouse, useServer, useStore } from '../../../house/HouseContext.js';
import { newId } from '../../../house/new-id.js';
import { differentReports, oneReport, type Work } from './one-report.js';
import { type Answered, type Queue, queueOf } from './question-queue.js';
import { useChanged } from './use-changed.js';

/** Questions that are asked for ahead, so that the next one is there at once. */
const ahead = 10;
/** What one request may ask for. */
const most = 200;

/** The questions one by one, and how they are answered. */
export interface Asking extends Queue {
  readonly state: 'loading' | 'failed' | 'here';
  /** True when it was proposed: the next question stands there then. */
  readonly answer: (same: boolean) => boolean;
  readonly putOff: () => void;
}

/** An answer moves on at once; one that is taken back, or refused, brings its question back. */
export function useQuestions(): Asking {
  const store = useStore();
  const server = useServer();
  const { held, done } = useHouse();
  const changed = useChanged();
  const [answers, setAnswers] = useState<readonly Answered[]>([]);
  const [off, setOff] = useState<readonly string[]>([]);
  const limit = Math.min(most, ahead + off.length);
  const asked = useQuery({
    queryKey: ['duplicates', 'questions', server.review, changed, limit],
    queryFn: () => server.duplicateQuestions({ limit }),
    placeholderData: (before) => before,
    gcTime: 10_000,
  });
  const standing = new Set<string>([...held.waiting.map(({ change }) => change.id), ...done.map(({ id }) => id)]);
  const queue = queueOf({
    told: asked.data?.questions ?? [],
    total: asked.data?.total ?? 0,
    isOld: asked.isPlaceholderData || held.waiting.some(({ state }) => state !== 'accepted'),
    answers: answers.map((answer) => ({ ...answer, stands: standing.has(answer.change) })),
    off,
  });
  const { current } = queue;
  return {
    ...queue,
    state: asked.isError ? 'failed' : asked.data === undefined || queue.waits ? 'loading' : 'here',
    answer: (same) => {
      if (current === undefined) return false;
      const change = newId<ChangeId>('change');
      const works = worksIn(current);
      const said = same ? oneReport(works, 'answered', current.why) : differentReports(works);
      const proposed = store.propose({ ...said, id: change });
      if (proposed) setAnswers([...answers, { change, question: current }]);
      return proposed;
    },
    putOff: () => {
      if (current === undefined) return;
      setAnswers(answers.filter(({ question }) => question.id !== current.id));
      setOff([...off.filter((id) => id !== current.id), current.id]);
    },
  };
}

const worksIn = ({ a, b, works: [ofA, ofB] }: DuplicateQuestion): Work[] => [
  { records: startingWith(a.id, ofA), ...(a.group === undefined ? {} : { group: a.group }) },
  { records: startingWith(b.id, ofB), ...(b.group === undefined ? {} : { group: b.group }) },
];

/** The record that was compared speaks for its work. */
const startingWith = (id: string, records: readonly string[]): string[] => [
  id,
  ...records.filter((record) => record !== id),
];
