import { type ChangeId, type PersonId, backwardsOf, refuse, writesOf } from '@throughline/core';
import type { ProposalAnswer, UndoRequest } from '@throughline/wire';
import { proposeAll } from './propose-changes.js';
import type { Served } from './served.js';

/**
 * Takes a change back, all that it did (L15): what it restores is told from the things as the asker sees them, and the
 * gate holds it against the present. A browser, which holds few of the records and groups, could not say it.
 */
export async function undoChange(
  served: Served,
  person: PersonId,
  { id, change }: UndoRequest,
): Promise<ProposalAnswer> {
  const nothing = { refused: refuse('undo.nothing', { change }) };
  const [done] = await served.keeper.known(served.id, [change as ChangeId]);
  const writes = backwardsOf(served.seenBy(person), (done && writesOf(done)) ?? []);
  // One that is hidden from them is answered as one that is not there (L8).
  if ('code' in writes) return nothing;
  const undo = { id, kind: 'change.undone', version: 1, payload: { change, writes } };
  const [answer] = await proposeAll(served, person, [undo]);
  return answer ?? nothing;
}
