import { writeFileSync } from 'node:fs';
import { type Unzipped, unzipSync } from 'fflate';
import { memo, memos, record, review } from '../../conformance/made-up.js';
import type { Keeper } from '../../contract.js';
import { sha256Of } from '../../hash.js';
import { memoryKeeper } from '../../memory.js';
import { writeArchive } from '../write-archive.js';

export const paper = new TextEncoder().encode(`%PDF-1.7 ${'the words of the paper '.repeat(200)}`);

/** A review with something of every sort, in memory. */
export async function smallReview(): Promise<Keeper> {
  const keeper = memoryKeeper();
  const taken = new TextEncoder().encode('taken out later');
  const contents = [
    { hash: sha256Of(paper), bytes: paper, name: 'Skivington 2018.pdf' },
    { hash: sha256Of(taken), bytes: taken },
  ];
  const records = [record('r1', { title: 'Held', year: 2018 }, 'i1'), record('r2')];
  await keeper.append(review, 0, memos(1, 20), { records, contents });
  await keeper.append(review, 20, [memo('c21')], { withdraw: [{ hash: sha256Of(taken), reason: 'asked' }] });
  return keeper;
}

/** The bytes of a keeper's archive. */
export async function archived(keeper: Keeper): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeArchive(keeper, review)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What is in an archive, as another program unpacks it. */
export const unpacked = (archive: Uint8Array): Unzipped => unzipSync(archive);

export function writtenTo(path: string, bytes: Uint8Array): string {
  writeFileSync(path, bytes);
  return path;
}
