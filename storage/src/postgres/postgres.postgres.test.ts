import { inject } from 'vitest';
import { freshDatabase } from '../../../tools/postgres.mjs';
import { conformance } from '../conformance.js';
import { review } from '../conformance/made-up.js';
import { openSqlite } from '../sqlite/keeper.js';
import { tempFolder } from '../sqlite/temp-folder.js';
import type { ReviewStore } from '../store.js';
import { postgresStore } from './store.js';

conformance('PostgreSQL', async () => {
  const database = await freshDatabase(inject('databaseUrl'));
  const folder = tempFolder();
  const stores: ReviewStore[] = [];
  // A store of its own for each keeper, as another process has.
  const open = async () => {
    const store = await postgresStore(database.url, { pool: 3 });
    stores.push(store);
    const held = (await store.reviews()).includes(review);
    return held ? store.keeper(review) : store.begin(review, 'Link workers’ review');
  };
  const closeAll = async () => {
    for (const store of stores) await store.close();
  };
  return {
    keeper: await open(),
    another: open,
    reopened: async () => {
      await closeAll();
      return open();
    },
    freePath: folder.free,
    openCopy: openSqlite,
    remove: async () => {
      await closeAll();
      await database.drop();
      folder.remove();
    },
  };
});
