import type { Compared, Field, Pair } from './contract.js';
import { components } from './components.js';

/**
 * Sure pairs hold together what is itself contradicted: a record without a DOI may be like two that have different ones.
 * Of two sure pairs that meet in such a record, the less sure is asked instead; of two that are as sure, both. `compare`
 * tells how any two records stand. Told by the pairs alone, whatever their order.
 */
export function guarded(pairs: readonly Pair[], compare: (a: string, b: string) => Compared): readonly Pair[] {
  const doubted = new Set<Pair>();
  for (const { ids, pairs: same } of components(pairs.filter(({ likeness }) => likeness === 'same'))) {
    // Where all are like all, nothing meets that is unlike.
    if (same.length === (ids.length * (ids.length - 1)) / 2) continue;
    for (const pair of doubtedIn(same, compare)) doubted.add(pair);
  }
  return doubted.size === 0 ? pairs : pairs.map((pair) => (doubted.has(pair) ? { ...pair, likeness: 'ask' } : pair));
}

function* doubtedIn(same: readonly Pair[], compare: (a: string, b: string) => Compared): Generator<Pair> {
  const beside = new Map<string, Map<string, Pair>>();
  const add = (one: string, other: string, pair: Pair) =>
    beside.set(one, (beside.get(one) ?? new Map<string, Pair>()).set(other, pair));
  for (const pair of same) {
    add(pair.a, pair.b, pair);
    add(pair.b, pair.a, pair);
  }
  for (const around of beside.values()) {
    const met = [...around];
    for (const [at, [one, pair]] of met.entries()) {
      for (const [other, second] of met.slice(at + 1)) {
        if (beside.get(one)?.has(other) === true || !contradicts(compare(one, other))) continue;
        if (pair.score <= second.score) yield pair;
        if (second.score <= pair.score) yield second;
      }
    }
  }
}

/** Not merely unlike, as a title in two languages is: identifiers, authors or years that say otherwise, or the place. */
const contradicts = (compared: Compared): boolean =>
  compared.likeness !== 'same' &&
  (compared.agree.length === 0 || compared.contradict.some((field) => telling.has(field)) || isElsewhere(compared));

const telling: ReadonlySet<Field> = new Set<Field>(['doi', 'pmid', 'authors']);

/** A volume or an issue is often wrong: where the abstract is the same, it tells nothing. */
const isElsewhere = ({ agree, alike, contradict }: Compared): boolean =>
  !agree.includes('abstract') &&
  (alike.includes('title') ||
    contradict.includes('volume') ||
    contradict.includes('issue') ||
    (agree.includes('volume') && contradict.includes('pages')));
