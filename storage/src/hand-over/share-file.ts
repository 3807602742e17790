import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReadOptions, readArchive } from '../archive/read-archive.js';
import type { Keeper } from '../contract.js';
import { createSqlite } from '../sqlite/keeper.js';

/**
 * Opens the file of a share that came back, which may be anybody's, hands it over, and closes it again whatever happens.
 * The file itself is only read, and stays as it is: what is worked with is a copy that was looked over on its way in.
 */
export async function withShareFile<T>(
  path: string,
  work: (share: Keeper) => Promise<T>,
  options: ReadOptions = {},
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-share-'));
  try {
    const share = await createSqlite(join(folder, 'share.throughline'));
    try {
      await readArchive(path, share, options);
      return await work(share);
    } finally {
      await share.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
