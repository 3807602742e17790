import type { ReportId } from '../ids.js';
import type { Report } from '../read/read.js';
import { type CountedStudy, type TwoCounts, countTwice, studiesOf } from '../read/studies.js';
import { standing } from '../thing.js';
import type { Level, SynthesiseWorld, ThirdOrder } from './synthesise.js';
import { reportsOfClaim } from './grades.js';

/**
 * Which report contributes to which third-order construct: derived from claims and translation cells, never ticked
 * by hand. A claim that belongs to a level as a whole counts for no construct.
 */
export interface Contributions {
  readonly levels: readonly { readonly level: Level | undefined; readonly rows: readonly ContributionRow[] }[];
  /** The reports in the order of the columns: those of one study stand together. */
  readonly columns: readonly { readonly report: Report; readonly study: CountedStudy }[];
  /** How many marks the table has. */
  readonly marks: number;
}

export interface ContributionRow extends TwoCounts {
  readonly construct: ThirdOrder;
}

export function contributions(world: SynthesiseWorld): Contributions {
  const rows = standing(world.synthesise.constructs)
    .toSorted((a, b) => a.order - b.order)
    .map((construct) => ({ construct, ...countTwice(world, reportsOfConstruct(world, construct)) }));
  const levels: (Level | undefined)[] = standing(world.synthesise.levels).toSorted((a, b) => a.order - b.order);
  return {
    levels: [...levels, undefined]
      .map((level) => ({ level, rows: rows.filter((row) => row.construct.level === level?.id) }))
      .filter(({ level, rows: own }) => level !== undefined || own.length > 0),
    columns: columns(world),
    marks: rows.reduce((sum, { reports }) => sum + reports.length, 0),
  };
}

/** The reports behind one construct: through its claims, and through the cells of the concepts it was made from. */
export function reportsOfConstruct(world: SynthesiseWorld, construct: ThirdOrder): ReportId[] {
  const claims = standing(world.synthesise.claims).filter(
    ({ home }) => home.on === 'construct' && home.id === construct.id,
  );
  const cells = standing(world.translate.cells).filter(
    (cell) => construct.concepts.includes(cell.concept) && (cell.sort === 'reciprocal' || cell.sort === 'refutational'),
  );
  const found = new Set([
    ...claims.flatMap((claim) => reportsOfClaim(world, claim)),
    ...cells.map(({ report }) => report),
  ]);
  return standing(world.read.reports)
    .map(({ id }) => id)
    .filter((id) => found.has(id));
}

function columns(world: SynthesiseWorld): { report: Report; study: CountedStudy }[] {
  const studies = studiesOf(world);
  const all = standing(world.read.reports).flatMap((report) => {
    const study = studies.find((each) => each.reports.includes(report.id));
    return study === undefined ? [] : [{ report, study }];
  });
  const firstOf = new Map<string, number>();
  all.forEach(({ study }, at) => {
    if (!firstOf.has(study.id)) firstOf.set(study.id, at);
  });
  return all.toSorted((a, b) => (firstOf.get(a.study.id) ?? 0) - (firstOf.get(b.study.id) ?? 0));
}
