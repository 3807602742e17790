import { type ReportId, type Review, standing } from '@throughline/core';
import { useReview } from '../house/HouseContext.js';
import type { Option } from './form-draft.js';

/** The second-order constructs to choose from, each with its report; or only those of one report. */
export function useSecondOrders(report?: ReportId): readonly Option[] {
  const { read } = useReview();
  return standing(read.secondOrders)
    .filter((each) => report === undefined || each.report === report)
    .map(({ id, name, report: of }) => ({
      value: id,
      label: report === undefined ? `${name} (${read.reports.get(of)?.label ?? of})` : name,
    }));
}

/** The reports to choose from; two with one label are told apart by their number in the founding list. */
export const reportOptions = ({ read }: Review): readonly Option[] =>
  standing(read.reports).map(({ id, label, number }) => ({
    value: id,
    label: number === undefined ? label : `${label} [${number}]`,
  }));

/** The marked words to choose from, each with where it stands. */
export const passageOptions = ({ read }: Review): readonly Option[] =>
  standing(read.passages).map(({ id, document, page, quote }) => {
    const report = read.documents.get(document)?.report;
    const where = [report && read.reports.get(report)?.label, page].filter((part) => part !== undefined).join(', ');
    return { value: id, label: `${where}: “${quote.length > 110 ? `${quote.slice(0, 110)} …` : quote}”` };
  });

export const namedOptions = (things: readonly { readonly id: string; readonly name: string }[]): readonly Option[] =>
  things.map(({ id, name }) => ({ value: id, label: name }));
