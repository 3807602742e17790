import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a server may keep its reviews; a new and empty place, on this machine. */
export interface Place {
  readonly name: 'PostgreSQL' | 'folder';
  /** A database's address, or a folder. */
  readonly at: { readonly database: string } | { readonly folder: string };
  readonly remove: () => Promise<void>;
}

/** The two of them, one after the other: each is started when the one before is gone. */
export const placesToMeasure: readonly (() => Promise<Place>)[] = [newDatabase, newFolder];

interface PostgresTools {
  readonly startPostgres: () => Promise<{ readonly url: string; readonly stop: () => Promise<void> }>;
}

async function newDatabase(): Promise<Place> {
  const tools = new URL('../../tools/postgres.mjs', import.meta.url).href;
  const { startPostgres } = (await import(tools)) as PostgresTools;
  const { url, stop } = await startPostgres();
  return { name: 'PostgreSQL', at: { database: url }, remove: stop };
}

async function newFolder(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  return { name: 'folder', at: { folder }, remove: () => rm(folder, { recursive: true, force: true }) };
}
