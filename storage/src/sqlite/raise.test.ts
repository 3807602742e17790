import { copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ReviewId, asId } from '@throughline/core';
import { afterAll, describe, expect, test } from 'vitest';
import { readArchive } from '../archive/read-archive.js';
import { memo } from '../conformance/made-up.js';
import { type Keeper, type Part, StoreProblem } from '../contract.js';
import { memoryKeeper } from '../memory.js';
import { Connection } from './connection.js';
import { openSqlite } from './keeper.js';
import { raise, versionOf } from './raise.js';
import { formatVersion, steps } from './schema.js';
import { tempFolder } from './temp-folder.js';

const folder = tempFolder();
afterAll(() => folder.remove());

const stored = fileURLToPath(new URL('stored/', import.meta.url));
const review = asId<ReviewId>('stored');
const versions = Array.from({ length: formatVersion }, (_, n) => n + 1);

/** A copy of the file that the program of that version wrote. */
function storedFile(version: number): string {
  const file = folder.free();
  copyFileSync(`${stored}${version}.throughline`, file);
  return file;
}

/** What it held when it was written. */
const written = (version: number): unknown => JSON.parse(readFileSync(`${stored}${version}.json`, 'utf8'));

async function held(keeper: Keeper): Promise<unknown> {
  const parts: Part[] = [];
  for await (const part of keeper.parts(review)) parts.push(part);
  const said = JSON.stringify(parts, (key, value: unknown) =>
    key === 'bytes' ? Object.values(value as Uint8Array) : value,
  );
  return JSON.parse(said);
}

/** Works on a file as the next version of the program would. */
function connected<T>(file: string, work: (connection: Connection) => T): T {
  const connection = new Connection(file, 'write', 1000);
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

describe('a file of an earlier version', { timeout: 60_000 }, () => {
  test('is stored for every version there was', () => {
    const names = versions.flatMap((version) => [`${version}.json`, `${version}.throughline`]);
    expect(readdirSync(stored).sort()).toEqual([...names, 'make.mjs'].sort());
  });

  test.each(versions)('%d opens with all that it held, and can be written', async (version) => {
    const keeper = await openSqlite(storedFile(version));
    expect(await held(keeper)).toEqual(written(version));
    expect(await keeper.integrity()).toEqual([]);
    expect((await keeper.pageOfRecords(review, { text: 'skiv', limit: 5 })).total).toBe(2);
    await keeper.append(review, 4, [memo('later')]);
    expect((await keeper.changes(review)).length).toBe(5);
    await keeper.close();
    expect(connected(keeper.path, versionOf)).toBe(formatVersion);
  });

  test.each(versions)('%d can be taken in as it is', async (version) => {
    const into = memoryKeeper();
    await readArchive(storedFile(version), into);
    expect((await into.changes(review)).length).toBe(4);
  });
});

describe('raising a file to the next version', { timeout: 60_000 }, () => {
  const next = [...steps, `ALTER TABLE changes ADD COLUMN place TEXT; UPDATE changes SET place = 'here ' || seq;`];
  const places = (connection: Connection) => connection.all<[string]>('SELECT place FROM changes ORDER BY seq').flat();

  test('takes every step that is missing, once', async () => {
    const file = storedFile(1);
    connected(file, (connection) => {
      raise(connection, () => {}, next);
      expect([versionOf(connection), places(connection)]).toEqual([
        next.length,
        ['here 1', 'here 2', 'here 3', 'here 4'],
      ]);
      raise(connection, () => {}, next);
      expect(places(connection).length).toBe(4);
    });
    await expect(openSqlite(file)).rejects.toMatchObject({
      code: 'file.newer',
      values: { found: next.length, known: formatVersion },
    });
  });

  const failing: readonly (readonly [string, readonly string[], () => void])[] = [
    ['a step that fails halfway', [...next, 'DELETE FROM records; INSERT INTO no_such_table VALUES (1);'], () => {}],
    [
      'a result that is not whole',
      next,
      () => {
        throw new StoreProblem('file.damaged');
      },
    ],
  ];
  test.each(failing)('leaves the file as it was after %s', async (_, through, look) => {
    const file = storedFile(1);
    connected(file, (connection) => expect(() => raise(connection, look, through)).toThrow());
    const keeper = await openSqlite(file);
    expect(await held(keeper)).toEqual(written(1));
    expect(await keeper.integrity()).toEqual([]);
    await keeper.close();
  });
});
