import { expect, it } from 'vitest';
import { exponentOf, exponentOfSorting } from './exponent.js';

const sizes = [10_000, 50_000, 100_000, 200_000];
const taking = (time: (size: number) => number) => exponentOf(sizes.map((size) => ({ size, took: time(size) })));

it('the exponent is that of the size, whatever one record takes', () => {
  expect(
    [taking((n) => 0.001 * n), taking((n) => 7 * n ** 2), taking((n) => n ** 1.5)].map((e) => e.toFixed(6)),
  ).toEqual(['1.000000', '2.000000', '1.500000']);
});

it('sorting lies a little above its input', () => {
  expect(exponentOfSorting(sizes)).toBeGreaterThan(1.05);
  expect(exponentOfSorting(sizes)).toBeLessThan(1.15);
});
