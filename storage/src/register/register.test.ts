import { mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, expect, test } from 'vitest';
import { connect } from './database.js';
import { openRegister } from './index.js';
import { type Step, migrate, steps } from './migrations.js';
import { registerSuite } from './register-suite.js';

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'throughline-register-'));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

registerSuite('SQLite', async () => ({ place: { folder: newFolder() }, remove: async () => {} }));

const more: Step = () => [`ALTER TABLE "settings" ADD COLUMN "note" text`];

test.skipIf(process.platform === 'win32')('a register is readable by nobody else on the machine', async () => {
  const folder = newFolder();
  await (await openRegister({ folder })).close();
  expect(statSync(join(folder, 'server.sqlite')).mode & 0o077).toBe(0);
});

test('an older register is brought to the next version with what it holds', async () => {
  const folder = newFolder();
  const old = await openRegister({ folder });
  await old.settings.setLimits({ reviewsPerAccount: 7, bytesPerReview: 1, bytesPerUpload: 1 });
  await old.close();
  const database = connect({ folder });
  await migrate(database, folder, [...steps, more]);
  const [kept] = await database.sql.selectFrom('settings').selectAll().where('name', '=', 'limits').execute();
  expect(kept).toMatchObject({ name: 'limits', note: null });
  await database.close();
  await expect(openRegister({ folder })).rejects.toMatchObject({ code: 'file.newer', values: { found: 2, known: 1 } });
});

test('a step that fails leaves the register as it was', async () => {
  const folder = newFolder();
  await (await openRegister({ folder })).close();
  const database = connect({ folder });
  const bad: Step = () => [`ALTER TABLE "settings" ADD COLUMN "note" text`, 'NOT SQL'];
  await expect(migrate(database, folder, [...steps, bad])).rejects.toThrow();
  await database.close();
  const same = await openRegister({ folder });
  expect(await same.settings.limits()).toMatchObject({ reviewsPerAccount: 100 });
  await same.close();
});

test('a register waits for another process that holds it long', { timeout: 60_000 }, async () => {
  const folder = newFolder();
  await (await openRegister({ folder })).close();
  const other = new Libsql(join(folder, 'server.sqlite'));
  other.exec('BEGIN IMMEDIATE');
  let held = true;
  setTimeout(() => {
    held = false;
    other.exec('COMMIT');
  }, 6000);
  const register = await openRegister({ folder });
  const at = new Date('2026-03-01T12:00:00.000Z');
  expect(await register.attempts.take('once', { most: 1, seconds: 60 }, at)).toBeUndefined();
  expect(held).toBe(false);
  const ana = { name: 'Ana', email: 'ana@example.org', emailVerified: true, administrator: true, passwordHash: 'hash' };
  expect(await register.accounts.make(ana, at)).toEqual({ id: expect.any(String) });
  await register.close();
  other.close();
});

test('a folder that is not there is named', async () => {
  await expect(openRegister({ folder: join(newFolder(), 'none') })).rejects.toMatchObject({
    name: 'StoreProblem',
    values: { file: expect.stringContaining('server.sqlite') },
  });
});
