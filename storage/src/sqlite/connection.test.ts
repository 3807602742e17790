import { afterAll, expect, test } from 'vitest';
import { memos, record, review, seqsOf, upTo } from '../conformance/made-up.js';
import { Connection } from './connection.js';
import { createSqlite } from './keeper.js';
import { tempFolder } from './temp-folder.js';

const folder = tempFolder();
afterAll(() => folder.remove());

test('L2 a connection waits for the disk at every commit, in the mode that it writes in', async () => {
  const file = folder.free();
  await (await createSqlite(file)).close();
  const connection = new Connection(file, 'write', 0);
  expect(connection.all('PRAGMA journal_mode = WAL')).toEqual([['wal']]);
  // SQLite's number for FULL; 1, its own choice for a write-ahead log, loses the last commits with the power.
  expect(connection.one('PRAGMA synchronous')).toEqual([2]);
  connection.close();
});

test('an append that fails half-way stores nothing of it', async () => {
  const keeper = await createSqlite(folder.free());
  await keeper.append(review, 0, memos(1, 3));
  const records = [record('r1'), { ...record('r2'), raw: null as never }];
  await expect(keeper.append(review, 3, memos(4, 6), { records })).rejects.toThrow();
  expect(await seqsOf(keeper)).toEqual(upTo(3));
  expect((await keeper.pageOfRecords(review, { limit: 5 })).total).toBe(0);
  expect(await keeper.integrity()).toEqual([]);
  await keeper.append(review, 3, memos(4, 6), { records: records.slice(0, 1) });
  expect(await seqsOf(keeper)).toEqual(upTo(6));
  await keeper.close();
});
