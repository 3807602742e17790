import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { Connection } from './connection.js';
import { versionOf } from './raise.js';
import { formatVersion } from './schema.js';
import { tempFolder } from './temp-folder.js';

const folder = tempFolder();
afterAll(() => folder.remove());

const compiled = (name: string): string =>
  JSON.stringify(new URL(`../../dist/sqlite/${name}.js`, import.meta.url).href);

/** A program of the next version, which opens a file as soon as it is told to. */
const program = (file: string): string => `
  const { Connection } = await import(${compiled('connection')});
  const { raise } = await import(${compiled('raise')});
  const { steps } = await import(${compiled('schema')});
  const next = [...steps, "CREATE TABLE raised (by TEXT); INSERT INTO raised VALUES ('" + process.pid + "')"];
  console.log('ready');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  const connection = new Connection(${JSON.stringify(file)}, 'write', 20000);
  raise(connection, () => {}, next);
  connection.close();
  process.exit(0);`;

test('of several processes that raise one file at once, one does', async () => {
  const file = folder.file('raised.throughline');
  copyFileSync(fileURLToPath(new URL('stored/1.throughline', import.meta.url)), file);
  const args = ['--input-type=module', '-e', program(file)];
  const all = Array.from({ length: 4 }, () => spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] }));
  const ended = all.map((each) => new Promise((resolve) => each.once('exit', resolve)));
  await Promise.all(all.map((each) => new Promise((resolve) => each.stdout.once('data', resolve))));
  for (const each of all) each.stdin.write('now\n');
  expect(await Promise.all(ended)).toEqual([0, 0, 0, 0]);
  const connection = new Connection(file, 'read', 1000);
  expect(versionOf(connection)).toBe(formatVersion + 1);
  expect(connection.all('SELECT by FROM raised').length).toBe(1);
  connection.close();
});
