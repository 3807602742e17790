import { Worker } from 'node:worker_threads';
import type { FormatName, FoundRecord, ReadReport } from '@throughline/formats';
import type { Comparable, Pair } from '@throughline/matching';
import type { FromThread, Piece, Task } from './tasks.js';

// Work that would keep everybody waiting is done aside, in a thread of its own, so that votes and pages go on meanwhile.

/** Compiled, also when these sources run uncompiled in a test: `src` and `dist` stand side by side. */
const program = new URL('../../dist/aside/thread.js', import.meta.url);

/** The pairs that might be the same report (matching's `likelyPairs`). */
export async function comparedAside(records: readonly Comparable[]): Promise<readonly Pair[]> {
  let pairs: readonly Pair[] = [];
  await aside({ do: 'compare', records }, (message) => {
    if ('pairs' in message) pairs = message.pairs;
  });
  return pairs;
}

/** Reads a file of references piece by piece; `heard` gets its records in order, some at a time. */
export async function readAside(
  format: FormatName,
  pieces: AsyncIterable<Uint8Array>,
  heard: (records: readonly FoundRecord[]) => void,
): Promise<ReadReport> {
  const coming = pieces[Symbol.asyncIterator]();
  let report: ReadReport | undefined;
  await aside({ do: 'read', format }, async (message, answer) => {
    if ('found' in message) heard(message.found);
    if ('report' in message) report = message.report;
    if ('wants' in message) answer({ bytes: (await coming.next()).value as Uint8Array | undefined });
  });
  if (report === undefined) throw new Error('the thread that read the file ended before it had a report');
  return report;
}

/** Starts a thread and resolves when it has ended. Whatever `hear` throws (a stop, a broken upload) ends it at once. */
function aside(
  task: Task,
  hear: (message: FromThread, answer: (piece: Piece) => void) => void | Promise<void>,
): Promise<void> {
  const worker = new Worker(program, { workerData: task, execArgv: [] });
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      void worker.terminate();
      reject(error);
    };
    worker.on('message', (message: FromThread) => {
      if ('failed' in message) return fail(new Error(message.failed));
      Promise.resolve(hear(message, (piece) => worker.postMessage(piece))).catch(fail);
    });
    worker.on('error', fail);
    worker.on('exit', () => resolve());
  });
}
