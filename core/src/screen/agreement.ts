import type { PersonId } from '../ids.js';
import { routedWorks } from '../gather/routes.js';
import { grouped } from '../grouped.js';
import { standing } from '../thing.js';
import type { Answer, ScreenWorld, Vote } from './screen.js';
import { answers } from './screen.js';
import type { Stage } from './stages.js';

/** How far two readers said the same of the works that both have read at a stage. */
export interface Agreement {
  readonly stage: Stage;
  readonly readers: readonly [PersonId, PersonId];
  /** Works that both have voted on, and those on which their answers are the same. */
  readonly both: number;
  readonly agreed: number;
  /** From 0 to 100; absent where nothing was read by both. */
  readonly percent?: number;
  /** Absent where nothing was read by both, or where both gave one same answer throughout: then it has no value. */
  readonly kappa?: number;
}

/**
 * Agreement of two readers, by their answers include, exclude and maybe: per cent, and Cohen's kappa, which takes off
 * what they would agree on by chance, each keeping to their own shares of answers (Cohen 1960, Educational and
 * Psychological Measurement 20, 37–46). Settlements do not count: it is about what each of them said.
 */
export function agreementOf(world: ScreenWorld, stage: Stage, readers: readonly [PersonId, PersonId]): Agreement {
  const [first, second] = readers.map((reader) => answersOf(world, stage, reader)) as [Said, Said];
  const pairs = [...first].flatMap(([work, answer]) => {
    const other = second.get(work);
    return other === undefined ? [] : [[answer, other] as const];
  });
  const agreed = pairs.filter(([a, b]) => a === b).length;
  const kappa = kappaOf(pairs);
  return {
    stage,
    readers,
    both: pairs.length,
    agreed,
    ...(pairs.length === 0 ? {} : { percent: (agreed / pairs.length) * 100 }),
    ...(kappa === undefined ? {} : { kappa }),
  };
}

/** Of one reader with every other who has read something that this one read at the stage. */
export function agreementsOf(world: ScreenWorld, stage: Stage, reader: PersonId): Agreement[] {
  const others = new Set(standing(world.screen.votes).map(({ trail }) => trail.made.by));
  others.delete(reader);
  return [...others].map((other) => agreementOf(world, stage, [reader, other])).filter(({ both }) => both > 0);
}

type Said = ReadonlyMap<string, Answer>;

/** What a reader said of each work. Who said two things, on two records that were grouped later, said the later one. */
function answersOf(world: ScreenWorld, stage: Stage, reader: PersonId): Said {
  const own = standing(world.screen.votes).filter((vote) => vote.stage === stage && vote.trail.made.by === reader);
  const byRecord = grouped(own, ({ record }) => record as string);
  const said = new Map<string, Answer>();
  for (const work of routedWorks(world)) {
    const last = latest(work.records.flatMap(({ id }) => byRecord.get(id) ?? []));
    if (last !== undefined) said.set(work.id, last.answer);
  }
  return said;
}

function latest(votes: readonly Vote[]): Vote | undefined {
  const at = ({ trail }: Vote): string => trail.set?.answer?.at ?? trail.made.at;
  return votes.reduce<Vote | undefined>((last, vote) => (last && at(last) > at(vote) ? last : vote), undefined);
}

/** In whole numbers up to the one division, so that full agreement is 1 and not nearly 1. */
function kappaOf(pairs: readonly (readonly [Answer, Answer])[]): number | undefined {
  const count = pairs.length;
  const agreed = pairs.filter(([a, b]) => a === b).length;
  const byChance = answers.reduce((sum, answer) => {
    const [one, other] = [0, 1].map((side) => pairs.filter((pair) => pair[side] === answer).length) as [number, number];
    return sum + one * other;
  }, 0);
  const room = count * count - byChance;
  return room === 0 ? undefined : (agreed * count - byChance) / room;
}
