import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Address } from './address.js';
import { isTaken, passes, toProblem } from './problems.js';

/** What a statement takes. */
export type SqlValue = string | number | boolean | null | Uint8Array | readonly SqlValue[];

/** One statement; one with a name is planned once a connection. */
export interface Statement {
  readonly text: string;
  readonly name?: string;
}

/** Something that statements can be put to: the database, or one transaction in it. */
export interface Session {
  /** The rows, each as its columns in order. */
  rows<Columns extends readonly unknown[]>(statement: string | Statement, ...values: SqlValue[]): Promise<Columns[]>;
}

export interface DatabaseOptions {
  /** The most connections for statements; a copy or an archive under way has one of its own besides. */
  readonly pool: number;
  /** How long a statement is tried again while the database cannot be reached, in milliseconds. */
  readonly patience: number;
}

/** How long one waits for another that is writing the same line, in milliseconds, before it is `file.busy`. */
const lockTimeout = 10_000;
/** A transaction that does nothing for so long, in milliseconds, is taken back: its process hangs. */
const idleTransaction = 30_000;
/** So long, in milliseconds, may a copy wait for whoever reads or sends it. */
const idleCopy = 600_000;
/** An answer that does not come for so long, in milliseconds, will not come: the network has swallowed it. */
const noAnswer = 120_000;

/**
 * The connections to a database. They come back by themselves: a statement that finds the server gone is repeated
 * until `patience` is over. A transaction is repeated whole; whoever cannot bear that looks first at what is there.
 */
export class Database implements Session {
  readonly #pool: pg.Pool;
  readonly #apart = new Set<pg.Client>();
  #closed = false;

  constructor(
    readonly address: Address,
    private readonly options: DatabaseOptions,
  ) {
    this.#pool = new pg.Pool({ ...this.settings(), max: options.pool, allowExitOnIdle: true });
    // A connection that is lost while nobody uses it is replaced when one is needed.
    this.#pool.on('error', () => {});
  }

  /** What every connection is made with. */
  settings(idle: number = idleTransaction): pg.ClientConfig {
    return {
      connectionString: this.address.url,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      application_name: 'throughline',
      lock_timeout: lockTimeout,
      idle_in_transaction_session_timeout: idle,
      query_timeout: noAnswer,
    };
  }

  rows<Columns extends readonly unknown[]>(statement: string | Statement, ...values: SqlValue[]): Promise<Columns[]> {
    return this.patiently(() => ask<Columns>(this.#pool, statement, values));
  }

  /** Statements that are put once: those not worth waiting for, and those that must not be done twice. */
  readonly unrepeated: Session = { rows: (statement, ...values) => ask(this.#pool, statement, values) };

  /** All or nothing, once: where the connection is lost in the middle, whether it was done is not known. */
  async transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    const ignore = () => {};
    client.on('error', ignore);
    let spoilt = false;
    try {
      return await inTransaction(client, work);
    } catch (error) {
      // To lose a race is ordinary; after anything else nobody knows what this connection is good for.
      spoilt = !isTaken(error);
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(spoilt);
    }
  }

  /**
   * A transaction on a connection of its own, for what takes as long as somebody reads or sends it: it keeps nobody
   * else from a connection. Answers how to end it.
   */
  async apart(begin: string): Promise<{ session: Session; end: (how: 'COMMIT' | 'ROLLBACK') => Promise<void> }> {
    const client = new pg.Client(this.settings(idleCopy));
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query(begin);
    } catch (error) {
      client.end().catch(() => {});
      throw this.problem(error);
    }
    this.#apart.add(client);
    return { session: sessionOn(client), end: (how) => this.#end(client, how) };
  }

  async #end(client: pg.Client, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    this.#apart.delete(client);
    try {
      await client.query(how);
    } finally {
      await client.end().catch(() => {});
    }
  }

  /** Repeats what failed for a reason that passes, until patience is over. `attempt` counts from 0. */
  async patiently<T>(work: (attempt: number) => Promise<T>): Promise<T> {
    const until = performance.now() + this.options.patience;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await work(attempt);
      } catch (error) {
        if (this.#closed || !passes(error) || performance.now() > until) throw this.problem(error);
      }
      await pause(Math.random() * Math.min(500, 5 * 2 ** attempt));
    }
  }

  /** What an error says in the contract's words. */
  problem(error: unknown): unknown {
    return toProblem(error, this.address);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const client of this.#apart) await client.end().catch(() => {});
    await this.#pool.end();
  }
}

async function inTransaction<T>(client: pg.ClientBase, work: (session: Session) => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const done = await work(sessionOn(client));
    await client.query('COMMIT');
    return done;
  } catch (error) {
    if (isTaken(error)) await client.query('ROLLBACK');
    throw error;
  }
}

const sessionOn = (client: pg.ClientBase): Session => ({
  rows: (statement, ...values) => ask(client, statement, values),
});

async function ask<Columns extends readonly unknown[]>(
  asked: { query: (query: pg.QueryArrayConfig<SqlValue[]>) => Promise<pg.QueryArrayResult> },
  statement: string | Statement,
  values: SqlValue[],
): Promise<Columns[]> {
  const { text, name } = typeof statement === 'string' ? { text: statement } : statement;
  const { rows } = await asked.query({ text, values, rowMode: 'array', ...(name === undefined ? {} : { name }) });
  return rows as unknown as Columns[];
}
