import { Connection } from './connection.js';

/**
 * Brings what was written into the file itself, from a connection of its own. Readers and writers go on meanwhile: after
 * a large append this takes seconds, and nobody is to wait for it.
 */
export function settleFile(file: string, patience: number): void {
  const connection = new Connection(file, 'write', patience);
  try {
    connection.all('PRAGMA wal_checkpoint(PASSIVE)');
  } finally {
    connection.close();
  }
}
