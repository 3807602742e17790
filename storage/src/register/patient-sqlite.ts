import { closeSync, openSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { type DatabaseConnection, type Driver, type SqliteDatabase, SqliteDialect } from 'kysely';
import Libsql from 'libsql';
import { isBusy } from '../sqlite/problems.js';

/** Milliseconds that SQLite itself waits for a lock, with the thread; and that a statement is tried again for, without. */
const waits = { thread: 200, statement: 30_000 };

/**
 * SQLite for several processes on one file: what finds the file busy is tried again until others are done with it. On a
 * slow disk they may take long, some locks SQLite does not wait for at all, and its own waiting holds up the thread.
 */
export class PatientSqlite extends SqliteDialect {
  constructor(path: string) {
    super({ database: async () => lockingFirst(await patiently(async () => open(path))) });
  }

  override createDriver(): Driver {
    const driver = super.createDriver();
    const acquire = driver.acquireConnection.bind(driver);
    driver.acquireConnection = async () => patientConnection(await acquire());
    return driver;
  }
}

function open(path: string): Libsql.Database {
  // Nobody else on the machine reads it; SQLite gives the files beside it the same rights.
  closeSync(openSync(path, 'a', 0o600));
  const connection = new Libsql(path, { timeout: waits.thread });
  try {
    // A commit is on the disk when it returns; readers and a writer do not wait for one another.
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * Takes the write lock before every statement that writes. A statement that is prepared and finds the file busy stays in
 * progress, and nothing can be committed beside it; one that is only executed, as the lock is here, leaves nothing.
 */
const lockingFirst = (connection: Libsql.Database): SqliteDatabase => ({
  prepare: (sql) => {
    if (/^\s*(begin|commit|rollback)\b/i.test(sql)) return executed(connection, sql);
    const statement = connection.prepare<unknown[]>(sql);
    const locked = <T>(work: () => T) => (/^\s*select\b/i.test(sql) ? work() : whole(connection, work));
    return {
      reader: statement.reader,
      all: (values) => locked(() => statement.all([...values])),
      run: (values) => locked(() => statement.run([...values])),
      iterate: (values) => statement.iterate([...values]),
    };
  },
  close: () => connection.close(),
});

const executed = (connection: Libsql.Database, sql: string): ReturnType<SqliteDatabase['prepare']> => ({
  reader: false,
  all: () => [],
  run: () => {
    connection.exec(sql);
    return { changes: 0, lastInsertRowid: 0 };
  },
  iterate: () => [][Symbol.iterator](),
});

function whole<T>(connection: Libsql.Database, work: () => T): T {
  if (connection.inTransaction) return work();
  connection.exec('BEGIN IMMEDIATE');
  try {
    const done = work();
    connection.exec('COMMIT');
    return done;
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

const patientConnection = (connection: DatabaseConnection): DatabaseConnection => ({
  executeQuery: (query) => patiently(async () => connection.executeQuery(query)),
  streamQuery: (query, size) => connection.streamQuery(query, size),
});

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + waits.statement;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error) || Date.now() > until) throw error;
      // Not all at the same moment again.
      await after(5 + Math.random() * 45);
    }
  }
}

/** Is the file busy for now? A transaction that has read what others altered since stays in the way of itself. */
const mayPass = (error: unknown): boolean =>
  isBusy(error) && !(error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY_SNAPSHOT');
