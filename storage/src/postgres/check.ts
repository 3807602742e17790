import type { ReviewId, Sha256 } from '@throughline/core';
import { readJson } from '../change-row.js';
import { type IntegrityFinding, StoreProblem } from '../contract.js';
import type { Contents } from './contents.js';
import type { Session } from './database.js';
import { linesAfter } from './log.js';
import { recordsAfter, unreadable } from './records.js';

/** As many findings of one sort are listed. */
const atMost = 100;
/** Rows that are looked over at once. */
const page = 2000;

/** Everything that can be told of one review. The engine looks after its own pages. */
export async function findings(session: Session, contents: Contents, review: ReviewId): Promise<IntegrityFinding[]> {
  return [
    ...(await lineFindings(session, review)),
    ...(await recordFindings(session, review)),
    ...(await contentFindings(session, contents, review)),
  ];
}

/** `seq` counts from 1 without gaps (L1), and every line can be read. */
async function lineFindings(session: Session, review: ReviewId): Promise<IntegrityFinding[]> {
  const gaps: IntegrityFinding[] = [];
  const lost: IntegrityFinding[] = [];
  let last = 0;
  for (let rows = await linesAfter(session, review, 0, page); rows.length > 0; ) {
    for (const { seq, id, saw, payload } of rows) {
      if (seq !== last + 1) gaps.push({ code: 'log.gap', values: { from: last + 1, to: seq - 1 } });
      if ([payload, saw ?? '{}'].some((text) => readJson(text) === undefined)) {
        lost.push({ code: 'log.unreadable', values: { seq, id } });
      }
      last = seq;
    }
    rows = rows.length < page ? [] : await linesAfter(session, review, last, page);
  }
  return [...gaps.slice(0, atMost), ...lost.slice(0, atMost)];
}

async function recordFindings(session: Session, review: ReviewId): Promise<IntegrityFinding[]> {
  const lost: IntegrityFinding[] = [];
  for (let at = 0; ; ) {
    const rows = await recordsAfter(session, review, at, page);
    for (const { held } of rows) {
      if (held.reference === unreadable) lost.push({ code: 'record.unreadable', values: { id: held.id } });
    }
    at = rows.at(-1)?.number ?? at;
    if (rows.length < page) return lost.slice(0, atMost);
  }
}

/** One content at a time in memory: a review may hold many large ones. */
async function contentFindings(session: Session, contents: Contents, review: ReviewId): Promise<IntegrityFinding[]> {
  const altered: IntegrityFinding[] = [];
  const hashes = await session.rows<[Sha256]>(
    'SELECT hash FROM contents WHERE review = $1 AND withdrawn IS NULL ORDER BY number',
    review,
  );
  for (const [hash] of hashes) {
    const found = await contents.read(hash).catch((error: unknown) => {
      if (error instanceof StoreProblem && error.code === 'file.damaged') return undefined;
      throw error;
    });
    if (found === undefined) altered.push({ code: 'content.altered', values: { hash } });
  }
  return altered.slice(0, atMost);
}
