import {
  asId,
  type ChangeId,
  emptyReview,
  fold,
  type PersonId,
  type Proposal,
  type SeenChange,
} from '@throughline/core';
import { describe, expect, it } from 'vitest';
import { accepted, fetched, type Held, propose, refused } from './held.js';
import { undoOf } from './take-back.js';

const ana = asId<PersonId>('ana');
const at = '2025-03-01T09:00:00.000Z';
const change = (id: string, kind: string, payload: object): SeenChange => ({
  ...{ id: asId<ChangeId>(id), kind, version: 1, payload },
  by: ana,
  at,
});
/** A review as it travels: without the record that is voted on. */
const held = fetched(
  fold(
    [
      change('c1', 'review.made', { id: 'mending', title: 'Mending' }),
      change('c2', 'person.made', { id: 'ana', role: 'lead', card: 'a'.repeat(64) }),
    ],
    emptyReview,
  ),
);
const vote = change('c3', 'vote.made', { id: 'v', record: 'm.1', stage: 'title-abstract', answer: 'include' });
const proposed = (from: Held, proposal: Proposal): Held => {
  const next = propose(from, proposal, ana, at);
  if ('refused' in next) throw new Error(next.refused.code);
  return next;
};

describe('a vote on a record that did not travel', () => {
  it('waits unseen, and is gone from here when it is stored', () => {
    const waiting = proposed(held, vote);
    expect(waiting.waiting).toMatchObject([{ change: { id: 'c3' }, elsewhere: true }]);
    expect(waiting.shown).toEqual(held.shown);
    expect(accepted(waiting, vote)).toMatchObject({ waiting: [], shown: held.shown });
    expect(refused(waiting, vote.id).waiting).toEqual([]);
  });

  it('is taken back by what it did', () => {
    const undo = undoOf(held.shown, vote);
    if ('code' in undo) throw new Error(undo.code);
    expect(undo.payload).toEqual({ change: 'c3', writes: [{ do: 'remove', on: 'screen.votes', id: 'v' }] });
    const waiting = proposed(held, { ...undo, id: asId<ChangeId>('c4'), version: 1 });
    expect(waiting.waiting).toMatchObject([{ change: { kind: 'change.undone' }, elsewhere: true }]);
    expect(waiting.shown.conflicts).toEqual([]);
  });
});

describe('what is missing among small things', () => {
  it('is refused here', () => {
    const passage = { id: 'p', document: 'd', order: 'first', from: 0, to: 1, quote: 'a', before: '', after: '' };
    expect(propose(held, change('c5', 'passage.made', passage), ana, at)).toMatchObject({
      refused: { code: 'thing.missing' },
    });
    const undo = { change: 'c9', writes: [{ do: 'remove', on: 'plan.criteria', id: 'x' }] };
    expect(propose(held, change('c6', 'change.undone', undo), ana, at)).toMatchObject({
      refused: { code: 'undo.nothing' },
    });
  });
});
