import { type Comparable, type Compared, compare, plain } from './compare.js';

export interface Pair extends Compared {
  readonly a: string;
  readonly b: string;
}

/**
 * The pairs of records that are the same report, or might be. Only records that share a cheap key are compared (a DOI;
 * the first words of the title; its last words), so that the work grows with the records and not with their pairs.
 */
export function likelyPairs(records: readonly Comparable[]): Pair[] {
  const byKey = new Map<string, Comparable[]>();
  for (const record of records) {
    for (const key of keys(record)) byKey.set(key, [...(byKey.get(key) ?? []), record]);
  }
  const found = new Map<string, Pair>();
  for (const sharing of byKey.values()) {
    if (sharing.length > tooCommon) continue;
    for (const [first, second] of pairsOf(sharing)) {
      const name = `${first.id}\n${second.id}`;
      if (found.has(name)) continue;
      const compared = compare(first, second);
      if (compared.likeness !== 'different') found.set(name, { a: first.id, b: second.id, ...compared });
    }
  }
  return [...found.values()];
}

/** A key that so many records share ("editorial") tells nothing, and comparing them all would be slow. */
const tooCommon = 200;

function keys({ doi, title }: Comparable): string[] {
  const words = plain(title)?.split(' ') ?? [];
  const ends = words.length < 2 ? [] : [`first ${words.slice(0, 4).join(' ')}`, `last ${words.slice(-4).join(' ')}`];
  return doi === undefined ? ends : [`doi ${doi.toLowerCase()}`, ...ends];
}

function* pairsOf<T>(items: readonly T[]): Generator<readonly [T, T]> {
  for (const [at, first] of items.entries()) for (const second of items.slice(at + 1)) yield [first, second] as const;
}
