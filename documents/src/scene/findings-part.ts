import {
  type Claim,
  type ContributionRow,
  type Level,
  best,
  contributions,
  countTwice,
  gradeOf,
  reportsBehind,
  standing,
} from '@throughline/core';
import { fill, gradeWords, listed, reportWords } from '@throughline/words';
import { type Block, type Item, type Line, type Section, aside, between, paragraph } from './blocks.js';
import { citationsOf } from './citations.js';
import { type Telling, ended, gradesSaid, linkTo, reportsLinked, twoCounts } from './told.js';

const words = reportWords.findings;

/** Phase 6, what was found: level by level, each third-order construct with the claims behind it. */
export function findingsPart(telling: Telling): Section {
  const { levels } = contributions(telling.review);
  const sections = levels.map(({ level, rows }) => levelSection(telling, level, rows));
  return {
    id: 'findings',
    title: words.title,
    blocks: sections.length === 0 ? [paragraph([words.none], 'absence')] : [],
    sections,
  };
}

function levelSection(telling: Telling, level: Level | undefined, rows: readonly ContributionRow[]): Section {
  const sections = rows.map((row) => constructSection(telling, row));
  if (level === undefined) return { id: 'levels-none', title: words.noLevel, blocks: [], sections };
  const { review } = telling;
  const claims = claimsAt(telling, 'level', level.id);
  const called = level.alsoCalled?.length ? [fill(words.alsoCalled, { names: listed(level.alsoCalled) })] : [];
  const counts = twoCounts(review, countTwice(review, reportsBehind(review, { on: 'level', id: level.id })));
  const own: Block[] =
    claims.length === 0
      ? []
      : [
          paragraph([{ as: 'term', text: words.ofLevel }, ' ', aside(gradesOfClaims(claims))]),
          claimList(telling, claims),
        ];
  return {
    id: `levels-${level.id}`,
    about: { on: 'synthesise.levels', id: level.id },
    title: level.name,
    blocks: [paragraph([counts, '. ', ...called], 'note'), ...own],
    sections,
  };
}

function constructSection(telling: Telling, row: ContributionRow): Section {
  const { construct } = row;
  const claims = claimsAt(telling, 'construct', construct.id);
  const made = construct.concepts.map((id): Line => [linkTo(telling.review, { on: 'translate.concepts', id })]);
  return {
    id: `constructs-${construct.id}`,
    about: { on: 'synthesise.constructs', id: construct.id },
    title: construct.name,
    blocks: [
      paragraph([`${twoCounts(telling.review, row)} · ${gradesOfClaims(claims)}`], 'note'),
      ...(construct.definition === undefined ? [] : [paragraph([construct.definition])]),
      ...(made.length === 0 ? [] : [paragraph([words.fromConcepts, ...between(made, '; ')])]),
      ...(claims.length === 0 ? [] : [claimList(telling, claims)]),
      ...(row.reports.length === 0
        ? []
        : [paragraph([aside(words.reportsBehind), ...reportsLinked(telling.review, row.reports)], 'note')]),
    ],
  };
}

const claimsAt = ({ review }: Telling, on: 'level' | 'construct', id: string): Claim[] =>
  standing(review.synthesise.claims)
    .filter(({ home }) => home.on === on && home.id === id)
    .toSorted((a, b) => a.order - b.order);

const gradesOfClaims = (claims: readonly Claim[]): string =>
  claims.length === 0 ? words.noClaims : gradesSaid(claims.map(({ support }) => best(support.map(gradeOf))));

const claimList = (telling: Telling, claims: readonly Claim[]): Block => ({
  is: 'list',
  items: claims.map((claim) => claimItem(telling, claim)),
});

/** One claim as a sentence with its citations and its grade. */
function claimItem(telling: Telling, claim: Claim): Item {
  const grade = best(claim.support.map(gradeOf));
  return {
    about: { on: 'synthesise.claims', id: claim.id },
    line: [ended(claim.text), ' ', ...citationsOf(telling, claim), ' ', aside(gradeWords[grade].name)],
  };
}
