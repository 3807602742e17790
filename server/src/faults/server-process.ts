import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { ReviewId } from '@throughline/core';
import type { PlaceNamed } from '../server-place.js';
import { freePort } from '../free-port.js';
import type { Folded, Listening, Order, ServingTask } from './serve-alone.js';

/** A server that is a process of its own. */
export interface ServerProcess {
  /** Where it listens. */
  readonly address: string;
  /** What people know it by, and the other processes beside it. */
  readonly origin: string;
  readonly setupKey: string | undefined;
  readonly isRunning: () => boolean;
  /** What it wrote down of requests that failed for a reason that nobody foresaw. */
  readonly complaints: () => string;
  readonly clockAhead: (milliseconds: number) => Promise<void>;
  readonly folded: (review: ReviewId) => Promise<Folded>;
  /** As a power cut ends it. */
  readonly kill: () => Promise<void>;
}

/** Starts one; `beside` another it serves the same people under the same name. */
export async function serverProcess(
  at: PlaceNamed,
  { beside, patience }: { readonly beside?: ServerProcess; readonly patience?: number } = {},
): Promise<ServerProcess> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const origin = beside?.origin ?? address;
  const child = fork(new URL('../../dist/faults/serve-alone.js', import.meta.url), {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const task: ServingTask = { at, port, origin, ...(patience === undefined ? {} : { patience }) };
  const { setupKey } = await told<Listening>(child, task).catch((error: unknown) => {
    throw new Error(`it did not start: ${complaints}`, { cause: error });
  });
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    ...{ address, origin, setupKey, isRunning },
    complaints: () => complaints,
    clockAhead: async (clockAhead) => void (await told(child, { clockAhead })),
    folded: (review) => told<Folded>(child, { folded: review }),
    kill: async () => {
      if (!isRunning()) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Says something to a process, and waits for its answer. */
async function told<T>(child: ChildProcess, what: ServingTask | Order): Promise<T> {
  const over = new AbortController();
  const { signal } = over;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`the process ended with ${code}`);
  });
  const answered = once(child, 'message', { signal }).then(([message]) => message as T);
  child.send(what);
  try {
    return await Promise.race([answered, ended]);
  } finally {
    over.abort();
    await Promise.allSettled([answered, ended]);
  }
}
