import type { RoutedWork } from '../gather/routes.js';
import { grouped } from '../grouped.js';
import type { PersonId, RecordId } from '../ids.js';
import { standing } from '../thing.js';
import { type Decided, decisions } from './decisions.js';
import type { ScreenWorld, Share, Stage, Vote } from './screen.js';

/** What a person still has to read at a stage, in the order in which the works came, and how many they have read. */
export interface ToRead {
  readonly works: readonly RoutedWork[];
  readonly done: number;
}

/**
 * The works on which a person has not voted at a stage and that still need a reader: at full text those that were
 * included at title and abstract. Nobody is asked for a work that is settled, that went on to the next stage, or that
 * has all the readers that the stage's rule asks for; where no rule says how many, one that is decided out.
 */
export function nextToRead(world: ScreenWorld, person: PersonId, stage: Stage): ToRead {
  const votes = byRecord(standing(world.screen.votes), stage);
  const settled = byRecord(standing(world.screen.settlements), stage);
  const rule = standing(world.screen.shares).findLast((share) => share.stage === stage)?.rule;
  const works: RoutedWork[] = [];
  let done = 0;
  for (const decided of decisions(world)) {
    const { records } = decided.work;
    const said = records.flatMap(({ id }) => votes.get(id) ?? []);
    if (said.some(({ trail }) => trail.made.by === person)) done += 1;
    else if (
      reaches(decided, stage) &&
      !records.some(({ id }) => settled.has(id)) &&
      !hasReaders(decided, stage, said, rule)
    )
      works.push(decided.work);
  }
  return { works, done };
}

const byRecord = <T extends { record: RecordId; stage: Stage }>(
  things: readonly T[],
  stage: Stage,
): Map<RecordId, T[]> =>
  grouped(
    things.filter((each) => each.stage === stage),
    ({ record }) => record,
  );

/** Whoever read the full text has gone past the title and abstract, whatever was said there. */
const reaches = ({ titleAbstract, fullText }: Decided, stage: Stage): boolean =>
  stage === 'full-text' ? titleAbstract === 'include' : fullText === 'unread';

function hasReaders(decided: Decided, stage: Stage, votes: readonly Vote[], rule: Share['rule'] | undefined): boolean {
  const readers = new Set(votes.map(({ trail }) => trail.made.by)).size;
  if (rule === 'single') return readers >= 1;
  if (rule === 'double') return readers >= 2;
  return (stage === 'full-text' ? decided.fullText : decided.titleAbstract) === 'exclude';
}
