import { randomUUID } from 'node:crypto';
import Database from 'libsql';
import { accessTo, uri } from './connection.js';
import { look } from './header.js';
import { inPlace } from './place.js';
import { applicationId, formatVersion, steps } from './schema.js';

/**
 * Makes the file of a review in which nothing has happened; the first change says which review it is.
 * No prepared statements here: the engine lets go of a file only when there are none.
 */
export async function createFile(path: string): Promise<void> {
  await inPlace(path, (making) => {
    const database = new Database(making);
    try {
      database.exec(`
        PRAGMA synchronous = FULL;
        PRAGMA application_id = ${applicationId};
        PRAGMA user_version = ${formatVersion};
        BEGIN; ${steps.join('')} INSERT INTO about (only, copy) VALUES (1, '${randomUUID()}'); COMMIT;
      `);
    } finally {
      database.close();
    }
  });
}

/** SQLite's own copy of a file that may be in use; it reads one moment of it, and whoever writes does not wait. */
export async function copyFile(file: string, path: string): Promise<void> {
  await inPlace(path, (making) => {
    exec(uri(file, accessTo(file, look(file))), `VACUUM INTO '${making.replaceAll("'", "''")}'`);
    exec(making, `PRAGMA synchronous = FULL; UPDATE about SET copy = '${randomUUID()}'`);
  });
}

function exec(file: string, sql: string): void {
  const database = new Database(file, { timeout: 10_000 });
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}
