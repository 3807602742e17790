import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename } from 'node:path';
import { type ReviewId, asId } from '@throughline/core';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memo, memos, upTo } from '../conformance/made-up.js';
import { type Keeper, StoreProblem } from '../contract.js';
import { tempFolder } from '../sqlite/temp-folder.js';
import { type FolderStore, folderStore } from './folder-store.js';

const one = asId<ReviewId>('one');
const two = asId<ReviewId>('two');
let folder: ReturnType<typeof tempFolder>;
let store: FolderStore;

beforeEach(async () => {
  folder = tempFolder();
  store = await folderStore(folder.path);
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

async function make(review: ReviewId, title: string): Promise<void> {
  const keeper = await store.begin(review, title);
  await keeper.append(review, 0, memos(1, 3));
  await keeper.close();
}

async function seqsIn(review: ReviewId): Promise<number[]> {
  const keeper = await store.keeper(review);
  const seqs = (await keeper.changes(review)).map(({ seq }) => seq);
  await keeper.close();
  return seqs;
}

const files = () => readdirSync(folder.path).sort();
const code = (expected: string) => ({ code: expected });

describe('a folder of reviews', { timeout: 60_000 }, () => {
  test('every review that was begun is a file named after its title', async () => {
    await make(one, 'Link workers');
    await make(two, 'Link workers');
    expect(files()).toEqual(['Link workers 2.throughline', 'Link workers.throughline']);
    expect([...(await store.reviews())].sort()).toEqual([one, two]);
    expect(await seqsIn(one)).toEqual(upTo(3));
    expect(await store.size(one)).toBe(readFileSync(folder.file('Link workers.throughline')).length);
  });

  test('a title is never a path, and its file opens on every system', async () => {
    const titles = ['../../etc/passwd', 'con', 'a/b\\c:d*e?f"g<h>i|j\u0000k', '', '…', '社会处方'.repeat(60)];
    for (const [n, title] of titles.entries()) await make(asId<ReviewId>(`r${n}`), title);
    const names = files();
    expect(names.length).toBe(titles.length);
    for (const name of names) {
      expect(Buffer.byteLength(name)).toBeLessThan(230);
      expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N} .,&'()_-]*\.throughline$/u);
      expect(name.toLowerCase()).not.toBe('con.throughline');
    }
  });

  test('a review that is held, or being begun, is not begun again', async () => {
    const first = await store.begin(one, 'A');
    await expect(store.begin(one, 'B')).rejects.toMatchObject(code('file.exists'));
    await first.append(one, 0, memos(1, 1));
    await first.close();
    await expect(store.begin(one, 'B')).rejects.toMatchObject(code('file.exists'));
  });

  test('two who begin one review at once: one of them does', async () => {
    const both = await Promise.allSettled([store.begin(one, 'A'), store.begin(one, 'A')]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  test('a review in which nothing happened leaves no file, and can be begun again', async () => {
    const keeper = await store.begin(one, 'A');
    expect(await store.reviews()).toEqual([]);
    await keeper.close();
    await make(one, 'A');
    expect(files()).toEqual(['A.throughline']);
  });

  test('a file that is added by hand is there, and one taken away is not', async () => {
    await make(one, 'A');
    renameSync(folder.file('A.throughline'), folder.file('elsewhere'));
    expect(await store.reviews()).toEqual([]);
    await expect(store.keeper(one)).rejects.toMatchObject(code('review.unknown'));
    renameSync(folder.file('elsewhere'), folder.file('Renamed.throughline'));
    expect(await store.reviews()).toEqual([one]);
    expect(await seqsIn(one)).toEqual(upTo(3));
    rmSync(folder.file('Renamed.throughline'));
    expect(await store.reviews()).toEqual([]);
  });

  test('another review put in place of a file is never opened under its id', async () => {
    await make(one, 'A');
    await make(two, 'B');
    expect((await store.reviews()).length).toBe(2);
    writeFileSync(folder.file('A.throughline'), readFileSync(folder.file('B.throughline')));
    rmSync(folder.file('B.throughline'));
    await expect(store.keeper(one)).rejects.toMatchObject(code('review.unknown'));
    expect(await store.reviews()).toEqual([two]);
  });

  test('of two files of one review the later one is left out, and it is told', async () => {
    await make(one, 'B');
    expect(await store.leftOut()).toEqual([]);
    copyFileSync(folder.file('B.throughline'), folder.file('A copy.throughline'));
    for (const each of [store, await folderStore(folder.path)]) {
      expect(await each.reviews()).toEqual([one]);
      expect(await each.fileOf(one)).toBe(folder.file('B.throughline'));
      const values = { file: folder.file('A copy.throughline'), other: folder.file('B.throughline') };
      expect(await each.leftOut()).toEqual([{ file: values.file, code: 'file.sameReview', values }]);
    }
    rmSync(folder.file('B.throughline'));
    expect(await store.fileOf(one)).toBe(folder.file('A copy.throughline'));
    expect(await store.leftOut()).toEqual([]);
  });

  test('what cannot be served is left out with its reason, and the rest is served', async () => {
    await make(one, 'Whole');
    await make(two, 'Newer');
    await make(asId<ReviewId>('three'), 'Cut');
    const newer = new Database(folder.file('Newer.throughline'));
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    truncateSync(folder.file('Cut.throughline'), 5000);
    mkdirSync(folder.file('Folder.throughline'));
    writeFileSync(folder.file('Text.throughline'), 'Dear colleague, here is the review.'.repeat(9));
    writeFileSync(folder.file('notes.txt'), 'not ours');
    store = await folderStore(folder.path);
    expect(await store.reviews()).toEqual([one]);
    const left = (await store.leftOut()).map(({ file, code: why }) => [basename(file), why]);
    expect(Object.fromEntries(left)).toEqual({
      'Cut.throughline': 'file.damaged',
      'Folder.throughline': 'file.notAReview',
      'Newer.throughline': 'file.newer',
      'Text.throughline': 'file.notAReview',
    });
  });

  test('a review is taken out whole, but not while it is open', async () => {
    await make(one, 'A');
    const keeper = await store.keeper(one);
    await expect(store.remove(one)).rejects.toMatchObject(code('file.busy'));
    await keeper.close();
    await store.remove(one);
    expect(files()).toEqual([]);
    await store.remove(one);
    await expect(store.size(one)).rejects.toMatchObject(code('review.unknown'));
  });

  test('two servers on one folder see what each other writes', async () => {
    await make(one, 'A');
    const other = await folderStore(folder.path);
    const [mine, theirs] = [await store.keeper(one), await other.keeper(one)];
    await Promise.all([addAll(mine, 'm'), addAll(theirs, 't')]);
    const log = (await mine.changes(one)).map(({ id }) => id);
    expect(await theirs.changes(one)).toEqual(await mine.changes(one));
    expect(log.length).toBe(43);
    expect(new Set(log).size).toBe(43);
    await mine.close();
    await other.close();
    await expect(theirs.changes(one)).rejects.toThrow('closed');
  });

  /** Twenty changes, one after the other, by one who always folds what came. */
  async function addAll(keeper: Keeper, prefix: string): Promise<void> {
    let seen = 3;
    for (let n = 0; n < 20; ) {
      const appended = await keeper.append(one, seen, [memo(`${prefix}${n}`)]);
      if ('stored' in appended) n += 1;
      seen = ('stored' in appended ? appended.stored : appended.behind).at(-1)?.seq ?? seen;
    }
  }

  test('no more files are open than it was told; one who waits gets the next place', async () => {
    await make(one, 'A');
    await make(two, 'B');
    const patient = await folderStore(folder.path, { open: 1 });
    const first = await patient.keeper(one);
    const second = patient.keeper(two);
    await first.close();
    expect((await (await second).changes(two)).length).toBe(3);
    await patient.close();
    const impatient = await folderStore(folder.path, { open: 1, patience: 20 });
    const held = await impatient.keeper(one);
    await expect(impatient.keeper(two)).rejects.toMatchObject(code('file.busy'));
    await held.close();
    expect(await (await impatient.keeper(two)).reviews()).toEqual([two]);
    await impatient.close();
  });

  test('a folder that is not there is refused, and one that goes away no longer answers', async () => {
    await expect(folderStore(folder.file('nowhere'))).rejects.toMatchObject(code('file.folderMissing'));
    mkdirSync(folder.file('going'));
    const going = await folderStore(folder.file('going'));
    await going.answers();
    rmSync(folder.file('going'), { recursive: true });
    await expect(going.answers()).rejects.toThrow(StoreProblem);
  });

  test('word is heard by all who listen, and too long a word by nobody', async () => {
    const heard: string[] = [];
    const stop = store.herald.hear((word) => heard.push(`first ${word}`));
    store.herald.hear(() => {
      throw new Error('a listener that fails');
    });
    store.herald.hear((word) => heard.push(`second ${word}`));
    store.herald.tell('here');
    store.herald.tell('ß'.repeat(2001));
    await Promise.resolve();
    stop();
    store.herald.tell('there');
    await Promise.resolve();
    expect(heard).toEqual(['first here', 'second here', 'second there']);
  });
});
