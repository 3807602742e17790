import { expect, it } from 'vitest';
import { held, median, quantile } from './row.js';

it('a row says whether its goal holds', () => {
  const row = { case: 'c', measure: 'm', unit: 'ms', ours: 100 };
  expect([held(row, '<= 100').holds, held(row, '<= 99').holds, held(row, '>= 100').holds]).toEqual([true, false, true]);
});

it('a quantile is a measured value, the one below which that part of all lies', () => {
  const values = Array.from({ length: 200 }, (_, n) => 200 - n);
  expect([median(values), quantile(values, 0.99), quantile(values, 1)]).toEqual([100, 198, 200]);
});
