import {
  type Found,
  type FoundColumns,
  type FoundRecord,
  type NotUnderstood,
  type PassedOverReason,
  type Unread,
  refusedReasons,
} from './contract.js';
import type { Vendor } from './vendors.js';

/** What became of a file, for the person who gave it. */
export interface ReadReport {
  readonly records: number;
  /** Records that could not be read at all. `records` and `refused` together are what the file holds. */
  readonly refused: number;
  /** Records, among those read, of which something was cut or could not be read. */
  readonly inPart: number;
  /** In the order they were found; at most `mostListed`. */
  readonly unread: readonly Unread[];
  /** How many there were in all. */
  readonly unreadTotal: number;
  /** Lines passed over, by reason. */
  readonly passedOver: Readonly<Partial<Record<PassedOverReason, number>>>;
  /** Tags that no rule knows, with their first value; their values are kept with the records. */
  readonly notUnderstood: readonly NotUnderstood[];
  /** Records by the vendor whose hand shows in them. */
  readonly vendors: Readonly<Partial<Record<Vendor, number>>>;
  /** Only for tables. */
  readonly columns?: FoundColumns['columns'];
}

/** Entries listed one by one; a file with more trouble than this is a file in another format. */
export const mostListed = 1000;

/** Reads to the end, hands every record to `take`, and reports on the rest. */
export async function summarise(
  found: AsyncIterable<Found>,
  take: (record: FoundRecord) => void | Promise<void> = () => undefined,
): Promise<ReadReport> {
  const report = new Report();
  for await (const each of found) {
    report.note(each);
    if (each.kind === 'record') await take(each);
  }
  return report.asIs();
}

/** Takes down what is found, in the order in which it is found. */
class Report implements ReadReport {
  records = 0;
  refused = 0;
  inPart = 0;
  unreadTotal = 0;
  readonly unread: Unread[] = [];
  readonly passedOver: Partial<Record<PassedOverReason, number>> = {};
  readonly notUnderstood: NotUnderstood[] = [];
  readonly vendors: Partial<Record<Vendor, number>> = {};
  declare columns?: FoundColumns['columns'];

  /** A plain value: it travels between threads. */
  asIs(): ReadReport {
    return { ...this };
  }

  note(found: Found): void {
    if (found.kind === 'record') this.#noteRecord(found);
    else if (found.kind === 'unread') this.#noteUnread(found);
    else if (found.kind === 'passed-over')
      this.passedOver[found.reason] = (this.passedOver[found.reason] ?? 0) + found.lines;
    else if (found.kind === 'columns') this.columns = found.columns;
    else this.notUnderstood.push(found);
  }

  #noteRecord({ inPart, vendor }: FoundRecord): void {
    this.records += 1;
    if (inPart) this.inPart += 1;
    if (vendor !== undefined) this.vendors[vendor] = (this.vendors[vendor] ?? 0) + 1;
  }

  #noteUnread(unread: Unread): void {
    this.unreadTotal += 1;
    if (refusedReasons.includes(unread.reason)) this.refused += 1;
    if (this.unread.length < mostListed) this.unread.push(unread);
  }
}
