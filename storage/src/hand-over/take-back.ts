import { randomUUID } from 'node:crypto';
import {
  type Change,
  type PersonId,
  type Proposal,
  type Refusal,
  type Review,
  type SeenChange,
  apply,
  asId,
  isSameChange,
  mayTakeBack,
  proposedFrom,
  refuse,
} from '@throughline/core';
import type { Beside, Keeper } from '../contract.js';
import type { OpenReview } from '../open-review.js';
import { broughtAlong, mayBringAlong } from './brought-along.js';
import type { Mark } from './beginning.js';
import type { Kept } from './hand-over.js';
import { type ReadShare, readShare } from './read-share.js';
import { ShareProblem } from './share-problem.js';

/** What became of a share. Every change that was made in it is counted in one of three ways. */
export interface ReturnedShare {
  readonly mark: Mark;
  /** Changes that were taken in by now, and those that had been before. */
  readonly taken: number;
  readonly known: number;
  /** What contradicts, in the order of the share, in whose file it still is. */
  readonly refused: readonly { readonly change: SeenChange; readonly refusal: Refusal }[];
}

/**
 * Takes a share back: proposes what its person did in it, in their order and as if it were done here, each with its own
 * id and time. What was taken in before is known by its id (L14), so that taking back again, or once more after it broke
 * off, changes nothing. Rejects with a ShareProblem where the share cannot be taken as a whole; nothing is stored then.
 */
export async function takeBack(into: Kept, share: Keeper, by: PersonId): Promise<ReturnedShare> {
  const { open, keeper } = into;
  await open.refresh();
  const read = await readShare(into, share);
  const refusal = mayTakeBack(open.review, by, read.mark.id);
  if (refusal !== undefined) throw ShareProblem.of(refusal);
  const known = await keeper.known(
    open.id,
    read.done.map(({ id }) => id),
  );
  const answers = await proposeAll(open, share, read, known);
  const refused = answers.flatMap(({ change, became }) =>
    typeof became === 'object' ? [{ change, refusal: became }] : [],
  );
  const count = (which: 'taken' | 'known') => answers.filter(({ became }) => became === which).length;
  await note(open, read.mark, count('taken') + count('known'), by);
  return { mark: read.mark, taken: count('taken'), known: count('known'), refused };
}

interface Answered {
  readonly change: SeenChange;
  readonly became: 'taken' | 'known' | Refusal;
}

/** So many are under way at once: they are decided in their order, and stored together where the keeper can. */
const underWay = 200;

async function proposeAll(
  open: OpenReview,
  share: Keeper,
  { mark, begun, done }: ReadShare,
  known: readonly Change[],
): Promise<Answered[]> {
  const stored = new Map(known.map((change) => [change.id, change]));
  const answers: Answered[] = [];
  let asked: Promise<Answered>[] = [];
  const settle = async () => {
    answers.push(...(await allSettled(asked)));
    asked = [];
  };
  let stands: Review = begun;
  for (const change of done) {
    const there = stored.get(change.id);
    const proposal = proposedFrom(stands, change);
    stands = apply(stands, change);
    // What comes with files waits for them, and nothing may overtake it.
    const alone = there === undefined && mayBringAlong(change);
    if (alone || asked.length === underWay) await settle();
    const beside = alone ? await broughtAlong(share, open.id, change) : undefined;
    asked.push(
      there === undefined
        ? proposeOne(open, proposal, change, mark, beside)
        : Promise.resolve(answered(change, there, 'known')),
    );
  }
  await settle();
  return answers;
}

/** Nothing is left under way when the first problem is told. */
async function allSettled(asked: readonly Promise<Answered>[]): Promise<Answered[]> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}

/** An id that is taken by another change is no change that is known: it would be lost without a word. */
function answered(change: SeenChange, there: SeenChange, became: 'taken' | 'known'): Answered {
  if (isSameChange(change, there)) return { change, became };
  return { change, became: refuse('thing.exists', { thing: 'change', id: change.id }) };
}

async function proposeOne(
  open: OpenReview,
  proposal: Proposal,
  change: SeenChange,
  { person }: Mark,
  beside: Beside | undefined,
): Promise<Answered> {
  const options = { at: change.at, ...(beside === undefined ? {} : { beside }) };
  const [answer] = await open.propose([proposal], person, options);
  if (answer === undefined) throw new Error(`nothing was answered for ${change.id}`);
  return 'refused' in answer ? { change, became: answer.refused } : answered(change, answer.accepted, 'taken');
}

/** The review remembers that the share came back, and how much of it, where that is not what it remembers already. */
async function note(open: OpenReview, { id }: Mark, changes: number, by: PersonId): Promise<void> {
  if (open.review.screen.handed.get(id)?.takenBack === changes) return;
  const proposal: Proposal = {
    id: asId(`change-${randomUUID()}`),
    kind: 'hand-over.takenBack',
    version: 1,
    payload: { id, changes },
  };
  const [answer] = await open.propose([proposal], by);
  if (answer !== undefined && 'refused' in answer) throw ShareProblem.of(answer.refused);
}
