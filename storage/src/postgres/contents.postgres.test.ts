import { randomBytes } from 'node:crypto';
import { type ReviewId, type Sha256, asId } from '@throughline/core';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { freshDatabase } from '../../../tools/postgres.mjs';
import type { Blobs } from '../blobs/contract.js';
import { folderBlobs } from '../blobs/folder.js';
import { memo, memos } from '../conformance/made-up.js';
import { copyReview } from '../copy-review.js';
import { sha256Of } from '../hash.js';
import { memoryKeeper } from '../memory.js';
import { tempFolder } from '../sqlite/temp-folder.js';
import type { ReviewStore } from '../store.js';
import { postgresStore } from './store.js';

const review = asId<ReviewId>('r');
const paper = new TextEncoder().encode('a paper');
const hash = sha256Of(paper);
const contents = [{ hash, bytes: paper, name: 'paper.pdf' }];

let database: Awaited<ReturnType<typeof freshDatabase>>;
let folder: ReturnType<typeof tempFolder>;
let blobs: Blobs;
const open: ReviewStore[] = [];
beforeEach(async () => {
  database = await freshDatabase(inject('databaseUrl'));
  folder = tempFolder();
  blobs = await folderBlobs(folder.file('blobs'));
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  await database.drop();
  folder.remove();
});

async function store(options: { blobs?: Blobs }): Promise<ReviewStore> {
  const opened = await postgresStore(database.url, options);
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

test('L7 bytes are kept outside of the database, and come back by their hash', async () => {
  const held = await store({ blobs });
  const keeper = await held.begin(review, 'T');
  await keeper.append(review, 0, [memo('c1')], { contents });
  expect(await sql('SELECT bytes, size FROM contents')).toEqual([{ bytes: null, size: '7' }]);
  expect(await blobs.get(review, hash)).toEqual(paper);
  expect(await keeper.content(hash)).toEqual({ bytes: paper, name: 'paper.pdf' });
  expect(await keeper.integrity()).toEqual([]);
  await held.remove(review);
  expect(await blobs.get(review, hash)).toBeUndefined();
});

test('L17 what is withdrawn leaves the outside too, and is not brought again', async () => {
  const keeper = await (await store({ blobs })).begin(review, 'T');
  await keeper.append(review, 0, [memo('c1')], { contents });
  await keeper.append(review, 1, [memo('c2')], { withdraw: [{ hash, reason: 'asked' }] });
  expect(await blobs.get(review, hash)).toBeUndefined();
  await keeper.append(review, 2, [memo('c3')], { contents });
  expect(await keeper.content(hash)).toEqual({ withdrawn: 'asked' });
  expect(await blobs.get(review, hash)).toBeUndefined();
  expect(await sql('SELECT leaving FROM contents')).toEqual([{ leaving: false }]);
});

test('L17 what a process that died left outside is taken out when the review is opened next', async () => {
  const dying: Blobs = { ...bound(blobs), remove: () => Promise.reject(new Error('the process ends here')) };
  const keeper = await (await store({ blobs: dying })).begin(review, 'T');
  await keeper.append(review, 0, [memo('c1')], { contents });
  await expect(keeper.append(review, 1, [memo('c2')], { withdraw: [{ hash, reason: 'asked' }] })).rejects.toThrow();
  expect(await keeper.content(hash)).toEqual({ withdrawn: 'asked' });
  expect(await blobs.get(review, hash)).toEqual(paper);
  await (await store({ blobs })).keeper(review);
  expect(await blobs.get(review, hash)).toBeUndefined();
});

/** The methods of a class, as an object's own. */
function bound(each: Blobs): Blobs {
  return {
    place: each.place,
    put: (...given) => each.put(...given),
    get: (...given) => each.get(...given),
    remove: (...given) => each.remove(...given),
    removeAll: (...given) => each.removeAll(...given),
    answers: () => each.answers(),
  };
}

test('nothing is appended that names bytes which could not be kept', async () => {
  const full: Blobs = { ...bound(blobs), put: () => Promise.reject(new Error('no room')) };
  const keeper = await (await store({ blobs: full })).begin(review, 'T');
  await expect(keeper.append(review, 0, [memo('c1')], { contents })).rejects.toThrow('no room');
  expect(await keeper.changes(review)).toEqual([]);
});

test('bytes that are in the database are found by a store that keeps new ones outside', async () => {
  await (await (await store({})).begin(review, 'T')).append(review, 0, memos(1, 2), { contents });
  const keeper = await (await store({ blobs })).keeper(review);
  expect(await keeper.content(hash)).toEqual({ bytes: paper, name: 'paper.pdf' });
});

test('bytes that were lost outside are found out, and never taken for others', async () => {
  const keeper = await (await store({ blobs })).begin(review, 'T');
  await keeper.append(review, 0, [memo('c1')], { contents });
  await blobs.remove(review, hash);
  await expect(keeper.content(hash)).rejects.toMatchObject({ code: 'file.damaged', values: { hash } });
  expect(await keeper.integrity()).toEqual([{ code: 'content.altered', values: { hash } }]);
});

test('a review moved in that is refused leaves no bytes outside', async () => {
  const from = memoryKeeper();
  await from.append(review, 0, [memo('c1')], { contents });
  const keeper = await (await store({ blobs })).begin(review, 'T');
  const altered = { hash: 'f'.repeat(64) as Sha256, bytes: paper };
  async function* broken() {
    yield* from.parts(review);
    yield { content: altered };
  }
  await expect(keeper.receive(review, broken())).rejects.toMatchObject({ code: 'file.damaged' });
  expect(await blobs.get(review, hash)).toBeUndefined();
  await copyReview(from, keeper, review);
  expect(await keeper.content(hash)).toEqual({ bytes: paper, name: 'paper.pdf' });
});

test('a content of 40 MB goes in and comes out in pieces', async () => {
  const keeper = await (await store({})).begin(review, 'T');
  const scan = new Uint8Array(randomBytes(40_000_000));
  const large = { hash: sha256Of(scan), bytes: scan };
  await keeper.append(review, 0, [memo('c1')], { contents: [large] });
  const found = await keeper.content(large.hash);
  expect(found && 'bytes' in found && sha256Of(found.bytes)).toBe(large.hash);
});
