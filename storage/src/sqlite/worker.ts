import { parentPort, workerData } from 'node:worker_threads';
import { StoreProblem } from '../contract.js';
import type { FromWorker, Task, ToWorker, ToldError } from './calls.js';
import { copyFile, createFile } from './create.js';
import { settleFile } from './settle-file.js';
import { ReviewFile } from './review-file.js';
import { reviewIn } from './whose.js';

// The thread in which SQLite works, so that whoever asks it never waits: one a file, and one for each copy being made.

const say = (message: FromWorker): void => parentPort?.postMessage(message);
const told = (error: unknown): ToldError =>
  error instanceof StoreProblem
    ? { code: error.code, values: error.values, message: error.message }
    : { message: error instanceof Error ? error.message : String(error) };

async function start(task: Task): Promise<void> {
  if (task.do === 'copy') {
    await copyFile(task.file, task.to);
    say({ ready: { copy: '', readOnly: undefined, whose: [] } });
    return;
  }
  if (task.do === 'settle') {
    settleFile(task.file, task.patience);
    say({ ready: { copy: '', readOnly: undefined, whose: [] } });
    return;
  }
  if (task.do === 'whose') {
    say({ ready: { copy: '', readOnly: undefined, whose: task.files.map(whose) } });
    return;
  }
  if (task.do === 'create') await createFile(task.file);
  const file = new ReviewFile(task.file, task.patience, task.do === 'open' ? task.strange : undefined);
  serve(file);
  say({ ready: { copy: file.copy, readOnly: file.readOnly && told(file.readOnly), whose: [] } });
}

function whose(file: string) {
  try {
    return { review: reviewIn(file) };
  } catch (error) {
    return { problem: told(error) };
  }
}

/** Milliseconds without an append after which the file is brought up to date. */
const restsAfter = 1000;

function serve(file: ReviewFile): void {
  let following: NodeJS.Timeout | undefined;
  let resting: NodeJS.Timeout | undefined;
  const wrote = () => {
    setImmediate(index, file);
    clearTimeout(resting);
    resting = setTimeout(quietly, restsAfter, () => file.settle());
  };
  parentPort?.on('message', (message: ToWorker) => {
    if ('follow' in message) {
      clearInterval(following);
      following = message.follow > 0 ? setInterval(quietly, message.follow, () => look(file)) : undefined;
      return;
    }
    if ('written' in message) return wrote();
    answer(file, message);
    if (message.method === 'append') wrote();
    if (message.method === 'close' || message.method === 'letGo') process.exit(0);
  });
  setImmediate(index, file);
}

function answer(file: ReviewFile, { call, method, args }: Extract<ToWorker, { call: number }>): void {
  try {
    const work = file[method] as (...given: readonly unknown[]) => unknown;
    say({ call, answer: work.apply(file, [...args]) });
  } catch (error) {
    say({ call, error: told(error) });
  }
}

function look(file: ReviewFile): void {
  if (file.moved()) say({ moved: true });
}

/** Fills the search index a piece at a time, between two calls. */
function index(file: ReviewFile): void {
  quietly(() => {
    if (file.indexSome()) setImmediate(index, file);
  });
}

/**
 * What nobody asked for fails without a word, and never ends the thread: it is done with the next append, or when it is
 * asked for, which then says why it cannot be.
 */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // Busy, full, or damaged.
  }
}

start(workerData as Task).catch((error: unknown) => say({ failed: told(error) }));
