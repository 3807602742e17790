import { copyFileSync, mkdirSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memo, memos, record, review, seqsOf, upTo } from '../conformance/made-up.js';
import { sha256Of } from '../hash.js';
import { createSqlite, openSqlite } from './keeper.js';
import { tempFolder } from './temp-folder.js';

const folder = tempFolder();
const whole = folder.file('whole.throughline');

beforeAll(async () => {
  const keeper = await createSqlite(whole);
  await keeper.append(review, 0, memos(1, 400), { records: [record('r1', { title: 'Held' })] });
  await keeper.close();
});
afterAll(() => folder.remove());

/** A file made from a whole one, or from nothing. */
function made(change: (file: string) => void): string {
  const file = folder.free();
  copyFileSync(whole, file);
  change(file);
  return file;
}

const sql = (text: string) => (file: string) => {
  const database = new Database(file);
  database.exec(text);
  database.close();
};

async function openedCode(file: string): Promise<unknown> {
  const keeper = await openSqlite(file).catch((error: { code?: unknown }) => error);
  if (!('close' in keeper)) return keeper.code;
  await keeper.close();
  return 'opened';
}

describe('a file that cannot be opened says why', { timeout: 60_000 }, () => {
  const cases: readonly (readonly [string, string, () => string])[] = [
    ['a file that is not there', 'file.missing', () => folder.free()],
    ['a folder', 'file.notAReview', () => made((file) => mkdirSync(`${file}-dir`)).concat('-dir')],
    ['an empty file', 'file.notAReview', () => made((file) => writeFileSync(file, ''))],
    ['a text', 'file.notAReview', () => made((file) => writeFileSync(file, 'Dear colleague,\n'.repeat(500)))],
    ['a short text', 'file.notAReview', () => made((file) => writeFileSync(file, 'Hi'))],
    ['zeros', 'file.notAReview', () => made((file) => writeFileSync(file, Buffer.alloc(100_000)))],
    ['another program’s database', 'file.notAReview', () => made(sql('PRAGMA application_id = 7'))],
    ['a review cut in half', 'file.damaged', () => made((file) => truncateSync(file, statSync(file).size / 2))],
    [
      'a review that lost its last byte',
      'file.damaged',
      () => made((file) => truncateSync(file, statSync(file).size - 1)),
    ],
    ['the first bytes of a review', 'file.damaged', () => made((file) => truncateSync(file, 60))],
    ['a review without its tables', 'file.damaged', () => made(sql('DROP TABLE changes'))],
    ['a review without its records', 'file.damaged', () => made(sql('DROP TABLE records'))],
    ['a review without its files', 'file.damaged', () => made(sql('DROP TABLE blobs'))],
    ['a review that says nothing about itself', 'file.damaged', () => made(sql('DROP TABLE about'))],
    ['a review without a column', 'file.damaged', () => made(sql('ALTER TABLE changes DROP COLUMN because'))],
    ['a review that says it is of no version', 'file.damaged', () => made(sql('PRAGMA user_version = 0'))],
    ['a review of a newer program', 'file.newer', () => made(sql('PRAGMA user_version = 99'))],
  ];
  test.each(cases)('%s is %s', async (_, code, make) => {
    const file = make();
    const before = statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
    expect(await openedCode(file)).toBe(code);
    if (before !== undefined) expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder.path).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([]);
  });

  test('a newer file says which versions are meant', async () => {
    const file = made(sql('PRAGMA user_version = 99'));
    await expect(openSqlite(file)).rejects.toMatchObject({ values: { file, found: 99, known: 1 } });
  });

  test('a new file is not made over another, nor where no folder is', async () => {
    await expect(createSqlite(whole)).rejects.toMatchObject({ code: 'file.exists' });
    await expect(createSqlite(`${folder.free()}/a.throughline`)).rejects.toMatchObject({ code: 'file.folderMissing' });
  });
});

describe('a damaged file never passes for a whole one', { timeout: 120_000 }, () => {
  test('with any page zeroed it is refused, or its log is whole', async () => {
    const bytes = readFileSync(whole);
    const outcomes = { opened: 0, refused: 0 };
    for (let page = 1; page * 4096 < bytes.length; page += 1) {
      const file = made((copy) => writeFileSync(copy, Buffer.from(bytes).fill(0, page * 4096, (page + 1) * 4096)));
      const keeper = await openSqlite(file).catch((error: { code?: string }) => error);
      if ('close' in keeper) {
        expect(await seqsOf(keeper)).toEqual(upTo(400));
        await keeper.close();
        outcomes.opened += 1;
      } else {
        expect([page, keeper.code]).toEqual([page, 'file.damaged']);
        outcomes.refused += 1;
      }
    }
    expect(outcomes.refused).toBeGreaterThan(10);
  });

  test('a plain copy made while it is written opens whole, or says that it is damaged', async () => {
    const file = folder.free();
    const keeper = await createSqlite(file);
    let writing = true;
    const written = (async () => {
      for (let n = 0; writing; n += 1) {
        const bytes = Buffer.alloc(20_000, `${n} `);
        const contents = [{ hash: sha256Of(bytes), bytes }];
        await keeper.append(review, n * 5, memos(n * 5 + 1, n * 5 + 5), { records: [record(`r${n}`)], contents });
        await pause(2);
      }
    })();
    const outcomes = new Map<unknown, number>();
    for (let n = 0; n < 30; n += 1) {
      await pause(Math.random() * 20);
      const copy = folder.free();
      copyFileSync(file, copy);
      const outcome = await wholeOrDamaged(copy);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    writing = false;
    await written;
    await keeper.close();
    expect(outcomes.get('whole')).toBeGreaterThan(0);
    expect((outcomes.get('whole') ?? 0) + (outcomes.get('file.damaged') ?? 0)).toBe(30);
  });

  async function wholeOrDamaged(copy: string): Promise<unknown> {
    const keeper = await openSqlite(copy).catch((error: { code?: unknown }) => error);
    if (!('close' in keeper)) return keeper.code;
    const held = (await seqsOf(keeper)).length;
    expect(await seqsOf(keeper)).toEqual(upTo(held));
    expect([held % 5, (await keeper.pageOfRecords(review, { limit: 1 })).total]).toEqual([0, held / 5]);
    expect(await keeper.integrity()).toEqual([]);
    await keeper.close();
    return 'whole';
  }
});

describe('what was altered behind the program’s back is found', { timeout: 60_000 }, () => {
  const paper = new TextEncoder().encode('a paper');
  const hash = sha256Of(paper);
  const cases: readonly (readonly [string, string, object])[] = [
    ['DELETE FROM changes WHERE seq BETWEEN 5 AND 7', 'log.gap', { from: 5, to: 7 }],
    [`UPDATE changes SET payload = '{"half' WHERE seq = 3`, 'log.unreadable', { seq: 3, id: 'c3' }],
    [`UPDATE records SET reference = 'none'`, 'record.unreadable', { id: 'r1' }],
    [`UPDATE records SET reference = '{}'`, 'record.unreadable', { id: 'r1' }],
    [`UPDATE records SET reference = '{"authors":"x","keywords":[],"tags":7}'`, 'record.unreadable', { id: 'r1' }],
    [`UPDATE blobs SET bytes = x'00'`, 'content.altered', { hash }],
    ['DELETE FROM records', 'file.damaged', { what: 'records', said: 1, held: 0 }],
  ];
  test.each(cases)('%s is %s', async (altering, code, values) => {
    const file = folder.free();
    const keeper = await createSqlite(file);
    await keeper.append(review, 0, memos(1, 9), { records: [record('r1')], contents: [{ hash, bytes: paper }] });
    await keeper.close();
    sql(altering)(file);
    const altered = await openSqlite(file);
    expect(await altered.integrity()).toContainEqual({ code, values });
    expect((await altered.changes(review)).length).toBeGreaterThan(5);
    const { records } = await altered.pageOfRecords(review, { limit: 5 });
    expect(records.length).toBeLessThan(2);
    for (const { reference } of records)
      expect(reference).toMatchObject({
        authors: expect.any(Array),
        keywords: expect.any(Array),
        tags: expect.any(Array),
      });
    await altered.close();
  });

  test('an altered content is never handed out', async () => {
    const file = folder.free();
    const keeper = await createSqlite(file);
    await keeper.append(review, 0, [memo('c1')], { contents: [{ hash, bytes: paper }] });
    await keeper.close();
    sql(`UPDATE blobs SET bytes = x'00'`)(file);
    const altered = await openSqlite(file);
    await expect(altered.content(hash)).rejects.toMatchObject({ code: 'file.damaged', values: { hash } });
    await altered.close();
  });
});
