import { StoreProblem } from '../contract.js';
import type { Database, Session } from './database.js';
import { isMadeMeanwhile, isNoTable } from './problems.js';
import { schema1 } from './schema.js';

/**
 * What brings a database from one version of its tables to the next, in order: the first makes version 1 from nothing.
 * A step that was released is never altered. Each runs in the transaction of them all.
 */
export const steps: readonly string[] = [schema1];

/**
 * Brings the tables to this program's version, all steps or none. Two processes may do it at once: one waits for the
 * other at the row of the version. Rejects with `file.newer` where a newer program was here before.
 */
export async function migrate(database: Database, through: readonly string[] = steps): Promise<void> {
  if ((await versionOf(database)) === through.length) return;
  await database.patiently(() => makeVersionTable(database));
  await database.patiently(() =>
    database.transaction(async (session) => {
      // As long as the other one takes.
      await session.rows('SET LOCAL lock_timeout = 0');
      const [[version] = [0]] = await session.rows<[number]>('SELECT version FROM store_version FOR UPDATE');
      refuseNewer(version, through.length, database.address.place);
      for (const step of through.slice(version)) await run(session, step);
      await session.rows('UPDATE store_version SET version = $1', through.length);
    }),
  );
}

/** 0 where there are no tables yet. */
async function versionOf(database: Database): Promise<number> {
  const [[version] = [0]] = await database
    .rows<[number]>('SELECT version FROM store_version')
    .catch((error: unknown) => {
      if (isNoTable(error)) return [[0] as [number]];
      throw error;
    });
  return version;
}

/** Two that make a table at once can collide in the engine's own lists, IF NOT EXISTS or not; then it is there. */
async function makeVersionTable(database: Database): Promise<void> {
  try {
    await database.unrepeated.rows(
      'CREATE TABLE IF NOT EXISTS store_version (one integer PRIMARY KEY CHECK (one = 1), version integer NOT NULL)',
    );
  } catch (error) {
    if (!isMadeMeanwhile(error)) throw error;
  }
  await database.unrepeated.rows('INSERT INTO store_version (one, version) VALUES (1, 0) ON CONFLICT DO NOTHING');
}

function refuseNewer(found: number, known: number, place: string): void {
  if (found > known) throw new StoreProblem('file.newer', { file: place, found, known });
}

/** A step is several statements; one by one, as some relatives of PostgreSQL take no more at a time. */
async function run(session: Session, step: string): Promise<void> {
  for (const statement of step.split(/;\s*$/m)) if (statement.trim() !== '') await session.rows(statement);
}
