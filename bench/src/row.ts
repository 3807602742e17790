/** One measured line. What has no peer is measured against its goal alone. */
export interface Row {
  readonly case: string;
  readonly measure: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer?: number;
  readonly peerName?: string;
  /** What cannot be gone below here, from the same run: a bare write, a bare parse. */
  readonly limit?: number;
  /** "<= 3000": `ours` is compared with it. Absent: it is printed, and nothing was promised. */
  readonly goal?: string;
  readonly holds?: boolean;
  /** Why it is wall time, where it is. */
  readonly because?: string;
}

/** What one benchmark found. */
export interface Result {
  readonly name: string;
  readonly node: string;
  readonly rows: readonly Row[];
}

type Goal = `${'<=' | '>='} ${number}`;

/** A row that is held against a goal. */
export function held(row: Omit<Row, 'goal' | 'holds'>, goal: Goal): Row {
  const [sign, bound] = goal.split(' ') as ['<=' | '>=', string];
  return { ...row, goal, holds: sign === '<=' ? row.ours <= Number(bound) : row.ours >= Number(bound) };
}

/** The value in the middle, and any other place: 0.99 is the 99th of a hundred. */
export function quantile(values: readonly number[], place: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(place * sorted.length) - 1)] ?? Number.NaN;
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** To two digits after the point: what is measured is not more exact. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
