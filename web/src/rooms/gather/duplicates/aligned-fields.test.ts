import type { Reference } from '@throughline/core';
import { describe, expect, it } from 'vitest';
import { type AlignedField, alignedFields } from './aligned-fields.js';

const reference = (said: Partial<Reference>): Reference => ({
  type: 'article',
  authors: [],
  keywords: [],
  tags: [],
  ...said,
});
const shown = ({ values }: AlignedField): string[] =>
  values.map((pieces) => pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''));
const rows = (...references: readonly Reference[]) =>
  Object.fromEntries(alignedFields(references).map((row) => [row.field, [row.state, ...shown(row)]]));

describe('two records beside each other', () => {
  it('have a row for each field that either fills', () => {
    expect(
      rows(
        reference({ title: 'Mending as company', year: 2019, doi: '10.1/a' }),
        reference({ title: 'Mending as a company', year: 2020 }),
      ),
    ).toEqual({
      title: ['differs', 'Mending as company', 'Mending as [a] company'],
      year: ['differs', '[2019]', '[2020]'],
      doi: ['lacking', '10.1/a', ''],
      type: ['same', 'Journal article', 'Journal article'],
    });
  });

  it('have their authors in one line, cut lists said so', () => {
    expect(
      rows(reference({ authors: ['Ito, Ken', 'Lind, Ada'] }), reference({ authors: ['Ito, K.'], etAl: true })).authors,
    ).toEqual(['differs', 'Ito, [Ken; Lind, Ada]', 'Ito, [K.; et al].']);
  });

  it('are the same where only capitals and punctuation differ', () => {
    expect(rows(reference({ title: 'MENDING, again.' }), reference({ title: 'Mending: again' })).title?.[0]).toBe(
      'same',
    );
  });

  it('say of each field what the comparison found', () => {
    const why = { agree: ['pages'], alike: ['journal'], contradict: ['year'] };
    const found = alignedFields(
      [
        reference({ pages: '1008-12', journal: 'J Repair', year: 2019 }),
        reference({ pages: '1008-1012', journal: 'Journal of Repair', year: 2021 }),
      ],
      why,
    );
    expect(found.map(({ field, state }) => [field, state])).toEqual([
      ['year', 'contradicts'],
      ['journal', 'alike'],
      ['pages', 'same'],
      ['type', 'same'],
    ]);
  });
});

describe('three records beside each other', () => {
  it('are each held against the first, which is marked wherever any differs', () => {
    const title = (said: string) => reference({ title: said });
    expect(rows(title('One two three'), title('One two'), title('two three')).title).toEqual([
      'differs',
      '[One] two [three]',
      'One two',
      'two three',
    ]);
  });
});
