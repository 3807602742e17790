import { parentPort, workerData } from 'node:worker_threads';
import type { Comparable } from '@throughline/matching';
import { type Strategy, asPeerRecords, byId, sweep } from '../peer.js';
import { scored } from '../sets/score.js';
import { recordsOf } from './made-library.js';

// A peer's strategy in a thread of its own: it does not pause, and whoever waits must be able to look at the clock.

/** What the thread is told. */
export interface Order {
  readonly path: string;
  readonly folder: string;
  readonly strategy: Strategy;
}

const { path, folder, strategy } = workerData as Order;
const works = new Map<string, string>();
const all: Comparable[] = [];
for await (const { records } of recordsOf(path, works)) all.push(...records);
const records = asPeerRecords(all);
parentPort?.postMessage('begun');
const groups = await sweep(folder, strategy, records);
parentPort?.postMessage('done');
parentPort?.postMessage(scored(works, byId(groups, all)));
