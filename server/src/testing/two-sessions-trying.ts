import type { ChangeId } from '@throughline/core';
import type { History, ProposeAnswer } from '@throughline/wire';
import { done } from '../accounts/testing/team.js';
import { proposal } from './review-file.js';
import { records, type Session, type Sessions } from './two-sessions.js';

/** A proposal that is refused, whatever others did. */
interface Try {
  readonly kind: string;
  readonly payload: object;
}

const stages = ['title-abstract', 'full-text'];
const guessed = ['lead-1', 'lead-2', 'reviewer-1', 'reviewer-2', 'commenter-1', 'commenter-2'];
const shelfOf = { vote: 'screen.votes', memo: 'notes.memos', discussion: 'notes.discussions' };

/**
 * What somebody may try who wants to know what is hidden: to settle what others may have said, to touch things by ids
 * that they guess, to undo others' changes, to take away what others' votes rest on.
 */
export async function triesOf({ review }: Sessions, lead: Session, self: Session): Promise<Try[]> {
  const others = guessed.filter((id) => !id.startsWith(self.name));
  const history = await done(lead.browser.get(`/api/reviews/${review}/history?thing=gather.imports/i`));
  const imported = (history as History).changes[0]?.id as ChangeId;
  return [
    ...records.flatMap((record) =>
      stages.flatMap((stage) => [
        { kind: 'settlement.made', payload: { id: 'try', record, stage, answer: 'include', reason: 'It fits' } },
        { kind: 'settlement.made', payload: { id: 'try', record, stage, answer: 'exclude' } },
      ]),
    ),
    { kind: 'vote.made', payload: { id: 'try', record: 'i.3', stage: 'title-abstract', answer: 'maybe' } },
    ...others.flatMap((id) => Object.entries(shelfOf).flatMap(([thing, on]) => touching(thing, on, id))),
    undoing(imported, 'gather.imports', 'i'),
  ].filter(({ kind }) => !isOwnRight(kind, self));
}

function touching(thing: string, on: string, id: string): Try[] {
  const field = thing === 'vote' ? 'note' : 'text';
  const change = `${id.split('-')[0]}-change-1`;
  return [
    { kind: `${thing}.edited`, payload: { id, set: { [field]: 'mine' } } },
    { kind: `${thing}.removed`, payload: { id } },
    undoing(change, on, id),
    { kind: 'change.undone', payload: { change, writes: [{ do: 'revive', on, id }] } },
    { kind: 'change.undone', payload: { change, writes: [{ do: 'set', on, id, fields: { [field]: '' } }] } },
  ];
}

const undoing = (change: string, on: string, id: string): Try => ({
  kind: 'change.undone',
  payload: { change, writes: [{ do: 'remove', on, id }] },
});

/** Whoever is in the team sees the team's discussions and may change them: that is no try. */
const isOwnRight = (kind: string, { name }: Session): boolean => name !== 'commenter' && kind.startsWith('discussion.');

/** Tries all of it, and answers what each was told. Each has to be refused, so that nothing happens by it. */
export async function answersToTries(
  tries: readonly Try[],
  { review }: Sessions,
  { browser }: Session,
): Promise<Map<string, string>> {
  const changes = tries.map(({ kind, payload }) => proposal(kind, payload));
  const { answers } = (await done(browser.post(`/api/reviews/${review}/changes`, { changes }))) as ProposeAnswer;
  return new Map(
    tries.map(({ kind, payload }, at) => [`${kind} ${JSON.stringify(payload)}`, JSON.stringify(answers[at])]),
  );
}
