import type { TwoCounts } from '../read/studies.js';
import { countTwice } from '../read/studies.js';
import { standing } from '../thing.js';
import { contributions, type ContributionRow, reportsOfConstruct } from './contributions.js';
import { reportsOfClaim } from './grades.js';
import type { Level, Link, Proposition, SynthesiseWorld } from './synthesise.js';

/** The line of argument: the levels with their constructs, the propositions that they carry, and the arrows. */
export interface LineOfArgument {
  readonly levels: readonly { readonly level: Level | undefined; readonly constructs: readonly ContributionRow[] }[];
  readonly propositions: readonly ArguedProposition[];
  /** Arrows between propositions, then relations between constructs. */
  readonly links: readonly Link[];
}

export interface ArguedProposition extends TwoCounts {
  readonly proposition: Proposition;
}

export function lineOfArgument(world: SynthesiseWorld): LineOfArgument {
  return {
    levels: contributions(world).levels.map(({ level, rows }) => ({ level, constructs: rows })),
    propositions: standing(world.synthesise.propositions)
      .toSorted((a, b) => a.order - b.order)
      .map((proposition) => ({
        proposition,
        ...countTwice(
          world,
          proposition.rests.flatMap((each) => reportsBehind(world, each)),
        ),
      })),
    links: standing(world.synthesise.links).toSorted((a, b) => rank(a) - rank(b)),
  };
}

const rank = ({ between }: Link): number => (between === 'propositions' ? 0 : 1);

/** The reports behind a construct, or behind everything that stands on a level. */
export function reportsBehind(world: SynthesiseWorld, { on, id }: Proposition['rests'][number]) {
  const constructs = standing(world.synthesise.constructs).filter((each) =>
    on === 'level' ? each.level === id : each.id === id,
  );
  const claims = standing(world.synthesise.claims).filter(
    ({ home }) => on === 'level' && home.on === 'level' && home.id === id,
  );
  return [
    ...constructs.flatMap((construct) => reportsOfConstruct(world, construct)),
    ...claims.flatMap((claim) => reportsOfClaim(world, claim)),
  ];
}
