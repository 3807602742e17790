import { type ChangeId, type PersonId, type Proposal, type Sha256, refuse } from '@throughline/core';
import type { ProposalResult } from '@throughline/storage';
import type { ProposalAnswer } from '@throughline/wire';
import { ServerProblem } from './problem.js';
import type { Served } from './served.js';
import type { ProposalShape } from './shape.js';

/** Changes that need bytes beside them: they are made where the bytes arrive, and never from a page alone. */
const elsewhere: ReadonlySet<string> = new Set(['source.imported', 'document.made']);

/** Puts proposals to the review, in their order; each is answered for itself. */
export async function proposeAll(
  served: Served,
  person: PersonId,
  shapes: readonly ProposalShape[],
): Promise<ProposalAnswer[]> {
  const away = shapes.find(({ kind }) => elsewhere.has(kind));
  if (away !== undefined) throw new ServerProblem('change.elsewhere', { kind: away.kind });
  const answers: ProposalAnswer[] = [];
  for (const run of runsOf(shapes.map(asProposal))) {
    const beside = withdrawnBy(run[0]);
    const as = served.viewer(person);
    const results = await served.open.propose(run, person, beside === undefined ? { as } : { as, beside });
    answers.push(...results.map((result) => shown(result, person)));
  }
  return answers;
}

function asProposal({ id, kind, version, payload, because, saw }: ProposalShape): Proposal {
  return {
    id: id as ChangeId,
    kind,
    version,
    payload,
    ...(because === undefined ? {} : { because }),
    ...(saw === undefined ? {} : { saw: saw as Record<string, ChangeId> }),
  };
}

/** One append for all of a run. A withdrawal goes alone: the content leaves the keeper in the same transaction (L17). */
function runsOf(proposals: readonly Proposal[]): Proposal[][] {
  const runs: Proposal[][] = [];
  for (const proposal of proposals) {
    const last = runs.at(-1);
    if (last === undefined || isWithdrawal(proposal) || isWithdrawal(last[0])) runs.push([proposal]);
    else last.push(proposal);
  }
  return runs;
}

const isWithdrawal = (proposal: Proposal | undefined): boolean => proposal?.kind === 'withdrawal.made';

function withdrawnBy(proposal: Proposal | undefined): { withdraw: { hash: Sha256; reason: string }[] } | undefined {
  if (proposal === undefined || !isWithdrawal(proposal)) return undefined;
  // Whatever it is, the gate is asked before anything is taken out.
  const { content, reason } = (proposal.payload ?? {}) as { content?: unknown; reason?: unknown };
  return { withdraw: [{ hash: String(content) as Sha256, reason: String(reason) }] };
}

/**
 * The proposer sees their own change; its place in the log stays here, and so does what they may not see (L8). Under the
 * id of another person's change nothing is told of it.
 */
function shown(result: ProposalResult, person: PersonId): ProposalAnswer {
  if ('refused' in result) return result;
  const { id, by } = result.accepted;
  if (by !== person) return { refused: refuse('thing.exists', { thing: 'change', id }) };
  const { seq: _, ...accepted } = result.accepted;
  return { accepted };
}
