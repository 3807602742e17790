import { fill, gatheringWords } from '@throughline/words';
import { useRef } from 'react';
import { useHouse } from '../../../house/HouseContext.js';
import type { BroughtFile } from './brought-file.js';

const words = gatheringWords.bring;

/** How long the rest will take, by how fast the bytes went until now. Says nothing before there is something to go by. */
export function TimeLeft({ files }: { readonly files: readonly BroughtFile[] }) {
  const { tasks } = useHouse();
  const began = useRef<{ readonly at: number; readonly done: number }>(undefined);
  const { done, all } = bytesOf(files, tasks);
  began.current ??= { at: performance.now(), done };
  const seconds = (performance.now() - began.current.at) / 1000;
  const went = done - began.current.done;
  if (seconds < 2 || went <= 0) return null;
  return fill(words.left, { time: sayTime((all - done) / (went / seconds)) });
}

type Tasks = Readonly<Record<string, { readonly done: number; readonly of?: number }>>;

/** Of the files that are waited for: sending one counts as half of it, working on it as the other half. */
function bytesOf(files: readonly BroughtFile[], tasks: Tasks): { done: number; all: number } {
  let [done, all] = [0, 0];
  for (const { state, bytes } of files) {
    if (state.at === 'problem' || state.at === 'left' || state.at === 'refused') continue;
    all += bytes;
    if (state.at === 'ready' || state.at === 'brought') done += bytes;
    if (state.at === 'reading' || state.at === 'bringing') {
      const task = tasks[state.task];
      const worked = task?.of === undefined || task.of === 0 ? 0 : task.done / task.of;
      done += (bytes * (state.part + worked)) / 2;
    }
  }
  return { done, all };
}

function sayTime(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const [one, many] = minutes < 2 ? words.seconds : words.minutes;
  const count = minutes < 2 ? Math.max(1, Math.round(seconds)) : minutes;
  return fill(count === 1 ? one : many, { count: count.toLocaleString('en-GB') });
}
