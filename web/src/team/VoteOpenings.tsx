import { stages, standing } from '@throughline/core';
import { beginningWords, teamWords } from '@throughline/words';
import { useReview } from '../house/HouseContext.js';
import { OpeningTable } from './OpeningTable.js';

/** At which stage the votes are open to the team. */
export function VoteOpenings() {
  const openings = standing(useReview().screen.openings);
  const what = stages.map((stage) => ({
    key: stage,
    name: beginningWords.screen.stages[stage],
    opening: openings.find((each) => each.stage === stage)?.id,
  }));
  return <OpeningTable thing="vote-opening" field="stage" what={what} words={teamWords.votes} />;
}
