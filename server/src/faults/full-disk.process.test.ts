import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Browser } from '../accounts/testing/browser.js';
import { refusalIn } from './at-work.js';
import { gather, logOf, memo } from './gathered.js';
import { serverProcess } from './server-process.js';

const folder = mkdtempSync(join(tmpdir(), 'throughline-full-'));
const disk = join(folder, 'disk');
mkdirSync(disk);
const done = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
/** A real small disk; only root can have one, and only on Linux. */
const mounted = done('mount', '-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk);
if (!mounted) process.stderr.write('SKIPPED: no small disk can be mounted here, so none is filled under a server.\n');
afterAll(() => {
  if (mounted) done('umount', '-l', disk);
  rmSync(folder, { recursive: true, force: true });
});

/** Fills what is left, down to the last block. */
function fill(): () => void {
  for (let n = 0, size = 1024 * 1024; size >= 4096; n += 1) {
    const { bavail, bsize } = statfsSync(disk);
    if (bavail * bsize < size) size /= 4;
    else writeFileSync(join(disk, `ballast-${n}`), Buffer.alloc(size, 1));
  }
  return () => {
    for (const name of readdirSync(disk)) if (name.startsWith('ballast-')) rmSync(join(disk, name));
  };
}

describe.skipIf(!mounted)('a full disk under a server', () => {
  test('L2 is told in words, loses nothing that was acknowledged, and is worked on when there is room', async () => {
    const server = await serverProcess({ folder: disk });
    try {
      const { review, browsers } = await gather(server, 1);
      const [, browser] = browsers as [Browser, Browser];
      const path = `/api/reviews/${review}/changes`;
      const say = async (id: string) =>
        refusalIn(await browser.post(path, { changes: [memo(id, 'as it seems '.repeat(1500))] }));
      expect(await say('before')).toBeUndefined();
      const makeRoom = fill();
      const acknowledged = ['before'];
      const refused: string[] = [];
      for (let n = 0; n < 100 && refused.length < 5; n += 1) {
        const told = await say(`full-${n}`);
        if (told === undefined) acknowledged.push(`full-${n}`);
        else {
          expect(told).toMatchObject({ status: 503, code: 'file.diskFull', sentence: expect.stringContaining('full') });
          refused.push(`full-${n}`);
        }
      }
      expect(refused).toHaveLength(5);
      // Reading goes on, also when it is time to note that the session is in use.
      for (const ahead of [0, 120_000]) {
        await server.clockAhead(ahead);
        const { status, body } = await browser.get(`/api/reviews/${review}/history?limit=1`);
        expect([status, body]).toMatchObject([200, { changes: [{ id: acknowledged.at(-1) }] }]);
      }
      makeRoom();
      for (const id of [...refused, 'after']) expect(await say(id)).toBeUndefined();
      const log = await logOf({ folder: disk }, review);
      const theirs = log.map(({ id }) => id as string).filter((id) => /^(before|full-|after)/.test(id));
      expect(theirs).toEqual([...acknowledged, ...refused, 'after']);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, n) => n + 1));
      expect([server.isRunning(), server.complaints()]).toEqual([true, '']);
    } finally {
      await server.kill();
    }
  });
});
