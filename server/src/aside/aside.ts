import { Worker } from 'node:worker_threads';
import {
  type FormatName,
  FormatProblem,
  type ReadOptions,
  type ReadReport,
  type Unpacking,
} from '@throughline/formats';
import type { FromThread, Piece, Task } from './tasks.js';
import type { Telling, Told } from './told-records.js';

// Work that would keep everybody waiting is done aside, in a thread of its own, so that votes and pages go on meanwhile.

/** Compiled, also when these sources run uncompiled in a test: `src` and `dist` stand side by side. */
const program = new URL('../../dist/aside/thread.js', import.meta.url);

/**
 * Reads a file of references piece by piece; `heard` gets what is to be told of its records in order, some at a time. Rejects with a
 * FormatProblem where the file cannot be read as what it is.
 */
export async function readAside<T extends Telling>(
  format: FormatName,
  pieces: AsyncIterable<Uint8Array>,
  tell: T,
  heard: (records: readonly Told<T>[]) => void | Promise<void>,
  options: ReadOptions = {},
): Promise<ReadReport> {
  const coming = pieces[Symbol.asyncIterator]();
  let report: ReadReport | undefined;
  await aside({ do: 'read', format, options, tell }, async (message, answer) => {
    if ('found' in message) await heard(message.found as readonly Told<T>[]);
    if ('report' in message) report = message.report;
    if ('wants' in message) answer({ bytes: alone((await coming.next()).value as Uint8Array | undefined) });
  });
  return ended(report);
}

/** A view crosses the threads with all that it is a view of. */
const alone = (bytes: Uint8Array | undefined): Uint8Array | undefined =>
  bytes === undefined || bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();

/** The files of an archive. Rejects with a FormatProblem where nothing can be had from it. */
export async function unpackedAside(bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<Unpacking> {
  let unpacked: Unpacking | undefined;
  const hear = (message: FromThread): void => {
    if ('unpacked' in message) unpacked = message.unpacked;
  };
  await aside({ do: 'unpack', bytes, name }, hear, signal);
  return ended(unpacked);
}

/** What is stored of a file whose format has its own say in that. */
export async function keptAside(format: FormatName, bytes: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
  let kept: Uint8Array | undefined;
  const hear = (message: FromThread): void => {
    if ('kept' in message) kept = message.kept;
  };
  await aside({ do: 'keep', format, bytes }, hear, signal);
  return ended(kept);
}

function ended<T>(answer: T | undefined): T {
  if (answer === undefined) throw new Error('the thread ended before it had an answer');
  return answer;
}

/**
 * Starts a thread and resolves when it has ended and everything it said was heard, one after the other. Whatever `hear`
 * throws (a stop, a broken upload) ends it at once.
 */
function aside(
  task: Task,
  hear: (message: FromThread, answer: (piece: Piece) => void) => void | Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const worker = new Worker(program, { workerData: task, execArgv: [] });
  return new Promise<void>((resolve, reject) => {
    const fail = (error: unknown) => {
      void worker.terminate();
      reject(error);
    };
    let heard: Promise<void> = Promise.resolve();
    signal?.addEventListener('abort', () => fail(signal.reason), { once: true });
    worker.on('message', (message: FromThread) => {
      if ('problem' in message) return fail(new FormatProblem(message.problem.code, message.problem.values));
      if ('failed' in message) return fail(new Error(message.failed));
      heard = heard.then(() => hear(message, (piece) => worker.postMessage(piece)));
      heard.catch(fail);
    });
    worker.on('error', fail);
    worker.on('exit', () => void heard.then(resolve, reject));
  });
}
