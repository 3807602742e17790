import type { Count, Ref } from '@throughline/core';
import type { FigureWords } from '../words.js';

/** Collects, while numbers are put into words, what the signs beside them mean. */
export interface Notes {
  /** The sign to put after a number that is not taken from the log; nothing after one that is. */
  readonly sign: (count: Known, what: string) => string;
  readonly legend: () => { sign: string; says: string; ref?: Ref }[];
}

type Known = Exclude<Count, { basis: 'not reported' }>;

const signs = { stated: '†', derived: '‡' } as const;

/** One line a source that states numbers, one a way of working them out; each names its numbers. */
export function noted(words: FigureWords): Notes {
  const stated = new Map<string, { what: string[]; ref: Ref }>();
  const derived = new Map<string, string[]>();
  const { asStated, workedOut } = words.flow;

  function sign(count: Known, what: string): string {
    if (count.basis === 'held') return '';
    if (count.basis === 'derived') {
      derived.set(count.from, [...(derived.get(count.from) ?? []), what]);
      return signs.derived;
    }
    const { what: before = [], ref = { on: 'floor.counts', id: count.id } } = stated.get(count.source) ?? {};
    stated.set(count.source, { what: [...before, what], ref });
    return signs.stated;
  }

  const named = (what: readonly string[]) => words.list([...new Set(what)]).toLowerCase();
  return {
    sign,
    legend: () => [
      ...[...stated].map(([source, { what, ref }]) => ({
        sign: signs.stated,
        says: asStated(source, named(what)),
        ref,
      })),
      ...[...derived].map(([from, what]) => ({ sign: signs.derived, says: workedOut(from, named(what)) })),
    ],
  };
}
