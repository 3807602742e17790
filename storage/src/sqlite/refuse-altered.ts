import Database from 'libsql';
import { StoreProblem } from '../contract.js';
import type { Connection } from './connection.js';
import { searchIndex, steps } from './schema.js';

type SchemaRow = readonly [type: string, name: string, table: string, sql: string | null];
const wholeSchema = 'SELECT type, name, tbl_name, sql FROM sqlite_schema';

/**
 * A file that may be anybody's has to have our tables and nothing else: a view, a trigger or a column that is computed
 * would run what somebody else wrote (sqlite.org/security.html). Only the list of tables is read for this. The search
 * index may be missing (L12).
 */
export function refuseAltered(connection: Connection, version: number): void {
  const [needed, possible] = [schemaOf(version, ''), schemaOf(version, searchIndex('main'))];
  const found = connection.all<SchemaRow>(wholeSchema);
  const keys = new Set(found.map(keyOf));
  const foreign = found.find((row) => !possible.has(keyOf(row)));
  if (foreign !== undefined) throw altered(connection, foreign[1]);
  for (const [key, name] of needed) if (!keys.has(key)) throw altered(connection, name);
}

/** What a file of that version holds, with the name of each. */
function schemaOf(version: number, more: string): ReadonlyMap<string, string> {
  const database = new Database(':memory:');
  database.exec(steps.slice(0, version).join('') + more);
  const rows = database.prepare(wholeSchema).raw().all() as SchemaRow[];
  return new Map(rows.map((row) => [keyOf(row), row[1]]));
}

const keyOf = (row: SchemaRow): string => JSON.stringify(row);

const altered = ({ file }: Connection, what: string): StoreProblem =>
  new StoreProblem('archive.altered', { file, what: String(what).slice(0, 120) });
