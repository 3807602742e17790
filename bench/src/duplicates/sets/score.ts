/** The work that each record reports, by the record's id. */
export type Works = ReadonlyMap<string, string>;
/** Ids of records that were put together. One that stands alone need not be named. */
export type Group = readonly string[];

/** How groups stand against the truth. Shares are from 0 to 1. */
export interface Score {
  /** Works with no record left, when one record of each group is kept: what a review would never see. */
  readonly lost: number;
  /** Records that could go without a work being lost. */
  readonly removable: number;
  /** Of those, the ones that groups take away. */
  readonly removed: number;
  /** removed / removable, as bib-dedupe defines it; 1 where nothing could go. */
  readonly sensitivity: number;
  /** Pairs inside groups that report two works. */
  readonly falsePairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Scores groups, of which no two share a record. The first record of each is the one that is kept. */
export function scored(works: Works, groups: readonly Group[]): Score {
  const [inGroups, found, all] = [countIn(works, groups), pairsInGroups(groups), pairsOfWorks(works)];
  const removable = works.size - new Set(works.values()).size;
  return {
    lost: lostWorks(works, groups),
    removable,
    removed: inGroups.removed,
    sensitivity: share(inGroups.removed, removable),
    falsePairs: found - inGroups.pairs,
    precision: share(inGroups.pairs, found),
    recall: share(inGroups.pairs, all),
    f1: share(2 * inGroups.pairs, found + all),
  };
}

/** How well it was found which records have a twin, from 0 to 1. */
export function flagF1(twins: ReadonlySet<string>, groups: readonly Group[]): number {
  const grouped = groups.filter((group) => group.length > 1).flat();
  return share(2 * grouped.filter((id) => twins.has(id)).length, grouped.length + twins.size);
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const pairsAmong = (count: number): number => (count * (count - 1)) / 2;

function lostWorks(works: Works, groups: readonly Group[]): number {
  const gone = new Set(groups.flatMap((group) => group.slice(1)));
  const left = new Set([...works].filter(([id]) => !gone.has(id)).map(([, work]) => work));
  return new Set(works.values()).size - left.size;
}

/** Inside each group: pairs of one work, and records that go because another of the same work is there. */
function countIn(works: Works, groups: readonly Group[]): { pairs: number; removed: number } {
  let [pairs, removed] = [0, 0];
  for (const group of groups) {
    for (const count of counts(group.map((id) => works.get(id) ?? ''))) {
      pairs += pairsAmong(count);
      removed += count - 1;
    }
  }
  return { pairs, removed };
}

const pairsInGroups = (groups: readonly Group[]): number =>
  groups.reduce((sum, group) => sum + pairsAmong(group.length), 0);

const pairsOfWorks = (works: Works): number =>
  [...counts(works.values())].reduce((sum, count) => sum + pairsAmong(count), 0);

function counts(names: Iterable<string>): Iterable<number> {
  const byName = new Map<string, number>();
  for (const name of names) byName.set(name, (byName.get(name) ?? 0) + 1);
  return byName.values();
}
