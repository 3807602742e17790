import { plain } from '../text.js';
import type { Doubt, Sign, SignKind, Strength, StudyLink } from './likeness.js';
import type { Marks } from './marks.js';
import { type Bearers, type Person, mayBeOne, weightOf } from './person.js';

/** What two reports have in common, weighed. */
export interface InCommon {
  readonly link: StudyLink;
  /** What speaks for one study, less what speaks against it. */
  readonly points: number;
  /** Enough to suggest one study. */
  readonly links: boolean;
}

/** What the whole set says of names: who bears them, and whether a word tells a study from another. */
export interface Rarity {
  readonly bearers: Bearers;
  readonly isTelling: (word: string) => boolean;
}

const worth: Readonly<Record<SignKind, number>> = {
  registration: 3,
  funding: 1,
  programme: 1,
  acronym: 0.5,
  sample: 0.5,
  place: 0.5,
};
/** However many of a kind two reports share, they count no more than this. */
const mostOf: Readonly<Record<SignKind, number>> = {
  registration: 3,
  funding: 1,
  programme: 2,
  acronym: 0.5,
  sample: 1,
  place: 0.5,
};

const [enough, plenty] = [2, 3];

/** Undefined where the two have neither an author nor anything that they name in common. `a` comes before `b` by id. */
export function inCommon(a: Marks, b: Marks, rarity: Rarity): InCommon | undefined {
  const people = sharedPeople(a, b);
  // Most pairs have nothing to do with each other, and are passed over before more is looked at.
  if (people.length === 0 && !shareAny(a, b)) return undefined;
  const signs = signsOf(a, b, rarity);
  if (people.length === 0 && signs.length === 0) return undefined;
  const doubts = doubtsOf(a, b);
  const authors = sum(people.map(([one, other]) => weightOf(one, other, rarity.bearers)));
  const named = pointsOf(signs);
  const points = authors + named - sum(doubts.map(against));
  const strength: Strength = points >= plenty ? 'strong' : 'some';
  const link = { a: a.id, b: b.id, strength, authors: people.map(([{ shown }]) => shown), signs, doubts };
  const leads = people.some(([one, other]) => one === a.people[0] || other === b.people[0]);
  return { link, points, links: points >= enough && isStudy({ authors, leads, named, signs }) };
}

/**
 * When what speaks for it is of the right kind. A study is done by people: somebody who leads one of the two reports and
 * another, or three of them. Fewer need a thing that was studied beside: one person may supervise many studies, and the
 * last authors of a department sign them all. Without people it takes the study's own number, or a programme and the
 * number of those who took part.
 */
function isStudy({ authors, leads, named, signs }: Readonly<Record<'authors' | 'named', number>> & Kind): boolean {
  const has = (...kinds: SignKind[]) => signs.some(({ kind }) => kinds.includes(kind));
  if (has('registration')) return true;
  if (authors >= (leads ? enough : plenty)) return true;
  if (authors > 0) return named >= 1;
  return has('programme', 'funding') && has('sample');
}
interface Kind {
  readonly leads: boolean;
  readonly signs: readonly Sign[];
}

/** A number or the name of a programme: what can link two reports without an author. */
const shareAny = (a: Marks, b: Marks): boolean =>
  a.registrations.some((each) => b.registrations.includes(each)) ||
  a.funding.some((each) => b.funding.includes(each)) ||
  shared(a.programmes.keys(), b.programmes).next().done === false;

/** What is in both, in the order of the first. */
function* shared<T>(from: Iterable<T>, other: { has: (each: T) => boolean }): Generator<T> {
  for (const each of from) if (other.has(each)) yield each;
}

/** Each person once, in the order of the first report: a name of one report stands for at most one of the other. */
export function sharedPeople(a: Pick<Marks, 'people'>, b: Pick<Marks, 'people'>): [Person, Person][] {
  const pairs: [Person, Person][] = [];
  for (const one of a.people) {
    const other = b.people.find((each) => mayBeOne(one, each) && !pairs.some(([, taken]) => taken === each));
    if (other !== undefined) pairs.push([one, other]);
  }
  return pairs;
}

function signsOf(a: Marks, b: Marks, { isTelling }: Rarity): Sign[] {
  const both = <T>(from: Iterable<T>, other: { has: (each: T) => boolean }): T[] => [...shared(from, other)];
  const names = (kind: SignKind, from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>) =>
    longest(both(from.keys(), to).filter(isTelling)).map((each): Sign => ({ kind, text: from.get(each) ?? each }));
  return [
    ...both(a.registrations, new Set(b.registrations)).map((text): Sign => ({ kind: 'registration', text })),
    ...both(a.funding, new Set(b.funding)).map((text): Sign => ({ kind: 'funding', text })),
    ...names('programme', a.programmes, b.programmes),
    ...both(a.acronyms, b.acronyms)
      .filter((each) => isTelling(plain(each)))
      .map((text): Sign => ({ kind: 'acronym', text })),
    ...both(a.samples, b.samples).map((number): Sign => ({ kind: 'sample', text: String(number) })),
    ...names('place', a.places, b.places),
  ];
}

/** Without those that stand inside a longer one. */
const longest = (names: readonly string[]): string[] =>
  names.filter((each) => !names.some((other) => other !== each && ` ${other} `.includes(` ${each} `)));

function doubtsOf(a: Marks, b: Marks): Doubt[] {
  const doubts: Doubt[] = [];
  const [one, other] = [a.registrations[0], b.registrations[0]];
  if (one !== undefined && other !== undefined && !a.registrations.some((each) => b.registrations.includes(each)))
    doubts.push({ kind: 'registration', texts: [one, other] });
  if (a.country !== undefined && b.country !== undefined && !sameCountry(a.country, b.country))
    doubts.push({ kind: 'country', texts: [a.country, b.country] });
  const apart = Math.abs((a.year ?? 0) - (b.year ?? 0));
  if (a.year !== undefined && b.year !== undefined && apart > yearsApart) doubts.push({ kind: 'years', apart });
  return doubts;
}

/** "Scotland" and "Scotland and England" do not contradict. */
const sameCountry = (a: string, b: string): boolean => ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);

/** Reports of one study mostly appear within so many years. */
const yearsApart = 6;

const against = (doubt: Doubt): number =>
  doubt.kind === 'registration' ? 2 : doubt.kind === 'years' && doubt.apart > 2 * yearsApart ? 2 : 1;

function pointsOf(signs: readonly Sign[]): number {
  const kinds = [...new Set(signs.map(({ kind }) => kind))];
  return sum(kinds.map((kind) => Math.min(mostOf[kind], worth[kind] * signs.filter((it) => it.kind === kind).length)));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
