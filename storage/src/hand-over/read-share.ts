import { type Change, type PersonId, type Review, type SeenChange, fold, idShape, shareMark } from '@throughline/core';
import type { Keeper } from '../contract.js';
import { namesOf } from '../people.js';
import { type Mark, historyOf, markKind } from './beginning.js';
import type { Kept } from './hand-over.js';
import { ShareProblem } from './share-problem.js';

/** A share that was looked over: it is one that this review handed over, and only its person has worked in it. */
export interface ReadShare {
  readonly mark: Mark;
  /** The share as it was handed over. */
  readonly begun: Review;
  /** What was done in it, in order. */
  readonly done: readonly SeenChange[];
}

/**
 * Reads a share that came back. It comes from elsewhere, and may hold anything: one of another review, one that this
 * review never handed over, one whose beginning is not as it was handed over, or in which somebody else has worked, is
 * refused whole, with a ShareProblem.
 */
export async function readShare({ open, keeper }: Kept, share: Keeper): Promise<ReadShare> {
  const [held] = await share.reviews();
  if (held === undefined) throw new ShareProblem('share.notAShare');
  if (held !== open.id) throw new ShareProblem('share.otherReview');
  const log = (await share.changes(open.id)).map(plain);
  const end = log.findIndex(({ kind }) => kind === markKind) + 1;
  const begun = fold(log.slice(0, end));
  const mark = markHandedOver(open.review, begun, log.slice(0, end));
  const done = log.slice(end);
  for (const change of done) refuseMalformed(change);
  const other = done.find(({ by }) => by !== mark.person);
  if (other === undefined) return { mark, begun, done };
  const names = await namesOf(keeper, open.review);
  const named = (person: PersonId) => names[person] ?? person;
  throw new ShareProblem('share.otherPerson', { person: named(mark.person), by: named(other.by) });
}

/** The mark of a share that began as this review handed it over; refuses every other. */
function markHandedOver(review: Review, begun: Review, beginning: readonly SeenChange[]): Mark {
  const mark = shareMark(begun);
  if (mark === undefined) throw new ShareProblem('share.notAShare');
  const handed = review.screen.handed.get(mark.id);
  if (handed === undefined) throw new ShareProblem('share.notHandedHere');
  if (handed.trail.gone !== undefined) throw new ShareProblem('share.cancelled');
  if (historyOf(beginning) !== handed.history) throw new ShareProblem('share.altered');
  return mark;
}

function plain({ seq: _, ...change }: Change): SeenChange {
  return change;
}

/** A change has a form in which it can be stored at all. */
function refuseMalformed(change: SeenChange): void {
  if (!isWellFormed(change)) throw new ShareProblem('share.damaged', { id: String(change.id).slice(0, 80) });
}

const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
/** Characters of a reason: as many as a page may send. */
const longest = 20_000;

function isWellFormed({ id, kind, version, by, at, because = '', saw = {} }: SeenChange): boolean {
  const texts: readonly unknown[] = [id, kind, by, at, because, ...namesIn(saw)];
  return (
    texts.every((text) => typeof text === 'string' && text.length <= longest) &&
    idShape.test(id) &&
    Number.isInteger(version) &&
    version > 0 &&
    time.test(at) &&
    !Number.isNaN(Date.parse(at))
  );
}

/** What a change says it saw: ids by field. Anything else is no text, and so refused. */
const namesIn = (saw: unknown): readonly unknown[] =>
  typeof saw === 'object' && saw !== null && !Array.isArray(saw) ? Object.values(saw) : [undefined];
