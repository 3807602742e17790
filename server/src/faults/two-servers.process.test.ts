import { createHash } from 'node:crypto';
import { type ReviewId, fold, freeze } from '@throughline/core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Postgres, freshDatabase, startPostgres } from '../../../tools/postgres.mjs';
import { AtWork, eachGoesOn } from './at-work.js';
import { type Gathered, at, gather, logOf } from './gathered.js';
import { type ServerProcess, serverProcess } from './server-process.js';

// Two processes of one server on a PostgreSQL of their own, and people who work at both.

let postgres: Postgres;
let place: { readonly database: string };
const started: ServerProcess[] = [];
const working: AtWork[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  place = { database: (await freshDatabase(postgres.url)).url };
});
afterEach(async () => {
  await Promise.allSettled(working.splice(0).map((person) => person.stop()));
  for (const server of started.splice(0)) await server.kill();
});

async function twoServers(patience?: number): Promise<readonly [ServerProcess, ServerProcess]> {
  const one = await serverProcess(place);
  started.push(one);
  const other = await serverProcess(place, { beside: one, ...(patience === undefined ? {} : { patience }) });
  started.push(other);
  return [one, other];
}

/** Everybody works: every second one begins at the other server, and goes over where no answer comes. */
function everybodyWorks(
  { review, browsers }: Gathered,
  [one, other]: readonly [ServerProcess, ServerProcess],
): AtWork[] {
  const people = browsers.map((browser, n) => {
    const both = [at(one, browser), at(other, browser)];
    return new AtWork(`person${n}`, review, n % 2 === 0 ? both : both.toReversed());
  });
  working.push(...people);
  return people;
}

/** Counts again from the store: each acknowledged change is there once, and nothing else of theirs. */
async function expectAllStored(review: ReviewId, people: readonly AtWork[]): Promise<string> {
  const log = await logOf(place, review);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, n) => n + 1));
  const theirs = log.map(({ id }) => id as string).filter((id) => id.startsWith('person'));
  expect(theirs.toSorted()).toEqual(people.flatMap(({ acknowledged }) => acknowledged).toSorted());
  return createHash('sha256')
    .update(freeze(fold(log)))
    .digest('hex');
}

test('L2 L14 when one of two servers is killed its people go on at the other and nothing is lost', async () => {
  const servers = await twoServers();
  const [one, other] = servers;
  const gathered = await gather(one, 3);
  const people = everybodyWorks(gathered, servers);
  await eachGoesOn(people, 20);
  await one.kill();
  await eachGoesOn(people, 20);
  await Promise.all(people.map((person) => person.stop()));
  const [cutOff, others] = [people.filter((_, n) => n % 2 === 0), people.filter((_, n) => n % 2 === 1)];
  expect(cutOff.every(({ unanswered }) => unanswered > 0)).toBe(true);
  expect(others.every(({ unanswered }) => unanswered === 0)).toBe(true);
  expect(people.flatMap(({ refusals }) => refusals)).toEqual([]);
  const folded = await expectAllStored(gathered.review, people);
  expect((await other.folded(gathered.review)).hash).toBe(folded);
  expect(other.complaints()).toBe('');
});

test('L2 when PostgreSQL is restarted everybody is acknowledged or told why, and goes on afterwards', async () => {
  // One server waits for the database as it does by default; the other hardly does, so that its people are told.
  const servers = await twoServers(50);
  const gathered = await gather(servers[0], 3);
  const people = everybodyWorks(gathered, servers);
  for (let times = 0; times < 2; times += 1) {
    await eachGoesOn(people, 15);
    await postgres.restart();
  }
  await eachGoesOn(people, 15);
  await Promise.all(people.map((person) => person.stop()));
  expect(servers.map((server) => [server.isRunning(), server.complaints()])).toEqual([
    [true, ''],
    [true, ''],
  ]);
  const refusals = people.flatMap((person) => person.refusals);
  expect(refusals.length).toBeGreaterThan(0);
  expect(refusals.filter(({ code, sentence }) => code === 'server.failed' || sentence === undefined)).toEqual([]);
  expect(people.map(({ unanswered }) => unanswered)).toEqual(people.map(() => 0));
  await expectAllStored(gathered.review, people);
});

test('L3 two servers that are both written to hold the same review as the log folded anew', async () => {
  const servers = await twoServers();
  const gathered = await gather(servers[0], 3);
  const people = everybodyWorks(gathered, servers);
  await eachGoesOn(people, 40);
  await Promise.all(people.map((person) => person.stop()));
  const hash = await expectAllStored(gathered.review, people);
  const { length: head } = await logOf(place, gathered.review);
  for (const server of servers) {
    await expect.poll(() => server.folded(gathered.review), { timeout: 10_000 }).toEqual({ head, hash });
  }
});
