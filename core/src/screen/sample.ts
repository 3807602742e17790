import type { RoutedWork } from '../gather/routes.js';
import { decisions } from './decisions.js';
import type { ScreenWorld } from './screen.js';
import type { Stage } from './stages.js';

/**
 * A random sample that can be drawn again: every id has a number that follows from the seed and the id alone, and those
 * with the smallest numbers are taken. So it is the same on every machine, a larger per cent keeps what a smaller one
 * drew, and an id keeps its number when others come or go. (Permanent random numbers: Ohlsson 1995, in Business Survey
 * Methods, ed. Cox et al., 153–169.) At least `percent` of the ids are taken, in the order in which they were given.
 */
export function sampleOf<I extends string>(ids: readonly I[], percent: number, seed: string): I[] {
  const ranked = ids.map((id) => ({ id, rank: numberOf(seed, id) })).sort(byRank);
  const taken = new Set(ranked.slice(0, sizeOf(ids.length, percent)).map(({ id }) => id));
  return ids.filter((id) => taken.has(id));
}

/** Rounded up, so that a small sample is never none; the subtraction is for products such as 7.000000000000001. */
const sizeOf = (count: number, percent: number): number =>
  Math.min(count, Math.max(0, Math.ceil((count * percent) / 100 - 1e-9)));

interface Ranked {
  readonly id: string;
  readonly rank: readonly [number, number];
}

function byRank(a: Ranked, b: Ranked): number {
  return a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || (a.id < b.id ? -1 : 1);
}

/** 64 bits in two numbers. Neighbouring ids and seeds get numbers that have nothing to do with each other. */
function numberOf(seed: string, id: string): readonly [number, number] {
  const text = `${seed.length}:${seed}${id}`;
  return [scattered(text, 0x811c9dc5), scattered(text, 0x9747b28c)];
}

/**
 * FNV-1a (Fowler, Noll and Vo) over UTF-16 code units from a given beginning, then the last step of MurmurHash3
 * (Appleby), after which every bit of the text has moved every bit of the number.
 */
function scattered(text: string, beginning: number): number {
  let h = beginning;
  for (let at = 0; at < text.length; at += 1) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * The works that stand at a stage: all that are in the flow, and for the full text those that went on to it, whether
 * somebody has read them by now or not.
 */
export function worksAt(world: ScreenWorld, stage: Stage): RoutedWork[] {
  return decisions(world)
    .filter(
      ({ titleAbstract, fullText }) =>
        stage === 'title-abstract' || titleAbstract === 'include' || fullText !== 'unread',
    )
    .map(({ work }) => work);
}

/** Those of them that a sample takes. */
export function sampledWorks(world: ScreenWorld, stage: Stage, percent: number, seed: string): RoutedWork[] {
  const works = worksAt(world, stage);
  const ids = works.map(({ id }) => id);
  const taken = new Set(sampleOf(ids, percent, seed));
  return works.filter(({ id }) => taken.has(id));
}
