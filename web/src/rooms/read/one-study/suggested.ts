import { familyName, type Report, type ReportId, type Review, standing } from '@throughline/core';
import type { SuggestedStudy } from '@throughline/wire';
import { fill, oneStudyWords as words } from '@throughline/words';

/** What names a suggestion while it stands: the same reports are the same suggestion. */
export const keyOf = ({ reports }: Pick<SuggestedStudy, 'reports'>): string => reports.join(' ');

/** Two reports may have one label; the number in the founding list tells them apart. */
export const nameOfReport = (report: Pick<Report, 'label' | 'number'> | undefined): string =>
  report === undefined ? '' : [report.label, report.number && `[${report.number}]`].filter(Boolean).join(' ');

export const namesOf = ({ read }: Review, ids: readonly string[]): string[] =>
  ids.map((id) => nameOfReport(read.reports.get(id)));

/**
 * Without what was answered here since the suggestions were asked for: one study by now, found not to be one, or with a
 * report or a study that is gone.
 */
export function stillOpen({ read }: Review, { reports, grows, adds }: SuggestedStudy): boolean {
  const held = new Set(standing(read.reports).map(({ id }) => id as string));
  const all = (ids: readonly string[]) => (id: string) => ids.includes(id);
  if (!reports.every((id) => held.has(id))) return false;
  if (grows !== undefined && !standing(read.studies).some(({ id }) => id === grows)) return false;
  if (standing(read.studies).some((study) => adds.every(all(study.reports)) && reports.some(all(study.reports))))
    return false;
  return !standing(read.apart).some(
    (found) => found.reports.every(all(reports)) && (grows === undefined ? reports : adds).every(all(found.reports)),
  );
}

/** A name to begin with: the author of most of them. */
export function nameToBegin({ authors: [first] }: SuggestedStudy): string {
  return first === undefined ? '' : fill(words.colleagues, { name: familyName(first.name) });
}

/**
 * What is remembered when somebody says no. Of a new study it is said of all of its reports; of a study that stands, of
 * each report that would have come to it.
 */
export function foundApart({ reports, grows, adds }: SuggestedStudy): readonly (readonly ReportId[])[] {
  const ids = (all: readonly string[]) => all as readonly ReportId[];
  if (grows === undefined) return [ids(reports)];
  const standingOnes = reports.filter((id) => !adds.includes(id));
  return adds.map((id) => ids([...standingOnes, id]));
}
