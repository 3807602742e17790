import type { ImportId, RecordId, Reference, ReviewId } from '@throughline/core';
import { asJson, readJson } from '../change-row.js';
import type { ArrivingRecord, RecordPage, RecordQuery, StoredRecord } from '../contract.js';
import { pageSize, wordsAsked } from '../search-words.js';
import type { Session } from './database.js';
import { readText } from './log.js';
import type { RecordSearch } from './search.js';

type Columns = readonly [number, string, string | null, string, string];
const columns = 'number, id, import, raw, reference';

/** Records in one statement; more would make it large. */
const atOnce = 500;

/**
 * Inside a transaction that has added lines to the log, so that nobody else is numbering. Records are never edited (L7):
 * one that is there already stays as it is.
 */
export async function putRecords(
  session: Session,
  review: ReviewId,
  records: readonly ArrivingRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const [[last] = [0]] = await session.rows<[number]>(
    'SELECT coalesce(max(number), 0) FROM records WHERE review = $1',
    review,
  );
  for (let at = 0; at < records.length; at += atOnce) {
    await putSome(session, review, last + at, records.slice(at, at + atOnce));
  }
}

async function putSome(session: Session, review: ReviewId, after: number, records: readonly ArrivingRecord[]) {
  await session.rows(
    `INSERT INTO records (review, ${columns})
     SELECT $1, $2::int + record.place, record.id, record.import, record.raw, record.reference
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[])
       WITH ORDINALITY AS record (id, import, raw, reference, place)
     ON CONFLICT (review, id) DO NOTHING`,
    ...[review, after, records.map(({ id }) => id), records.map((record) => record.import ?? null)],
    ...[records.map(({ raw }) => JSON.stringify(raw)), records.map(({ reference }) => asJson(reference))],
  );
}

/** In the order asked. */
export async function recordsOf(
  session: Session,
  review: ReviewId,
  ids: readonly RecordId[],
): Promise<readonly StoredRecord[]> {
  const rows = await session.rows<Columns>(
    `SELECT ${columns} FROM records WHERE review = $1 AND id = ANY($2::text[])`,
    ...[review, ids],
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

/** The next records in the order of import. */
export async function recordsAfter(
  session: Session,
  review: ReviewId,
  after: number,
  atMost: number,
): Promise<Numbered<StoredRecord>[]> {
  const rows = await session.rows<Columns>(
    `SELECT ${columns} FROM records WHERE review = $1 AND number > $2 ORDER BY number LIMIT $3`,
    ...[review, after, atMost],
  );
  return rows.map((row) => ({ number: row[0], held: toRecord(row) }));
}

/** A page of records, of all or of those that were found. */
export async function pageOf(
  session: Session,
  search: RecordSearch,
  review: ReviewId,
  query: RecordQuery,
): Promise<RecordPage> {
  const size = pageSize(query.limit);
  const after = Number(query.after ?? 0) || 0;
  const found = await search.find({ words: wordsAsked(query.text), import: query.import, after, limit: size + 1 });
  const numbers = found.numbers.slice(0, size);
  const last = numbers.at(-1);
  return {
    records: await recordsAt(session, review, numbers),
    total: found.total,
    ...(last === undefined || found.numbers.length <= size ? {} : { next: String(last) }),
  };
}

async function recordsAt(session: Session, review: ReviewId, numbers: readonly number[]): Promise<StoredRecord[]> {
  if (numbers.length === 0) return [];
  const rows = await session.rows<Columns>(
    `SELECT ${columns} FROM records WHERE review = $1 AND number = ANY($2::int[]) ORDER BY number`,
    ...[review, numbers],
  );
  return rows.map(toRecord);
}

function toRecord([, id, from, raw, reference]: Columns): StoredRecord {
  return {
    id: id as RecordId,
    ...(from === null ? {} : { import: from as ImportId }),
    raw: readText(raw) ?? '',
    reference: readReference(reference),
  };
}

/** A reference without its lists was not written by this program. */
function readReference(text: string): Reference {
  const read = readJson(text) as Partial<Reference> | undefined | null;
  return [read?.authors, read?.keywords, read?.tags].every(Array.isArray) ? (read as Reference) : unreadable;
}

/** The record still has its raw text; `integrity` tells of it. */
export const unreadable: Reference = { type: 'other', authors: [], keywords: [], tags: [] };
