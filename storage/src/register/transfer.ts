import { StoreProblem } from '../contract.js';
import { type RegisterPlace, connect } from './database.js';
import type { Tables } from './tables.js';
import { migrate, steps } from './migrations.js';

/**
 * What a backup holds of a register: people sign in again after it is restored, so that neither sessions nor codes nor
 * counts of attempts are in it. In the order in which rows can be put back.
 */
const kept = ['accounts', 'sign_ins', 'second_factors', 'members', 'invitations', 'events', 'settings'] as const;

/** Columns that are true or false: SQLite keeps 0 or 1, PostgreSQL a boolean. */
const flags = new Set(['emailVerified', 'twoFactorEnabled', 'administrator', 'disabled', 'verified']);

type Row = Readonly<Record<string, unknown>>;
/** A register as JSON values, the same from either engine. */
export interface RegisterContents {
  readonly version: number;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
}

/** All that is kept, as it was at one moment. Passwords are in it as their hashes. */
export async function registerContents(place: RegisterPlace): Promise<RegisterContents> {
  const database = connect(place);
  try {
    return await database.whole(async (sql) => {
      const tables: Record<string, Row[]> = {};
      for (const name of kept) {
        const rows: readonly Row[] = await sql
          .selectFrom(name as keyof Tables)
          .selectAll()
          .execute();
        tables[name] = rows.map(plain);
      }
      return { version: steps.length, tables };
    });
  } finally {
    await database.close();
  }
}

/**
 * Puts back what a backup holds, all or nothing. Rejects with `backup.notEmpty` where the register has accounts already,
 * and with `file.newer` where a newer program made the backup.
 */
export async function fillRegister(place: RegisterPlace, { version, tables }: RegisterContents): Promise<void> {
  if (version > steps.length)
    throw new StoreProblem('file.newer', { file: 'backup', found: version, known: steps.length });
  const database = connect(place);
  try {
    await migrate(database, 'folder' in place ? place.folder : 'database');
    await database.whole(async (sql) => {
      const [account] = await sql.selectFrom('accounts').select('id').limit(1).execute();
      if (account !== undefined) throw new StoreProblem('backup.notEmpty', {});
      await sql.deleteFrom('settings').execute();
      for (const name of kept) {
        for (const row of tables[name] ?? []) {
          const values = fitted(row, database.flag) as never;
          await sql
            .insertInto(name as 'settings')
            .values(values)
            .execute();
        }
      }
    });
  } finally {
    await database.close();
  }
}

/** Moments as ISO text, flags as booleans: as JSON has them. */
const plain = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (value instanceof Date) return [name, value.toISOString()];
      return [name, flags.has(name) && typeof value === 'number' ? value !== 0 : value];
    }),
  );

const fitted = (row: Row, flag: (value: boolean) => boolean | number): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'boolean' ? flag(value) : value]),
  );
