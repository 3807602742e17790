import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Row, held, quantile, rounded } from '../row.js';
import { Chance } from './chance.js';
import { Colleague, type Waits, timed } from './colleague.js';
import { madeFile } from './made-file.js';
import { searchedWord } from './made-words.js';
import type { Listening, Spent } from './serve-desk.js';
import type { Uploaded } from './upload.js';

const sizes = { before: 400, records: 100_000 } as const;
const searches = 300;

/**
 * A large file arrives at a workbench while somebody else searches it and votes; then the new records are searched.
 * Server, file and colleague are a process each.
 */
export async function takingIn(say: (line: string) => void): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-import-'));
  const server = fork(new URL('./serve-desk.js', import.meta.url), [folder]);
  try {
    const { url } = await told<Listening>(server);
    const measured = await withServer(await Colleague.comeIn(url), say);
    server.send('stop');
    const spent = await told<Spent>(server);
    for (const failure of spent.failed.slice(0, 5)) say(`failed: ${failure}`);
    return rowsOf(measured, spent);
  } finally {
    server.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly uploaded: Uploaded;
  /** Seconds from the request until a search finds a record of the file. */
  readonly searchable: number;
  readonly during: Waits;
  /** Milliseconds of each search when all is there. */
  readonly after: readonly number[];
}

async function withServer(colleague: Colleague, say: (line: string) => void): Promise<Measured> {
  const small = await madeFile('ris', sizes.before);
  const large = await madeFile('ris', sizes.records);
  await upload(colleague, small.path);
  const { records } = await colleague.search('');
  say(`The workbench takes in ${sizes.records} records, ${(large.bytes / 1e6).toFixed(0)} MB …`);
  const began = performance.now();
  let here = false;
  const uploading = upload(colleague, large.path).finally(() => {
    here = true;
  });
  const ids = records.map(({ id }) => id);
  const [uploaded, during] = await Promise.all([uploading, colleague.workUntil(() => here, ids, wordsAsked(500))]);
  await found(colleague);
  const searchable = (performance.now() - began) / 1000;
  const after: number[] = [];
  for (const words of wordsAsked(searches)) after.push(await timed(() => colleague.search(words)));
  return { uploaded, searchable, during, after };
}

/**
 * The last record of the file has its number in its title; it is one of the records that the small file did not hold.
 * A search says how many records it could not look at yet: it is asked again until there are none.
 */
async function found(colleague: Colleague): Promise<void> {
  for (;;) {
    const { records, unsearched } = await colleague.search(String(sizes.records));
    if (records.length > 0 && unsearched === undefined) return;
    if (unsearched === undefined) throw new Error('the last record of the file is not found');
    await wait(100);
  }
}

/** One word or two, as people type them, common and rare. */
function wordsAsked(many: number): string[] {
  const chance = new Chance(7);
  return Array.from({ length: many }, (_, n) =>
    n % 2 === 0 ? searchedWord(chance) : `${searchedWord(chance)} ${searchedWord(chance)}`,
  );
}

async function upload({ sources, cookie }: Colleague, path: string): Promise<Uploaded> {
  return told(fork(new URL('./upload.js', import.meta.url), [sources, cookie, path]));
}

/** What a process says next. */
async function told<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a process ended with ${code}`);
  });
  const answered = once(child, 'message').then(([message]) => message as T);
  const first = await Promise.race([answered, ended]);
  ended.catch(() => {});
  return first;
}

const wallTime = 'A person waits for it, and a durable write waits for the disk.';

function rowsOf({ uploaded, searchable, during, after }: Measured, { cpu, peak, failed }: Spent): Row[] {
  const row = (measure: string, unit: string, ours: number) => ({
    ...{ case: 'workbench', measure, unit, ours: rounded(ours), because: wallTime },
  });
  const small = [...during.searches, ...during.votes];
  return [
    held(row('records of the file that were taken in', 'of them', uploaded.read), `>= ${sizes.records}`),
    held(row('file to stored, indexed and found', 's', searchable), '<= 30'),
    row('file to answer', 's', uploaded.seconds),
    row('searches and votes of another window meanwhile', 'of them', small.length),
    row('search meanwhile, 95th of a hundred', 'ms', quantile(during.searches, 0.95)),
    row('vote meanwhile, 95th of a hundred', 'ms', quantile(during.votes, 0.95)),
    held(row('longest wait of another window meanwhile', 'ms', Math.max(...small)), '<= 1000'),
    row('search afterwards, median', 'ms', quantile(after, 0.5)),
    held(row('search afterwards, 95th of a hundred', 'ms', quantile(after, 0.95)), '<= 100'),
    held(row('requests that failed', 'of them', failed.length), '<= 0'),
    { case: 'workbench', measure: 'CPU time of the server, all together', unit: 's', ours: rounded(cpu) },
    { case: 'workbench', measure: 'most memory of the server', unit: 'MB', ours: rounded(peak) },
  ];
}
