import type { ImportId, RecordId, Reference } from '@throughline/core';
import { readJson } from '../change-row.js';
import { type RecordPage, type RecordQuery, StoreProblem, type StoredRecord } from '../contract.js';
import { pageSize, wordsAsked } from '../search-words.js';
import { type Connection, type SqlValue, type WholeText, textOf, wholeText } from './connection.js';
import { matching } from './search.js';

type Columns = readonly [number, string, string | null, WholeText, string];
const columns = `number, id, import, ${wholeText('raw')}, reference`;

/** Records are never edited (L7): one that is there already stays as it is. */
export function putRecords(connection: Connection, records: readonly StoredRecord[]): void {
  for (const record of records) {
    connection.run(
      'INSERT INTO records (id, import, raw, reference) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
      ...recordValues(record),
    );
  }
}

/** A record as its columns hold it: id, import, raw, reference. */
export const recordValues = ({ id, import: from, raw, reference }: StoredRecord): SqlValue[] => [
  ...[id, from ?? null, raw, JSON.stringify(reference)],
];

/** In the order asked. */
export function recordsOf(connection: Connection, ids: readonly RecordId[]): StoredRecord[] {
  const rows = connection.all<Columns>(
    `SELECT ${columns} FROM records WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  const found = new Map(rows.map((row) => [row[1], row]));
  return ids.flatMap((id) => {
    const row = found.get(id);
    return row === undefined ? [] : [toRecord(row)];
  });
}

/** Something with its place in its table. */
export interface Numbered<T> {
  readonly number: number;
  readonly held: T;
}

/** The next records in the order of import. Throws where the text of one cannot be read. */
export function recordsAfter(connection: Connection, after: number, atMost: number): Numbered<StoredRecord>[] {
  const sql = `SELECT ${columns} FROM records WHERE number > ? ORDER BY number LIMIT ?`;
  return connection.all<Columns>(sql, after, atMost).map((row) => {
    const held = toRecord(row);
    if (held.reference === unreadable) throw new StoreProblem('file.damaged', { file: connection.file, id: held.id });
    return { number: row[0], held };
  });
}

/** The search index has to hold every record by now. */
export function pageOf(connection: Connection, query: RecordQuery): RecordPage {
  const size = pageSize(query.limit);
  const [where, values] = conditions(query);
  const [total] = connection.one<[number]>(`SELECT count(*) FROM records WHERE ${where}`, ...values) ?? [0];
  const rows = connection.all<Columns>(
    `SELECT ${columns} FROM records WHERE ${where} AND number > ? ORDER BY number LIMIT ?`,
    ...[...values, Number(query.after ?? 0), size + 1],
  );
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return {
    records: page.map(toRecord),
    total,
    ...(last === undefined || rows.length <= size ? {} : { next: String(last[0]) }),
  };
}

function conditions(query: RecordQuery): [string, SqlValue[]] {
  const words = wordsAsked(query.text);
  const all: [string, SqlValue][] = [];
  if (words.length > 0) all.push([`number IN (SELECT rowid FROM words WHERE words MATCH ?)`, matching(words)]);
  if (query.import !== undefined) all.push(['import = ?', query.import]);
  return [all.map(([sql]) => sql).join(' AND ') || 'true', all.map(([, value]) => value)];
}

function toRecord([, id, from, raw, reference]: Columns): StoredRecord {
  return {
    id: id as RecordId,
    ...(from === null ? {} : { import: from as ImportId }),
    raw: textOf(raw),
    reference: readReference(reference),
  };
}

/** A reference without its lists was not written by this program. */
function readReference(text: string): Reference {
  const read = readJson(text) as Partial<Reference> | undefined | null;
  return [read?.authors, read?.keywords, read?.tags].every(Array.isArray) ? (read as Reference) : unreadable;
}

/** The record still has its raw text; `integrity` tells of it. */
const unreadable: Reference = { type: 'other', authors: [], keywords: [], tags: [] };
