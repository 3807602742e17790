import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { freshDatabase, startPostgres } from './postgres.mjs';
import { root } from './steps.mjs';

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

test('a server keeps what was committed when it is restarted and when it is killed', async () => {
  const postgres = await startPostgres();
  const { url } = await freshDatabase(postgres.url);
  await ask(url, 'CREATE TABLE held AS SELECT 1 AS n');
  await postgres.restart();
  await ask(url, 'INSERT INTO held VALUES (2)');
  await postgres.kill();
  await expect(ask(url, 'SELECT 1')).rejects.toThrow();
  await postgres.start();
  expect(await ask(url, 'SELECT n FROM held ORDER BY n')).toEqual([[1], [2]]);
  expect(await ask(url, 'SHOW fsync')).toEqual([['on']]);
  const [[data]] = (await ask(url, 'SHOW data_directory')) as [[string]];
  await postgres.stop();
  expect(existsSync(data)).toBe(false);
});

test('only this machine reaches the server, and nobody without its password', async () => {
  const postgres = await startPostgres({ durable: false });
  const without = new URL(postgres.url);
  without.password = 'guessed';
  await expect(ask(without.href, 'SELECT 1')).rejects.toThrow('password');
  expect(await ask(postgres.url, 'SHOW listen_addresses')).toEqual([['127.0.0.1']]);
  await postgres.stop();
});

test('a server ends with the program that started it, however that ends', async () => {
  const program = `
    import { startPostgres } from './tools/postgres.mjs';
    process.stdout.write((await startPostgres({ durable: false })).url);
    setInterval(() => {}, 1000);`;
  const folder = mkdtempSync(join(tmpdir(), 'throughline-starter-'));
  chmodSync(folder, 0o755);
  const env = { ...process.env, TMPDIR: folder };
  const starter = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: root, env });
  const [url] = await once(starter.stdout, 'data');
  await ask(String(url), 'SELECT 1');
  starter.kill('SIGKILL');
  await expect.poll(() => ask(String(url), 'SELECT 1').catch(() => 'gone'), { timeout: 20_000 }).toBe('gone');
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});
