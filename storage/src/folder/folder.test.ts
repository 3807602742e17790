import { conformance } from '../conformance.js';
import { review } from '../conformance/made-up.js';
import { openSqlite } from '../sqlite/keeper.js';
import { tempFolder } from '../sqlite/temp-folder.js';
import { folderStore } from './folder-store.js';

conformance('a review of a folder', async () => {
  const folder = tempFolder();
  const store = await folderStore(folder.path);
  const keeper = await store.begin(review, 'Link workers’ review');
  const file = folder.file('Link workers review.throughline');
  const others = [keeper];
  // Before the first change there is no review in the folder to be opened.
  const another = async () => {
    const held = (await store.reviews()).includes(review);
    const other = held ? await store.keeper(review) : await openSqlite(file);
    others.push(other);
    return other;
  };
  return {
    keeper,
    another,
    reopened: async () => {
      for (const each of others) await each.close();
      return another();
    },
    freePath: folder.free,
    openCopy: openSqlite,
    remove: async () => {
      for (const each of others) await each.close();
      await store.close();
      folder.remove();
    },
  };
});
