import { fork } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqlite } from '@throughline/storage';
import { type Size, bigReview, bigReviewId } from '../big-review.js';
import { type Row, held, median, rounded } from '../row.js';

/** The largest review that is promised to open quickly. */
const size: Size = { records: 100_000, changes: 300_000 };
const runs = 5;

/**
 * How long a server that has just been started takes to open a large review, from a snapshot and without one, and what
 * the open review takes of its memory. Each run is a process of its own.
 */
export async function opening(say: (line: string) => void): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-opening-'));
  try {
    const file = join(folder, 'big.throughline');
    say(`Writing ${size.changes} changes on ${size.records} records …`);
    await writeReview(file);
    const without: Opened[] = [];
    const from: Opened[] = [];
    // The first run without a snapshot leaves one behind.
    for (let run = 0; run < runs; run += 1) {
      without.push(await openCold(file, 'no'));
      from.push(await openCold(file, 'yes'));
      say(
        `Run ${run + 1}: ${without[run]?.wall.toFixed(0)} ms without, ${from[run]?.wall.toFixed(0)} ms from a snapshot`,
      );
    }
    return rowsOf(without, from, (await stat(file)).size);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeReview(file: string): Promise<void> {
  const keeper = await createSqlite(file);
  const log = [...bigReview(size)];
  for (let seen = 0; seen < log.length; seen += 5000)
    await keeper.append(bigReviewId, seen, log.slice(seen, seen + 5000));
  await keeper.close();
}

interface Opened {
  readonly wall: number;
  readonly cpu: number;
  readonly longestTurn: number;
  readonly firstNumbers: number;
  readonly head: number;
  readonly records: number;
  readonly conflicts: number;
  readonly megabytes: number;
  readonly peak: number;
}

function openCold(file: string, snapshot: 'yes' | 'no'): Promise<Opened> {
  const child = fork(new URL('./open-cold.js', import.meta.url), [file, snapshot], { execArgv: ['--expose-gc'] });
  return new Promise((resolve, reject) => {
    let opened: Opened | undefined;
    child.once('message', (message) => {
      opened = message as Opened;
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== 0 || opened === undefined) reject(new Error(`opening ended with ${code}`));
      else if (!isWhole(opened))
        reject(new Error(`what was opened is not what was written: ${JSON.stringify(opened)}`));
      else resolve(opened);
    });
  });
}

const isWhole = ({ head, records, conflicts }: Opened): boolean =>
  head === size.changes && records === size.records && conflicts === 0;

const wallTime = 'A person waits for it: reading the file in its thread and folding run side by side.';

function rowsOf(without: readonly Opened[], from: readonly Opened[], bytes: number): Row[] {
  const wall = (opened: readonly Opened[], what: string, goal: number) =>
    held(
      { case: what, measure: 'open, wall time', unit: 'ms', ours: mid(opened, 'wall'), because: wallTime },
      `<= ${goal}`,
    );
  const plain = (opened: readonly Opened[], what: string, measure: string, unit: string, key: keyof Opened): Row => ({
    ...{ case: what, measure, unit, ours: mid(opened, key) },
  });
  const cases = [
    ['from a snapshot', from, 3000],
    ['without a snapshot', without, 15_000],
  ] as const;
  return [
    ...cases.flatMap(([what, opened, goal]) => [
      wall(opened, what, goal),
      plain(opened, what, 'open, CPU time of the process', 'ms', 'cpu'),
      plain(opened, what, 'longest time in which nothing else had its turn', 'ms', 'longestTurn'),
      plain(opened, what, 'first numbers after opening', 'ms', 'firstNumbers'),
      plain(opened, what, 'most memory of the process', 'MB', 'peak'),
    ]),
    held({ case: 'open', measure: 'memory that the review holds', unit: 'MB', ours: mid(from, 'megabytes') }, '<= 600'),
    { case: 'on disk', measure: 'file with its snapshot', unit: 'MB', ours: rounded(bytes / 2 ** 20) },
  ];
}

const mid = (opened: readonly Opened[], key: keyof Opened): number => rounded(median(opened.map((each) => each[key])));
