import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { memo, memos, review, seqsOf, upTo } from '../conformance/made-up.js';
import { sha256Of } from '../hash.js';
import { createSqlite, openSqlite } from './keeper.js';
import { tempFolder } from './temp-folder.js';

const folder = tempFolder();
const disk = folder.file('disk');
mkdirSync(disk);
const done = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
/** A real small disk; only root can have one, and only on Linux. */
const mounted = done('mount', '-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk);
afterAll(() => {
  if (mounted) done('umount', '-l', disk);
  folder.remove();
});

describe.skipIf(!mounted)('a full disk', () => {
  test('L2 refuses the change, loses nothing, and goes on when there is room', async () => {
    const file = join(disk, 'a.throughline');
    const keeper = await createSqlite(file);
    await keeper.append(review, 0, memos(1, 10));
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(1_000_000));
    const bytes = Buffer.alloc(1_500_000, 'x');
    const large = { contents: [{ hash: sha256Of(bytes), bytes }] };
    await expect(keeper.append(review, 10, [memo('large')], large)).rejects.toMatchObject({ code: 'file.diskFull' });
    expect(await seqsOf(keeper)).toEqual(upTo(10));
    rmSync(join(disk, 'ballast'));
    await keeper.append(review, 10, memos(11, 12));
    await keeper.close();
    const again = await openSqlite(file);
    expect(await seqsOf(again)).toEqual(upTo(12));
    expect(await again.integrity()).toEqual([]);
    await again.close();
  });

  test('leaves no half-made file or copy', async () => {
    const keeper = await createSqlite(folder.free());
    const bytes = Buffer.alloc(3_000_000, 'x');
    await keeper.append(review, 0, [memo('large')], { contents: [{ hash: sha256Of(bytes), bytes }] });
    await expect(keeper.copyTo(join(disk, 'copy-2.throughline'))).rejects.toMatchObject({ code: 'file.diskFull' });
    await keeper.close();
    expect(readdirSync(disk).filter((name) => name.includes('copy-2'))).toEqual([]);
  });
});
