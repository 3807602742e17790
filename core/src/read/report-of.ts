import type { RoutedWork } from '../gather/routes.js';
import { type Reference, shortLabel } from '../gather/reference.js';
import { decisions, isIncluded } from '../screen/decisions.js';
import { standing } from '../thing.js';
import type { ReadWorld, Report } from './read.js';

/** The works that were included at full text and that no report stands for yet, in the order in which they came. */
export function includedWithoutReport(world: ReadWorld): RoutedWork[] {
  const taken = new Set<string>(standing(world.read.reports).map(({ record }) => record));
  return decisions(world)
    .filter((decided) => isIncluded(decided) && !decided.work.records.some(({ id }) => taken.has(id)))
    .map(({ work }) => work);
}

export type ReportFields = Omit<Report, 'id' | 'trail' | 'record' | 'number'>;

/** A report's fields as a record's reference gives them; where the source gave no title, the label stands for it. */
export function reportFieldsOf(reference: Reference): ReportFields {
  const { etAl, year } = reference;
  const label = said(shortLabel(reference)) ?? 'Untitled';
  const { title, journal, volume, issue, pages, doi } = reference;
  const places = Object.entries({ journal, volume, issue, pages, doi }).flatMap(([field, value]) => {
    const text = said(value);
    return text === undefined ? [] : [[field, text] as const];
  });
  return {
    label,
    title: said(title) ?? label,
    authors: reference.authors.flatMap((author) => said(author) ?? []),
    ...(etAl === undefined ? {} : { etAl }),
    ...(year === undefined ? {} : { year }),
    ...Object.fromEntries(places),
  };
}

/** Text that says something, no longer than a field of a report may be. */
function said(text: string | undefined): string | undefined {
  const trimmed = (text ?? '').trim().slice(0, 20_000).trim();
  return trimmed === '' ? undefined : trimmed;
}
