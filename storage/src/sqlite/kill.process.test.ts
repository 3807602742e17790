import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type PersonId, type ReviewId, asId, fold } from '@throughline/core';
import { expect, test } from 'vitest';
import { OpenReview } from '../open-review.js';
import { startReview } from '../start-review.js';
import { createSqlite, openSqlite } from './keeper.js';
import { tempFolder } from './temp-folder.js';

const writer = fileURLToPath(new URL('../../dist/sqlite/kill-writer.js', import.meta.url));
const ann = asId<PersonId>('ann');
const kills = 200;
/** Two files, each with its own writer after writer, so that both cores are busy. */
const lanes = 2;
/** New after so many kills, so that small and large files are both killed. */
const killsPerFile = 25;

const seed = Number(process.env.THROUGHLINE_SEED ?? Date.now() % 1_000_000);

test(`L2 nothing acknowledged is lost in ${kills} kills (THROUGHLINE_SEED=${seed})`, { timeout: 300_000 }, async () => {
  const each = Array.from({ length: lanes }, (_, lane) => killing(lane, kills / lanes));
  const done = await Promise.all(each);
  expect(done.reduce((sum, { killed }) => sum + killed, 0)).toBe(kills);
  expect(done.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(kills);
});

async function killing(lane: number, times: number) {
  const random = randomNumbers(seed + lane);
  const folder = tempFolder();
  let acknowledgedInAll = 0;
  let killed = 0;
  let file = '';
  let acknowledged: string[] = [];
  try {
    for (; killed < times; killed += 1) {
      if (killed % killsPerFile === 0) {
        file = await startedFile(folder.free());
        acknowledged = [];
      }
      acknowledged.push(...(await writeAndKill(file, random)));
      await expectWhole(file, acknowledged, killed % 10 === 9);
      acknowledgedInAll += acknowledged.length;
    }
  } finally {
    folder.remove();
  }
  return { killed, acknowledged: acknowledgedInAll };
}

async function startedFile(file: string): Promise<string> {
  const keeper = await createSqlite(file);
  const open = await startReview(keeper, { title: 'Link workers', id: asId<ReviewId>('r'), by: ann, name: 'Ann' });
  await open.close();
  await keeper.close();
  return file;
}

/** The ids that it acknowledged before it was killed: at any moment, most often while it writes. */
async function writeAndKill(file: string, random: () => number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, file, 'r', ann], { stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: string[] = [];
  child.stderr.on('data', (text) => errors.push(String(text)));
  const acknowledged: string[] = [];
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, signal) => resolve(signal)));
  const first = firstOf(child, (line) => acknowledged.push(...line.split(' ')));
  // One in ten is killed before its first answer: while it opens, repairs or folds.
  if (random() < 0.1) await pause(random() * 200);
  else {
    await Promise.race([first, ended]);
    await pause(random() * 120);
  }
  child.kill('SIGKILL');
  expect([await ended, errors.join('')]).toEqual(['SIGKILL', '']);
  return acknowledged;
}

/** Hears whole lines only: half a line is no acknowledgement. */
function firstOf(child: ChildProcess, hear: (line: string) => void): Promise<void> {
  return new Promise((resolve) => {
    let rest = '';
    child.stdout?.on('data', (text) => {
      const lines = (rest + String(text)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(line);
      if (lines.length > 0) resolve();
    });
  });
}

async function expectWhole(file: string, acknowledged: readonly string[], thoroughly: boolean): Promise<void> {
  const keeper = await openSqlite(file);
  const changes = await keeper.changes(asId<ReviewId>('r'));
  expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, at) => at + 1));
  const held = new Set<string>(changes.map(({ id }) => id));
  expect(acknowledged.filter((id) => !held.has(id))).toEqual([]);
  const review = fold(changes);
  expect([review.conflicts, review.newer]).toEqual([[], []]);
  if (thoroughly) {
    expect(await keeper.integrity()).toEqual([]);
    const open = await OpenReview.open(keeper, asId<ReviewId>('r'));
    expect(open.review.notes.memos.size).toBe(review.notes.memos.size);
    await open.close();
  }
  await keeper.close();
  expect(readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)))).toEqual([basename(file)]);
}

/** Mulberry32: the same numbers for the same seed. */
function randomNumbers(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
