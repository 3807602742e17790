import type { Change, PersonId, Proposal, Refusal, Viewer } from '@throughline/core';
import type { Beside } from './contract.js';

/** What became of a proposal: the change as it is stored, or why not. */
export type ProposalResult = { readonly accepted: Change } | { readonly refused: Refusal };

/** Somebody's proposals, waiting for their turn. */
export interface Asked {
  readonly proposals: readonly Proposal[];
  readonly by: PersonId;
  /** When it was done, where it was not now. */
  readonly at?: string;
  /** Written in the same transaction. */
  readonly beside?: Beside;
  /** Who asks, where they may not see everything. */
  readonly as?: Viewer;
  readonly answer: (results: readonly ProposalResult[]) => void;
  readonly fail: (error: unknown) => void;
}

/** So many changes are appended at once at most; more than these only where one person proposes more. */
const mostTogether = 500;

/** Proposals in the order in which they came, until they are decided. */
export class Waiting {
  #asked: Asked[] = [];

  add(asked: Omit<Asked, 'answer' | 'fail'>): Promise<readonly ProposalResult[]> {
    return new Promise((answer, fail) => this.#asked.push({ ...asked, answer, fail }));
  }

  /**
   * Those whose turn it is, to be appended in one go: all that came while the last ones were being stored. What has
   * something beside it goes alone. None where nobody waits.
   */
  take(): readonly Asked[] {
    let [together, changes] = [0, 0];
    for (const { beside, proposals } of this.#asked) {
      changes += proposals.length;
      if (together > 0 && (beside !== undefined || changes > mostTogether)) break;
      together += 1;
      if (beside !== undefined) break;
    }
    return this.#asked.splice(0, together);
  }
}
