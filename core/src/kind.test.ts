import { describe, expect, it } from 'vitest';
import { isDay } from './kind.js';

describe('a day, a month or a year', () => {
  it.each(['2021', '2021-08', '2021-08-12', '2024-02-29'])('can be %s', (text) => expect(isDay(text)).toBe(true));
  it.each([
    '21',
    '2021-13',
    '2021-00',
    '2021-8',
    '2021-02-30',
    '2023-02-29',
    '2021-01-00',
    '12/08/2021',
    '2021-08-12T10',
  ])('cannot be %s', (text) => expect(isDay(text)).toBe(false));
});
