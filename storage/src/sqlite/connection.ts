import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { type Look, hasRest } from './header.js';
import { isBusy, toProblem } from './problems.js';

export type SqlValue = string | number | null | Uint8Array;

/**
 * A text column, to be read whole: the engine's driver gives a text only up to its first zero, bytes whole. Texts from
 * outside may hold zeros (L7). JSON never does, and needs none of this.
 */
export const wholeText = (column: string): string =>
  `iif(instr(${column}, char(0)), CAST(${column} AS BLOB), ${column}) AS ${column}`;

/** What `wholeText` was read as. */
export type WholeText = string | Uint8Array;
export const textOf = (read: WholeText): string => (typeof read === 'string' ? read : new TextDecoder().decode(read));

/** How a file is connected to: `still` is for one that nobody can be writing, and leaves nothing beside it. */
export type Access = 'write' | 'read' | 'still';

const modes: Readonly<Record<Access, string>> = { write: 'mode=rw', read: 'mode=ro', still: 'mode=ro&immutable=1' };

/**
 * One connection, for one thread. Rows come as arrays in the order of their columns. Its errors are StoreProblems where
 * they are anything that a person can do something about.
 */
export class Connection {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();

  /** `patience`: how long, in milliseconds, it waits for another process that is writing. */
  constructor(
    readonly file: string,
    access: Access,
    private readonly patience: number,
  ) {
    try {
      this.#database = new Database(uri(file, access), { timeout: patience });
      // A commit is on the disk when it returns (L2), and what was taken out is not left lying in the file (L17).
      // Nothing that a file says of its tables may run functions with effects.
      this.#database.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;');
    } catch (error) {
      throw toProblem(error, file);
    }
  }

  all<Row extends readonly SqlValue[]>(sql: string, ...values: readonly SqlValue[]): Row[] {
    return this.#told(
      () =>
        this.#statement(sql)
          .raw()
          .all([...values]) as Row[],
    );
  }

  one<Row extends readonly SqlValue[]>(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.all<Row>(sql, ...values)[0];
  }

  /** How many rows it changed. */
  run(sql: string, ...values: readonly SqlValue[]): number {
    return this.#told(() => this.#statement(sql).run([...values]).changes);
  }

  /** Statements without values and answers; it keeps none of them. */
  script(sql: string): void {
    this.#told(() => this.#database.exec(sql));
  }

  /** All or nothing, and durable when it returns. Nobody else writes meanwhile. */
  transaction<T>(work: () => T): T {
    return this.patiently(() => this.#once(work));
  }

  /**
   * As `transaction`, for what can be made again: whole or not at all, and on the disk with the next write that has to
   * be.
   */
  lightly<T>(work: () => T): T {
    this.script('PRAGMA synchronous = NORMAL');
    try {
      return this.transaction(work);
    } finally {
      this.script('PRAGMA synchronous = FULL');
    }
  }

  /** Tries again while somebody else is busy. SQLite itself waits in most cases; in a few it says so at once. */
  patiently<T>(work: () => T): T {
    return this.#told(() => this.#patiently(work));
  }

  /** Whether commits bring what was written into the file itself, now and then, as they do from the start. */
  settleItself(does: boolean): void {
    this.script(`PRAGMA wal_autocheckpoint = ${does ? pagesAtOnce : 0}`);
  }

  /** Takes back what was begun and not finished, if anything. */
  rollBack(): void {
    if (this.#database.inTransaction) this.script('ROLLBACK');
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #statement(sql: string): Database.Statement<unknown[]> {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const made = this.#database.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }

  #once<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const done = work();
      this.#database.exec('COMMIT');
      return done;
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #patiently<T>(work: () => T): T {
    const until = Date.now() + this.patience;
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!isBusy(error) || Date.now() >= until) throw error;
        sleep(10 + Math.random() * 20);
      }
    }
  }

  #told<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw toProblem(error, this.file);
    }
  }
}

/** Pages of 4 kB; SQLite's own default. */
const pagesAtOnce = 1000;

/** Waits without turning the event loop; only for threads that do nothing else. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** A file: address that the engine takes; a network share is written with four slashes. */
export function uri(file: string, access: Access): string {
  const { host, pathname } = pathToFileURL(file);
  return `file://${host === '' ? '' : `//${host}`}${pathname}?${modes[access]}`;
}

/** A file that cannot be written, and that nothing is beside, can be read where even a lock cannot be taken. */
export function accessTo(file: string, { readOnly, inUse }: Look): Access {
  if (readOnly === undefined) return 'write';
  return inUse && !hasRest(file) ? 'still' : 'read';
}
