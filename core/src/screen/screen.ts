import { z } from 'zod';
import { type Refusal, refuse } from '../change.js';
import { membersOf } from '../gather/duplicates.js';
import type { GatherWorld } from '../gather/gather.js';
import { inFlow } from '../gather/routes.js';
import { type RecordId, idOf } from '../ids.js';
import { type Asked, type Room, refsTo, room, thing, words } from '../kind.js';
import { type Clearance, isIn } from '../people.js';
import type { Shelf } from '../shelf.js';
import { type Held, standing } from '../thing.js';
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

const settlement = z.object({ ...said, answer: z.enum(['include', 'exclude']) });
/** What the team settled where votes differed. The votes stay. */
export type Settlement = Held<z.output<typeof settlement>>;

const voteOpening = z.object({ stage: z.enum(stages) });
/** A lead opened the votes of a stage. Taken away, they are blind again. */
export type VoteOpening = Held<z.output<typeof voteOpening>>;

function mayVote(world: ScreenWorld, fields: z.output<typeof vote>, asked: Asked, own: string): Refusal | undefined {
  if (fields.stage === 'full-text' && fields.answer === 'exclude' && fields.reason === undefined) {
    return refuse('vote.noReason', { record: fields.record });
  }
  const twice = votesOn(world, fields.record, fields.stage).some(
    (each) => each.id !== own && each.trail.made.by === asked.by,
  );
  if (twice) return refuse('vote.twice', { record: fields.record, stage: fields.stage });
  return inFlow(world, fields.record) ? undefined : refuse('vote.outsideFlow', { record: fields.record });
}

function maySettle(world: ScreenWorld, fields: z.output<typeof settlement>): Refusal | undefined {
  const { record, stage, answer } = fields;
  const votes = membersOf(world, record).flatMap((id) => votesOn(world, id, stage));
  const said_ = new Set(votes.map(({ answer }) => answer));
  if (said_.size < 2 && !said_.has('maybe')) return refuse('settle.noConflict', { record, stage });
  const why = [fields, ...votes].some(({ reason }) => reason !== undefined);
  return stage === 'title-abstract' || answer === 'include' || why ? undefined : refuse('vote.noReason', { record });
}

/** The standing votes on one record at one stage. */
function votesOn(world: ScreenWorld, record: RecordId, stage: Stage): Vote[] {
  const votes = voteThing.restingOn(world.screen.votes, record) as readonly Vote[];
  return standing(votes).filter((each) => each.stage === stage);
}

const openOnce = (world: ScreenWorld, { stage }: Pick<VoteOpening, 'stage'>, _: Asked, own: string) =>
  standing(world.screen.openings).some((each) => each.id !== own && each.stage === stage)
    ? refuse('opening.twice', { what: stage })
    : undefined;

/** One's own, and everybody's where the stage is open (L8). What follows from votes is worked out from those one sees. */
const seenWithItsStage = ({ stage, trail }: Vote | Settlement, { person, stages: open }: Clearance): boolean =>
  trail.made.by === person || isIn(open, stage);

const record = ({ record: id }: { record: RecordId }) => refsTo('gather.records', [id]);

const voteThing = thing({
  name: 'vote',
  on: 'screen.votes',
  fields: vote,
  refs: record,
  check: mayVote,
  ownedByMaker: true,
  seenBy: seenWithItsStage,
});

export const screen: Room<ScreenWorld> = room<ScreenWorld>(
  'screen',
  [
    thing({ name: 'share', on: 'screen.shares', fields: share }),
    voteThing,
    thing({
      name: 'settlement',
      on: 'screen.settlements',
      fields: settlement,
      refs: record,
      check: maySettle,
      seenBy: seenWithItsStage,
    }),
    thing({ name: 'vote-opening', on: 'screen.openings', fields: voteOpening, check: openOnce, byLeads: true }),
  ],
  handedKinds,
  handedThings,
);
