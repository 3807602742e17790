interface Ends {
  readonly a: string;
  readonly b: string;
}

/** What hangs together: the ids, each once, and the pairs between them. */
export interface Cluster<P> {
  readonly ids: string[];
  readonly pairs: P[];
}

/** The clusters of some pairs, in the order in which they first come. */
export function components<P extends Ends>(pairs: readonly P[]): Cluster<P>[] {
  const of = new Map<string, Cluster<P>>();
  for (const pair of pairs) {
    const [one, other] = [of.get(pair.a), of.get(pair.b)];
    const whole =
      one === undefined || other === undefined ? (one ?? other ?? { ids: [], pairs: [] }) : joined(one, other, of);
    whole.pairs.push(pair);
    for (const id of [pair.a, pair.b]) {
      if (of.get(id) === whole) continue;
      of.set(id, whole);
      whole.ids.push(id);
    }
  }
  return [...new Set(of.values())];
}

/** The smaller goes into the larger. */
function joined<P>(one: Cluster<P>, other: Cluster<P>, of: Map<string, Cluster<P>>): Cluster<P> {
  if (one === other) return one;
  const [large, small] = one.ids.length >= other.ids.length ? [one, other] : [other, one];
  for (const id of small.ids) {
    of.set(id, large);
    large.ids.push(id);
  }
  large.pairs.push(...small.pairs);
  return large;
}
