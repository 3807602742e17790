import {
  type Change,
  type ChangeId,
  type Proposal,
  type Refusal,
  type Review,
  type SeenChange,
  apply,
  decide,
} from '@throughline/core';

/** Proposals, each decided on the review as it would stand after those before it. */
export interface Judged {
  /** The accepted ones that are not stored yet. */
  readonly fresh: readonly SeenChange[];
  readonly refused: boolean;
  /** The answer to each proposal, once the fresh ones are stored. */
  readonly results: (stored: readonly Change[]) => Result[];
}

type Result = { readonly accepted: Change } | { readonly refused: Refusal };
type Answer = { readonly id: ChangeId } | { readonly refused: Refusal };

/**
 * Puts proposals to the gate, one by one. `known` are those of them that are stored already; the same proposal twice is
 * one (L14). `together`: where one is refused, all that are not stored yet are.
 */
export function judge(
  review: Review,
  proposals: readonly Proposal[],
  { by, at }: Pick<SeenChange, 'by' | 'at'>,
  { known, together }: { readonly known: readonly Change[]; readonly together: boolean },
): Judged {
  const stored = new Map(known.map((change) => [change.id, change]));
  const fresh = new Map<ChangeId, SeenChange>();
  let stands = review;
  const answers = proposals.map((proposal): Answer => {
    if (stored.has(proposal.id) || fresh.has(proposal.id)) return { id: proposal.id };
    const verdict = decide(stands, proposal, by);
    if ('refused' in verdict) return verdict;
    const change: SeenChange = { ...verdict.accepted, by, at };
    fresh.set(change.id, change);
    stands = apply(stands, change);
    return { id: change.id };
  });
  const refusal = answers.find((answer) => 'refused' in answer);
  return {
    fresh: together && refusal !== undefined ? [] : [...fresh.values()],
    refused: refusal !== undefined,
    results: (appended) => {
      const all = new Map([...stored, ...appended.map((change) => [change.id, change] as const)]);
      return answers.map((answer) => resultOf(answer, all) ?? refusal ?? unanswered(answer));
    },
  };
}

function resultOf(answer: Answer, all: ReadonlyMap<ChangeId, Change>): Result | undefined {
  if ('refused' in answer) return answer;
  const accepted = all.get(answer.id);
  return accepted && { accepted };
}

function unanswered(answer: Answer): never {
  throw new Error(`the keeper did not answer for ${JSON.stringify(answer)}`);
}
