import {
  backwardsOf,
  type Proposal,
  type Refusal,
  type Review,
  type SeenChange,
  refuse,
  writesOf,
} from '@throughline/core';

/** Whether a person would say that this can be undone: an import is taken back by other means. */
export const isUndoable = ({ kind }: SeenChange): boolean => kind !== 'change.undone' && kind !== 'source.imported';

/** The change that takes another one back, or why there is none (L15). */
export function undoOf(review: Review, change: SeenChange): Omit<Proposal, 'id' | 'version'> | Refusal {
  const writes = writesOf(change);
  const back = writes === undefined ? refuse('undo.nothing') : backwardsOf(review, writes);
  if ('code' in back) return back;
  return { kind: 'change.undone', payload: { change: change.id, writes: back } };
}
