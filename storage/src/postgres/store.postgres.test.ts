import { type ReviewId, asId } from '@throughline/core';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { freshDatabase } from '../../../tools/postgres.mjs';
import { memo, memos, record } from '../conformance/made-up.js';
import { sha256Of } from '../hash.js';
import type { ReviewStore } from '../store.js';
import { steps } from './migrations.js';
import { postgresStore } from './store.js';

let database: Awaited<ReturnType<typeof freshDatabase>>;
const open: ReviewStore[] = [];
beforeEach(async () => {
  database = await freshDatabase(inject('databaseUrl'));
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  await database.drop();
});

async function store(): Promise<ReviewStore> {
  const opened = await postgresStore(database.url);
  open.push(opened);
  return opened;
}

async function sql(text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

const one = asId<ReviewId>('one');
const two = asId<ReviewId>('two');
const paper = new TextEncoder().encode('a paper');
const contents = [{ hash: sha256Of(paper), bytes: paper }];

test('stores that start at once on an empty database all find its tables', async () => {
  const stores = await Promise.all([store(), store(), store(), store()]);
  for (const [n, each] of stores.entries()) {
    const review = asId<ReviewId>(`r${n}`);
    await (await each.begin(review, 'T')).append(review, 0, [memo('c1')]);
  }
  expect((await stores[0]?.reviews())?.toSorted()).toEqual(['r0', 'r1', 'r2', 'r3']);
  expect(await sql('SELECT version FROM store_version')).toEqual([{ version: steps.length }]);
});

test('two reviews in one database know nothing of each other', async () => {
  const held = await store();
  const [first, second] = [await held.begin(one, 'One'), await held.begin(two, 'Two')];
  await first.append(one, 0, memos(1, 3), { records: [record('r1', { title: 'Trust' })], contents });
  await second.append(two, 0, memos(1, 2), { records: [record('r1', { title: 'Trust in two' }), record('r2')] });
  expect(await first.reviews()).toEqual([one]);
  expect((await second.changes(two)).map(({ seq }) => seq)).toEqual([1, 2]);
  expect(await second.content(sha256Of(paper))).toBeUndefined();
  expect((await first.pageOfRecords(one, { text: 'trust', limit: 9 })).total).toBe(1);
  expect((await first.pageOfRecords(one, { text: 'two', limit: 9 })).total).toBe(0);
  expect((await second.pageOfRecords(two, { limit: 9 })).total).toBe(2);
  expect(await first.changes(two)).toEqual([]);
  await expect(first.append(two, 2, [memo('c9')])).rejects.toMatchObject({ code: 'review.unknown' });
});

test('a review that is not held has no keeper, and one that is held is not begun again', async () => {
  const held = await store();
  await expect(held.keeper(one)).rejects.toMatchObject({ code: 'review.unknown', values: { review: 'one' } });
  await (await held.begin(one, 'One')).append(one, 0, [memo('c1')]);
  await expect(held.begin(one, 'One')).rejects.toMatchObject({ code: 'file.exists' });
  expect(await (await held.keeper(one)).reviews()).toEqual([one]);
});

test('a review that is removed leaves nothing, and the others stay', async () => {
  const held = await store();
  for (const review of [one, two]) {
    const keeper = await held.begin(review, 'T');
    await keeper.append(review, 0, memos(1, 5), { records: [record('r1', { title: 'Trust' })], contents });
    await keeper.keepSnapshot(review, { seq: 5, edition: 'e', frozen: '{}' });
    await keeper.pageOfRecords(review, { text: 'trust', limit: 1 });
  }
  expect(await held.size(one)).toBeGreaterThan(1000);
  await held.remove(one);
  await held.remove(one);
  expect(await held.reviews()).toEqual([two]);
  expect(await held.size(one)).toBe(0);
  for (const table of ['changes', 'records', 'record_search', 'contents', 'snapshots']) {
    expect(await sql(`SELECT review FROM ${table} GROUP BY review`)).toEqual([{ review: 'two' }]);
  }
  expect(await (await held.keeper(two)).integrity()).toEqual([]);
  // A review of this name can be made again.
  await (await held.begin(one, 'One')).append(one, 0, [memo('c1')]);
});

test('words pass between processes, and come to whoever tells them too', async () => {
  const [here, there] = [await store(), await store()] as const;
  const heard: string[] = [];
  here.herald.hear((word) => heard.push(`here ${word}`));
  const stop = there.herald.hear((word) => heard.push(`there ${word}`));
  await expect.poll(() => here.herald.tell('x') ?? heard, { timeout: 20_000, interval: 50 }).toContain('there x');
  expect(heard).toContain('here x');
  stop();
  heard.length = 0;
  here.herald.tell('y'.repeat(4001));
  here.herald.tell('last');
  await expect.poll(() => heard, { timeout: 20_000 }).toContain('here last');
  expect(heard).toEqual(['here last']);
});

test('gaps, unreadable lines and records, and altered contents are found', async () => {
  const keeper = await (await store()).begin(one, 'One');
  await keeper.append(one, 0, memos(1, 6), { records: [record('r1'), record('r2')], contents });
  await sql(`DELETE FROM changes WHERE seq IN (3, 4)`);
  await sql(`UPDATE changes SET payload = '{' WHERE seq = 5`);
  await sql(`UPDATE records SET reference = '{}' WHERE id = 'r2'`);
  await sql(`UPDATE contents SET bytes = 'x'`);
  expect(await keeper.integrity()).toEqual([
    { code: 'log.gap', values: { from: 3, to: 4 } },
    { code: 'log.unreadable', values: { seq: 5, id: 'c5' } },
    { code: 'record.unreadable', values: { id: 'r2' } },
    { code: 'content.altered', values: { hash: sha256Of(paper) } },
  ]);
  await expect(keeper.content(sha256Of(paper))).rejects.toMatchObject({ code: 'file.damaged' });
  // The line that cannot be read is still there for the fold (L3).
  expect((await keeper.changes(one, 4))[0]).toMatchObject({ seq: 5, payload: undefined });
});

test('a text with characters that the engine does not hold comes back as it was', async () => {
  const keeper = await (await store()).begin(one, 'One');
  const odd = 'NUL \u0000, half a pair \ud83d, quotes \' " \\ { } NULL';
  const change = { ...memo('c1', odd), because: odd };
  const given = { ...record('r1', { title: odd }), raw: odd };
  await keeper.append(one, 0, [change], {
    records: [given],
    contents: contents.map((each) => ({ ...each, name: odd })),
  });
  expect(await keeper.changes(one)).toStrictEqual([{ ...change, seq: 1 }]);
  expect(await keeper.records(one, [given.id])).toStrictEqual([given]);
  expect(await keeper.content(sha256Of(paper))).toMatchObject({ name: odd });
  await keeper.append(one, 1, [memo('c2')], { withdraw: [{ hash: sha256Of(paper), reason: odd }] });
  expect(await keeper.content(sha256Of(paper))).toStrictEqual({ withdrawn: odd });
});

test('what cannot be opened says why', async () => {
  const at = (change: (url: URL) => void) => {
    const url = new URL(database.url);
    change(url);
    return postgresStore(url.href);
  };
  const { host, pathname } = new URL(database.url);
  const place = `postgres://${host}${pathname}`;
  await expect(postgresStore('mysql://somewhere/else')).rejects.toMatchObject({ code: 'store.address' });
  await expect(postgresStore('no address')).rejects.toMatchObject({ code: 'store.address' });
  await expect(at((url) => Object.assign(url, { port: '1' }))).rejects.toMatchObject({
    code: 'store.unreachable',
    values: { place: `postgres://127.0.0.1:1${pathname}` },
  });
  await expect(at((url) => Object.assign(url, { password: 'wrong' }))).rejects.toMatchObject({
    code: 'store.refused',
    values: { place, user: new URL(database.url).username },
  });
  await expect(at((url) => Object.assign(url, { password: '' }))).rejects.toMatchObject({ code: 'store.refused' });
  await expect(at((url) => Object.assign(url, { pathname: '/nothing_here' }))).rejects.toMatchObject({
    code: 'store.databaseMissing',
    values: { database: 'nothing_here' },
  });
});

test('a database of a newer program is refused, and stays as it was', async () => {
  await store();
  await sql(`UPDATE store_version SET version = ${steps.length + 7}`);
  await expect(postgresStore(database.url)).rejects.toMatchObject({
    code: 'file.newer',
    values: { found: steps.length + 7, known: steps.length },
  });
  expect(await sql('SELECT version FROM store_version')).toEqual([{ version: steps.length + 7 }]);
});

test('a database that does not keep texts as UTF-8 is refused', async () => {
  const name = new URL(database.url).pathname.slice(1);
  await database.drop();
  const admin = new pg.Client({ connectionString: inject('databaseUrl') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'`);
  await admin.end();
  await expect(postgresStore(database.url)).rejects.toMatchObject({
    code: 'store.encoding',
    values: { encoding: 'LATIN1' },
  });
});

test('somebody who may not make tables is told so', async () => {
  await sql(`CREATE ROLE reader_${new URL(database.url).pathname.slice(-12)} LOGIN PASSWORD 'secret'`);
  const url = new URL(database.url);
  url.username = `reader_${url.pathname.slice(-12)}`;
  url.password = 'secret';
  try {
    await expect(postgresStore(url.href)).rejects.toMatchObject({ code: 'store.mayNot' });
  } finally {
    await sql(`DROP ROLE ${url.username}`);
  }
});
