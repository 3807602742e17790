import { expect, test } from 'vitest';
import { hashPassword, isPassword, usualCost } from './passwords.js';

test('a password is known by its hash, and no other is', async () => {
  const kept = await hashPassword('a kettle of quiet marbles');
  expect(kept).not.toContain('kettle');
  expect(await isPassword('a kettle of quiet marbles', kept)).toBe(true);
  expect(await isPassword('a kettle of quiet marble', kept)).toBe(false);
  expect(await hashPassword('a kettle of quiet marbles')).not.toBe(kept);
});

test('a hash made with another cost is still known', async () => {
  const kept = await hashPassword('a kettle of quiet marbles', { N: 1024, r: 8, p: 1 });
  expect(await isPassword('a kettle of quiet marbles', kept)).toBe(true);
  expect(await isPassword('a kettle of quiet marbles', 'md5:abc')).toBe(false);
  expect(await isPassword('', '')).toBe(false);
});

test('guessing one password takes 32 MB and three passes, as OWASP asks', () => {
  const { N, r, p } = usualCost;
  expect(128 * N * r).toBeGreaterThanOrEqual(32 * 1024 ** 2);
  expect(p).toBeGreaterThanOrEqual(3);
});

test('the same letters from another keyboard are the same password', async () => {
  const kept = await hashPassword('cafe\u0301 au lait, encore', { N: 1024, r: 8, p: 1 });
  expect(await isPassword('caf\u00e9 au lait, encore', kept)).toBe(true);
});
