import type { Ref } from '@throughline/core';
import { useRef, useState } from 'react';
import { sameRef } from './view.js';

/** Where the reader came from: what was selected first, then every step inside the pane. */
export type Walk = readonly Ref[];

/**
 * The walk after something else was selected. A place on it goes back there; a step inside the pane goes on; a selection
 * anywhere else begins a new walk.
 */
export function walked(walk: Walk, selected: Ref | undefined, inside: boolean): Walk {
  if (selected === undefined) return [];
  const at = walk.findIndex((each) => sameRef(each, selected));
  if (at === walk.length - 1 && at >= 0) return walk;
  if (at >= 0 && inside) return walk.slice(0, at + 1);
  return inside ? [...walk, selected] : [selected];
}

/** Keeps the walk while the selection lives outside; `step` tells it that the next selection is a step of the pane. */
export function useWalk(
  selected: Ref | undefined,
  onSelect: (ref: Ref) => void,
): {
  walk: Walk;
  step: (ref: Ref) => void;
  /** The present place was reached by a step inside the pane. */
  stepped: boolean;
} {
  const [walk, setWalk] = useState<Walk>(selected === undefined ? [] : [selected]);
  const expected = useRef<Ref | undefined>(undefined);
  const inside = selected !== undefined && expected.current !== undefined && sameRef(expected.current, selected);
  const next = walked(walk, selected, inside);
  if (next.length !== walk.length || next.some((ref, at) => !sameRef(ref, walk[at] ?? ref))) setWalk(next);
  const step = (ref: Ref) => {
    expected.current = ref;
    onSelect(ref);
  };
  return { walk: next, step, stepped: inside };
}
