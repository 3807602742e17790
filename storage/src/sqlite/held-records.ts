import type { ArrivingRecord } from '../contract.js';
import type { Connection } from './connection.js';
import { recordValues } from './records.js';

/**
 * Records that arrive in pieces before the append that they belong to. They wait in a table of this connection alone,
 * which SQLite keeps outside the file and drops with the connection: nobody sees them, and nothing is left of them where
 * the program ends first.
 */
export class HeldRecords {
  #table = false;
  #name: number | undefined;

  constructor(private readonly connection: Connection) {}

  /** Adds to what waits under a name. What waits under another one is not waited for any more. */
  add(name: number, records: readonly ArrivingRecord[]): void {
    this.#ready();
    this.connection.script('SAVEPOINT held');
    try {
      if (this.#name !== name) this.connection.run('DELETE FROM temp.held');
      this.#name = name;
      for (const record of records)
        this.connection.run(
          'INSERT INTO temp.held (id, import, raw, reference) VALUES (?, ?, ?, ?)',
          ...recordValues(record),
        );
    } finally {
      this.connection.script('RELEASE held');
    }
  }

  /** Inside the transaction of the append. A record that is there already stays as it is (L7). */
  put(name: number): void {
    // Nothing came in any piece.
    if (this.#name !== name) return;
    this.connection.run(
      `INSERT INTO records (id, import, raw, reference)
       SELECT id, import, raw, reference FROM temp.held WHERE true ORDER BY place ON CONFLICT (id) DO NOTHING`,
    );
  }

  drop(): void {
    if (this.#name !== undefined) this.connection.run('DELETE FROM temp.held');
    this.#name = undefined;
  }

  #ready(): void {
    if (this.#table) return;
    this.connection.script(
      `PRAGMA temp_store = FILE;
       CREATE TEMP TABLE IF NOT EXISTS held (place INTEGER PRIMARY KEY, id TEXT, import TEXT, raw TEXT, reference TEXT);
       PRAGMA temp.secure_delete = OFF;`,
    );
    this.#table = true;
  }
}
