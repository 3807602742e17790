import type { Comparable } from '@throughline/matching';
import type { Group, Works } from './score.js';

/** Every two records that stand in one group and report two works, in words that a person can judge. */
export function falselyJoined(records: readonly Comparable[], works: Works, groups: readonly Group[]): string[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return groups.flatMap((group) =>
    pairsOf(group)
      .filter(([a, b]) => works.get(a) !== works.get(b))
      .map((pair) => `${pair.map((id) => inWords(id, byId.get(id))).join('\n  and ')}\nare two works.`),
  );
}

const pairsOf = (group: Group): (readonly [string, string])[] =>
  group.flatMap((a, at) => group.slice(at + 1).map((b) => [a, b] as const));

function inWords(id: string, record: Comparable | undefined): string {
  const { title = 'no title', authors = [], year = 'no year', journal = 'no journal' } = record ?? {};
  const place = [journal, record?.volume, record?.issue && `(${record.issue})`, record?.pages]
    .filter(Boolean)
    .join(' ');
  return `${id}: ${title} / ${authors.join('; ')} / ${year} / ${place} / ${record?.doi ?? 'no DOI'}`;
}
