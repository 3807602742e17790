import { type ReviewId, asId } from '@throughline/core';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freshDatabase } from '../../../tools/postgres.mjs';
import { memo, record, recordIds } from '../conformance/made-up.js';
import type { Keeper } from '../contract.js';
import type { ReviewStore } from '../store.js';
import { postgresStore } from './store.js';

let database: Awaited<ReturnType<typeof freshDatabase>>;
const stores: ReviewStore[] = [];
beforeAll(async () => {
  database = await freshDatabase(inject('databaseUrl'));
  for (let n = 0; n < 2; n += 1) stores.push(await postgresStore(database.url));
});
afterAll(async () => {
  for (const store of stores) await store.close();
  await database.drop();
});

async function holding(name: string, records: Parameters<Keeper['append']>[3]) {
  const review = asId<ReviewId>(name);
  const [keeper, another] = await Promise.all(stores.map((store) => store.begin(review, name)));
  if (keeper === undefined || another === undefined) throw new Error('no store');
  await keeper.append(review, 0, [memo('c1')], records);
  const found = async (text: string, by: Keeper = keeper) =>
    recordIds((await by.pageOfRecords(review, { text, limit: 200 })).records);
  return { review, keeper, another, found };
}

test('L12 a search index that was deleted comes back the same', async () => {
  const records = Array.from({ length: 900 }, (_, n) => record(`r${n}`, { title: `Study ${n} of trust` }));
  const { keeper, review, found } = await holding('deleted', { records });
  const page = await keeper.pageOfRecords(review, { text: 'trust', limit: 200 });
  expect(page.total).toBe(900);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('DELETE FROM record_search WHERE number > 300');
  await client.end();
  expect(await keeper.pageOfRecords(review, { text: 'trust', limit: 200 })).toStrictEqual(page);
  expect(await found('study 899')).toEqual(['r899']);
});

test('two processes that ready the same records find them all', async () => {
  const records = Array.from({ length: 2000 }, (_, n) => record(`r${n}`, { title: `Study ${n}` }));
  const { another, found } = await holding('both', { records });
  const both = await Promise.all([found('study 1999'), found('study 1999', another), found('study 7', another)]);
  expect(both.map(({ length }) => length)).toEqual([1, 1, 111]);
});

test('words and texts larger than the engine takes are found by their beginning', async () => {
  const sequence = 'acgt'.repeat(2000);
  const many = Array.from({ length: 150_000 }, (_, n) => `word${n}`).join(' ');
  const { found } = await holding('large', {
    records: [
      record('sequence', { title: sequence }),
      record('book', { abstract: many }),
      record('cjk', { title: '処方'.repeat(900) }),
    ],
  });
  expect(await found('acgtacgt')).toEqual(['sequence']);
  expect(await found(sequence)).toEqual(['sequence']);
  expect(await found('word77')).toEqual(['book']);
  expect(await found('処方')).toEqual(['cjk']);
});
