import type { Connection } from './connection.js';
import { steps } from './schema.js';

/** The version of a file's format, from its header. */
export const versionOf = (connection: Connection): number => connection.one<[number]>('PRAGMA user_version')?.[0] ?? 0;

/**
 * Brings a file to the newest version of the format, one step after the other: all of them or none. `look` looks over
 * what came out of it, and throws where that is no whole review: then the file stays as it was. Another process may be
 * at it, too: who comes second finds it done.
 */
export function raise(connection: Connection, look: () => void, through: readonly string[] = steps): void {
  connection.transaction(() => {
    for (const step of through.slice(versionOf(connection))) connection.script(step);
    connection.script(`PRAGMA user_version = ${through.length}`);
    look();
  });
}
