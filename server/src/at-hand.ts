import { type Review, type SeenChange, Shelf, standing, works, writesOf } from '@throughline/core';

/**
 * The records that travel to a browser: those of the works that a report stands for, and those that a claim names as
 * background. Everything that can be walked to from the small rooms is then there; the rest is asked for in pages.
 */
export function recordsAtHand(review: Review): ReadonlySet<string> {
  const { gather, read, synthesise } = review;
  const known = found.get(gather);
  if (known?.reports === read.reports && known.claims === synthesise.claims) return known.atHand;
  const atHand = findAtHand(review);
  found.set(gather, { reports: read.reports, claims: synthesise.claims, atHand });
  return atHand;
}

/** What it was found from: while these three are the same values, it is the same. A vote changes none of them. */
interface Found {
  readonly reports: Review['read']['reports'];
  readonly claims: Review['synthesise']['claims'];
  readonly atHand: ReadonlySet<string>;
}
const found = new WeakMap<Review['gather'], Found>();

function findAtHand(review: Review): ReadonlySet<string> {
  const named = new Set<string>([
    ...standing(review.read.reports).map(({ record }) => record),
    ...standing(review.synthesise.claims).flatMap(({ support }) =>
      support.flatMap((each) => (each.by === 'background' ? [each.record] : [])),
    ),
  ]);
  const whole = works(review).filter(({ records }) => records.some(({ id }) => named.has(id)));
  return new Set([...named, ...whole.flatMap(({ records }) => records.map(({ id }) => id as string))]);
}

/** The review as it travels: the large rooms cut down to what is at hand, the small ones whole. */
export function travelling(review: Review): Review {
  const atHand = recordsAtHand(review);
  const { gather, screen } = review;
  return {
    ...review,
    gather: { ...gather, records: only(gather.records, ({ id }) => atHand.has(id)) },
    screen: {
      ...screen,
      votes: only(screen.votes, ({ record }) => atHand.has(record)),
      settlements: only(screen.settlements, ({ record }) => atHand.has(record)),
    },
  };
}

function only<V>(shelf: Shelf<V>, keep: (value: V) => boolean): Shelf<V> {
  return Shelf.of([...shelf.entries()].filter(([, value]) => keep(value)));
}

/**
 * How a change reaches a browser that holds a review as it travels. `tell`: applied there, it gives what would travel
 * now. `numbers`: it happened among what did not travel, and only counts moved. `again`: what travels became other.
 */
export type Travel = 'tell' | 'numbers' | 'again';

export function travelOf(before: Review, change: SeenChange, after: Review): Travel {
  const writes = writesOf(change) ?? [];
  if (writes.some((write) => write.do === 'rows')) return 'again';
  if (!sameMembers(recordsAtHand(before), recordsAtHand(after))) return 'again';
  // A vote that was moved from a record that travels to one that does not, or back, is neither.
  if (writes.some((write) => write.do !== 'rows' && hasMoved(before, after, write))) return 'again';
  const away = writes.filter((write) => write.do !== 'rows' && isAway(after, write));
  if (away.length === 0) return 'tell';
  return away.length === writes.length && before.conflicts === after.conflicts ? 'numbers' : 'again';
}

/** Votes and settlements on records that are not at hand do not travel. */
function isAway(review: Review, write: { on: string; id: string }): boolean {
  const shelf = saidOfRecords(review, write.on);
  if (shelf === undefined) return false;
  const record = shelf.get(write.id)?.record;
  return record === undefined || !recordsAtHand(review).has(record);
}

function hasMoved(before: Review, after: Review, write: { on: string; id: string }): boolean {
  const was = saidOfRecords(before, write.on)?.has(write.id) ?? false;
  return was && isAway(before, write) !== isAway(after, write);
}

function saidOfRecords({ screen }: Review, on: string): Shelf<{ readonly record: string }> | undefined {
  if (on === 'screen.votes') return screen.votes;
  return on === 'screen.settlements' ? screen.settlements : undefined;
}

const sameMembers = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a === b || (a.size === b.size && [...a].every((each) => b.has(each)));
