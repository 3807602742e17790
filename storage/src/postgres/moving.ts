import type { ReviewId } from '@throughline/core';
import { fromRow, toRow } from '../change-row.js';
import { type Part, StoreProblem } from '../contract.js';
import { wholeParts } from '../copy-review.js';
import type { Contents } from './contents.js';
import type { Database, Session } from './database.js';
import { linesAfter, putLines } from './log.js';
import { isTaken } from './problems.js';
import { putRecords, recordsAfter, unreadable } from './records.js';

/** Lines and records in one piece. */
const linesAtOnce = 5000;
const recordsAtOnce = 500;

/** All of a review as it is at one moment. */
export async function* partsOf(database: Database, contents: Contents, review: ReviewId): AsyncGenerator<Part> {
  const { session, end } = await database.apart('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    if (!(await isHeld(session, review))) throw new StoreProblem('review.unknown', { review });
    yield* changesOf(session, review, database.address.place);
    yield* recordsOf(session, review, database.address.place);
    for (let at = 0; ; ) {
      const next = await contents.after(session, at);
      if (next === undefined) return;
      yield { content: next.held };
      at = next.number;
    }
  } finally {
    await end('ROLLBACK').catch(() => {});
  }
}

async function* changesOf(session: Session, review: ReviewId, place: string): AsyncGenerator<Part> {
  for (let at = 0; ; ) {
    const changes = (await linesAfter(session, review, at, linesAtOnce)).map(fromRow);
    const lost = changes.find(({ payload }) => payload === undefined);
    if (lost !== undefined) throw new StoreProblem('file.damaged', { file: place, seq: lost.seq });
    if (changes.length > 0) yield { changes };
    if (changes.length < linesAtOnce) return;
    at += changes.length;
  }
}

async function* recordsOf(session: Session, review: ReviewId, place: string): AsyncGenerator<Part> {
  for (let at = 0; ; ) {
    const next = await recordsAfter(session, review, at, recordsAtOnce);
    const lost = next.find(({ held }) => held.reference === unreadable);
    if (lost !== undefined) throw new StoreProblem('file.damaged', { file: place, id: lost.held.id });
    if (next.length > 0) yield { records: next.map(({ held }) => held) };
    at = next.at(-1)?.number ?? at;
    if (next.length < recordsAtOnce) return;
  }
}

/**
 * Takes in a review, in one transaction: its row in `reviews` comes first, so that of two who bring the same review one
 * waits and is refused. Answers where its log ends.
 */
export async function receiveInto(
  database: Database,
  contents: Contents,
  review: ReviewId,
  parts: AsyncIterable<Part>,
): Promise<number> {
  const { session, end } = await database.apart('BEGIN');
  let head = 0;
  try {
    await makeReview(session, review, database.address.place);
    try {
      for await (const part of wholeParts(parts)) {
        await putPart(session, contents, review, part);
        if ('changes' in part) head += part.changes.length;
      }
    } catch (error) {
      // While nobody else can bring this review: what was put outside of the database leaves again.
      await contents.clear();
      throw error;
    }
  } catch (error) {
    await end('ROLLBACK').catch(() => {});
    throw database.problem(error);
  }
  await end('COMMIT').catch((error: unknown) => {
    throw database.problem(error);
  });
  return head;
}

async function makeReview(session: Session, review: ReviewId, place: string): Promise<void> {
  try {
    await session.rows('INSERT INTO reviews (review) VALUES ($1)', review);
  } catch (error) {
    if (isTaken(error)) throw new StoreProblem('file.exists', { file: place, review });
    throw error;
  }
}

async function putPart(session: Session, contents: Contents, review: ReviewId, part: Part): Promise<void> {
  if ('records' in part) return putRecords(session, review, part.records);
  if ('changes' in part) {
    const [first] = part.changes;
    return first && putLines(session, review, first.seq - 1, part.changes.map(toRow));
  }
  const { content } = part;
  const beside =
    'bytes' in content ? { contents: [content] } : { withdraw: [{ hash: content.hash, reason: content.withdrawn }] };
  await contents.bring(beside);
  await contents.put(session, beside);
}

/** Whether there is such a review. */
export async function isHeld(session: Session, review: ReviewId): Promise<boolean> {
  return (await session.rows('SELECT 1 FROM reviews WHERE review = $1', review)).length > 0;
}
