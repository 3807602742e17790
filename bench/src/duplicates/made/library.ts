import type { Comparable } from '@throughline/matching';
import { Chance } from '../../import/chance.js';
import { copied } from './copy.js';
import { journals } from './journal.js';
import { someWorks } from './kinds.js';
import { type Vendor, vendors } from './vendors.js';
import type { Shelf, Work } from './work.js';

/** A record, and the number of the work that it reports. */
export interface MadeRecord {
  readonly record: Comparable;
  readonly work: number;
}

/** One of how many databases hold a work: of a thousand works, so many are in one, in two … in seven. */
const heldBy = [620, 220, 90, 40, 20, 7, 3];

/**
 * Records as searches of seven databases bring them, one database after the other, the same in every run. `titles`: of
 * real works, each a different one; about a third of the works have one of them while they last.
 */
export function library(count: number, titles: readonly string[] = []): MadeRecord[] {
  const chance = new Chance(20_261_123);
  const shelf: Shelf = { chance, journals: journals(chance, 900), titles: [...titles], count: 0 };
  const copies: Placed[] = [];
  for (let work = 0; copies.length < count; ) {
    for (const one of someWorks(shelf)) {
      work += 1;
      copies.push(...copiesOf(one, work, chance));
    }
  }
  const inOrder = copies.slice(0, count).toSorted((x, y) => x.place - y.place);
  return inOrder.map(({ record, work }, at) => ({
    record: { id: `r${String(at).padStart(7, '0')}`, ...record },
    work,
  }));
}

interface Placed {
  readonly record: Omit<Comparable, 'id'>;
  readonly work: number;
  /** The database's number, and a place among what it gave. */
  readonly place: number;
}

function copiesOf(work: Work, number: number, chance: Chance): Placed[] {
  const from = new Set<Vendor>();
  const most = databasesOf(chance);
  while (from.size < most) from.add(chance.oneOf(vendors));
  return [...from].map((vendor) => ({
    record: copied(work, vendor, chance),
    work: number,
    place: vendors.indexOf(vendor) + chance.next(),
  }));
}

function databasesOf(chance: Chance): number {
  let at = chance.next() * 1000;
  for (const [before, works] of heldBy.entries()) {
    at -= works;
    if (at < 0) return before + 1;
  }
  return 1;
}
