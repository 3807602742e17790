import type { RoutedWork } from '../gather/routes.js';
import { grouped } from '../grouped.js';
import type { PersonId, RecordId } from '../ids.js';
import { standing, stands } from '../thing.js';
import { type Decided, decisions } from './decisions.js';
import { shareMark } from './handed.js';
import type { ScreenWorld, Share, Stage } from './screen.js';

/** What a person still has to read at a stage, in the order in which the works came, and how many they have read. */
export interface ToRead {
  readonly works: readonly RoutedWork[];
  readonly done: number;
}

/**
 * The works on which a person has not voted at a stage and that still need a reader: at full text those that were
 * included at title and abstract. Nobody is asked for a work that is settled, that went on to the next stage, or that
 * has all the readers that the stage's rule asks for; where no rule says how many, one that is decided out.
 *
 * `world` is the review as the person sees it. `whole` is the review as it is, where votes are blind: of it only who
 * read is taken, never what they said (L8), so that the rule can be kept that so many read each work. What was settled,
 * what went on and what is decided out are told by what the person sees.
 */
export function nextToRead(world: ScreenWorld, person: PersonId, stage: Stage, whole: ScreenWorld = world): ToRead {
  const readers = readersOf(whole, stage);
  const settled = byRecord(standing(world.screen.settlements), stage);
  const rule = standing(world.screen.shares).findLast((share) => share.stage === stage)?.rule;
  // The works of a share were drawn at its stage, and nothing is told in it of how they came so far.
  const handed = shareMark(world)?.stage;
  const works: RoutedWork[] = [];
  let done = 0;
  for (const decided of decisions(world)) {
    const { records } = decided.work;
    const readBy = readersOfAll(readers, records);
    if (readBy.has(person)) done += 1;
    else if (
      (handed === undefined ? reaches(decided, stage) : handed === stage) &&
      !records.some(({ id }) => settled.has(id)) &&
      !hasReaders(decided, stage, readBy.size, rule)
    )
      works.push(decided.work);
  }
  return { works, done };
}

/** Who voted on each record at a stage, and nothing of what they said. */
function readersOf(world: ScreenWorld, stage: Stage): ReadonlyMap<RecordId, ReadonlySet<PersonId>> {
  const readers = new Map<RecordId, Set<PersonId>>();
  for (const vote of world.screen.votes) {
    if (vote.stage !== stage || !stands(vote)) continue;
    const known = readers.get(vote.record);
    if (known === undefined) readers.set(vote.record, new Set([vote.trail.made.by]));
    else known.add(vote.trail.made.by);
  }
  return readers;
}

function readersOfAll(
  readers: ReadonlyMap<RecordId, ReadonlySet<PersonId>>,
  records: RoutedWork['records'],
): ReadonlySet<PersonId> {
  const [first] = records;
  if (records.length === 1 && first !== undefined) return readers.get(first.id) ?? nobody;
  return new Set(records.flatMap(({ id }) => [...(readers.get(id) ?? nobody)]));
}
const nobody: ReadonlySet<PersonId> = new Set();

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

function hasReaders(decided: Decided, stage: Stage, readers: number, rule: Share['rule'] | undefined): boolean {
  if (rule === 'single') return readers >= 1;
  if (rule === 'double') return readers >= 2;
  return (stage === 'full-text' ? decided.fullText : decided.titleAbstract) === 'exclude';
}
