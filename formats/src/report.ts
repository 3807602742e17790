import type { FoundRecord, Found, PassedOverReason, Unread } from './contract.js';

/** What became of a file, for the person who gave it. */
export interface ReadReport {
  readonly records: number;
  /** In the order they were found; at most `mostListed`. */
  readonly unread: readonly Unread[];
  /** How many there were in all. */
  readonly unreadTotal: number;
  /** Lines passed over, by reason. */
  readonly passedOver: Readonly<Partial<Record<PassedOverReason, number>>>;
}

/** Entries listed one by one; a file with more trouble than this is a file in another format. */
export const mostListed = 1000;

/** Reads to the end, hands every record to `take`, and reports on the rest. */
export async function summarise(
  found: AsyncIterable<Found>,
  take: (record: FoundRecord) => void | Promise<void> = () => undefined,
): Promise<ReadReport> {
  const unread: Unread[] = [];
  const passedOver: Partial<Record<PassedOverReason, number>> = {};
  let records = 0;
  let unreadTotal = 0;
  for await (const each of found) {
    if (each.kind === 'record') {
      records += 1;
      await take(each);
    } else if (each.kind === 'unread') {
      unreadTotal += 1;
      if (unread.length < mostListed) unread.push(each);
    } else passedOver[each.reason] = (passedOver[each.reason] ?? 0) + each.lines;
  }
  return { records, unread, unreadTotal, passedOver };
}
