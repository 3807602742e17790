import { randomUUID } from 'node:crypto';
import {
  type Handing,
  type PersonId,
  type Proposal,
  type SeenChange,
  ShareBeginning,
  type Viewer,
  asId,
  mayHandOver,
} from '@throughline/core';
import type { Keeper, Part } from '../contract.js';
import type { OpenReview } from '../open-review.js';
import { namesOf } from '../people.js';
import { createSqlite } from '../sqlite/keeper.js';
import { inPlace } from '../sqlite/place.js';
import { historyOf, markChange } from './beginning.js';
import { ShareProblem } from './share-problem.js';

/** What is to be handed over. Without a seed one is drawn, and kept. */
export type ToHandOver = Omit<Handing, 'seed'> & { readonly seed?: string };

/** What was handed over, and how much of the review that is. */
export interface HandedOver extends Handing {
  /** The id of the hand-over in the review; the share's mark has it, too. */
  readonly id: string;
  readonly works: number;
  readonly records: number;
}

/** An open review, and the keeper that it is kept in. */
export interface Kept {
  readonly open: OpenReview;
  readonly keeper: Keeper;
}

/**
 * Hands a part of the reading over as a review's file of its own at `path`, and notes in the review what was handed to
 * whom. `by` who hands it over, and what they may see. Both, or neither: where it is refused there is no file. Rejects with a ShareProblem, or with a StoreProblem
 * where the file cannot be made; what stands at `path` already is left alone.
 */
export async function handOver(from: Kept, asked: ToHandOver, by: Viewer, path: string): Promise<HandedOver> {
  const made: { handed?: HandedOver; refused?: unknown } = {};
  await inPlace(path, async (making) => {
    const file = await createSqlite(making);
    try {
      made.handed = await handOverInto(from, asked, by, file);
    } catch (error) {
      made.refused = error;
      throw error;
    } finally {
      await file.close();
    }
  }).catch((error: unknown) => {
    // What makes files takes whatever it does not know for a problem of the disk.
    throw made.refused ?? error;
  });
  return made.handed as HandedOver;
}

/** The same into a keeper that holds nothing yet. It is noted when the share is whole. */
export async function handOverInto(
  { open, keeper }: Kept,
  asked: ToHandOver,
  by: Viewer,
  share: Keeper,
): Promise<HandedOver> {
  if (keeper.readOnly !== undefined) throw keeper.readOnly;
  await open.refresh();
  const refusal = mayHandOver(open.review, by.person, asked.person);
  if (refusal !== undefined) throw ShareProblem.of(refusal);
  const handing = { ...asked, seed: asked.seed ?? randomUUID() };
  const beginning = await begun({ open, keeper }, handing, by);
  const { works, records } = beginning;
  if (works === 0) throw await nothingToRead(open, keeper, asked.person);
  const mark = { ...handing, id: `hand-over-${randomUUID()}`, works };
  const changes = [...beginning.changes, markChange(mark, { by: by.person, at: new Date().toISOString() })];
  await share.receive(open.id, partsOf(keeper, open, beginning, changes));
  await note(open, { ...mark, history: historyOf(changes) }, by.person);
  return { ...mark, records: records.length };
}

async function nothingToRead({ review }: OpenReview, keeper: Keeper, person: PersonId): Promise<ShareProblem> {
  return new ShareProblem('share.nothingToRead', { person: (await namesOf(keeper, review))[person] ?? person });
}

/** One walk through the log, as far as it is folded. */
async function begun({ open, keeper }: Kept, handing: Handing, by: Viewer): Promise<ShareBeginning> {
  const { review, head } = open;
  const beginning = new ShareBeginning(review, handing, by);
  for await (const part of keeper.parts(open.id)) {
    if (!('changes' in part)) break;
    for (const change of part.changes) if (change.seq <= head) beginning.take(change);
  }
  return beginning;
}

/** Texts that are read at once. */
const page = 500;

/** The cards of the people go along, and no other file: a file of references holds everybody's records. */
async function* partsOf(
  keeper: Keeper,
  { id }: OpenReview,
  { records, cards }: ShareBeginning,
  changes: readonly SeenChange[],
): AsyncGenerator<Part> {
  yield { changes: changes.map((change, at) => ({ seq: at + 1, ...change })) };
  for (let at = 0; at < records.length; at += page) {
    yield { records: await keeper.records(id, records.slice(at, at + page)) };
  }
  for (const hash of new Set(cards)) {
    const content = await keeper.content(hash);
    if (content !== undefined) yield { content: { hash, ...content } };
  }
}

async function note(open: OpenReview, payload: object, by: PersonId): Promise<void> {
  const proposal: Proposal = { id: asId(`change-${randomUUID()}`), kind: 'hand-over.made', version: 1, payload };
  const [answer] = await open.propose([proposal], by);
  if (answer !== undefined && 'refused' in answer) throw ShareProblem.of(answer.refused);
}
