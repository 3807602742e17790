/** A measured size, and what it took. */
export interface Point {
  readonly size: number;
  readonly took: number;
}

/** The exponent e of took ~ size^e, by least squares on the logarithms. */
export function exponentOf(points: readonly Point[]): number {
  const logs = points.map(({ size, took }) => [Math.log(size), Math.log(took)] as const);
  const [x, y] = [mean(logs.map(([size]) => size)), mean(logs.map(([, took]) => took))];
  const above = logs.reduce((sum, [size, took]) => sum + (size - x) * (took - y), 0);
  return above / logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0);
}

/** What `exponentOf` says of something that takes exactly n log n, at these sizes. */
export const exponentOfSorting = (sizes: readonly number[]): number =>
  exponentOf(sizes.map((size) => ({ size, took: size * Math.log(size) })));

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
