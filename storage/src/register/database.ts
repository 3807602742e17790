import { join, resolve } from 'node:path';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from 'kysely';
import pg from 'pg';
import { type Address, readAddress } from '../postgres/address.js';
import { toProblem as toServerProblem } from '../postgres/problems.js';
import { toProblem } from '../sqlite/problems.js';
import { PatientSqlite } from './patient-sqlite.js';
import type { Tables } from './tables.js';

/** Where a register is kept: beside the review files of a folder, or in the database of a store. */
export type RegisterPlace =
  | { readonly folder: string }
  | { readonly database: string /** Connections at most; 4 without. */; readonly pool?: number };

/** A register's file in a folder of reviews. */
const registerFile = 'server.sqlite';

/** One database, of either engine. SQL that both understand is written with `sql`; what differs is here. */
export interface Database {
  readonly engine: 'sqlite' | 'postgres';
  readonly sql: Kysely<Tables>;
  /** True or false as this engine keeps it. */
  flag(value: boolean): boolean | number;
  /**
   * Does something whole or not at all, as if nobody else were writing. It is done again where others were in the way,
   * so it must do nothing but read and write here.
   */
  whole<T>(work: (sql: Kysely<Tables>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export const connect = (place: RegisterPlace): Database =>
  'folder' in place ? shared(resolve(place.folder, registerFile)) : server(place.database, place.pool ?? 4);

/**
 * One connection to a file for a whole process, counted: SQLite waits for a lock with the thread, so that two of one
 * thread would wait for each other.
 */
const open = new Map<string, { readonly database: Database; users: number }>();

function shared(path: string): Database {
  const held = open.get(path) ?? { database: file(path), users: 0 };
  open.set(path, held);
  held.users += 1;
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    held.users -= 1;
    if (held.users > 0) return;
    open.delete(path);
    await held.database.close();
  };
  return { ...held.database, close };
}

function file(path: string): Database {
  const database = new Kysely<Tables>({ dialect: new PatientSqlite(path) });
  return {
    engine: 'sqlite',
    sql: database,
    flag: Number,
    whole: (work) => database.connection().execute((own) => alone(own, work)),
    close: () => database.destroy(),
  };
}

/** The write lock is taken first: a transaction that reads before it writes can find that it may not go on. */
async function alone<T>(database: Kysely<Tables>, work: (sql: Kysely<Tables>) => Promise<T>): Promise<T> {
  await sql`BEGIN IMMEDIATE`.execute(database);
  try {
    const done = await work(database);
    await sql`COMMIT`.execute(database);
    return done;
  } catch (error) {
    await sql`ROLLBACK`.execute(database);
    throw error;
  }
}

function server(url: string, connections: number): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    application_name: 'throughline register',
  });
  // A connection that breaks while nobody uses it is replaced by the next one; unheard, it would end the program.
  pool.on('error', () => {});
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: telling(pool, readAddress(url)) }) });
  return {
    engine: 'postgres',
    sql: database,
    flag: (value) => value,
    whole: (work) => patiently(() => database.transaction().setIsolationLevel('serializable').execute(work)),
    close: () => database.destroy(),
  };
}

/** The same connections, whose errors are StoreProblems where they are anything that an operator can do something about. */
function telling(pool: pg.Pool, address: Address): PostgresPool {
  const told = async <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw isInTheWay(error) ? error : toServerProblem(error, address);
    });
  return {
    connect: async () => {
      const taken = await told(pool.connect());
      const client: PostgresPoolClient = taken;
      // One that breaks while it is in use fails its query; unheard, it would end the program, too.
      const ignore = () => {};
      taken.on('error', ignore);
      const release = () => {
        taken.off('error', ignore);
        taken.release();
      };
      const query = <R>(text: string, values: readonly unknown[]) => told(client.query<R>(text, values));
      // Nobody here reads by cursors, which is the other way to ask.
      return { query: query as PostgresPoolClient['query'], release };
    },
    end: () => pool.end(),
  };
}

/** How often something is tried that others were in the way of. */
const mostTries = 30;

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isInTheWay(error) || tries >= mostTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(200, 10 * tries)));
    }
  }
}

/** PostgreSQL's codes for "do it again": a serialization failure, and a deadlock. */
const isInTheWay = (error: unknown): boolean => /^(40001|40P01)$/.test(codeOf(error));

/** The engine's code of an error; empty for one of another sort. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What went wrong with a register, where it is anything that a person can do something about. */
export const toRegisterProblem = (error: unknown, place: RegisterPlace): unknown =>
  'folder' in place ? toProblem(error, join(place.folder, registerFile)) : error;
