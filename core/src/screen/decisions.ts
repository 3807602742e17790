import { grouped } from '../grouped.js';
import type { Work } from '../gather/duplicates.js';
import { type RoutedWork, routedWorks } from '../gather/routes.js';
import { remembered } from '../remembered.js';
import { standing } from '../thing.js';
import type { ScreenWorld, Settlement, Stage, Vote } from './screen.js';

/**
 * What follows from the votes on a work at a stage. Votes on any record of its duplicate group meet:
 * all alike decide; different ones, or a "maybe", are a disagreement until it is settled.
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
export const decisions = remembered((world: ScreenWorld) => [world.gather, world.screen], decideAll);

function decideAll(world: ScreenWorld): readonly Decided[] {
  const votes = byStageAndRecord(standing(world.screen.votes));
  const settled = byStageAndRecord(standing(world.screen.settlements));
  return routedWorks(world).map((work) => {
    const at = (stage: Stage) => decide(said(settled, work, stage), said(votes, work, stage));
    const because = ({ reason }: { reason?: string | undefined }) => reason !== undefined;
    const why = said(settled, work, 'full-text').find(because) ?? said(votes, work, 'full-text').find(because);
    return {
      work,
      titleAbstract: at('title-abstract'),
      fullText: at('full-text'),
      ...(why?.reason === undefined ? {} : { reason: why.reason }),
    };
  });
}

/** Does the work go into the review? Only what was included at full text does. */
export const isIncluded = (decided: Decided): boolean => decided.fullText === 'include';

function decide(settled: readonly Settlement[], votes: readonly Vote[]): Decision {
  const last = settled.at(-1);
  if (last !== undefined) return last.answer;
  const [first] = votes;
  if (first === undefined) return 'unread';
  const alike = first.answer !== 'maybe' && votes.every(({ answer }) => answer === first.answer);
  return alike ? first.answer : 'disagreement';
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

/** Works whose votes differ and are not settled, by stage. */
export function disagreements(world: ScreenWorld): { work: RoutedWork; stage: Stage }[] {
  return decisions(world).flatMap(({ work, titleAbstract, fullText }) => [
    ...(titleAbstract === 'disagreement' ? [{ work, stage: 'title-abstract' as const }] : []),
    ...(fullText === 'disagreement' ? [{ work, stage: 'full-text' as const }] : []),
  ]);
}
