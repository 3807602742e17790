import type { ChangeId, SeenChange } from '@throughline/core';
import type { Cursor, LiveEvent } from '@throughline/wire';
import { follow } from './following.js';
import type { Session, Sessions } from './two-sessions.js';

/** What came on a stream up to a change that everybody may see, and the numbers after it. */
export interface Heard {
  readonly events: readonly LiveEvent[];
  /** Where the change stands that everybody may see. */
  readonly cursor: Cursor;
}

let said = 0;

/** A change that everybody may see, as long as any other of its sort: the title of the review. */
export async function everybodyHears({ review, session }: Sessions): Promise<ChangeId> {
  said += 1;
  const id = `everybody-${said}`;
  const title = said % 2 === 0 ? 'Shared care' : 'Shared cure';
  const answer = await session('lead').proposes('review.edited', { id: review, set: { title } }, id);
  if ('refused' in answer) throw new Error(JSON.stringify(answer));
  return answer.accepted.id;
}

/** Everything that a session's stream brings up to this change and the numbers that follow it. */
export async function heardUpTo(change: ChangeId, { live }: Session): Promise<Heard> {
  const events: LiveEvent[] = [];
  let cursor: Cursor | undefined;
  for (;;) {
    const event = await live.next('change', 'again', 'counts', 'progress', 'present');
    events.push(event);
    if (event.type === 'change' && event.change.id === change) cursor = event.cursor;
    if (event.type === 'counts' && cursor !== undefined) return { events, cursor };
  }
}

/** The changes that somebody is told who comes back with a cursor, up to this one; `again` where all is to be fetched. */
export async function missedSince(
  cursor: Cursor,
  change: ChangeId,
  { review }: Sessions,
  { ask }: Session,
): Promise<readonly (SeenChange | 'again')[]> {
  const live = await follow(ask, `/api/reviews/${review}/live`, cursor);
  const missed: (SeenChange | 'again')[] = [];
  for (;;) {
    const event = await live.next('change', 'again');
    missed.push(event.type === 'again' ? 'again' : event.change);
    if (event.type === 'again' || event.change.id === change) break;
  }
  live.leave();
  return missed;
}
