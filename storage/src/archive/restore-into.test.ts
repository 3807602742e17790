import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { review } from '../conformance/made-up.js';
import { type FolderStore, folderStore } from '../folder/folder-store.js';
import { tempFolder } from '../sqlite/temp-folder.js';
import { restoreFile } from './restore-file.js';
import { restoreInto } from './restore-into.js';
import { archived, smallReview, writtenTo } from './testing/made-archive.js';

const folder = tempFolder();
const served = tempFolder();
let store: FolderStore;
let archive: string;
let cut: string;

beforeAll(async () => {
  const bytes = await archived(await smallReview());
  archive = writtenTo(folder.file('whole.zip'), bytes);
  const altered = Buffer.from(bytes);
  // Into the middle of the log: the list of entries is whole, and what is wrong shows late.
  altered.fill(0, 100, 140);
  cut = writtenTo(folder.file('damaged.zip'), altered);
  store = await folderStore(served.path);
});
afterAll(async () => {
  await store.close();
  served.remove();
  folder.remove();
});

describe('a review brought to a store', { timeout: 60_000 }, () => {
  test('that is damaged leaves nothing there', async () => {
    await expect(restoreInto(store, cut)).rejects.toMatchObject({ code: 'archive.damaged' });
    expect(await store.reviews()).toEqual([]);
    await store.close();
    expect(readdirSync(served.path)).toEqual([]);
  });

  test('is there as it was, once', async () => {
    expect(await restoreInto(store, archive)).toBe(review);
    const keeper = await store.keeper(review);
    expect((await keeper.changes(review)).length).toBe(21);
    expect((await archived(keeper)).equals(await archived(await smallReview()))).toBe(true);
    await keeper.close();
    await expect(restoreInto(store, archive)).rejects.toMatchObject({ code: 'file.exists' });
    expect(await store.reviews()).toEqual([review]);
  });
});

test('a file that is restored from a damaged archive is never there', async () => {
  const path = folder.file('restored.throughline');
  await expect(restoreFile(cut, path)).rejects.toMatchObject({ code: 'archive.damaged' });
  await restoreFile(archive, path);
  await expect(restoreFile(archive, path)).rejects.toMatchObject({ code: 'file.exists' });
  expect(readdirSync(folder.path).sort()).toEqual(['damaged.zip', 'restored.throughline', 'whole.zip']);
});
