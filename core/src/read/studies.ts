import type { ReportId } from '../ids.js';
import { standing } from '../thing.js';
import type { ReadWorld } from './read.js';

/** A study as counting sees it: one that the team named, or a report that stands for itself. */
export interface CountedStudy {
  readonly id: string;
  readonly name: string;
  readonly reports: readonly ReportId[];
  /** Undefined where nobody grouped anything: the report is its own study. */
  readonly grouped?: { readonly inferred: boolean };
}

/** Every study of the review: the named ones first, then each report that no study names. */
export function studiesOf(world: ReadWorld): CountedStudy[] {
  const reports = standing(world.read.reports);
  const named = standing(world.read.studies).map((study) => ({
    id: study.id as string,
    name: study.name,
    reports: study.reports,
    grouped: { inferred: study.inferred ?? false },
  }));
  const taken = new Set(named.flatMap((study) => study.reports as readonly string[]));
  const alone = reports
    .filter(({ id }) => !taken.has(id))
    .map((report) => ({ id: report.id as string, name: report.label, reports: [report.id] }));
  return [...named, ...alone];
}

/** A count of evidence is given twice (L10). */
export interface TwoCounts {
  readonly reports: readonly ReportId[];
  /** Ids of named studies, and of reports that stand for themselves. */
  readonly studies: readonly string[];
}

/** Reports, and the studies that they describe. */
export function countTwice(world: ReadWorld, reports: Iterable<ReportId>): TwoCounts {
  const all = [...new Set(reports)];
  const studies = studiesOf(world).filter((study) => study.reports.some((id) => all.includes(id)));
  return { reports: all, studies: studies.map(({ id }) => id) };
}
