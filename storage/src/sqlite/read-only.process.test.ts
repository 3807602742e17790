import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memos, record, review } from '../conformance/made-up.js';
import { sha256Of } from '../hash.js';
import { createSqlite } from './keeper.js';
import { tempFolder } from './temp-folder.js';

const program = new URL('../../dist/index.js', import.meta.url).href;
/** Root may write everywhere; so these tests ask as nobody, where they are run as root. */
const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const ask = (code: string) =>
  spawnSync(process.execPath, ['--input-type=module', '-e', `const S = await import('${program}');${code}`], {
    ...asNobody,
    cwd: '/',
    encoding: 'utf8',
  });
/** Windows has no such permissions, and a checkout in a private folder cannot be read by nobody. */
const possible = process.platform !== 'win32' && ask('').status === 0;

/** What somebody who may not write sees of a file. */
function seen(file: string, more = ''): Record<string, unknown> {
  const { stdout, stderr } = ask(`
    const codeOf = (error) => error.code ?? String(error);
    const say = (what) => console.log(JSON.stringify(what));
    try {
      const keeper = await S.openSqlite(${JSON.stringify(file)});
      const held = (await keeper.changes('${review}')).length;
      const found = (await keeper.pageOfRecords('${review}', { text: 'HÉLD', limit: 5 })).total;
      const refused = await keeper.append('${review}', held, [{ id: 'x', kind: 'k', version: 1, by: 'b', at: 'a' }]).catch(codeOf);
      const findings = await keeper.integrity();
      const open = await S.OpenReview.open(keeper, '${review}');
      const more = await (async () => { ${more} })().catch(codeOf);
      await open.close();
      await keeper.close();
      say({ readOnly: keeper.readOnly?.code, held, found, refused, findings, more });
    } catch (error) { say({ failed: codeOf(error) }); }`);
  return JSON.parse(stdout || JSON.stringify({ stderr })) as Record<string, unknown>;
}

describe.skipIf(!possible)('who may not write can read', () => {
  const folder = tempFolder();
  const paper = new TextEncoder().encode('a paper');
  /** In use: its log of writes stands beside it. */
  const used = folder.file('used.throughline');
  /** The same, as a program that was killed would leave it. */
  const left = folder.file('left.throughline');
  let stillOpen: Awaited<ReturnType<typeof createSqlite>>;

  beforeAll(async () => {
    chmodSync(folder.path, 0o755);
    stillOpen = await createSqlite(used);
    const contents = [{ hash: sha256Of(paper), bytes: paper }];
    await stillOpen.append(review, 0, memos(1, 5), { records: [record('r1', { title: 'Held' })], contents });
    const other = new Database(used);
    other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    other.close();
    await stillOpen.append(review, 5, memos(6, 7));
    // At once: a file that rests is brought up to date.
    for (const end of ['', '-wal', '-shm']) copyFileSync(used + end, left + end);
  });
  afterAll(async () => {
    await stillOpen.close();
    folder.remove();
  });

  /** A folder with some of the three files of a review that is in use, or with its closed copy. */
  async function standing(name: string, modes: { folder: number; file: number }, ends: readonly string[] | 'closed') {
    const place = folder.file(name);
    mkdirSync(place);
    const file = join(place, 'a.throughline');
    if (ends === 'closed') await stillOpen.copyTo(file);
    else for (const end of ends) copyFileSync(left + end, file + end);
    for (const each of readdirSync(place)) chmodSync(join(place, each), modes.file);
    chmodSync(place, modes.folder);
    return file;
  }

  const whole = { held: 7, found: 1, findings: [] };

  test('a file in a folder that is read-only', async () => {
    const file = await standing('folder', { folder: 0o555, file: 0o666 }, 'closed');
    const before = readFileSync(file);
    expect(seen(file)).toMatchObject({ ...whole, readOnly: 'file.folderReadOnly', refused: 'file.folderReadOnly' });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a file that is read-only itself', async () => {
    const file = await standing('file', { folder: 0o777, file: 0o444 }, 'closed');
    expect(seen(file)).toMatchObject({ ...whole, readOnly: 'file.readOnly', refused: 'file.readOnly' });
    expect(readdirSync(join(file, '..'))).toEqual(['a.throughline']);
  });

  test('a file that was not closed, with its log of writes', async () => {
    const file = await standing('wal', { folder: 0o555, file: 0o444 }, ['', '-wal', '-shm']);
    expect(seen(file)).toMatchObject({ ...whole, readOnly: 'file.readOnly' });
  });

  test('a file that was not closed, without its log of writes, holds what it holds', async () => {
    const file = await standing('no-wal', { folder: 0o555, file: 0o444 }, ['']);
    expect(seen(file)).toMatchObject({ ...whole, held: 5, readOnly: 'file.readOnly' });
  });

  test('a copy of it can be made elsewhere', async () => {
    const file = await standing('copied', { folder: 0o555, file: 0o444 }, 'closed');
    const free = folder.file('free');
    mkdirSync(free);
    chmodSync(free, 0o777);
    const path = join(free, 'copy.throughline');
    const more = `await keeper.copyTo(${JSON.stringify(path)}); const c = await S.openSqlite(${JSON.stringify(path)});
      const n = (await c.changes('${review}')).length; await c.close(); return [n, c.readOnly ?? 'writable'];`;
    expect(seen(file, more)).toMatchObject({ ...whole, more: [7, 'writable'] });
  });

  test('nothing is made or copied into a folder that is read-only', async () => {
    const file = await standing('nothing', { folder: 0o555, file: 0o444 }, 'closed');
    const other = JSON.stringify(join(file, '..', 'other.throughline'));
    expect(seen(file, `await keeper.copyTo(${other});`)).toMatchObject({ more: 'file.folderReadOnly' });
    expect(seen(file, `await S.createSqlite(${other});`)).toMatchObject({ more: 'file.folderReadOnly' });
    expect(existsSync(join(file, '..', 'other.throughline'))).toBe(false);
  });

  test('a file of an earlier version, which would have to be written first', async () => {
    const file = await standing('older', { folder: 0o755, file: 0o644 }, 'closed');
    const older = new Database(file);
    older.exec('PRAGMA user_version = 0');
    older.close();
    chmodSync(file, 0o444);
    expect(seen(file)).toEqual({ failed: 'file.older' });
  });

  test('a file that may not even be read', async () => {
    const file = await standing('secret', { folder: 0o755, file: 0o000 }, 'closed');
    expect(seen(file)).toEqual({ failed: 'file.notReadable' });
  });
});
