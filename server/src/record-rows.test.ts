import { type ImportId, type Reference, asId } from '@throughline/core';
import type { FoundRecord } from '@throughline/formats';
import { describe, expect, it } from 'vitest';
import { numberRecords, rowOf, summaryOf } from './record-rows.js';

const importId = asId<ImportId>('imp');
const reference: Reference = {
  type: 'article',
  title: 'On care',
  authors: ['Skivington K'],
  year: 2018,
  keywords: [],
  tags: [],
};
const found = (number?: number, more: Partial<Reference> = {}): FoundRecord => ({
  kind: 'record',
  reference: { ...reference, ...more },
  lines: { from: 1, to: 2 },
  raw: '',
  ...(number === undefined ? {} : { number }),
});
const numbers = (...printed: (number | undefined)[]) =>
  numberRecords(
    importId,
    printed.map((each) => summaryOf(found(each))),
  ).map(({ number }) => number);

describe('numbers of records', () => {
  it('are positions where the source printed none', () => {
    expect(numbers(undefined, undefined, undefined)).toEqual([1, 2, 3]);
  });

  it('are the printed ones where each stands once', () => {
    expect(numbers(7, 8, 12)).toEqual([7, 8, 12]);
  });

  it('never meet, where one was printed twice or not at all', () => {
    expect(numbers(3, 3, 2, undefined)).toEqual([1, 5, 2, 4]);
    expect(numbers(2, undefined, 2, 1)).toEqual([5, 2, 3, 1]);
  });

  it('name the records of an import', () => {
    const [first] = numberRecords(importId, [summaryOf(found(41))]);
    expect(first).toMatchObject({ id: 'imp.41', number: 41 });
  });
});

describe('rows of records', () => {
  const row = (more: Partial<Reference>) => {
    const [numbered] = numberRecords(importId, [summaryOf(found(undefined, more))]);
    return numbered && rowOf(numbered);
  };

  it('carry label, year, pages and lines', () => {
    expect(row({ pages: '40–52' })).toEqual({
      id: 'imp.1',
      number: 1,
      lines: [1, 2],
      label: 'Skivington 2018',
      year: 2018,
      pages: '40–52',
    });
  });

  it('shorten debris and leave empty fields out', () => {
    expect(row({ authors: ['x'.repeat(30_000)], pages: ' ' })).toEqual({
      id: 'imp.1',
      number: 1,
      lines: [1, 2],
      label: 'x'.repeat(200),
      year: 2018,
    });
  });
});
