import type { Box } from '../drawing/geometry.js';
import { lineHeight, textWidth } from '../text/measure.js';
import { isCut, wrap } from '../text/wrap.js';
import type { ArrowScene } from './scene.js';
import { portGap, sortStyle, straightArrow } from './spine.js';

const firstTrack = 18;
const bareTrack = 12;
const sortRoom = 84;
/** From here on, arrows are too many for words beside them: what they are stands in the list under the figure. */
const namedTracks = 3;

/** An arrow that goes round by the right of the propositions: out, along its track, and in again. */
export interface Detour {
  readonly arrow: ArrowScene;
  readonly from: number;
  readonly to: number;
  /** The upright line, right of the boxes. */
  readonly x: number;
  readonly sort: { readonly lines: readonly string[]; readonly top: number } | undefined;
}

/** Beside it there was no room to say what kind of arrow it is, or not all of it. */
export const isUnsaid = ({ sort }: Detour): boolean => sort === undefined || isCut(sort.lines);

interface Span {
  readonly arrow: ArrowScene;
  readonly from: number;
  readonly to: number;
  readonly track: number;
}

/** The arrows that are not drawn straight down. */
const detouring = (arrows: readonly ArrowScene[]): ArrowScene[] =>
  arrows.filter((arrow) => straightArrow(arrows, arrow.from) !== arrow);

/**
 * Gives every such arrow a track: short ones inside, long ones outside, two in one track only where they stay apart.
 * `left` is the right edge of the boxes.
 */
export function detours(
  arrows: readonly ArrowScene[],
  boxes: readonly Box[],
  left: number,
): { detours: Detour[]; width: number } {
  const spans = withTracks(withPorts(detouring(arrows), boxes));
  const edges = trackEdges(spans);
  return {
    detours: spans.map((span) => {
      const { arrow, from, to, track } = span;
      return { arrow, from, to, x: left + (edges[track] ?? 0), sort: sortPlace(span, spans) };
    }),
    width: edges.at(-1) ?? 0,
  };
}

/** Where arrows leave and enter the right side of the boxes: apart from each other, those that go up above. */
function withPorts(arrows: readonly ArrowScene[], boxes: readonly Box[]): Omit<Span, 'track'>[] {
  const ports = boxes.map((_, at) =>
    arrows
      .filter(({ from, to }) => from === at || to === at)
      .toSorted((a, b) => a.from + a.to - (b.from + b.to) || arrows.indexOf(a) - arrows.indexOf(b)),
  );
  const portOf = (arrow: ArrowScene, at: number): number => {
    const own = ports[at] ?? [];
    const box = boxes[at] ?? { y: 0, height: 0 };
    return box.y + box.height / 2 + (own.indexOf(arrow) - (own.length - 1) / 2) * portGap;
  };
  return arrows.map((arrow) => ({ arrow, from: portOf(arrow, arrow.from), to: portOf(arrow, arrow.to) }));
}

function withTracks(spans: readonly Omit<Span, 'track'>[]): Span[] {
  const length = ({ from, to }: { from: number; to: number }) => Math.abs(to - from);
  const placed: Span[] = [];
  for (const span of spans.toSorted((a, b) => length(a) - length(b))) {
    let track = 0;
    while (placed.some((other) => other.track === track && meet(other, span))) track += 1;
    placed.push({ ...span, track });
  }
  return placed;
}

const top = ({ from, to }: { from: number; to: number }): number => Math.min(from, to);
const foot = ({ from, to }: { from: number; to: number }): number => Math.max(from, to);
const meet = (a: Omit<Span, 'track'>, b: Omit<Span, 'track'>): boolean =>
  top(a) - 10 < foot(b) && top(b) - 10 < foot(a);

/** How far right of the boxes each track stands, and where the last one ends. */
function trackEdges(spans: readonly Span[]): number[] {
  const count = Math.max(-1, ...spans.map(({ track }) => track)) + 1;
  const edges = count === 0 ? [] : [firstTrack];
  for (let track = 0; track < count; track += 1) {
    const lines = spans.filter((span) => span.track === track).flatMap((span) => sortPlace(span, spans)?.lines ?? []);
    const width = Math.max(0, ...lines.map((line) => textWidth(line, sortStyle)));
    edges.push((edges[track] ?? 0) + (width === 0 ? bareTrack : width + 14));
  }
  return edges;
}

/**
 * What kind of arrow it is stands right of its upright line, as near to its middle as no line of an outer track passes.
 * Undefined where there is no such place.
 */
function sortPlace(span: Span, spans: readonly Span[]): Detour['sort'] {
  if (span.track >= namedTracks) return undefined;
  const lines = wrap(span.arrow.sort, sortRoom, sortStyle, 4);
  const height = lines.length * lineHeight(sortStyle);
  const passing = spans.filter(({ track }) => track > span.track).flatMap(({ from, to }) => [from, to]);
  const middle = (span.from + span.to) / 2 - height / 2;
  for (let away = 0; away <= (foot(span) - top(span) - height) / 2; away += 4) {
    const free = [middle - away, middle + away].find((y) =>
      passing.every((each) => each < y - 2 || each > y + height + 2),
    );
    if (free !== undefined) return { lines, top: free };
  }
  return undefined;
}
