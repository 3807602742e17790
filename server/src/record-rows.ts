import { type ImportId, type RecordId, asId, shortLabel } from '@throughline/core';
import type { FoundRecord } from '@throughline/formats';

/** What is kept in mind of a record that was read: everything but its text. */
export interface RecordSummary extends Pick<FoundRecord, 'number' | 'lines' | 'decided' | 'group'> {
  readonly label: string;
  readonly year?: number;
  readonly pages?: string;
}

export function summaryOf({ reference, number, lines, decided, group }: FoundRecord): RecordSummary {
  const pages = shortened(reference.pages);
  return {
    ...{ lines, label: shortened(shortLabel(reference)) ?? 'Untitled' },
    ...(number === undefined ? {} : { number }),
    ...(reference.year === undefined ? {} : { year: reference.year }),
    ...(pages === undefined ? {} : { pages }),
    ...(decided === undefined ? {} : { decided }),
    ...(group === undefined ? {} : { group }),
  };
}

/** A record that was read, with the number and the id that it will have. */
export interface NumberedRecord {
  readonly id: RecordId;
  readonly number: number;
  readonly found: RecordSummary;
}

/**
 * Gives every record its number: the one that the source printed where it is the only one with it, else its position,
 * else, where that is taken, the next free number after all others.
 */
export function numberRecords(importId: ImportId, found: readonly RecordSummary[]): NumberedRecord[] {
  const printed = uniquePrinted(found);
  const taken = new Set(printed);
  let last = Math.max(found.length, ...lastOf(printed));
  const free = (position: number): number => {
    if (!taken.has(position)) return position;
    last += 1;
    return last;
  };
  return found.map((record, at) => {
    const own = record.number !== undefined && printed.has(record.number) ? record.number : free(at + 1);
    taken.add(own);
    return { id: asId<RecordId>(`${importId}.${own}`), number: own, found: record };
  });
}

function uniquePrinted(found: readonly RecordSummary[]): ReadonlySet<number> {
  const times = new Map<number, number>();
  for (const { number } of found)
    if (number !== undefined && number > 0) times.set(number, (times.get(number) ?? 0) + 1);
  return new Set([...times].filter(([, count]) => count === 1).map(([number]) => number));
}

/** The greatest of many numbers; spreading 200,000 into Math.max would overflow the stack. */
function lastOf(numbers: Iterable<number>): [number] {
  let last = 0;
  for (const number of numbers) last = Math.max(last, number);
  return [last];
}

/** Longer labels and pages than this are debris in the file; the record itself is kept whole beside. */
const longestLabel = 200;

/** What core keeps of a record: a row of `source.imported`. */
export function rowOf({ id, number, found: { lines, label, year, pages } }: NumberedRecord): object {
  return {
    ...{ id, number, lines: [lines.from, lines.to], label },
    ...(year === undefined ? {} : { year }),
    ...(pages === undefined ? {} : { pages }),
  };
}

function shortened(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : [...trimmed.slice(0, longestLabel * 2)].slice(0, longestLabel).join('');
}
