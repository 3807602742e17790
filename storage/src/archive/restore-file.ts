import { createSqlite } from '../sqlite/keeper.js';
import { inPlace } from '../sqlite/place.js';
import { type ReadOptions, readArchive } from './read-archive.js';

/**
 * Makes a review's file from an archive, or from another review's file. Nothing stands at `path` until it is whole; what
 * stands there already is left alone (`file.exists`).
 */
export async function restoreFile(archive: string, path: string, options: ReadOptions = {}): Promise<void> {
  await inPlace(path, async (making) => {
    const keeper = await createSqlite(making);
    await readArchive(archive, keeper, options).finally(() => keeper.close());
  });
}
