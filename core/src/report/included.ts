import { grouped } from '../grouped.js';
import { works } from '../gather/duplicates.js';
import type { Report } from '../read/read.js';
import { type Decided, decisions, isIncluded } from '../screen/decisions.js';
import { reportsOfClaim } from '../synthesise/grades.js';
import { standing } from '../thing.js';
import { type Finding, find } from './finding.js';
import type { ReportWorld } from './report.js';

/**
 * Where what is read is not what was included. Nothing cascades from a late exclusion (L6): the report and its claims
 * stay, and are told here until somebody sees to them.
 */
export function reportsUnlikeDecisions(world: ReportWorld): Finding[] {
  const reports = standing(world.read.reports);
  const workOf = new Map(works(world).flatMap(({ id, records }) => records.map((record) => [record.id, id] as const)));
  const decided = new Map(decisions(world).map((each) => [each.work.id, each]));
  const byWork = grouped(reports, ({ record }) => workOf.get(record) ?? record);
  const of = (report: Report) => decided.get(workOf.get(report.record) ?? report.record);
  const outside = reports.filter((report) => !isIn(of(report)));
  return [
    ...[...byWork.values()].flatMap(readTwice),
    ...outside.flatMap((report) => excluded(world, report, of(report))),
    ...outside.filter((report) => of(report)?.fullText !== 'exclude').map(notIncluded),
    ...[...decided.values()].filter((each) => isIncluded(each) && !byWork.has(each.work.id)).map(withoutReport),
  ];
}

const isIn = (decided: Decided | undefined): boolean => decided !== undefined && isIncluded(decided);

function readTwice([first, ...others]: readonly Report[]): Finding[] {
  if (first === undefined) return [];
  return others.map((other) =>
    find('report.twice', 'contradiction', [first.id, other.id], { first: first.label, second: other.label }),
  );
}

function excluded(world: ReportWorld, report: Report, decided: Decided | undefined): Finding[] {
  if (decided?.fullText !== 'exclude') return [];
  const claims = standing(world.synthesise.claims).filter((claim) => reportsOfClaim(world, claim).includes(report.id));
  return [
    find('report.excluded', 'contradiction', [report.id, ...claims.map(({ id }) => id)], {
      report: report.label,
      claims: claims.length,
      reason: decided.reason ?? '',
    }),
  ];
}

const notIncluded = ({ id, label }: Report): Finding => find('report.notIncluded', 'gap', [id], { report: label });

const withoutReport = ({ work }: Decided): Finding =>
  find('included.noReport', 'gap', [work.id], { record: work.records[0]?.label ?? work.id });
