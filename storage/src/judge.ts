import {
  type Change,
  type ChangeId,
  type Proposal,
  type Refusal,
  type Review,
  type SeenChange,
  type Viewer,
  apply,
  decide,
  decideFor,
} from '@throughline/core';

/** What somebody proposes at once, and the stamp that it gets. */
export interface Asking extends Pick<SeenChange, 'by' | 'at'> {
  readonly proposals: readonly Proposal[];
  /** Who asks, where they may not see everything. */
  readonly as: Viewer | undefined;
}

/** Proposals of one or several, each decided on the review as it would stand after those before it. */
export interface Judged {
  /** The accepted ones that are not stored yet. */
  readonly fresh: readonly SeenChange[];
  readonly refused: boolean;
  /** The answers to each who asked, once the fresh ones are stored. */
  readonly results: (stored: readonly Change[]) => Result[][];
}

type Result = { readonly accepted: Change } | { readonly refused: Refusal };
type Answer = { readonly id: ChangeId } | { readonly refused: Refusal };

/**
 * Puts proposals to the gate, one by one. `known` are those of them that are stored already; the same proposal twice is
 * one (L14), whoever sends it. `together`: where one is refused, all that are not stored yet are.
 */
export function judge(
  review: Review,
  askings: readonly Asking[],
  { known, together }: { readonly known: readonly Change[]; readonly together: boolean },
): Judged {
  const stored = new Map(known.map((change) => [change.id, change]));
  const fresh = new Map<ChangeId, SeenChange>();
  const standing = new Standing(review);
  const answerTo = (proposal: Proposal, { by, at, as }: Asking): Answer => {
    if (stored.has(proposal.id) || fresh.has(proposal.id)) return { id: proposal.id };
    const stands = standing.now();
    const verdict = as === undefined ? decide(stands, proposal, by) : decideFor(stands, proposal, as);
    if ('refused' in verdict) return verdict;
    const change: SeenChange = { ...verdict.accepted, by, at };
    fresh.set(change.id, change);
    standing.add(change);
    return { id: change.id };
  };
  const answers = askings.map((asking) => asking.proposals.map((proposal) => answerTo(proposal, asking)));
  const refusal = answers.flat().find((answer) => 'refused' in answer);
  return {
    fresh: together && refusal !== undefined ? [] : [...fresh.values()],
    refused: refusal !== undefined,
    results: (appended) => {
      const all = new Map([...stored, ...appended.map((change) => [change.id, change] as const)]);
      const resultTo = (answer: Answer) => resultOf(answer, all) ?? refusal ?? unanswered(answer);
      return answers.map((each) => each.map(resultTo));
    },
  };
}

/** A review with what was accepted. The last change is folded in only when somebody asks for more: it may be large. */
class Standing {
  #last: SeenChange | undefined;

  constructor(private review: Review) {}

  now(): Review {
    if (this.#last !== undefined) this.review = apply(this.review, this.#last);
    this.#last = undefined;
    return this.review;
  }

  add(change: SeenChange): void {
    this.now();
    this.#last = change;
  }
}

function resultOf(answer: Answer, all: ReadonlyMap<ChangeId, Change>): Result | undefined {
  if ('refused' in answer) return answer;
  const accepted = all.get(answer.id);
  return accepted && { accepted };
}

function unanswered(answer: Answer): never {
  throw new Error(`the keeper did not answer for ${JSON.stringify(answer)}`);
}
