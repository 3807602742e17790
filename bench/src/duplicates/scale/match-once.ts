import { Worker } from 'node:worker_threads';
import { type Comparable, Matcher, settle } from '@throughline/matching';
import type { Strategy } from '../peer.js';
import { falselyJoined } from '../sets/falsely-joined.js';
import { type Group, type Score, scored } from '../sets/score.js';
import { recordsOf } from './made-library.js';
import type { Order } from './sweep-once.js';

// One library matched once in a process of its own. Arguments: a file of records; for a peer also the folder that it is
// in, its strategy, and after how many CPU seconds it is stopped.

/** What it took. */
export interface Matched {
  /** Seconds of CPU time, from the first record handed over to the last group. */
  readonly cpu: number;
  /** Megabytes that the process held at most. */
  readonly peak: number;
  readonly score: Score;
  readonly questions: number;
  /** The records that came late, matched against all the others. */
  readonly later?: Later;
}
/** What a peer's strategy took, and what it found; nothing where it was stopped. */
export interface Swept {
  readonly cpu: number;
  readonly score?: Score;
}
/** Seconds. */
export interface Later {
  readonly cpu: number;
  readonly wall: number;
}

const [path = '', folder, strategy, most] = process.argv.slice(2) as [string?, string?, Strategy?, string?];
if (folder === undefined || strategy === undefined) process.send?.(await ours());
else process.send?.(await swept({ path, folder, strategy }, Number(most)));

async function ours(): Promise<Matched> {
  const [matcher, works, held] = [new Matcher(), new Map<string, string>(), [] as Comparable[]];
  let cpu = 0;
  for await (const { records, late } of recordsOf(path, works)) {
    held.push(...late);
    cpu += cpuOf(() => matcher.add(records));
  }
  let settled = settle([], { groups: [], distinct: [] });
  cpu += cpuOf(() => {
    settled = settle(matcher.pairs(), { groups: [], distinct: [] });
  });
  const groups = settled.sure.map(({ records }) => records);
  const found = { cpu, peak: peak(), score: scored(works, groups), questions: settled.questions.length };
  const later = addedTo(matcher, groups, held);
  for (const pair of await falsePairs(groups, works)) process.stderr.write(`${pair}\n`);
  return { ...found, later };
}

/** The first of them in words. The records are read once more: to hold them from the beginning would cost memory. */
async function falsePairs(groups: readonly Group[], works: Map<string, string>): Promise<string[]> {
  const wrong = groups.filter((group) => new Set(group.map((id) => works.get(id))).size > 1);
  const ids = new Set(wrong.flat());
  const among: Comparable[] = [];
  if (ids.size > 0) {
    for await (const { records } of recordsOf(path, works)) among.push(...records.filter(({ id }) => ids.has(id)));
  }
  return falselyJoined(among, works, wrong).slice(0, 10);
}

/** All that the workbench has to do when records come: the groups that were found before stand by now. */
function addedTo(matcher: Matcher, groups: readonly Group[], records: readonly Comparable[]): Later {
  const standing = groups.map((its) => ({ id: `group of ${its[0]}`, records: its }));
  const began = performance.now();
  const cpu = cpuOf(() => {
    matcher.add(records);
    settle(matcher.pairs(), { groups: standing, distinct: [] });
  });
  return { cpu, wall: (performance.now() - began) / 1000 };
}

/** Looks once a second whether it has gone on for too long, in CPU time: a busy machine is not the peer's fault. */
async function swept(order: Order, most: number): Promise<Swept> {
  const thread = new Worker(new URL('./sweep-once.js', import.meta.url), { workerData: order });
  let before = process.cpuUsage();
  let timer: NodeJS.Timeout | undefined;
  const found = await new Promise<Swept>((resolve, reject) => {
    let cpu = 0;
    timer = setInterval(() => secondsSince(before) > most && resolve({ cpu: secondsSince(before) }), 1000);
    thread.on('message', (message: 'begun' | 'done' | Score) => {
      if (message === 'begun') before = process.cpuUsage();
      else if (message === 'done') cpu = secondsSince(before);
      else resolve({ cpu, score: message });
    });
    thread.on('error', reject);
  });
  clearInterval(timer);
  await thread.terminate();
  return found;
}

/** Seconds of CPU time, what the engine's own threads took with them. */
function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return secondsSince(before);
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function peak(): number {
  return process.resourceUsage().maxRSS / 1024;
}
