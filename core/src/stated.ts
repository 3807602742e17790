import { z } from 'zod';
import { words } from './kind.js';
import type { Held } from './thing.js';

/**
 * What can be counted. A count is *held* when it is taken from the log, and *stated* when somebody entered it from
 * elsewhere: then it is printed as stated, with its source, and `check` compares it with what is held.
 */
export const countable = [
  'identified.database',
  'identified.other',
  'duplicates',
  'screened',
  'screened.second',
  'excluded.title-abstract',
  'sought',
  'not-retrieved',
  'assessed',
  'excluded.full-text',
  'included.database',
  'included.alert',
  'included.reference-list',
  'included.grey',
  'included.reports',
  'included.studies',
  'reports-of-one-project',
  'participants',
] as const;
export type Countable = (typeof countable)[number];

export const statedCount = z.object({
  of: z.enum(countable),
  value: z.number().nonnegative(),
  /** Absent: so many. */
  unit: z.enum(['per cent', 'at least']).optional(),
  /** Where it is said: "Findings, first paragraph". */
  source: words(),
  note: words().optional(),
});
export type StatedCount = Held<z.output<typeof statedCount>>;

/** A number for a page, a figure or a table, with what it rests on. */
export type Count =
  | { readonly basis: 'held'; readonly value: number }
  | { readonly basis: 'stated'; readonly value: number; readonly source: string; readonly id: string }
  /** Worked out from two others: excluded is screened less what went on. */
  | { readonly basis: 'derived'; readonly value: number; readonly from: string }
  | { readonly basis: 'not reported' };

export const held = (value: number): Count => ({ basis: 'held', value });
export const notReported: Count = { basis: 'not reported' };

/** The first stated count of something that still stands. */
export function statedOf(
  counts: Iterable<StatedCount>,
  of: Countable,
): Extract<Count, { basis: 'stated' }> | undefined {
  for (const count of counts) {
    if (count.of === of && count.trail.gone === undefined) {
      return { basis: 'stated', value: count.value, source: count.source, id: count.id };
    }
  }
  return undefined;
}

/** One count less another, where both are known. */
export function less(whole: Count, part: Count, from: string): Count {
  if (whole.basis === 'not reported' || part.basis === 'not reported') return notReported;
  return { basis: 'derived', value: whole.value - part.value, from };
}
