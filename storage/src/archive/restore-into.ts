import type { ReviewId } from '@throughline/core';
import type { ReviewStore } from '../store.js';
import { archivePeople } from './archive-people.js';
import { type ReadOptions, readArchive } from './read-archive.js';

/**
 * Takes a review from an archive, or from its own file, into a store, as one that is new there: whole, or not at all.
 * Rejects with `file.exists` where the store holds it already.
 */
export async function restoreInto(store: ReviewStore, archive: string, options: ReadOptions = {}): Promise<ReviewId> {
  const { review, title } = await archivePeople(archive, options);
  const keeper = await store.begin(review, title);
  try {
    return await readArchive(archive, keeper, options);
  } finally {
    await keeper.close();
  }
}
