import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { asId } from '@throughline/core';
import { folderStore, postgresStore } from '@throughline/storage';
import { type Place, placesToMeasure } from '../places.js';
import { type Row, held, rounded } from '../row.js';
import type { Found, Task } from './load.js';
import { type Recounted, recount } from './recount.js';
import type { Listening, Spent } from './serve.js';

const size = { reviewers: 100, records: 5000 } as const;
/** A little more than the 200 changes a second that are promised. */
const load = { pace: 210, seconds: 60, rushSeconds: 20 } as const;

/**
 * A team's server under load: a hundred people, each signed in and with an open window, vote, change their votes and
 * write memos, over HTTP from a process of their own. In the end the log is read again from the store and held against
 * what each of them was told.
 */
export async function server(say: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  for (const start of placesToMeasure) {
    const place = await start();
    try {
      say(`${place.name}: ${size.reviewers} people come in, ${size.records} records are imported …`);
      const { found, spent } = await underLoad(place);
      for (const failure of [...found.failed.slice(0, 5), ...spent.failed.slice(0, 5)]) say(`failed: ${failure}`);
      rows.push(...rowsOf(place.name, found, spent, await recounted(place, found)));
    } finally {
      await place.remove();
    }
  }
  return rows;
}

async function underLoad({ at }: Place): Promise<{ found: Found; spent: Spent }> {
  const serving = fork(new URL('./serve.js', import.meta.url));
  const children = [serving];
  try {
    const { origin, setupKey } = await asked<Listening>(serving, at);
    const loading = fork(new URL('./load.js', import.meta.url));
    children.push(loading);
    const found = await asked<Found>(loading, { origin, setupKey, ...size, ...load } satisfies Task);
    return { found, spent: await asked<Spent>(serving, 'stop') };
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
}

/** Says something to a process, and waits for its answer. */
async function asked<T>(child: ChildProcess, what: object | string): Promise<T> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a process ended with ${code}`);
  });
  const answered = once(child, 'message').then(([message]) => message as T);
  child.send(what);
  const first = await Promise.race([answered, ended]);
  ended.catch(() => {});
  return first;
}

async function recounted({ at }: Place, { review, accepted }: Found): Promise<Recounted> {
  const store = 'database' in at ? await postgresStore(at.database) : await folderStore(at.folder);
  try {
    return await recount(store, asId(review), accepted, (change) => change.startsWith('bench-'));
  } finally {
    await store.close();
  }
}

const wallTime = 'A person waits for it, and a durable write waits for the disk.';

function rowsOf(name: string, found: Found, spent: Spent, counted: Recounted): Row[] {
  const { paced, rush, live } = found;
  const wall = (measure: string, unit: string, ours: number) => ({
    ...{ case: name, measure, unit, ours: rounded(ours), because: wallTime },
  });
  const none = (measure: string, ours: number): Row => held({ case: name, measure, unit: 'of them', ours }, '<= 0');
  return [
    held(wall('accepted changes at an even pace', 'a second', paced.accepted / paced.seconds), '>= 200'),
    wall('change to answer, median', 'ms', paced.median),
    held(wall('change to answer, 99th of a hundred', 'ms', paced.p99), '<= 100'),
    wall('change to every other window, median', 'ms', live.median),
    held(wall('change to every other window, 95th of a hundred', 'ms', live.p95), '<= 500'),
    wall('change to every other window, 99th of a hundred', 'ms', live.p99),
    wall('accepted changes as fast as they are answered', 'a second', rush.accepted / rush.seconds),
    none('acknowledged changes that are not in the log', counted.lost),
    none('changes that are in the log twice', counted.doubled),
    none('gaps in the log', counted.gaps),
    none('changes in the log that nobody was told of', counted.unasked),
    none('changes that a window never heard of', found.unheard),
    none('changes that a window heard of twice', found.doubled),
    none('windows that had to start again', found.again),
    none('requests that failed', found.failed.length + spent.failed.length),
    { case: name, measure: 'CPU time of the server, all together', unit: 's', ours: rounded(spent.cpu) },
    { case: name, measure: 'most memory of the server', unit: 'MB', ours: rounded(spent.peak) },
  ];
}
