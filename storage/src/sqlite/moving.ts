import type { Change, ReviewId } from '@throughline/core';
import { type ChangeRow, fromRow, toRow } from '../change-row.js';
import { type KeptContent, type Part, StoreProblem } from '../contract.js';
import type { BesideHere } from './log.js';
import { wholeParts } from '../copy-review.js';
import type { Thread } from './thread.js';

// A whole review out of a file and into one. Each has a thread and a connection of its own, so that the keeper goes on.

/** So many lines of the log, and so many records, cross the threads at once. */
const lines = 5000;
const records = 500;

/** Reads a review out of a file that the thread has just opened. */
export async function* partsOf(thread: Thread, review: ReviewId): AsyncGenerator<Part> {
  await thread.ask('holdStill');
  if (!(await thread.ask('reviews')).includes(review)) throw new StoreProblem('review.unknown', { review });
  yield* changesOf(thread, review);
  yield* recordsOf(thread);
  yield* contentsOf(thread);
}

async function* changesOf(thread: Thread, review: ReviewId): AsyncGenerator<Part> {
  for (let after = 0; ; ) {
    const rows = await thread.ask('changes', review, after, lines);
    if (rows.length > 0) yield { changes: rows.map(readable) };
    if (rows.length < lines) return;
    after = rows.at(-1)?.seq ?? after;
  }
}

async function* recordsOf(thread: Thread): AsyncGenerator<Part> {
  for (let after = 0; ; ) {
    const page = await thread.ask('nextRecords', after, records);
    if (page.length > 0) yield { records: page.map(({ held }) => held) };
    if (page.length < records) return;
    after = page.at(-1)?.number ?? after;
  }
}

async function* contentsOf(thread: Thread): AsyncGenerator<Part> {
  for (let after = 0; ; ) {
    const next = await thread.ask('nextContent', after);
    if (next === undefined) return;
    yield { content: next.held };
    after = next.number;
  }
}

/** A line that cannot be read would arrive as another one. */
function readable(row: ChangeRow): Change {
  const change = fromRow(row);
  if (change.payload === undefined || (row.saw !== null && change.saw === undefined)) {
    throw new StoreProblem('file.damaged', { seq: row.seq, id: row.id });
  }
  return change;
}

/** Writes a review into a file that the thread has just opened: one transaction, which ends with the thread if not here. */
export async function receiveInto(thread: Thread, review: ReviewId, parts: AsyncIterable<Part>): Promise<void> {
  await thread.ask('receiveFirst', review);
  for await (const part of wholeParts(parts)) await thread.ask('receiveNext', rowsOf(part), besideOf(part));
  await thread.ask('received');
}

const rowsOf = (part: Part): ChangeRow[] =>
  'changes' in part ? part.changes.map((change) => ({ ...toRow(change), seq: change.seq })) : [];

function besideOf(part: Part): BesideHere {
  if ('records' in part) return { records: part.records };
  return 'content' in part ? contentBeside(part.content) : {};
}

function contentBeside({ hash, ...held }: KeptContent): BesideHere {
  return 'bytes' in held ? { contents: [{ hash, ...held }] } : { withdraw: [{ hash, reason: held.withdrawn }] };
}
