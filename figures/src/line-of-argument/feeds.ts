import { type Mark, thing } from '../drawing/drawing.js';
import { type Box, right } from '../drawing/geometry.js';
import type { LevelScene, StepScene } from './scene.js';
import { portGap } from './spine.js';

const busGap = 9;
const before = 12;
const after = 20;

/**
 * The lines from the levels to the propositions run in a channel of their own between the two: out of a band to the
 * level's own upright line, along it, and from it into each proposition that rests there, with a dot at every turning
 * off. No box stands in the channel, so no line meets a text; lines that cross without a dot have nothing to do with
 * each other.
 */
export const channelWidth = (steps: readonly StepScene[]): number =>
  before + after + new Set(steps.flatMap(({ feeds }) => feeds.map(({ level }) => level))).size * busGap;

interface Bus {
  readonly level: number;
  /** Where the line leaves the band. */
  readonly exit: number;
  readonly taps: readonly Tap[];
}

interface Tap {
  readonly step: StepScene;
  readonly y: number;
  readonly label: string;
}

export function feedMarks(
  levels: readonly LevelScene[],
  steps: readonly StepScene[],
  bands: readonly Box[],
  boxes: readonly Box[],
): Mark[] {
  const [firstBand] = bands;
  const [firstBox] = boxes;
  if (firstBand === undefined || firstBox === undefined) return [];
  const buses = fewestCrossings(busesOf(steps, bands, boxes));
  return buses.flatMap((bus, place) => {
    const x = right(firstBand) + before + (place + 0.5) * busGap;
    const [top, foot] = span(bus);
    const taps = bus.taps.map((tap) => tapMark(tap, x, firstBox.x, tap.step, top < tap.y && tap.y < foot));
    return [...trunkMarks(bus, x, right(firstBand), levels[bus.level]), ...taps];
  });
}

function busesOf(steps: readonly StepScene[], bands: readonly Box[], boxes: readonly Box[]): Bus[] {
  const all = bands.map((_, level) =>
    steps.flatMap((step, at) => {
      const { feeds } = step;
      const port = feeds.findIndex((feed) => feed.level === level);
      const box = boxes[at];
      if (port < 0 || box === undefined) return [];
      const y = box.y + box.height / 2 + (port - (feeds.length - 1) / 2) * portGap;
      return [{ step, y, label: feeds[port]?.label ?? '' }];
    }),
  );
  const taken = all.flat().map(({ y }) => y);
  return bands.flatMap((band, level) => {
    const taps = all[level] ?? [];
    return taps.length === 0 ? [] : [{ level, taps, exit: freeExit(band, taken) }];
  });
}

/** The middle of the band, or as near to it as no line into a proposition runs at the same height. */
function freeExit(band: Box, taken: readonly number[]): number {
  const middle = band.y + band.height / 2;
  for (let away = 0; away < band.height / 2 - 6; away += 3) {
    const free = [middle - away, middle + away].find((y) => taken.every((each) => Math.abs(each - y) >= 5));
    if (free !== undefined) return free;
  }
  return middle;
}

/** Swaps neighbours as long as that takes a crossing away. */
function fewestCrossings(buses: Bus[]): Bus[] {
  let best = buses;
  let least = crossings(best);
  for (let at = 0; at + 1 < best.length; at += 1) {
    const swapped = best.with(at, best[at + 1] as Bus).with(at + 1, best[at] as Bus);
    const count = crossings(swapped);
    if (count >= least) continue;
    [best, least, at] = [swapped, count, -1];
  }
  return best;
}

function crossings(buses: readonly Bus[]): number {
  let count = 0;
  buses.forEach((bus, at) => {
    count += buses.slice(0, at).filter((other) => covers(other, bus.exit)).length;
    for (const { y } of bus.taps) count += buses.slice(at + 1).filter((other) => covers(other, y)).length;
  });
  return count;
}

const span = ({ exit, taps }: Bus): readonly [number, number] => {
  const ys = [exit, ...taps.map(({ y }) => y)];
  return [Math.min(...ys), Math.max(...ys)];
};

const covers = (bus: Bus, y: number): boolean => span(bus)[0] <= y && y <= span(bus)[1];

/** Out of the band and along the level's upright line. */
function trunkMarks(bus: Bus, x: number, from: number, level: LevelScene | undefined): Mark[] {
  const [top, foot] = span(bus);
  const marks: Mark[] = [
    {
      mark: 'line',
      points: [
        { x: from, y: bus.exit },
        { x, y: bus.exit },
      ],
      paint: 'edge',
    },
    {
      mark: 'line',
      points: [
        { x, y: top },
        { x, y: foot },
      ],
      paint: 'edge',
    },
  ];
  const box = { x: from, y: bus.exit - 4, width: x - from, height: 8 };
  return level?.ref === undefined ? marks : [thing(level.ref, level.name, box, marks)];
}

/** From the upright line into a proposition; a dot where the line also runs on. */
function tapMark({ y, label }: Tap, x: number, to: number, { ref, inferred }: StepScene, runsOn: boolean): Mark {
  const points = [
    { x, y },
    { x: to, y },
  ];
  const dash = inferred ? { dash: 'dashed' as const } : {};
  return thing(ref, label, { x, y: y - 4, width: to - x, height: 8 }, [
    { mark: 'line', points, paint: 'edge', arrow: true, ...dash },
    ...(runsOn ? [{ mark: 'dot', x, y, radius: 2.2, paint: 'edge' } as const] : []),
  ]);
}
