import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'throughline-register-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const program = fileURLToPath(new URL('../../dist/register/many-tries.js', import.meta.url));

test('processes that start at once on one folder make one register, and count together', async () => {
  const runs = Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, [program, folder, '20']));
  const said = (await Promise.all(runs)).map(({ stdout }) => JSON.parse(stdout) as { key: string; got: number });
  expect(new Set(said.map(({ key }) => key)).size).toBe(1);
  expect(said.reduce((sum, { got }) => sum + got, 0)).toBe(50);
});
