import { copyFileSync, readFileSync, readdirSync, statSync } from 'node:fs';
import Database from 'libsql';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { memo, memos, record, recordIds, review, seqsOf, upTo } from '../conformance/made-up.js';
import { sha256Of } from '../hash.js';
import { createSqlite, openSqlite } from './keeper.js';
import { tempFolder } from './temp-folder.js';

const folder = tempFolder();
afterAll(() => folder.remove());

describe('one review is one file', { timeout: 60_000 }, () => {
  test('closing leaves one file', async () => {
    const file = folder.file('closed.throughline');
    const keeper = await createSqlite(file);
    await keeper.append(review, 0, memos(1, 100));
    await keeper.close();
    expect(readdirSync(folder.path)).toEqual(['closed.throughline']);
  });

  test('the last to close leaves one file', async () => {
    const file = folder.file('shared.throughline');
    const first = await createSqlite(file);
    const second = await openSqlite(file);
    await first.append(review, 0, memos(1, 3));
    await second.append(review, 3, memos(4, 6));
    await first.close();
    expect(await seqsOf(second)).toEqual(upTo(6));
    await second.close();
    expect(readdirSync(folder.path).filter((name) => name.startsWith('shared'))).toEqual(['shared.throughline']);
  });

  test('closing twice is closing once, and nothing is answered after', async () => {
    const keeper = await createSqlite(folder.free());
    await Promise.all([keeper.close(), keeper.close()]);
    await expect(keeper.changes(review)).rejects.toThrow('closed');
  });

  test('reading leaves the file as it was, byte for byte', async () => {
    const file = folder.free();
    const made = await createSqlite(file);
    await made.append(review, 0, memos(1, 20), { records: [record('r1', { title: 'Held' })] });
    expect((await made.pageOfRecords(review, { text: 'held', limit: 5 })).total).toBe(1);
    await made.close();
    const before = readFileSync(file);
    const { mtimeMs } = statSync(file);
    const keeper = await openSqlite(file);
    await keeper.changes(review);
    await keeper.pageOfRecords(review, { text: 'held', limit: 5 });
    await keeper.integrity();
    await keeper.close();
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
  });

  test('a plain copy of a file that rests holds everything', async () => {
    const file = folder.free();
    const keeper = await createSqlite(file);
    await keeper.append(review, 0, memos(1, 30));
    const copied = async () => {
      const path = folder.free();
      copyFileSync(file, path);
      const copy = await openSqlite(path);
      const held = await seqsOf(copy);
      await copy.close();
      return held;
    };
    await vi.waitFor(async () => expect(await copied()).toEqual(upTo(30)), { timeout: 20_000, interval: 300 });
    await keeper.close();
  });

  test('every copy has an id of its own', async () => {
    const keeper = await createSqlite(folder.free());
    await keeper.append(review, 0, memos(1, 2));
    const path = folder.free();
    await keeper.copyTo(path);
    const copy = await openSqlite(path);
    expect(copy.copy).toMatch(/^[0-9a-f-]{36}$/);
    expect(copy.copy).not.toBe(keeper.copy);
    expect(await copy.reviews()).toEqual(await keeper.reviews());
    await copy.close();
    await keeper.close();
  });

  test('L17 the bytes of what was withdrawn are nowhere in the file', async () => {
    const file = folder.free();
    const words = 'a sentence that its publisher wants back';
    const bytes = new TextEncoder().encode(words.repeat(300));
    const keeper = await createSqlite(file);
    await keeper.append(review, 0, [memo('c1')], { contents: [{ hash: sha256Of(bytes), bytes, name: 'paper-x.pdf' }] });
    await keeper.append(review, 1, [memo('c2')], { withdraw: [{ hash: sha256Of(bytes), reason: 'asked' }] });
    for (const name of readdirSync(folder.path).filter((each) => file.endsWith(each.replace(/-(wal|shm)$/, '')))) {
      const text = readFileSync(folder.file(name)).toString('latin1');
      expect([name, text.includes(words), text.includes('paper-x.pdf')]).toEqual([name, false, false]);
    }
    await keeper.close();
  });
});

describe('L12 what is disposable comes back the same', { timeout: 60_000 }, () => {
  test('a search index that is gone or behind is made again', async () => {
    const file = folder.free();
    const made = await createSqlite(file);
    const many = Array.from({ length: 5000 }, (_, n) => record(`r${n}`, { title: `study ${n} of ${n % 7}` }));
    await made.append(review, 0, [memo('c1')], { records: many });
    const found = await made.pageOfRecords(review, { text: 'study 3', limit: 200 });
    await made.close();
    for (const loss of ['DROP TABLE words', `UPDATE about SET searched = 100; DROP TABLE words`]) {
      const database = new Database(file);
      database.exec(loss);
      database.close();
      const keeper = await openSqlite(file);
      const again = await keeper.pageOfRecords(review, { text: 'study 3', limit: 200 });
      expect([again.total, recordIds(again.records)]).toEqual([found.total, recordIds(found.records)]);
      expect(await keeper.integrity()).toEqual([]);
      await keeper.close();
    }
  });
});

describe('two connections on one file', { timeout: 60_000 }, () => {
  test('a writer who waits too long is told that the file is busy', async () => {
    const file = folder.free();
    const keeper = await createSqlite(file);
    await keeper.append(review, 0, memos(1, 1));
    const impatient = await openSqlite(file, { patience: 50 });
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(impatient.append(review, 1, [memo('c2')])).rejects.toMatchObject({ code: 'file.busy' });
    expect(await seqsOf(impatient)).toEqual([1]);
    other.exec('ROLLBACK');
    other.close();
    await impatient.append(review, 1, [memo('c2')]);
    expect(await seqsOf(keeper)).toEqual([1, 2]);
    await impatient.close();
    await keeper.close();
  });
});
