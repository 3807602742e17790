import { conformance } from '../conformance.js';
import { createSqlite, openSqlite } from './keeper.js';
import { tempFolder } from './temp-folder.js';

conformance('SQLite', async () => {
  const folder = tempFolder();
  const file = folder.file('Link workers’ review #1?.throughline');
  const opened = [await createSqlite(file)];
  const open = async () => {
    const keeper = await openSqlite(file);
    opened.push(keeper);
    return keeper;
  };
  return {
    keeper: opened[0] as (typeof opened)[0],
    another: open,
    reopened: async () => {
      for (const each of opened) await each.close();
      return open();
    },
    freePath: folder.free,
    openCopy: openSqlite,
    remove: async () => {
      for (const each of opened) await each.close();
      folder.remove();
    },
  };
});
