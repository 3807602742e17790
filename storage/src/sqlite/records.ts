import type { ImportId, RecordId, Reference } from '@throughline/core';
import { asJson, readJson } from '../change-row.js';
import {
  type ArrivingRecord,
  type RecordPage,
  type RecordQuery,
  StoreProblem,
  type StoredRecord,
} from '../contract.js';
import { pageSize, wordsAsked } from '../search-words.js';
import { type Connection, type SqlValue, type WholeText, textOf, wholeText } from './connection.js';
import { matching } from './search.js';

type Columns = readonly [number, string, string | null, WholeText, string];
const columns = `number, id, import, ${wholeText('raw')}, reference`;

/** Records are never edited (L7): one that is there already stays as it is. */
export function putRecords(connection: Connection, records: readonly ArrivingRecord[]): void {
  for (const record of records) {
    connection.run(
      'INSERT INTO records (id, import, raw, reference) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
      ...recordValues(record),
    );
  }
}

/** A record as its columns hold it: id, import, raw, reference. */
export const recordValues = ({ id, import: from, raw, reference }: ArrivingRecord): SqlValue[] => [
  ...[id, from ?? null, raw, asJson(reference)],
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

/** A page of those records that the search index holds by now; without words, of all. */
export function pageOf(connection: Connection, query: RecordQuery): RecordPage {
  const size = pageSize(query.limit);
  const { total, numbers } = find(connection, query, size + 1);
  const page = numbers.slice(0, size);
  const last = page.at(-1);
  return {
    records: recordsAt(connection, page),
    total,
    ...(last === undefined || numbers.length <= size ? {} : { next: String(last) }),
  };
}

function recordsAt(connection: Connection, numbers: readonly number[]): StoredRecord[] {
  const sql = `SELECT ${columns} FROM records WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number`;
  return connection.all<Columns>(sql, JSON.stringify(numbers)).map(toRecord);
}

/** The places of those that are found after a place, and how many there are in all. */
interface Found {
  readonly total: number;
  readonly numbers: readonly number[];
}

function find(connection: Connection, query: RecordQuery, atMost: number): Found {
  const words = wordsAsked(query.text);
  const after = Number(query.after ?? 0);
  if (words.length > 0) return findWords(connection, words, query.import, after, atMost);
  const [where, values] = query.import === undefined ? ['true', []] : ['import = ?', [query.import]];
  const [total] = connection.one<[number]>(`SELECT count(*) FROM records WHERE ${where}`, ...values) ?? [0];
  const sql = `SELECT number FROM records WHERE ${where} AND number > ? ORDER BY number LIMIT ?`;
  return { total, numbers: connection.all<[number]>(sql, ...values, after, atMost).map(([number]) => number) };
}

/** One walk over the index: neither counting nor paging goes to the records, which are large. */
function findWords(
  connection: Connection,
  words: readonly string[],
  from: string | undefined,
  after: number,
  atMost: number,
): Found {
  const [within, values] = from === undefined ? ['', []] : withinImport(connection, from);
  const [total, numbers] = connection.one<[number, string]>(
    `WITH found AS MATERIALIZED (SELECT rowid AS number FROM words WHERE words MATCH ? ${within})
     SELECT count(*), (
       SELECT json_group_array(number) FROM (SELECT number FROM found WHERE number > ? ORDER BY number LIMIT ?)
     ) FROM found`,
    ...[matching(words), ...values, after, atMost],
  ) ?? [0, '[]'];
  return { total, numbers: JSON.parse(numbers) as number[] };
}

/** The records of one append stand one behind the other, and then two places say which they are. */
function withinImport(connection: Connection, from: string): readonly [string, readonly SqlValue[]] {
  const [first, last, many] = connection.one<[number | null, number | null, number]>(
    'SELECT min(number), max(number), count(*) FROM records WHERE import = ?',
    from,
  ) ?? [null, null, 0];
  if (first !== null && last !== null && last - first + 1 === many) return ['AND rowid BETWEEN ? AND ?', [first, last]];
  return ['AND +rowid IN (SELECT number FROM records WHERE import = ?)', [from]];
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
