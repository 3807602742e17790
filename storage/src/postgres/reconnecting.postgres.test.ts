import { type ChangeId, type ReviewId, asId } from '@throughline/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Postgres, freshDatabase, startPostgres } from '../../../tools/postgres.mjs';
import { memo, record, upTo } from '../conformance/made-up.js';
import type { Keeper } from '../contract.js';
import type { ReviewStore } from '../store.js';
import { postgresStore } from './store.js';

// A server of their own, that these tests stop, kill and start.

let postgres: Postgres;
let url: string;
beforeAll(async () => {
  postgres = await startPostgres();
  url = (await freshDatabase(postgres.url)).url;
});
afterAll(() => postgres.stop());

interface Written {
  readonly acknowledged: string[];
  records: number;
}

/** Appends to a review, one change after the other, until it is told to stop. Every fifth has a record beside it. */
async function write(keeper: Keeper, review: ReviewId, who: string, going: () => boolean, written: Written) {
  for (let n = 0, seen = 0; going(); ) {
    const change = memo(`${who}-${n}`);
    const beside = n % 5 === 0 ? { records: [record(`${who}-${n}`)] } : {};
    const appended = await keeper.append(review, seen, [change], beside);
    if ('behind' in appended) {
      seen = appended.behind.at(-1)?.seq ?? seen;
      continue;
    }
    written.acknowledged.push(change.id);
    if (n % 5 === 0) written.records += 1;
    seen = appended.stored[0]?.seq ?? seen;
    n += 1;
  }
}

/** Two stores append to one review while the server goes away three times. */
async function underLoad(name: string, away: () => Promise<void>): Promise<void> {
  const review = asId<ReviewId>(name);
  const stores = [await postgresStore(url, { patience: 60_000 }), await postgresStore(url, { patience: 60_000 })];
  const keepers = await Promise.all(stores.map((store) => store.begin(review, name)));
  const written: Written = { acknowledged: [], records: 0 };
  let going = true;
  const writers = keepers.map((keeper, n) => write(keeper, review, `w${n}`, () => going, written));
  for (let times = 0; times < 3; times += 1) {
    const before = written.acknowledged.length;
    while (written.acknowledged.length < before + 60) await new Promise((resolve) => setTimeout(resolve, 5));
    await away();
  }
  going = false;
  await Promise.all(writers);
  const [keeper] = keepers;
  const log = (await keeper?.changes(review)) ?? [];
  expect(log.map(({ seq }) => seq)).toEqual(upTo(log.length));
  // Nothing acknowledged is lost, nothing is there twice, and nothing that nobody was told of.
  expect(log.map(({ id }) => id).sort()).toEqual([...written.acknowledged].sort());
  expect((await keeper?.pageOfRecords(review, { limit: 1 }))?.total).toBe(written.records);
  for (const store of stores) await store.close();
}

test('L2 L14 nothing is lost or doubled when PostgreSQL is restarted under load', () =>
  underLoad('restarted', () => postgres.restart()));

test('L2 L14 nothing is lost or doubled when PostgreSQL is killed under load', () =>
  underLoad('killed', async () => {
    await postgres.kill();
    await postgres.start();
  }));

test('a follower and the herald hear again after the server was away', async () => {
  const review = asId<ReviewId>('heard-again');
  const [one, other] = [await postgresStore(url), await postgresStore(url)] as const;
  const [writing, reading] = [await one.begin(review, 'T'), await other.begin(review, 'T')];
  let moved = 0;
  const words: string[] = [];
  reading.follow(review, () => {
    moved += 1;
  });
  other.herald.hear((word) => words.push(word));
  await writing.append(review, 0, [memo('c1')]);
  await expect.poll(() => moved, { timeout: 20_000 }).toBeGreaterThan(0);
  await postgres.restart();
  const before = moved;
  await writing.append(review, 1, [memo('c2')]);
  await expect.poll(() => moved, { timeout: 20_000 }).toBeGreaterThan(before);
  await expect
    .poll(() => one.herald.tell('still here') ?? words, { timeout: 20_000, interval: 100 })
    .toContain('still here');
  for (const store of [one, other]) await store.close();
});

test('whoever waits in vain for a database is told that it cannot be reached', async () => {
  const review = asId<ReviewId>('away');
  const store: ReviewStore = await postgresStore(url, { patience: 300 });
  const keeper = await store.begin(review, 'T');
  await keeper.append(review, 0, [memo('c1')]);
  await postgres.halt();
  const place = `postgres://127.0.0.1:${postgres.port}${new URL(url).pathname}`;
  const told = { code: 'store.unreachable', values: { place } };
  await expect(keeper.append(review, 1, [memo('c2')])).rejects.toMatchObject(told);
  await expect(keeper.changes(review)).rejects.toMatchObject(told);
  await expect(store.answers()).rejects.toMatchObject(told);
  await postgres.start();
  await store.answers();
  // What was refused was not stored; the same change can be sent again.
  expect(await keeper.known(review, [asId<ChangeId>('c2')])).toEqual([]);
  expect(await keeper.append(review, 1, [memo('c2')])).toMatchObject({ stored: [{ seq: 2 }] });
  await store.close();
});
