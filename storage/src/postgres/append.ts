import type { Change, ReviewId } from '@throughline/core';
import { type ChangeRow, type NewRow, fromRow } from '../change-row.js';
import { type Beside, StoreProblem } from '../contract.js';
import type { Contents } from './contents.js';
import type { Database, Session } from './database.js';
import { addLines, headOf, linesAfter, linesKnown } from './log.js';
import { isTaken } from './problems.js';
import { putRecords } from './records.js';

export type AppendedRows =
  | { readonly stored: readonly ChangeRow[]; readonly added: number }
  | { readonly behind: readonly Change[] };

/** What is to be appended. */
export interface Appending {
  readonly review: ReviewId;
  readonly seen: number;
  readonly rows: readonly NewRow[];
  readonly beside: Beside;
}

/** So often is it looked at anew: each time somebody else was quicker, and took his own back again. */
const turns = 20;

/**
 * Appends first and asks afterwards: in the ordinary case the log ends where the caller thinks, and one statement does
 * it. Where that fails, or the connection is lost so that nobody knows whether it was done, the ids of the changes tell
 * (L14).
 */
export async function append(database: Database, contents: Contents, appending: Appending): Promise<AppendedRows> {
  for (let turn = 0; turn < turns; turn += 1) {
    const appended = await database.patiently(async (attempt) => {
      const known = turn + attempt === 0 ? [] : await linesKnown(database, appending.review, idsOf(appending.rows));
      const fresh = freshOf(appending.rows, known);
      if (fresh.length === 0) return storedAs(appending, known, []);
      const behind = turn + attempt === 0 ? undefined : await cameSince(database, appending);
      if (behind !== undefined) return { behind };
      return (await add(database, contents, { ...appending, rows: fresh })) && storedAs(appending, known, fresh);
    });
    if (appended) return appended;
  }
  throw new StoreProblem('file.busy', { file: database.address.place });
}

/** Adds lines and what is beside them; false where somebody was quicker. */
async function add(database: Database, contents: Contents, appending: Appending): Promise<boolean> {
  const { review, seen, rows, beside } = appending;
  try {
    if (!hasBeside(beside)) return await addLines(database.unrepeated, review, seen, rows);
    return await database.transaction(async (session) => {
      if (!(await addLines(session, review, seen, rows))) return false;
      await putAll(session, review, beside.records);
      await contents.put(session, beside);
      return true;
    });
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

/** What came after the place that the caller has seen; undefined where nothing did. */
async function cameSince(database: Database, { review, seen }: Appending): Promise<Change[] | undefined> {
  const head = await headOf(database, review);
  // Whoever has folded more than there is has another log than this one: a database put back from a backup.
  if (head < seen) throw new StoreProblem('file.damaged', { file: database.address.place, seen, head });
  return head === seen ? undefined : changesAfter(database, review, seen);
}

/** Lines of the log in one answer. */
const page = 10_000;

/**
 * The log after a place in it. It only grows, so that pages read one after the other are one beginning of it; the next is
 * on its way while one is being read.
 */
export async function changesAfter(database: Database, review: ReviewId, since: number): Promise<Change[]> {
  const all: Change[] = [];
  for (let next = linesAfter(database, review, since, page); ; ) {
    const rows = await next;
    const more = rows.length === page;
    if (more) next = linesAfter(database, review, rows.at(-1)?.seq ?? since, page);
    for (const row of rows) all.push(fromRow(row));
    if (!more) return all;
  }
}

const idsOf = (rows: readonly NewRow[]): string[] => rows.map(({ id }) => id);

/** Each once, without those that are stored. */
function freshOf(rows: readonly NewRow[], known: readonly ChangeRow[]): NewRow[] {
  const met = new Set(idsOf(known));
  return rows.filter(({ id }) => !met.has(id) && met.add(id));
}

/** Every line asked for, in its place among the others. */
function storedAs({ rows, seen }: Appending, known: readonly ChangeRow[], fresh: readonly NewRow[]): AppendedRows {
  const placed = fresh.map((row, place) => ({ ...row, seq: seen + 1 + place }));
  const byId = new Map([...known, ...placed].map((row) => [row.id, row]));
  return { stored: rows.map(({ id }) => byId.get(id) as ChangeRow), added: fresh.length };
}

function hasBeside({ records = [], contents = [], withdraw = [] }: Beside): boolean {
  const some = !('length' in records) || records.length > 0;
  return some || contents.length + withdraw.length > 0;
}

async function putAll(session: Session, review: ReviewId, records: Beside['records'] = []): Promise<void> {
  if ('length' in records) return putRecords(session, review, records);
  for await (const piece of records) await putRecords(session, review, piece);
}
