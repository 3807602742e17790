import type { Handing, SeenChange, Sha256 } from '@throughline/core';
import { toRow } from '../change-row.js';
import { sha256Of } from '../hash.js';

/** The mark of a share as its log holds it: the last change of its beginning, after which comes what was done in it. */
export const markKind = 'share-mark.made';

export interface Mark extends Handing {
  /** Of the hand-over in the review that the share came from. */
  readonly id: string;
  readonly works: number;
}

export function markChange({ id, person, stage, percent, seed, works }: Mark, stamp: Pick<SeenChange, 'by' | 'at'>) {
  const change: SeenChange = {
    id: `mark.${id}` as SeenChange['id'],
    kind: markKind,
    version: 1,
    payload: { id, person, stage, percent, seed, works },
    ...stamp,
  };
  return change;
}

/**
 * What a share begins with, as one hash. The review keeps it, so that a share whose beginning is not the one that was
 * handed over, whatever was altered in it, is known by it. The changes as keepers hold them, without their places.
 */
export function historyOf(beginning: readonly SeenChange[]): Sha256 {
  const lines = beginning.map((change) => {
    const { id, kind, version, by, at, because, saw, payload } = toRow(change);
    return JSON.stringify([id, kind, version, by, at, because, saw, payload]);
  });
  return sha256Of(lines.join('\n'));
}
