import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PersonId, type ReviewId, asId } from '@throughline/core';
import { expect, inject, test } from 'vitest';
import { freshDatabase } from '../../tools/postgres.mjs';
import { backUp, restoreBackup } from './backup.js';
import { folderStore } from './folder/folder-store.js';
import { postgresStore } from './postgres/store.js';
import { openRegister } from './register/register.js';
import { startReview } from './start-review.js';

const review = asId<ReviewId>('one');

test('a folder’s backup goes into a database, and the database’s into a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-backup-'));
  const database = await freshDatabase(inject('databaseUrl'));
  const store = await folderStore(folder);
  const register = await openRegister({ folder });
  const ana = { name: 'Ana', email: 'ana@example.org', emailVerified: true, administrator: true, passwordHash: 'h' };
  const made = await register.accounts.make(ana, new Date('2026-03-01T09:00:00Z'));
  const account = 'id' in made ? made.id : '';
  const keeper = await store.begin(review, 'One');
  const open = await startReview(keeper, { title: 'One', id: review, by: asId<PersonId>('ana'), name: 'Ana' });
  await open.close();
  await register.members.bind(review, account, asId<PersonId>('ana'), { role: 'lead', started: true });
  const [accounts, changes] = [await register.accounts.all(), await keeper.changes(review)];
  await keeper.close();

  await backUp(store, { folder }, join(folder, 'first'));
  const held = await postgresStore(database.url);
  await restoreBackup(join(folder, 'first'), held, { database: database.url });
  const there = await openRegister({ database: database.url });
  expect(await there.accounts.all()).toEqual(accounts);
  expect(await there.members.personOf(review, account)).toBe('ana');
  const inDatabase = await held.keeper(review);
  expect(await inDatabase.changes(review)).toStrictEqual(changes);
  await inDatabase.close();

  await backUp(held, { database: database.url }, join(folder, 'second'));
  const second = await folderStore(await mkdtemp(join(folder, 'again-')));
  await restoreBackup(join(folder, 'second'), second, { folder: second.place });
  const back = await openRegister({ folder: second.place });
  expect(await back.accounts.all()).toEqual(accounts);
  for (const each of [store, held, second, register, there, back]) await each.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});
