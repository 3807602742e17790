import { type ImportId, type RecordId, type Reference, asId, shortLabel } from '@throughline/core';
import type { FoundRecord } from '@throughline/formats';

/** A record that was read, with the number and the id that it will have. */
export interface NumberedRecord {
  readonly id: RecordId;
  readonly number: number;
  readonly found: FoundRecord;
}

/**
 * Gives every record its number: the one that the source printed where it is the only one with it, else its position,
 * else, where that is taken, the next free number after all others.
 */
export function numberRecords(importId: ImportId, found: readonly FoundRecord[]): NumberedRecord[] {
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

function uniquePrinted(found: readonly FoundRecord[]): ReadonlySet<number> {
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
export function rowOf({ id, number, found: { lines, reference } }: NumberedRecord): object {
  const pages = shortened(reference.pages);
  return {
    id,
    number,
    lines: [lines.from, lines.to],
    label: labelOf(reference),
    ...(reference.year === undefined ? {} : { year: reference.year }),
    ...(pages === undefined ? {} : { pages }),
  };
}

const labelOf = (reference: Reference): string => shortened(shortLabel(reference)) ?? 'Untitled';

function shortened(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : [...trimmed.slice(0, longestLabel * 2)].slice(0, longestLabel).join('');
}
