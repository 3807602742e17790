import type { ChangeRow, NewRow } from '../change-row.js';
import { type ArrivingRecord, type Beside, StoreProblem } from '../contract.js';
import { type Connection, type SqlValue, type WholeText, textOf, wholeText } from './connection.js';
import { putContents } from './contents.js';
import { putRecords } from './records.js';

/** What is written in the same transaction, as it crosses the threads: records in pieces are held there by then. */
export type BesideHere = Omit<Beside, 'records'> & { readonly records?: readonly ArrivingRecord[] };

export type AppendedRows = { readonly stored: readonly ChangeRow[] } | { readonly behind: readonly ChangeRow[] };

const columns = 'seq, id, kind, version, by, at, because, saw, payload';
const read = `seq, id, kind, version, by, at, ${wholeText('because')}, saw, payload`;
type Columns = readonly [number, string, string, number, string, string, WholeText | null, string | null, string];

/** The log after a place in it, at most so many lines. */
export function linesAfter(connection: Connection, since: number, atMost: number): ChangeRow[] {
  return readLines(connection, `SELECT ${read} FROM changes WHERE seq > ? ORDER BY seq LIMIT ?`, since, atMost);
}

/** The stored lines with these ids, in the order of the log. */
export function linesKnown(connection: Connection, ids: readonly string[]): ChangeRow[] {
  const wanted = 'SELECT value FROM json_each(?)';
  return readLines(connection, `SELECT ${read} FROM changes WHERE id IN (${wanted}) ORDER BY seq`, JSON.stringify(ids));
}

/** The last place in the log. */
export const headOf = (connection: Connection): number =>
  connection.one<[number]>('SELECT coalesce(max(seq), 0) FROM changes')?.[0] ?? 0;

/**
 * Inside a transaction: adds what is not known yet and what comes beside it, or says what came since `seen`. `putHeld`
 * puts in the records that came in pieces.
 */
export function addLines(
  connection: Connection,
  seen: number,
  rows: readonly NewRow[],
  beside: BesideHere,
  putHeld: () => void,
): AppendedRows {
  const ids = rows.map(({ id }) => id);
  const known = new Map(linesKnown(connection, ids).map((row) => [row.id, row]));
  if (rows.some(({ id }) => !known.has(id))) {
    let seq = headOf(connection);
    if (seq > seen) return { behind: linesAfter(connection, seen, -1) };
    // Whoever has folded more than there is has another log than this one: a file put back from a backup.
    if (seq < seen) throw new StoreProblem('file.damaged', { file: connection.file, seen, head: seq });
    for (const row of rows) {
      if (known.has(row.id)) continue;
      seq += 1;
      known.set(row.id, addLine(connection, { ...row, seq }));
    }
    putRecords(connection, beside.records ?? []);
    putHeld();
    putContents(connection, beside);
    countUp(connection);
  }
  return { stored: ids.map((id) => known.get(id) as ChangeRow) };
}

/** Inside a transaction, into a file that held nothing: lines that have their places already. */
export function putLines(connection: Connection, rows: readonly ChangeRow[], beside: BesideHere): void {
  for (const row of rows) addLine(connection, row);
  putRecords(connection, beside.records ?? []);
  putContents(connection, beside);
  countUp(connection);
}

function addLine(connection: Connection, row: ChangeRow): ChangeRow {
  const { seq, id, kind, version, by, at, because, saw, payload } = row;
  connection.run(
    `INSERT INTO changes (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[seq, id, kind, version, by, at, because, saw, payload],
  );
  return row;
}

/** What a whole file of this moment holds: `check` compares it. */
function countUp(connection: Connection): void {
  connection.run(
    `UPDATE about SET head = (SELECT max(seq) FROM changes), records = (SELECT coalesce(max(number), 0) FROM records),
       blobs = (SELECT coalesce(max(rowid), 0) FROM blobs)`,
  );
}

function readLines(connection: Connection, sql: string, ...values: readonly SqlValue[]): ChangeRow[] {
  return connection.all<Columns>(sql, ...values).map(([seq, id, kind, version, by, at, because, saw, payload]) => {
    return { seq, id, kind, version, by, at, because: because === null ? null : textOf(because), saw, payload };
  });
}
