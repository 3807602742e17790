import type { StudyLink, ToldOfStudies } from './likeness.js';
import type { InCommon } from './link.js';

/** Reports that hold together. */
export interface Cluster {
  readonly reports: ReadonlySet<string>;
  /** The study that stands and that they were joined to. */
  readonly study?: string;
  /** What was joined last, and so most weakly, and by which link; undefined while nothing was joined. */
  readonly joined?: { readonly parts: readonly [ReadonlySet<string>, ReadonlySet<string>]; readonly joint: StudyLink };
}

/** What two reports have in common, whichever of them is named first. */
export type Common = (a: string, b: string) => InCommon | undefined;

/**
 * Joins reports from the strongest link to the weakest. Two clusters are joined only where more than half of the pairs
 * across have an author or a name in common, so that no chain grows from paper to paper; and never against what
 * people said. The order of the reports changes nothing: links of one strength follow each other by ids.
 */
export function clustersOf(
  reports: readonly string[],
  links: readonly InCommon[],
  common: Common,
  told: ToldOfStudies,
): Cluster[] {
  const clusters = beginnings(reports, told);
  const ordered = links.toSorted((x, y) => y.points - x.points || byIds(x.link, y.link));
  // A join may make room for one that was refused before it: the links are gone through until none joins any more.
  for (let joined = true; joined; ) {
    joined = false;
    for (const { link } of ordered) {
      const [one, other] = [clusters.get(link.a), clusters.get(link.b)];
      if (one === undefined || other === undefined || one === other) continue;
      if (!mayJoin(one, other, common, told)) continue;
      const whole = join(one, other, link);
      for (const id of whole.reports) clusters.set(id, whole);
      joined = true;
    }
  }
  return [...new Set(clusters.values())];
}

const byIds = (x: StudyLink, y: StudyLink): number => order(x.a, y.a) || order(x.b, y.b);
/** By code units, the same in every language and place. */
export const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

/** Studies that stand are whole from the start; a report in two of them goes with the first by id. */
function beginnings(reports: readonly string[], { studies }: ToldOfStudies): Map<string, Cluster> {
  const known = new Set(reports);
  const clusters = new Map<string, Cluster>();
  for (const { id, reports: own } of studies.toSorted((x, y) => order(x.id, y.id))) {
    const cluster = { reports: new Set(own.filter((each) => known.has(each) && !clusters.has(each))), study: id };
    for (const each of cluster.reports) clusters.set(each, cluster);
  }
  for (const id of known) if (!clusters.has(id)) clusters.set(id, { reports: new Set([id]) });
  return clusters;
}

function mayJoin(one: Cluster, other: Cluster, common: Common, told: ToldOfStudies): boolean {
  if (one.study !== undefined && other.study !== undefined) return false;
  if (told.apart.some((apart) => contradicts(one, other, apart))) return false;
  const pairs = [...one.reports].flatMap((a) => [...other.reports].map((b) => common(a, b)));
  return pairs.filter((each) => each !== undefined && each.points > 0).length * 2 > pairs.length;
}

/** What stands in one cluster already is a later decision of the team, and is left to it. */
function contradicts(
  one: Cluster,
  other: Cluster,
  { reports, anyTwo = false }: ToldOfStudies['apart'][number],
): boolean {
  const inOne = reports.filter((id) => one.reports.has(id)).length;
  const inOther = reports.filter((id) => other.reports.has(id)).length;
  return inOne > 0 && inOther > 0 && (anyTwo || inOne + inOther === reports.length);
}

function join(one: Cluster, other: Cluster, joint: StudyLink): Cluster {
  const study = one.study ?? other.study;
  const parts = [one.reports, other.reports] as const;
  return {
    reports: new Set([...one.reports, ...other.reports]),
    joined: { parts, joint },
    ...(study === undefined ? {} : { study }),
  };
}
