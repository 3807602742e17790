import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { type FormatName, type FoundRecord, formats, summarise } from '@throughline/formats';
import { likelyPairs } from '@throughline/matching';
import type { FromThread, Piece, Task } from './tasks.js';

// The thread of one long task; aside.ts starts it, and ends it where nobody waits any more.

const port = parentPort;
const say = (message: FromThread): void => port?.postMessage(message);

/** Records that cross the threads at once. */
const batch = 250;

async function* pieces(): AsyncGenerator<Uint8Array> {
  for (;;) {
    if (port === null) return;
    say({ wants: true });
    const [{ bytes }] = (await once(port, 'message')) as [Piece];
    if (bytes === undefined) return;
    yield bytes;
  }
}

async function read(name: FormatName): Promise<void> {
  const format = formats.find((each) => each.name === name);
  if (format === undefined) throw new Error(`no format is called ${name}`);
  let found: FoundRecord[] = [];
  const report = await summarise(format.read(pieces()), (record) => {
    found.push(record);
    if (found.length < batch) return;
    say({ found });
    found = [];
  });
  say({ found });
  say({ report });
}

async function start(task: Task): Promise<void> {
  if (task.do === 'read') await read(task.format);
  else say({ pairs: likelyPairs(task.records) });
}

start(workerData as Task).catch((error: unknown) =>
  say({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
);
