import { copyFileSync, readFileSync, readdirSync, truncateSync } from 'node:fs';
import { type ReviewId, asId } from '@throughline/core';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memos, record, review } from '../conformance/made-up.js';
import { StoreProblem } from '../contract.js';
import { copyReview } from '../copy-review.js';
import { sha256Of } from '../hash.js';
import { memoryKeeper } from '../memory.js';
import { createSqlite } from '../sqlite/keeper.js';
import { tempFolder } from '../sqlite/temp-folder.js';
import { readArchive } from './read-archive.js';
import { paper, smallReview } from './testing/made-archive.js';

const folder = tempFolder();
const whole = folder.file('whole.throughline');

beforeAll(async () => {
  const keeper = await createSqlite(whole);
  await copyReview(await smallReview(), keeper, review);
  expect((await keeper.pageOfRecords(review, { text: 'held', limit: 9 })).total).toBe(1);
  await keeper.close();
});
afterAll(() => folder.remove());

function altered(sql: string): string {
  const file = folder.free();
  copyFileSync(whole, file);
  const database = new Database(file);
  database.exec(sql);
  database.close();
  return file;
}

describe('a review’s own file, from anybody', { timeout: 60_000 }, () => {
  test('is taken in as it is, and is not touched', async () => {
    const before = readFileSync(whole);
    const [into, from] = [memoryKeeper(), await smallReview()];
    expect(await readArchive(whole, into)).toBe(review);
    expect(await into.changes(review)).toStrictEqual(await from.changes(review));
    expect(await into.pageOfRecords(review, { limit: 9 })).toMatchObject({ total: 2 });
    expect(await into.content(sha256Of(paper))).toEqual(await from.content(sha256Of(paper)));
    expect(await into.content(sha256Of('taken out later'))).toEqual({ withdrawn: 'asked' });
    expect(readFileSync(whole).equals(before)).toBe(true);
    expect(readdirSync(folder.path).filter((name) => name.startsWith('whole'))).toEqual(['whole.throughline']);
  });

  test('is taken in while another program writes it', async () => {
    const file = altered('SELECT 1');
    const { openSqlite } = await import('../sqlite/keeper.js');
    const open = await openSqlite(file);
    await open.append(review, 21, memos(22, 25));
    const into = memoryKeeper();
    await readArchive(file, into);
    expect((await into.changes(review)).length).toBe(25);
    await open.close();
  });

  const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT';
  const cases: readonly (readonly [string, string, string, object])[] = [
    [
      'a trigger',
      'CREATE TRIGGER t AFTER INSERT ON changes BEGIN DELETE FROM records; END',
      'archive.altered',
      { what: 't' },
    ],
    ['a view', 'CREATE VIEW v AS SELECT 1', 'archive.altered', { what: 'v' }],
    [
      'a view in place of a table that never ends',
      `DROP TABLE blobs; CREATE VIEW blobs AS ${endless} i AS hash, 1 AS bytes, '' AS name, '' AS withdrawn FROM n`,
      'archive.altered',
      { what: 'blobs' },
    ],
    ['a table of its own', 'CREATE TABLE more (x)', 'archive.altered', { what: 'more' }],
    [
      'a computed column',
      'ALTER TABLE records ADD COLUMN more TEXT AS (length(raw))',
      'archive.altered',
      { what: 'records' },
    ],
    ['an index on an expression', 'CREATE INDEX i ON changes (length(payload))', 'archive.altered', { what: 'i' }],
    ['a missing table', 'DROP TABLE snapshots', 'archive.altered', { what: 'snapshots' }],
    ['a missing index', 'DROP INDEX records_by_import', 'archive.altered', { what: 'records_by_import' }],
    ['a newer version', 'PRAGMA user_version = 99', 'file.newer', { found: 99 }],
    ['another program’s file', 'PRAGMA application_id = 7', 'file.notAReview', {}],
    ['a gap in the log', 'DELETE FROM changes WHERE seq = 5', 'archive.damaged', { part: 'changes', seq: 5 }],
    ['a payload that is no JSON', `UPDATE changes SET payload = '{"' WHERE seq = 3`, 'file.damaged', { seq: 3 }],
    ['a person who is bytes', `UPDATE changes SET by = x'07' WHERE seq = 3`, 'archive.damaged', { part: 'changes' }],
    ['a kind that is bytes', `UPDATE changes SET kind = x'00ff' WHERE seq = 3`, 'archive.damaged', { part: 'changes' }],
    ['a record that cannot be read', `UPDATE records SET reference = '{}'`, 'file.damaged', { id: 'r1' }],
    [
      'a title that is a number',
      `UPDATE records SET reference = json_set(reference, '$.title', 7)`,
      'archive.damaged',
      { part: 'records' },
    ],
    [
      'an altered content',
      `UPDATE blobs SET bytes = x'00' WHERE bytes IS NOT NULL`,
      'file.damaged',
      { hash: sha256Of(paper) },
    ],
    ['an id that is a path', `UPDATE about SET review = '../x'`, 'archive.damaged', {}],
    ['no review at all', 'UPDATE about SET review = NULL', 'file.notAReview', {}],
  ];
  test.each(cases)('with %s is refused, and nothing is taken in', async (_, sql, code, values) => {
    const into = memoryKeeper();
    const file = altered(sql);
    const before = readFileSync(file);
    const refused = await readArchive(file, into, { called: 'sent.throughline' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreProblem);
    expect(refused).toMatchObject({ code, values: { ...values, file: 'sent.throughline' } });
    expect(await into.reviews()).toEqual([]);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('cut in half is refused', async () => {
    const file = altered('SELECT 1');
    truncateSync(file, readFileSync(file).length / 2);
    await expect(readArchive(file, memoryKeeper())).rejects.toMatchObject({ code: 'file.damaged' });
  });

  test('without its search index is taken in', async () => {
    const into = memoryKeeper();
    await readArchive(altered('DROP TABLE words'), into);
    expect(await into.reviews()).toEqual([review]);
  });

  test('is not taken in where another review is', async () => {
    const keeper = await createSqlite(folder.free());
    const another = asId<ReviewId>('another');
    await keeper.append(another, 0, memos(1, 2), { records: [record('r1')] });
    await expect(readArchive(whole, keeper)).rejects.toMatchObject({ code: 'review.unknown' });
    expect((await keeper.changes(another)).length).toBe(2);
    await keeper.close();
  });
});
