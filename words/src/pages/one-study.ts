import { counted, fill, listed } from '../sentence.js';

/** Reports that may describe one study: what is suggested, why, and what can be said of it. */
export const oneStudyWords = {
  title: 'May be one study',
  why: 'Reports that share authors, a programme or a number. Nothing is grouped until somebody says so.',
  none: 'No reports look like parts of one study, beyond what was said already.',
  heading: '{count} reports may be one study',
  headingGrows: '{reports} may belong to the study “{study}”',
  strength: { strong: 'Strong signs', some: 'Some signs' },
  putOff: 'put off before',
  inStudy: 'in the study',
  joint:
    'Two parts that hang together loosely: {first}; and {second}. The strongest link between them: {a} and {b} {share}.',
  against: 'Against it: {doubts}.',
  pairs: 'Pair by pair ({count})',
  pair: '{a} and {b}',
  one: 'One study',
  oneIt: 'One study: {reports}',
  join: 'Add to the study',
  joinIt: 'Add to the study {study}: {reports}',
  not: 'Not one study',
  notIt: 'Not one study: {reports}',
  notTheStudy: 'Not this study',
  notTheStudyIt: 'Not the study {study}: {reports}',
  noTwo: 'No two of them are',
  noTwoIt: 'No two of them are one study: {reports}',
  later: 'Later',
  laterIt: 'Later: {reports}',
  acts: 'What they are',
  whichOnes: 'Which of them describe one study?',
  whichJoin: 'Which of them belong to it?',
  cancel: 'Cancel',
  needsOne: 'Tick at least one report.',
  colleagues: '{name} and colleagues',
  grown: '{reports} added to {study}.',
  notNow: 'Not one study: {reports}. It is not suggested again.',
  laterNow: 'Put off: {reports}.',
  more: '{count} more follow.',
  found: 'Found not to be one study ({count})',
  foundAll: 'not all of them one study',
  foundNoTwo: 'no two of them one study',
} as const;

/** Something that reports name, by its kind. */
interface Sign {
  readonly kind: string;
  readonly text: string;
}
/** What speaks against one study. */
interface Doubt {
  readonly kind: string;
  readonly texts?: readonly string[];
  readonly apart?: number;
}
interface Link {
  readonly authors: readonly string[];
  readonly signs: readonly Sign[];
  readonly doubts: readonly Doubt[];
}
type InSome<T> = T & { readonly reports: readonly string[] };

const signWords: Readonly<Record<string, string>> = {
  registration: 'the study number {text}',
  funding: 'the grant {text}',
  programme: '“{text}”',
  acronym: '{text}',
  sample: 'a sample of {text}',
  place: '{text}',
};
const doubtWords: Readonly<Record<string, string>> = {
  registration: 'they have two study numbers, {first} and {second}',
  country: 'they say two countries, {first} and {second}',
  years: 'they appeared {apart} years apart',
};

const saySign = ({ kind, text }: Sign): string => fill(signWords[kind] ?? '{text}', { text });

const sayDoubts = (doubts: readonly Doubt[]): string =>
  doubts
    .map(({ kind, texts: [first = '', second = ''] = [], apart = 0 }) =>
      fill(doubtWords[kind] ?? kind, { first, second, apart }),
    )
    .join('; ');

/** "Ana Reyes" for "Reyes, Ana": a comma inside a name cannot be told from one between two. */
function spoken(author: string): string {
  const at = author.indexOf(',');
  return at < 0 ? author : `${author.slice(at + 1).trim()} ${author.slice(0, at).trim()}`.trim();
}

/** "share the authors Wildman JM and Moffatt S; both name “Ways to Wellness”" */
export function sayStudyLink({ authors, signs }: Link): string {
  const shared =
    authors.length === 0
      ? []
      : [`share the ${authors.length === 1 ? 'author' : 'authors'} ${listed(authors.map(spoken))}`];
  const named = signs.length === 0 ? [] : [`both name ${listed(signs.map(saySign))}`];
  return [...shared, ...named].join('; ');
}

/** What speaks against a link, as a sentence; empty where nothing does. */
export const sayStudyDoubts = ({ doubts }: Link): string =>
  doubts.length === 0 ? '' : fill(oneStudyWords.against, { doubts: sayDoubts(doubts) });

/** Why some reports may be one study, in a sentence or two: who wrote more than one of them, and what more than one names. */
export function sayWhyOneStudy(
  authors: readonly InSome<{ readonly name: string }>[],
  signs: readonly InSome<Sign>[],
  of: number,
): string {
  const inSome = (what: string, reports: readonly string[]) =>
    of === 2 ? what : `${what} (${reports.length === of ? `all ${of}` : reports.length})`;
  const who = authors.map(({ name, reports }) => inSome(spoken(name), reports));
  const what = signs.map((sign) => inSome(saySign(sign), sign.reports));
  return [
    ...(who.length === 0 ? [] : [`Shared ${who.length === 1 ? 'author' : 'authors'}: ${listed(who)}.`]),
    ...(what.length === 0 ? [] : [`Named in more than one: ${listed(what)}.`]),
  ].join(' ');
}

/** The heading of a suggestion. */
export const sayMayBeOne = (reports: number, study?: string): string =>
  study === undefined
    ? fill(oneStudyWords.heading, { count: reports })
    : fill(oneStudyWords.headingGrows, { reports: counted(reports, 'more report'), study });
