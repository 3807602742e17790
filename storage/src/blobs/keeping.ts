import { type ReviewId, asId } from '@throughline/core';
import { expect, test, vi } from 'vitest';
import { sha256Of } from '../hash.js';
import type { Blobs } from './contract.js';

const one = asId<ReviewId>('one');
const two = asId<ReviewId>('ONE');
const paper = new TextEncoder().encode('%PDF-1.7 the words of the paper');
const hash = sha256Of(paper);

/** What every place for bytes keeps to. `alter` changes the bytes that are kept under a hash, behind its back. */
export function keeping(
  name: string,
  make: () => Promise<{ readonly blobs: Blobs; readonly alter: (bytes: Uint8Array) => Promise<void> }>,
): void {
  test(`${name} gives back what was put in, and nothing that was not`, async () => {
    const { blobs } = await make();
    await blobs.answers();
    expect(await blobs.get(one, hash)).toBeUndefined();
    await blobs.put(one, hash, paper);
    await blobs.put(one, hash, paper);
    expect(await blobs.get(one, hash)).toEqual(paper);
    const empty = new Uint8Array();
    await blobs.put(one, sha256Of(empty), empty);
    expect(await blobs.get(one, sha256Of(empty))).toEqual(empty);
    const large = new Uint8Array(5_000_000).map((_, n) => n * 31);
    await blobs.put(one, sha256Of(large), large);
    expect(sha256Of((await blobs.get(one, sha256Of(large))) ?? empty)).toBe(sha256Of(large));
  });

  test(`${name} keeps the bytes of each review apart`, async () => {
    const { blobs } = await make();
    await blobs.put(one, hash, paper);
    expect(await blobs.get(two, hash)).toBeUndefined();
    await blobs.put(two, hash, paper);
    await blobs.remove(one, hash);
    await blobs.remove(one, hash);
    expect(await blobs.get(one, hash)).toBeUndefined();
    expect(await blobs.get(two, hash)).toEqual(paper);
  });

  test(`${name} takes out everything of one review`, async () => {
    const { blobs } = await make();
    const many = Array.from({ length: 30 }, (_, n) => new TextEncoder().encode(`paper ${n}`));
    for (const each of many) await blobs.put(one, sha256Of(each), each);
    await blobs.put(two, hash, paper);
    await blobs.removeAll(one);
    await blobs.removeAll(one);
    for (const each of many) expect(await blobs.get(one, sha256Of(each))).toBeUndefined();
    expect(await blobs.get(two, hash)).toEqual(paper);
  });

  test(`${name} never gives out altered bytes, and takes the right ones again`, async () => {
    const { blobs, alter } = await make();
    await blobs.put(one, hash, paper);
    await alter(new TextEncoder().encode('%PDF-1.7 other words'));
    await expect(blobs.get(one, hash)).rejects.toMatchObject({ code: 'file.damaged', values: { hash } });
    await blobs.put(one, hash, paper);
    // The S3 store of the tests answers a little before it has written.
    await vi.waitFor(async () => expect(await blobs.get(one, hash)).toEqual(paper), 5000);
  });
}

/** The path of the paper below the place, for those who alter it. */
export const paperHash = hash;
