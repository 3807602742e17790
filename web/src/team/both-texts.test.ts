import { asId, type ChangeId, emptyReview, fold, type PersonId, type SeenChange } from '@throughline/core';
import { describe, expect, it } from 'vitest';
import { saysOf } from './both-texts.js';

const bo = asId<PersonId>('bo');
const change = (id: string, kind: string, payload: object, by = 'ana'): SeenChange => ({
  ...{ id: asId<ChangeId>(id), kind, version: 1, payload, at: '2025-03-01T09:00:00.000Z' },
  by: asId<PersonId>(by),
});
const vote = (id: string, answer: string) => ({ id, record: 'm.1', stage: 'title-abstract', answer });
const review = fold(
  [
    change('c1', 'review.made', { id: 'mending', title: 'Mending' }),
    change('c2', 'level.made', { id: 'l', name: 'The keeper', order: 1 }),
  ],
  emptyReview,
);

describe('a change that contradicts', () => {
  it('shows both texts of a field that was changed here meanwhile', () => {
    const edit = change('c3', 'level.edited', { id: 'l', set: { name: 'The gate' } }, bo);
    const refusal = {
      code: 'field.changedSince',
      values: { field: 'name', present: 'Here', proposed: 'There' },
    } as const;
    expect(saysOf(review, edit, refusal)).toEqual({
      about: { on: 'synthesise.levels', id: 'l' },
      there: [{ field: 'name', text: 'There' }],
      here: [{ field: 'name', text: 'Here' }],
    });
  });

  it('shows what stands here where the refusal names no text', () => {
    const edit = change('c3', 'level.edited', { id: 'l', set: { name: 'The gate' } }, bo);
    const refusal = { code: 'thing.gone', values: { id: 'l' } } as const;
    expect(saysOf(review, edit, refusal)).toMatchObject({
      there: [{ field: 'name', text: 'The gate' }],
      here: [{ field: 'name', text: 'The keeper' }],
    });
  });

  it('is about the record where it is a vote', () => {
    const made = change('c3', 'vote.made', vote('v', 'exclude'), bo);
    const found = saysOf(review, made, { code: 'vote.twice', values: { record: 'm.1' } });
    expect(found.about).toEqual({ on: 'gather.records', id: 'm.1' });
    expect(found.there).toEqual([
      { field: expect.any(String), text: 'title and abstract' },
      { field: 'answer', text: 'exclude' },
    ]);
    expect(found.here).toEqual([]);
  });
});
