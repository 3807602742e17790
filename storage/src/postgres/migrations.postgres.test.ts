import { readdirSync, readFileSync } from 'node:fs';
import { type RecordId, asId } from '@throughline/core';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { freshDatabase } from '../../../tools/postgres.mjs';
import { memo, memos, record, review } from '../conformance/made-up.js';
import { sha256Of } from '../hash.js';
import { readAddress } from './address.js';
import { Database } from './database.js';
import { migrate, steps } from './migrations.js';
import { postgresStore } from './store.js';

// Databases as earlier versions wrote them: tools/stored-database.mjs.
const folder = new URL('stored/', import.meta.url);
const storedVersions = readdirSync(folder).map((name) => Number.parseInt(name, 10));

const fresh: Awaited<ReturnType<typeof freshDatabase>>[] = [];
let client: pg.Client;
beforeEach(async () => {
  client = await emptyDatabase();
});
afterEach(async () => {
  await client.end();
  for (const database of fresh.splice(0)) await database.drop();
});

async function emptyDatabase(): Promise<pg.Client> {
  const database = await freshDatabase(inject('databaseUrl'));
  fresh.push(database);
  const connected = new pg.Client({ connectionString: database.url });
  await connected.connect();
  return connected;
}

const url = () => fresh[0]?.url ?? '';
const load = (version: number) => client.query(readFileSync(new URL(`${version}.sql`, folder), 'utf8'));

/** Runs work on a database of its own connections. */
async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = new Database(readAddress(url()), { pool: 2, patience: 1000 });
  await work(database).finally(() => database.close());
}

/** Every column, key and index that the tables have. */
async function shape(of: pg.Client) {
  const columns = await of.query(
    `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
     WHERE table_schema = 'public' ORDER BY table_name, column_name`,
  );
  const indexes = await of.query(`SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexdef`);
  return { columns: columns.rows, indexes: indexes.rows };
}

test('there is a stored database of every version', () => {
  expect(storedVersions.toSorted((a, b) => a - b)).toEqual(steps.map((_, n) => n + 1));
});

for (const version of storedVersions) {
  test(`a database of version ${version} opens whole`, async () => {
    await load(version);
    const store = await postgresStore(url());
    expect(await store.reviews()).toEqual([review]);
    const keeper = await store.keeper(review);
    const log = [...memos(1, 5), memo('c6')].map((change, n) => ({ ...change, seq: n + 1 }));
    expect(await keeper.changes(review)).toStrictEqual(log);
    const records = [record('r1', { title: 'On trust' }, 'i1'), record('r2', { abstract: 'NUL \u0000' })];
    const ids = ['r1', 'r2'].map((id) => asId<RecordId>(id));
    expect(await keeper.records(review, ids)).toStrictEqual(records);
    expect((await keeper.pageOfRecords(review, { text: 'tru', limit: 5 })).total).toBe(1);
    expect(await keeper.content(sha256Of('a paper'))).toMatchObject({ name: 'paper.pdf' });
    expect(await keeper.content(sha256Of('a paper that was withdrawn'))).toEqual({ withdrawn: 'asked' });
    expect(await keeper.snapshot(review)).toEqual({ seq: 6, edition: 'e', frozen: '{"six":6}' });
    expect(await keeper.integrity()).toEqual([]);
    await keeper.append(review, 6, [memo('c7')]);
    await store.close();
  });

  test(`a database of version ${version} becomes the same as a new one`, async () => {
    await load(version);
    await withDatabase((database) => migrate(database));
    const newest = await emptyDatabase();
    await newest.query(steps.join('\n'));
    await newest.query(
      'CREATE TABLE store_version (one integer PRIMARY KEY CHECK (one = 1), version integer NOT NULL)',
    );
    expect(await shape(client)).toEqual(await shape(newest));
    await newest.end();
  });
}

const next = 'ALTER TABLE reviews ADD COLUMN note text; UPDATE reviews SET note = review;';

test('a step that is added runs once, whoever comes first', async () => {
  await load(storedVersions.length);
  const more = [...steps, next];
  await withDatabase(async (database) => {
    await Promise.all([migrate(database, more), migrate(database, more)]);
    await migrate(database, more);
  });
  expect((await client.query('SELECT note FROM reviews')).rows).toEqual([{ note: review }]);
  expect((await client.query('SELECT version FROM store_version')).rows).toEqual([{ version: more.length }]);
  await expect(postgresStore(url())).rejects.toMatchObject({ code: 'file.newer' });
});

test('a step that fails leaves the database as it was', async () => {
  await load(storedVersions.length);
  const before = await shape(client);
  const failing = [...steps, `${next} SELECT 1 / 0;`];
  await withDatabase((database) => expect(migrate(database, failing)).rejects.toThrow('division by zero'));
  expect(await shape(client)).toEqual(before);
  await (await postgresStore(url())).close();
});
