import { type Cluster, clustersOf, order } from './clusters.js';
import type { ReportLikeness, Sign, StudyLink, StudySuggestion, ToldOfStudies } from './likeness.js';
import { type InCommon, inCommon } from './link.js';
import { type Marks, marksOf } from './marks.js';
import { type Person, mayBeOne } from './person.js';
import { rarityIn } from './rarity.js';

const nothingTold: ToldOfStudies = { studies: [], apart: [] };

/**
 * Reports that may describe one study: for a person to say, with what speaks for it. A study that stands is suggested
 * only where it would grow; what was found not to be one study is not suggested again. The order of the reports, and of
 * what was told, changes nothing. The strongest come first.
 */
export function suggestStudies(
  reports: readonly ReportLikeness[],
  told: ToldOfStudies = nothingTold,
): readonly StudySuggestion[] {
  const marks = new Map(
    reports.toSorted((x, y) => order(x.id, y.id)).map((report): [string, Marks] => [report.id, marksOf(report)]),
  );
  const compared = compareAll([...marks.values()]);
  const common = (a: string, b: string) => compared.get(a < b ? keyOf(a, b) : keyOf(b, a));
  const links = [...compared.values()].filter((each) => each.links);
  return clustersOf([...marks.keys()], links, common, told)
    .flatMap((cluster) => suggestionOf(cluster, links, marks, told) ?? [])
    .toSorted(
      (x, y) =>
        Number(y.strength === 'strong') - Number(x.strength === 'strong') ||
        y.reports.length - x.reports.length ||
        order(x.reports[0] ?? '', y.reports[0] ?? ''),
    );
}

/** Ids hold no line breaks. */
const keyOf = (a: string, b: string): string => `${a}\n${b}`;

function compareAll(marks: readonly Marks[]): ReadonlyMap<string, InCommon> {
  const rarity = rarityIn(marks);
  const compared = new Map<string, InCommon>();
  for (const [at, a] of marks.entries()) {
    for (const b of marks.slice(at + 1)) {
      const common = inCommon(a, b, rarity);
      if (common !== undefined) compared.set(keyOf(a.id, b.id), common);
    }
  }
  return compared;
}

function suggestionOf(
  { reports, study, joined }: Cluster,
  links: readonly InCommon[],
  marks: ReadonlyMap<string, Marks>,
  told: ToldOfStudies,
): StudySuggestion | undefined {
  if (joined === undefined) return undefined;
  const { joint, parts } = joined;
  const standing = new Set(told.studies.find(({ id }) => id === study)?.reports);
  const own = links.map(({ link }) => link).filter(({ a, b }) => reports.has(a) && reports.has(b));
  const inOrder = [...reports].toSorted(order);
  return {
    reports: inOrder,
    ...(study === undefined ? {} : { grows: study }),
    adds: inOrder.filter((id) => !standing.has(id)),
    parts: [[...parts[0]].toSorted(order), [...parts[1]].toSorted(order)],
    joint,
    strength: joint.strength,
    links: own.toSorted((x, y) => order(x.a, y.a) || order(x.b, y.b)),
    authors: sharedAuthors(inOrder.flatMap((id) => marks.get(id) ?? [])),
    signs: sharedSigns(own),
  };
}

/** Who wrote more than one of them, under the fullest name; of two who wrote as many, who stands nearer to the front. */
function sharedAuthors(marks: readonly Marks[]): StudySuggestion['authors'] {
  const found: Written[] = [];
  for (const { id, person, at } of fullestFirst(marks)) {
    const known = found.find((each) => !each.reports.includes(id) && mayBeOne(each.person, person));
    if (known === undefined) found.push({ person, reports: [id], places: at });
    else {
      known.reports.push(id);
      known.places += at;
    }
  }
  return found
    .filter((each) => each.reports.length > 1)
    .toSorted(
      (x, y) => y.reports.length - x.reports.length || x.places - y.places || order(x.person.shown, y.person.shown),
    )
    .map(({ person, reports }) => ({ name: person.shown, reports: reports.toSorted(order) }));
}

interface Written {
  readonly person: Person;
  readonly reports: string[];
  /** The places that the author has in the lists of authors, added up. */
  places: number;
}

/** Every author of every report, those with the most initials first. */
const fullestFirst = (marks: readonly Marks[]) =>
  marks
    .flatMap(({ id, people }) => people.map((person, at) => ({ id, person, at })))
    .toSorted((x, y) => y.person.initials.length - x.person.initials.length || order(x.id, y.id) || x.at - y.at);

function sharedSigns(links: readonly StudyLink[]): StudySuggestion['signs'] {
  const found = new Map<string, { sign: Sign; reports: Set<string> }>();
  for (const { a, b, signs } of links) {
    for (const sign of signs) {
      const key = `${sign.kind} ${sign.text.toLowerCase()}`;
      const known = found.get(key) ?? { sign, reports: new Set() };
      found.set(key, known);
      known.reports.add(a).add(b);
    }
  }
  return [...found.values()]
    .map(({ sign, reports }) => ({ ...sign, reports: [...reports].toSorted(order) }))
    .toSorted((x, y) => y.reports.length - x.reports.length || order(`${x.kind} ${x.text}`, `${y.kind} ${y.text}`));
}
