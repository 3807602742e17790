import { grouped } from '../grouped.js';
import type { Work } from '../gather/duplicates.js';
import { type RoutedWork, routedWorkOf, routedWorks } from '../gather/routes.js';
import type { RecordId } from '../ids.js';
import { remembered } from '../remembered.js';
import { standing } from '../thing.js';
import {
  type ScreenWorld,
  type Settlement,
  type Stage,
  type Vote,
  differ,
  holding,
  settlementsOn,
  votesOn,
} from './screen.js';

/**
 * What follows from the votes on a work at a stage. Votes on any record of its duplicate group meet:
 * all alike decide; different ones, or a "maybe", are a disagreement until it is settled, be they one person's, made on
 * two records before these were grouped. A settlement of any of its records holds for the work; two that say otherwise
 * are a disagreement, until it is settled over them.
 */
export type Decision = 'include' | 'exclude' | 'disagreement' | 'unread';

export interface Decided {
  readonly work: RoutedWork;
  readonly titleAbstract: Decision;
  readonly fullText: Decision;
  /** Why it was excluded at full text, as the settlement or else the first vote says. */
  readonly reason?: string;
}

/** Every work in the flow, with what was decided at each stage. */
export const decisions = remembered(
  (world: ScreenWorld) => [routedWorks(world), world.screen.votes, world.screen.settlements],
  decideAll,
);

function decideAll(world: ScreenWorld): readonly Decided[] {
  const votes = byStageAndRecord(standing(world.screen.votes));
  const settled = byStageAndRecord(standing(world.screen.settlements));
  return routedWorks(world).map((work) =>
    decided(work, {
      settled: (stage) => said(settled, work, stage),
      votes: (stage) => said(votes, work, stage),
    }),
  );
}

/** The same of the work of one record, found without looking at the others; undefined where it is outside the flow. */
export function decisionOf(world: ScreenWorld, record: RecordId): Decided | undefined {
  const work = routedWorkOf(world, record);
  return (
    work &&
    decided(work, {
      settled: (stage) => settlementsOn(world, record, stage),
      votes: (stage) => votesOn(world, record, stage),
    })
  );
}

interface SaidOf {
  readonly settled: (stage: Stage) => readonly Settlement[];
  readonly votes: (stage: Stage) => readonly Vote[];
}

function decided(work: RoutedWork, { settled, votes }: SaidOf): Decided {
  const [settledInFull, votesInFull] = [holding(settled('full-text')), votes('full-text')];
  const because = ({ reason }: { reason?: string | undefined }) => reason !== undefined;
  const why = settledInFull.find(because) ?? votesInFull.find(because);
  return {
    work,
    titleAbstract: decide(holding(settled('title-abstract')), votes('title-abstract')),
    fullText: decide(settledInFull, votesInFull),
    ...(why?.reason === undefined ? {} : { reason: why.reason }),
  };
}

/** Does the work go into the review? Only what was included at full text does. */
export const isIncluded = (decided: Decided): boolean => decided.fullText === 'include';

function decide(settled: readonly Settlement[], votes: readonly Vote[]): Decision {
  const [held] = settled;
  if (held !== undefined) return settled.every(({ answer }) => answer === held.answer) ? held.answer : 'disagreement';
  const [first] = votes;
  if (first === undefined) return 'unread';
  return differ(votes) || first.answer === 'maybe' ? 'disagreement' : first.answer;
}

type ByRecord<T> = Readonly<Record<Stage, ReadonlyMap<string, readonly T[]>>>;

function byStageAndRecord<T extends { record: string; stage: Stage }>(things: readonly T[]): ByRecord<T> {
  const at = (stage: Stage) =>
    grouped(
      things.filter((each) => each.stage === stage),
      ({ record }) => record,
    );
  return { 'title-abstract': at('title-abstract'), 'full-text': at('full-text') };
}

/** A work is one record nearly always: then nothing is put together. */
function said<T>(things: ByRecord<T>, { records }: Work, stage: Stage): readonly T[] {
  const ofRecord = (id: string) => things[stage].get(id) ?? none;
  const [first] = records;
  return records.length === 1 && first !== undefined ? ofRecord(first.id) : records.flatMap(({ id }) => ofRecord(id));
}
const none: readonly never[] = [];

/** Works whose votes differ and are not settled, or that were settled in two ways, by stage. */
export function disagreements(world: ScreenWorld): { work: RoutedWork; stage: Stage }[] {
  return decisions(world).flatMap(({ work, titleAbstract, fullText }) => [
    ...(titleAbstract === 'disagreement' ? [{ work, stage: 'title-abstract' as const }] : []),
    ...(fullText === 'disagreement' ? [{ work, stage: 'full-text' as const }] : []),
  ]);
}
