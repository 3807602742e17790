import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReviewId, asId } from '@throughline/core';
import { afterAll, expect, test } from 'vitest';
import { sha256Of } from '../hash.js';
import { tempFolder } from '../sqlite/temp-folder.js';
import { folderBlobs } from './folder.js';
import { keeping, paperHash } from './keeping.js';
import { openBlobs } from './open-blobs.js';

const folder = tempFolder();
afterAll(() => folder.remove());
let made = 0;
function fresh(): string {
  made += 1;
  return folder.file(`blobs ${made}`);
}

keeping('a folder', async () => {
  const place = fresh();
  return {
    blobs: await folderBlobs(place),
    alter: async (bytes) => writeFileSync(join(place, readdirSync(place)[0] ?? '', paperHash), bytes),
  };
});

test('no id of a review leads out of the folder', async () => {
  const place = fresh();
  const blobs = await folderBlobs(place);
  const paper = new TextEncoder().encode('x');
  for (const id of ['a:b', 'a_b', '../up', '..', 'CON', 'x'.repeat(80)]) {
    await blobs.put(asId<ReviewId>(id), sha256Of(paper), paper);
  }
  expect(readdirSync(place).length).toBe(6);
  for (const name of readdirSync(place)) expect(readdirSync(join(place, name))).toEqual([sha256Of(paper)]);
  expect(existsSync(folder.file('up'))).toBe(false);
});

test('a folder that has gone no longer answers', async () => {
  const place = fresh();
  const blobs = await openBlobs(place);
  rmSync(place, { recursive: true });
  await expect(blobs.answers()).rejects.toMatchObject({ code: 'store.unreachable', values: { place } });
});

const wrong = [
  '',
  'https://example.org/files',
  's3://',
  's3://UPPER',
  's3://bucket/a%20b',
  's3://bucket?region=eu west',
  's3://bucket?endpoint=ftp://example.org',
  's3://bucket?endpoint=https://user:secret@example.org',
  's3://bucket?endpoint=nowhere',
];
test.each(wrong)('"%s" is no place for files', async (address) => {
  const keys = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };
  await expect(openBlobs(address, keys)).rejects.toMatchObject({ code: 'blobs.addressInvalid' });
});

test('a store without its keys says so', async () => {
  await expect(openBlobs('s3://bucket/files', {})).rejects.toMatchObject({ code: 'blobs.noKeys' });
});
