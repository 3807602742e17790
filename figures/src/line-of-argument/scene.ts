import type { ArguedProposition, ContributionRow, LineOfArgument, Link, Ref, TwoCounts } from '@throughline/core';
import { letterOf } from '../drawing/letters.js';
import type { FigureWords, RelationWords } from '../words.js';

/** What the line of argument says: every text in words, nothing placed. */
export interface ArgumentScene {
  readonly levels: readonly LevelScene[];
  /** In the order in which they are read. */
  readonly steps: readonly StepScene[];
  /** Between propositions. */
  readonly arrows: readonly ArrowScene[];
  /** Between constructs: each has a letter, which both boxes carry. */
  readonly relations: readonly RelationScene[];
  readonly anyInferred: boolean;
}

export interface LevelScene {
  readonly name: string;
  readonly ref: Ref | undefined;
  readonly constructs: readonly ConstructScene[];
}

export interface ConstructScene {
  readonly number: string;
  readonly name: string;
  readonly counts: string;
  readonly ref: Ref;
  /** The letters of the relations that it is part of. */
  readonly letters: readonly string[];
}

/** A proposition. */
export interface StepScene {
  readonly number: string;
  readonly text: string;
  /** Reports and studies behind it; or, where it rests on nothing but other propositions, these. */
  readonly counts: string;
  /** The constructs that it rests on beside whole levels, in words. */
  readonly rests: string | undefined;
  readonly ref: Ref;
  /** Arrows lead here and none leads on. */
  readonly isEnd: boolean;
  readonly inferred: boolean;
  readonly feeds: readonly FeedScene[];
}

/** That a proposition rests on a level, or on constructs that stand there. */
export interface FeedScene {
  readonly level: number;
  readonly label: string;
}

export interface ArrowScene {
  readonly from: number;
  readonly to: number;
  readonly sort: string;
  readonly inferred: boolean;
  readonly ref: Ref;
  readonly label: string;
}

export interface RelationScene {
  readonly letter: string;
  /** The constructs by number. */
  readonly says: string;
  /** The constructs by name. */
  readonly label: string;
  readonly ref: Ref;
}

export function argumentScene(argument: LineOfArgument, words: FigureWords): ArgumentScene {
  const constructs = argument.levels.flatMap((level) => level.constructs.map(({ construct }) => construct));
  const numbers = new Map<string, string>(constructs.map(({ id }, at) => [id, String(at + 1)]));
  const names = new Map<string, string>(constructs.map(({ id, name }, at) => [id, `${at + 1} ${name}`]));
  const between = argument.links.filter(
    (link) => link.between === 'constructs' && names.has(link.from) && names.has(link.to),
  );
  const arrows = arrowsOf(argument, words);
  const steps = argument.propositions.map((each, at) => stepScene(each, at, argument, numbers, arrows, words));
  return {
    levels: argument.levels.map(({ level, constructs: own }) => ({
      name: level?.name ?? words.argument.noLevel,
      ref: level && { on: 'synthesise.levels', id: level.id },
      constructs: own.map((row) => constructScene(row, numbers, between, words)),
    })),
    steps,
    arrows,
    relations: between.map((link, at) => ({
      letter: letterOf(at),
      says: words.argument.relation(relationWords(link, numbers)),
      label: words.argument.relationInFull(relationWords(link, names)),
      ref: { on: 'synthesise.links', id: link.id },
    })),
    anyInferred:
      arrows.some(({ inferred }) => inferred) || steps.some(({ inferred, feeds }) => inferred && feeds.length > 0),
  };
}

const countsOf = ({ reports, studies }: TwoCounts, words: FigureWords): string =>
  words.both(words.reports(reports.length), words.studies(studies.length));

function constructScene(
  row: ContributionRow,
  numbers: Map<string, string>,
  links: readonly Link[],
  words: FigureWords,
): ConstructScene {
  const { id, name } = row.construct;
  return {
    number: numbers.get(id) ?? '',
    name,
    counts: countsOf(row, words),
    ref: { on: 'synthesise.constructs', id },
    letters: links.flatMap(({ from, to }, at) => (from === id || to === id ? [letterOf(at)] : [])),
  };
}

const relationWords = (
  { from, to, sort, note, inferred }: Link,
  names: ReadonlyMap<string, string>,
): RelationWords => ({
  from: names.get(from) ?? from,
  to: names.get(to) ?? to,
  sort,
  note,
  inferred: inferred ?? false,
});

function arrowsOf({ links, propositions }: LineOfArgument, words: FigureWords): ArrowScene[] {
  const places = new Map<string, number>(propositions.map(({ proposition }, at) => [proposition.id, at]));
  return links.flatMap((link) => {
    const [from, to] = [places.get(link.from), places.get(link.to)];
    if (link.between !== 'propositions' || from === undefined || to === undefined) return [];
    const label = words.argument.link(words.argument.step(from + 1), link.sort, words.argument.step(to + 1));
    return [
      {
        from,
        to,
        sort: link.sort,
        inferred: link.inferred ?? false,
        ref: { on: 'synthesise.links', id: link.id },
        label,
      },
    ];
  });
}

function stepScene(
  argued: ArguedProposition,
  at: number,
  { levels }: LineOfArgument,
  numbers: Map<string, string>,
  arrows: readonly ArrowScene[],
  words: FigureWords,
): StepScene {
  const { proposition } = argued;
  const named = proposition.rests.flatMap(({ on, id }) =>
    on === 'construct' && numbers.has(id) ? [numbers.get(id) ?? ''] : [],
  );
  const number = words.argument.step(at + 1);
  const before = arrows.filter(({ to }) => to === at).map(({ from }) => words.argument.step(from + 1));
  const feeds = levels.flatMap(({ level, constructs }, place) => {
    const rests = proposition.rests.some(
      ({ id }) => id === level?.id || constructs.some(({ construct }) => construct.id === id),
    );
    return rests ? [{ level: place, label: words.argument.feeds(level?.name ?? words.argument.noLevel, number) }] : [];
  });
  return {
    number,
    text: proposition.text,
    counts: proposition.rests.length > 0 ? countsOf(argued, words) : words.argument.follows(before),
    rests: named.length === 0 ? undefined : words.argument.rests(named),
    ref: { on: 'synthesise.propositions', id: proposition.id },
    isEnd: arrows.some(({ to }) => to === at) && !arrows.some(({ from }) => from === at),
    inferred: proposition.inferred ?? false,
    feeds,
  };
}
