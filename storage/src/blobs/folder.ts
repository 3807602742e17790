import { randomBytes } from 'node:crypto';
import { constants, access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ReviewId, Sha256 } from '@throughline/core';
import { StoreProblem } from '../contract.js';
import { sha256Of } from '../hash.js';
import { toProblem } from '../sqlite/problems.js';
import type { Blobs } from './contract.js';
import { placeOf } from './place.js';

/** Keeps bytes as files in a folder, which is made where it is not there: one folder a review, one file a hash. */
export async function folderBlobs(folder: string): Promise<Blobs> {
  const place = resolve(folder);
  await mkdir(place, { recursive: true }).catch((error: unknown) => {
    throw toProblem(error, place);
  });
  return new FolderBlobs(place);
}

class FolderBlobs implements Blobs {
  constructor(readonly place: string) {}

  async put(review: ReviewId, hash: Sha256, bytes: Uint8Array): Promise<void> {
    const file = this.#file(review, hash);
    try {
      if (await isWhole(file, hash)) return;
      await mkdir(dirname(file), { recursive: true });
      await writeInPlace(file, bytes);
      await flushFolder(dirname(file));
      await flushFolder(this.place);
    } catch (error) {
      throw toProblem(error, file);
    }
  }

  async get(review: ReviewId, hash: Sha256): Promise<Uint8Array | undefined> {
    const file = this.#file(review, hash);
    const bytes = await read(file);
    if (bytes !== undefined && sha256Of(bytes) !== hash) throw new StoreProblem('file.damaged', { file, hash });
    return bytes;
  }

  async remove(review: ReviewId, hash: Sha256): Promise<void> {
    const file = this.#file(review, hash);
    await rm(file, { force: true }).catch((error: unknown) => {
      throw toProblem(error, file);
    });
  }

  async removeAll(review: ReviewId): Promise<void> {
    const folder = join(this.place, placeOf(review));
    await rm(folder, { recursive: true, force: true }).catch((error: unknown) => {
      throw toProblem(error, folder);
    });
  }

  async answers(): Promise<void> {
    await access(this.place, constants.R_OK | constants.W_OK | constants.X_OK).catch(() => {
      throw new StoreProblem('store.unreachable', { place: this.place });
    });
  }

  #file(review: ReviewId, hash: Sha256): string {
    return join(this.place, placeOf(review), hash);
  }
}

/** What was altered on the disk is written again where somebody brings it whole. */
async function isWhole(file: string, hash: Sha256): Promise<boolean> {
  const held = await read(file);
  return held !== undefined && sha256Of(held) === hash;
}

async function read(file: string): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readFile(file);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw toProblem(error, file);
  }
}

/** Beside its place first: whatever happens meanwhile, nothing half-written ever stands there. */
async function writeInPlace(file: string, bytes: Uint8Array): Promise<void> {
  const making = `${file}.making-${randomBytes(4).toString('hex')}`;
  try {
    const handle = await open(making, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(making, file);
  } catch (error) {
    await rm(making, { force: true });
    throw error;
  }
}

/** Folders cannot be flushed everywhere; where they cannot, the system does it in its own time. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
