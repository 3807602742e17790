import type { ReviewId } from '@throughline/core';
import { type ChangeRow, type NewRow, readJson } from '../change-row.js';
import type { Session, SqlValue, Statement } from './database.js';

const columns = 'seq, id, kind, version, by, at, because, saw, payload';
type Columns = readonly [number, string, string, number, string, string, string | null, string | null, string];

/** The log after a place in it, at most so many lines. */
export const linesAfter = (session: Session, review: ReviewId, since: number, atMost: number): Promise<ChangeRow[]> =>
  read(session, named('lines-after', 'seq > $2 ORDER BY seq LIMIT $3'), review, since, atMost);

/** The stored lines with these ids, in the order of the log. */
export const linesKnown = (session: Session, review: ReviewId, ids: readonly string[]): Promise<ChangeRow[]> =>
  read(session, named('lines-known', 'id = ANY($2::text[]) ORDER BY seq'), review, ids);

const named = (name: string, where: string): Statement => ({
  name,
  text: `SELECT ${columns} FROM changes WHERE review = $1 AND ${where}`,
});

/** The last place in the log. */
export async function headOf(session: Session, review: ReviewId): Promise<number> {
  const [[head] = [0]] = await session.rows<[number]>(
    'SELECT coalesce(max(seq), 0) FROM changes WHERE review = $1',
    review,
  );
  return head;
}

const given = 'unnest($3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])';
const newLines = `
  INSERT INTO changes (review, ${columns})
  SELECT $1, $2::int + line.place, line.id, line.kind, line.version, line.by, line.at, line.because, line.saw, line.payload
  FROM ${given} WITH ORDINALITY AS line (id, kind, version, by, at, because, saw, payload, place)`;

/**
 * One statement, and so one way there and back: it adds only where the log ends at `seen`. Of two who come at the same
 * moment the key lets one in; the other waits for it and is refused with a unique violation.
 */
const appending: Statement = {
  name: 'append',
  text: `
    WITH added AS (
      ${newLines} WHERE (SELECT coalesce(max(seq), 0) FROM changes WHERE review = $1) = $2::int RETURNING seq
    ) SELECT count(*)::int FROM added`,
};
const beginning: Statement = {
  name: 'begin',
  text: `
    WITH added AS (
      ${newLines} WHERE NOT EXISTS (SELECT 1 FROM changes WHERE review = $1) RETURNING seq
    ), made AS (
      INSERT INTO reviews (review) SELECT $1 FROM added WHERE seq = 1 ON CONFLICT DO NOTHING
    ) SELECT count(*)::int FROM added`,
};

/**
 * Adds lines after `seen`; the first lines make the review. False where the log does not end there. Rejects with a
 * unique violation where somebody was quicker, or where one of them is stored already.
 */
export async function addLines(
  session: Session,
  review: ReviewId,
  seen: number,
  rows: readonly NewRow[],
): Promise<boolean> {
  const [[added] = [0]] = await session.rows<[number]>(
    seen === 0 ? beginning : appending,
    ...[review, seen, ...inColumns(rows)],
  );
  return added === rows.length;
}

/** Adds lines of a review that nobody else sees yet. */
export async function putLines(session: Session, review: ReviewId, after: number, rows: readonly NewRow[]) {
  await session.rows(newLines, review, after, ...inColumns(rows));
}

const inColumns = (rows: readonly NewRow[]): SqlValue[] => [
  rows.map(({ id }) => id),
  rows.map(({ kind }) => kind),
  rows.map(({ version }) => version),
  rows.map(({ by }) => by),
  rows.map(({ at }) => at),
  rows.map(({ because }) => (because === null ? null : JSON.stringify(because))),
  rows.map(({ saw }) => saw),
  rows.map(({ payload }) => payload),
];

async function read(session: Session, statement: Statement, ...values: SqlValue[]): Promise<ChangeRow[]> {
  const rows = await session.rows<Columns>(statement, ...values);
  return rows.map(([seq, id, kind, version, by, at, because, saw, payload]) => {
    return { seq, id, kind, version, by, at, because: readText(because), saw, payload };
  });
}

/** A text that is kept as JSON; what cannot be read is shown as it is. */
export function readText(json: string | null): string | null {
  const read = json === null ? null : readJson(json);
  return typeof read === 'string' ? read : json;
}
