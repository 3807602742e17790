import { type Format, type ReadReport, type Unread, type Vendor, vendors } from '@throughline/formats';
import type { Named, ReadingReport, UnreadPlace } from '@throughline/wire';

/** Known records that are listed one by one. */
export const mostKnown = 1000;

/** What became of a file, as it is told. */
export function toldReport(report: ReadReport): ReadingReport {
  const { records, refused, inPart, unread, unreadTotal, passedOver, notUnderstood, columns } = report;
  return {
    ...{ read: records, refused, inPart, unread: unread.map(place), unreadTotal, passedOver },
    notUnderstood: notUnderstood.map(({ tag, records: times, example }) => ({ tag, records: times, example })),
    vendors: vendorsIn(report),
    ...(columns === undefined ? {} : { columns }),
  };
}

export const named = ({ name, label }: Format): Named => ({ id: name, label });

function place({ lines, reason, text, values }: Unread): UnreadPlace {
  return { from: lines.from, to: lines.to, reason, text, ...(values === undefined ? {} : { values }) };
}

function vendorsIn({ vendors: found }: ReadReport): ReadingReport['vendors'] {
  return Object.entries(found)
    .map(([id, records]) => ({ id, label: vendors[id as Vendor], records: records ?? 0 }))
    .sort((a, b) => b.records - a.records);
}
