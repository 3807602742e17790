import { z } from 'zod';
import { type Refusal, refuse } from '../change.js';
import type { GatherWorld } from '../gather/gather.js';
import { membersOf, placedBy, thingId } from '../gather/grouping.js';
import { inFlow } from '../gather/routes.js';
import { type RecordId, idOf } from '../ids.js';
import { foundBy } from '../indexed.js';
import { type Asked, type Room, eachOnce, refsTo, room, thing, words } from '../kind.js';
import { type Clearance, isIn } from '../people.js';
import type { Shelf } from '../shelf.js';
import { type Held, standing, stands } from '../thing.js';
import { type Handed, handedKinds, handedThings } from './handed.js';
import { type Stage, stages } from './stages.js';

/** Phase 2 goes on: who said what of each record, and what follows. */
export interface Screen extends Handed {
  /** How the reading is shared out, per stage. */
  readonly shares: Shelf<Share>;
  readonly votes: Shelf<Vote>;
  readonly settlements: Shelf<Settlement>;
  /** The stages whose votes all may see. Where a stage has none, each sees their own votes (L8). */
  readonly openings: Shelf<VoteOpening>;
}
export interface ScreenWorld extends GatherWorld {
  readonly screen: Screen;
}

export * from './stages.js';
export const answers = ['include', 'exclude', 'maybe'] as const;
export type Answer = (typeof answers)[number];

const share = z.object({
  stage: z.enum(stages),
  /** single: one reader; double: two read everything; sample: a second reads a random share independently. */
  rule: z.enum(['single', 'double', 'sample']),
  /** Of the records, for `sample`: between 0 and 1. */
  part: z.number().gt(0).max(1).optional(),
  settledBy: words().optional(),
  note: words().optional(),
});
export type Share = Held<z.output<typeof share>>;

const said = {
  record: idOf<RecordId>(),
  stage: z.enum(stages),
  /** Why excluded, in the words of the criteria; needed at full text. */
  reason: words().optional(),
  note: words().optional(),
};
const vote = z.object({ ...said, answer: z.enum(answers) });
/** One reviewer's say. Who said it is in its trail. */
export type Vote = Held<z.output<typeof vote>>;

const settlement = z.object({
  ...said,
  answer: z.enum(['include', 'exclude']),
  /**
   * Earlier settlements of the same work that this one settles anew, on whichever record of it they were made. They stay,
   * and count again for their own records once the work is split.
   */
  over: z.array(thingId()).max(1000).refine(eachOnce, 'names a settlement twice').optional(),
});
/** What the team settled where votes differed. The votes stay. It holds for the whole work. */
export type Settlement = Held<z.output<typeof settlement>>;

const voteOpening = z.object({ stage: z.enum(stages) });
/** A lead opened the votes of a stage. Taken away, they are blind again. */
export type VoteOpening = Held<z.output<typeof voteOpening>>;

function mayVote(world: ScreenWorld, fields: z.output<typeof vote>, asked: Asked, own: string): Refusal | undefined {
  const { record, stage } = fields;
  if (stage === 'full-text' && fields.answer === 'exclude' && fields.reason === undefined) {
    return refuse('vote.noReason', { record });
  }
  const held = world.screen.votes.get(own);
  const alone = held === undefined ? knewLess(world, record, asked) : countsIn(world, held, fields);
  const others = alone ? votesOnRecord(world, record, stage) : votesOn(world, record, stage);
  if (others.some((each) => each.id !== own && each.trail.made.by === asked.by))
    return refuse('vote.twice', { record, stage });
  const stays = held !== undefined && stands(held) && held.record === record;
  return stays || inFlow(world, record) ? undefined : refuse('vote.outsideFlow', { record });
}

/** Did they vote where the record did not stand in this work yet: in a share, while it was grouped here (L5)? */
const knewLess = (world: ScreenWorld, record: RecordId, { saw }: Asked): boolean =>
  saw?.record !== undefined && saw.record !== placedBy(world, record);

/**
 * One person has one vote on a work. Two that were made on two records before these were grouped both stand, may both be
 * changed, and come back when their removal is taken back.
 */
const countsIn = (world: ScreenWorld, held: Vote, { record, stage }: Pick<Vote, 'record' | 'stage'>): boolean =>
  stands(held) && held.stage === stage && membersOf(world, record).includes(held.record);

function maySettle(
  world: ScreenWorld,
  fields: z.output<typeof settlement>,
  _: Asked,
  own: string,
): Refusal | undefined {
  const { record, stage, answer } = fields;
  if (saysSo(world.screen.settlements.get(own), fields)) return undefined;
  const votes = votesOn(world, record, stage);
  const others = settlementsOn(world, record, stage).filter(({ id }) => id !== own);
  if (!differ(votes) && !contradict(others)) return refuse('settle.noConflict', { record, stage });
  const unlike = otherwiseSettled(others, { ...fields, id: own });
  if (unlike.length > 0) return refuse('settle.over', { settlements: unlike });
  const why = [fields, ...votes].some(({ reason }) => reason !== undefined);
  return stage === 'title-abstract' || answer === 'include' || why ? undefined : refuse('vote.noReason', { record });
}

/** What settled something once is not asked again what it settles, whatever became of the votes. */
const saysSo = (held: Settlement | undefined, fields: z.output<typeof settlement>): boolean =>
  held !== undefined &&
  stands(held) &&
  (['record', 'stage', 'answer', 'reason'] as const).every((field) => held[field] === fields[field]);

/** Those that hold beside a new one and say otherwise. */
const otherwiseSettled = (others: readonly Settlement[], own: Pick<Settlement, SettledBy>): string[] =>
  holding<Pick<Settlement, SettledBy>>([...others, own])
    .filter(({ id, answer }) => id !== own.id && answer !== own.answer)
    .map(({ id }) => id);
type SettledBy = 'id' | 'record' | 'answer' | 'over';

/** Do these votes not decide by themselves? */
export const differ = ([first, ...others]: readonly Pick<Vote, 'answer'>[]): boolean =>
  first !== undefined && (first.answer === 'maybe' || others.some(({ answer }) => answer !== first.answer));

/** Were records of one work settled otherwise, before they were grouped? */
function contradict(settled: readonly Settlement[]): boolean {
  const [first, ...others] = holding(settled);
  return others.some(({ answer }) => answer !== first?.answer);
}

/** The settlements of a work that hold: the last of each record, but those that were settled anew. */
export function holding<S extends Pick<Settlement, SettledBy>>(settled: readonly S[]): readonly S[] {
  if (settled.length < 2) return settled;
  const over = new Set<string>(settled.flatMap((each) => each.over ?? []));
  const left = settled.filter(({ id }) => !over.has(id));
  // Two that name each other settle nothing.
  return [...new Map((left.length > 0 ? left : settled).map((each) => [each.record, each])).values()];
}

/** The standing votes on a work at one stage, by any record of it; record by record, in the order in which they were made. */
export const votesOn = (world: ScreenWorld, record: RecordId, stage: Stage): Vote[] =>
  membersOf(world, record).flatMap((id) => votesOnRecord(world, id, stage));

const votesOnRecord = ({ screen }: ScreenWorld, record: RecordId, stage: Stage): Vote[] =>
  standing(votesOfRecord(screen.votes, record)).filter((each) => each.stage === stage);
const votesOfRecord = foundBy<Vote>(({ record }) => [record]);

/** The standing settlements of a work at one stage, in the same order. */
export const settlementsOn = (world: ScreenWorld, record: RecordId, stage: Stage): Settlement[] =>
  membersOf(world, record)
    .flatMap((id) => standing(settlementsOfRecord(world.screen.settlements, id)))
    .filter((each) => each.stage === stage);
const settlementsOfRecord = foundBy<Settlement>(({ record }) => [record]);

const openOnce = (world: ScreenWorld, { stage }: Pick<VoteOpening, 'stage'>, _: Asked, own: string) =>
  standing(world.screen.openings).some((each) => each.id !== own && each.stage === stage)
    ? refuse('opening.twice', { what: stage })
    : undefined;

/** One's own, and everybody's where the stage is open (L8). What follows from votes is worked out from those one sees. */
const seenWithItsStage = ({ stage, trail }: Vote | Settlement, { person, stages: open }: Clearance): boolean =>
  trail.made.by === person || isIn(open, stage);

const record = ({ record: id }: { record: RecordId }) => refsTo('gather.records', [id]);

export const screen: Room<ScreenWorld> = room<ScreenWorld>(
  'screen',
  [
    thing({ name: 'share', on: 'screen.shares', fields: share }),
    thing({
      name: 'vote',
      on: 'screen.votes',
      fields: vote,
      refs: record,
      check: mayVote,
      ownedByMaker: true,
      seenBy: seenWithItsStage,
    }),
    thing({
      name: 'settlement',
      on: 'screen.settlements',
      fields: settlement,
      version: 2,
      refs: record,
      check: maySettle,
      seenBy: seenWithItsStage,
    }),
    thing({ name: 'vote-opening', on: 'screen.openings', fields: voteOpening, check: openOnce, byLeads: true }),
  ],
  handedKinds,
  handedThings,
);
