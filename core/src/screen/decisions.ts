import { grouped } from '../grouped.js';
import type { Work } from '../gather/duplicates.js';
import { type RoutedWork, routedWorks } from '../gather/routes.js';
import { remembered } from '../remembered.js';
import { standing } from '../thing.js';
import type { Answer, ScreenWorld, Settlement, Stage, Vote } from './screen.js';

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
  const votes = byRecordAndStage(standing(world.screen.votes));
  const settled = byRecordAndStage(standing(world.screen.settlements));
  return routedWorks(world).map((work) => {
    const at = (stage: Stage) => decide(said(settled, work, stage), said(votes, work, stage));
    const why = [...said(settled, work, 'full-text'), ...said(votes, work, 'full-text')].find(
      ({ reason }) => reason !== undefined,
    );
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
  const answers = new Set<Answer>(votes.map(({ answer }) => answer));
  if (answers.size === 0) return 'unread';
  const [only] = answers;
  return answers.size === 1 && only !== undefined && only !== 'maybe' ? only : 'disagreement';
}

function byRecordAndStage<T extends { record: string; stage: Stage }>(things: readonly T[]): Map<string, T[]> {
  return grouped(things, ({ record, stage }) => `${stage} ${record}`);
}

const said = <T>(things: Map<string, T[]>, work: Work, stage: Stage): T[] =>
  work.records.flatMap(({ id }) => things.get(`${stage} ${id}`) ?? []);

/** Works whose votes differ and are not settled, by stage. */
export function disagreements(world: ScreenWorld): { work: RoutedWork; stage: Stage }[] {
  return decisions(world).flatMap(({ work, titleAbstract, fullText }) => [
    ...(titleAbstract === 'disagreement' ? [{ work, stage: 'title-abstract' as const }] : []),
    ...(fullText === 'disagreement' ? [{ work, stage: 'full-text' as const }] : []),
  ]);
}
