import { type RecordId, type Review, type SeenChange, Shelf, membersOf, standing, writesOf } from '@throughline/core';

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
  // By the groups of what is named, and not by all works: each answer about duplicates asks anew.
  return new Set([...named].flatMap((id) => [id, ...membersOf(review, id as RecordId)]));
}

/** The review as it travels: the large rooms cut down to what is at hand, the small ones whole. */
export function travelling(review: Review): Review {
  const atHand = recordsAtHand(review);
  const { gather, screen } = review;
  return {
    ...review,
    gather: {
      ...gather,
      records: only(gather.records, ({ id }) => atHand.has(id)),
      groups: only(gather.groups, ({ records }) => records.some((id) => atHand.has(id))),
      distinct: only(gather.distinct, ({ records }) => records.some((id) => atHand.has(id))),
    },
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

/** What was said of records that are not at hand does not travel: votes, settlements, which are the same report. */
function isAway(review: Review, write: { on: string; id: string }): boolean {
  const about = recordsSaidOf(review, write);
  if (about === undefined) return false;
  const atHand = recordsAtHand(review);
  return !about.some((record) => atHand.has(record));
}

function hasMoved(before: Review, after: Review, write: { on: string; id: string }): boolean {
  const was = recordsSaidOf(before, write)?.length ?? 0;
  return was > 0 && isAway(before, write) !== isAway(after, write);
}

/** The records that something on a shelf of sayings is about, none where it is not there; undefined for other shelves. */
function recordsSaidOf(
  { gather, screen }: Review,
  { on, id }: { on: string; id: string },
): readonly string[] | undefined {
  if (on === 'gather.groups') return gather.groups.get(id)?.records ?? [];
  if (on === 'gather.distinct') return gather.distinct.get(id)?.records ?? [];
  if (on !== 'screen.votes' && on !== 'screen.settlements') return undefined;
  const said = on === 'screen.votes' ? screen.votes.get(id) : screen.settlements.get(id);
  return said === undefined ? [] : [said.record];
}

const sameMembers = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a === b || (a.size === b.size && [...a].every((each) => b.has(each)));
