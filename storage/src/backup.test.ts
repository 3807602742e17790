import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PersonId, type ReviewId, asId } from '@throughline/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUp, restoreBackup } from './backup.js';
import { folderStore } from './folder/folder-store.js';
import { openRegister } from './register/register.js';
import { startReview } from './start-review.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-backup-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A place with two reviews and an account, who leads one of them. */
async function workingPlace() {
  const store = await folderStore(folder);
  const register = await openRegister({ folder });
  const account = {
    name: 'Ana',
    email: 'ana@example.org',
    emailVerified: true,
    administrator: true,
    passwordHash: 'h',
  };
  const made = await register.accounts.make(account, new Date('2026-03-01T09:00:00Z'));
  if ('refused' in made) throw new Error(made.refused);
  for (const id of ['one', 'two']) {
    const review = asId<ReviewId>(id);
    const keeper = await store.begin(review, id);
    const open = await startReview(keeper, { title: id, id: review, by: asId<PersonId>('ana'), name: 'Ana' });
    await open.close();
    await keeper.close();
  }
  await register.members.bind(asId<ReviewId>('one'), made.id, asId<PersonId>('ana'), { role: 'lead', started: true });
  return { store, register, account: made.id };
}

const changesIn = async (at: string, review: string) => {
  const store = await folderStore(at);
  const keeper = await store.keeper(asId<ReviewId>(review));
  const changes = await keeper.changes(asId<ReviewId>(review));
  await keeper.close();
  await store.close();
  return changes;
};

test('a backup of a server that runs gives back its reviews, accounts and who is whom', async () => {
  const { store, register, account } = await workingPlace();
  const out = join(folder, 'backup');
  expect(await backUp(store, { folder }, out)).toEqual({ reviews: 2, accounts: 1 });
  await store.close();
  const again = await mkdtemp(join(tmpdir(), 'throughline-backup-'));
  const restored = await folderStore(again);
  expect(await restoreBackup(out, restored, { folder: again })).toEqual({ reviews: 2, accounts: 1 });
  await restored.close();
  for (const review of ['one', 'two']) {
    expect(await changesIn(again, review)).toStrictEqual(await changesIn(folder, review));
  }
  const back = await openRegister({ folder: again });
  expect(await back.accounts.all()).toEqual(await register.accounts.all());
  expect(await back.members.personOf(asId<ReviewId>('one'), account)).toBe('ana');
  expect(back.settings.key('cursors')).toEqual(register.settings.key('cursors'));
  await back.close();
  await register.close();
  await rm(again, { recursive: true, force: true });
});

test('a backup is never put over what is there, nor into what is not empty', async () => {
  const { store, register } = await workingPlace();
  const out = join(folder, 'backup');
  await backUp(store, { folder }, out);
  await expect(backUp(store, { folder }, out)).rejects.toMatchObject({ code: 'file.exists' });
  await expect(restoreBackup(out, store, { folder })).rejects.toMatchObject({ code: 'backup.notEmpty' });
  await expect(restoreBackup(folder, store, { folder })).rejects.toMatchObject({ code: 'backup.missing' });
  expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([]);
  await store.close();
  await register.close();
});
