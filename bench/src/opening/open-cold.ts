import { setTimeout as wait } from 'node:timers/promises';
import { heldCounts } from '@throughline/core';
import { type Keeper, OpenReview, openSqlite } from '@throughline/storage';
import { bigReviewId } from '../big-review.js';

// A server that has just been started opens one review and answers with its first numbers; then it is let go.
// Arguments: the file, and whether a snapshot may be used and is left on closing.

const [file = '', withSnapshot = 'yes'] = process.argv.slice(2);
const before = process.memoryUsage();
const started = { wall: performance.now(), cpu: process.cpuUsage() };

const keeper: Keeper = await openSqlite(file);
if (withSnapshot === 'no') keeper.snapshot = async () => undefined;
let longestTurn = 0;
let lastTurn = performance.now();
const beat = setInterval(() => {
  longestTurn = Math.max(longestTurn, performance.now() - lastTurn);
  lastTurn = performance.now();
}, 1);
const open = await OpenReview.open(keeper, bigReviewId);
const wall = performance.now() - started.wall;
const cpu = process.cpuUsage(started.cpu);
clearInterval(beat);

const counting = performance.now();
const counts = heldCounts(open.review);
const firstNumbers = performance.now() - counting;
const peak = process.resourceUsage().maxRSS / 1024;
await collected();
const after = process.memoryUsage();
process.send?.({
  wall,
  cpu: (cpu.user + cpu.system) / 1000,
  longestTurn,
  firstNumbers,
  head: open.head,
  records: counts.records,
  conflicts: open.review.conflicts.length,
  megabytes: (after.heapUsed - before.heapUsed) / 2 ** 20,
  peak,
});
await open.close();
await keeper.close();

/** Until the collector has nothing more to take: what stays is what the open review holds. */
async function collected(): Promise<void> {
  for (let n = 0; n < 5; n += 1) {
    globalThis.gc?.();
    await wait(20);
  }
}
