import { type ReportId, asId } from '../ids.js';
import { isIncluded, decisions } from '../screen/decisions.js';
import { type Flow, flow } from '../screen/flow.js';
import { studiesOf } from '../read/studies.js';
import { type Count, held, statedOf } from '../stated.js';
import { standing } from '../thing.js';
import { contributions } from '../synthesise/contributions.js';
import { type Grade, best, gradeOf, grades } from '../synthesise/grades.js';
import type { ReportWorld } from './report.js';
import type { SynthesiseWorld } from '../synthesise/synthesise.js';
import { heldRecords } from '../gather/gather.js';

/** The flow with its two final numbers: reports and studies. */
export interface FullFlow extends Flow {
  readonly includedStudies: Count;
  /** What a source states beside the held number, where it does. */
  readonly studiesStated?: Extract<Count, { basis: 'stated' }>;
  /** The number of studies rests on a grouping that the team inferred. */
  readonly studiesInferred: boolean;
}

export function fullFlow(world: ReportWorld): FullFlow {
  const included = new Set(
    decisions(world)
      .filter(isIncluded)
      .flatMap(({ work }) => work.records.map(({ id }) => id)),
  );
  const isIn = (id: ReportId) => included.has(world.read.reports.get(id)?.record ?? asId(''));
  const studies = studiesOf(world).filter(({ reports }) => reports.some(isIn));
  const stated = statedOf(world.floor.counts, 'included.studies');
  return {
    ...flow(world),
    includedStudies: held(studies.length),
    ...(stated === undefined ? {} : { studiesStated: stated }),
    studiesInferred: studies.some(({ grouped }) => grouped?.inferred),
  };
}

/** The numbers of a review, each taken from the log. */
export interface HeldCounts {
  readonly records: number;
  readonly reports: number;
  readonly studies: number;
  readonly includedAtFullText: number;
  readonly levels: number;
  readonly constructs: number;
  readonly claims: number;
  /** Claims with at least one support of any grade. */
  readonly claimsCited: number;
  readonly marks: number;
  readonly passages: number;
  readonly propositions: number;
}

export function heldCounts(world: ReportWorld): HeldCounts {
  const claims = standing(world.synthesise.claims);
  return {
    records: heldRecords(world).length,
    reports: standing(world.read.reports).length,
    studies: studiesOf(world).length,
    includedAtFullText: decisions(world).filter(isIncluded).length,
    levels: standing(world.synthesise.levels).length,
    constructs: standing(world.synthesise.constructs).length,
    claims: claims.length,
    claimsCited: claims.filter(({ support }) => support.length > 0).length,
    marks: contributions(world).marks,
    passages: standing(world.read.passages).length,
    propositions: standing(world.synthesise.propositions).length,
  };
}

/** How many claims stand at each grade, by the best of their supports (L11). */
export function claimsByGrade(world: SynthesiseWorld): Record<Grade, number> {
  const counts = Object.fromEntries(grades.map((grade) => [grade, 0])) as Record<Grade, number>;
  for (const claim of standing(world.synthesise.claims)) counts[best(claim.support.map(gradeOf))] += 1;
  return counts;
}
