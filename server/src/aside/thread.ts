import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { type Format, type FormatName, FormatProblem, formats, summarise, unpack } from '@throughline/formats';
import type { FromThread, Piece, Task } from './tasks.js';
import { tellings } from './told-records.js';

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

async function read({ format, options, tell }: Extract<Task, { do: 'read' }>): Promise<void> {
  let found: Extract<FromThread, { found: unknown }>['found'][number][] = [];
  const report = await summarise(formatNamed(format).read(pieces(), options), (record) => {
    found.push(tellings[tell](record));
    if (found.length < batch) return;
    say({ found });
    found = [];
  });
  say({ found });
  say({ report });
}

function formatNamed(name: FormatName): Format {
  const format = formats.find((each) => each.name === name);
  if (format === undefined) throw new Error(`no format is called ${name}`);
  return format;
}

async function start(task: Task): Promise<void> {
  if (task.do === 'read') await read(task);
  else if (task.do === 'unpack') say({ unpacked: unpack(task.bytes, undefined, task.name) });
  else say({ kept: (await formatNamed(task.format).kept?.(task.bytes)) ?? task.bytes });
}

start(workerData as Task).catch((error: unknown) => {
  if (error instanceof FormatProblem) say({ problem: { code: error.code, values: error.values } });
  else say({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
});
