import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeOut } from './write-out.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-out-'));
  await writeFile(join(folder, 'a.txt'), 'mine');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a result that is written to a file', () => {
  it.each([
    ['review.throughline', 'file.exists'],
    ['review.Throughline', 'file.exists'],
    ['a.txt/under-a-file.svg', 'file.folderMissing'],
    ['nowhere/x.svg', 'file.folderMissing'],
    ['.', 'file.isFolder'],
  ])('is not written to %s: %s', async (path, code) => {
    await expect(writeOut(join(folder, path), ['x'])).rejects.toMatchObject({ code });
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it('leaves the old file where making it fails', async () => {
    const failing = function* (): Generator<string> {
      yield 'half';
      throw new Error('no more');
    };
    await expect(writeOut(join(folder, 'a.txt'), failing())).rejects.toThrow('no more');
    expect([await readdir(folder), await readFile(join(folder, 'a.txt'), 'utf8')]).toEqual([['a.txt'], 'mine']);
  });
});
