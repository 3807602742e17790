import { describe, expect, it } from 'vitest';
import { marksOf } from './marks.js';

const of = (text: string) => marksOf({ id: 'p', authors: [], text });

describe('a whole text', () => {
  it('gives its own numbers, and not those of its references', () => {
    const text = 'Registered: NCT01234567.\n\n7. References:\r\n1. A trial. NCT07654321.';
    expect(of(text).registrations).toEqual(['NCT01234567']);
  });

  it('gives no names: its first page is full of departments', () => {
    const { programmes, places } = of('Ana Reyes, Department of Repair, Lower Quern University, Gateshead.');
    expect([programmes.size, places.size]).toEqual([0, 0]);
  });

  it.each([
    ['blank lines', '\n'.repeat(200_000)],
    ['blanks', ' '.repeat(200_000)],
    ['the word grant', 'grant number '.repeat(15_000)],
    ['numbers', '23 '.repeat(60_000)],
    ['capitals', 'Deep End '.repeat(20_000)],
  ])('of nothing but %s is read to its end', (_, text) => {
    const everywhere = marksOf({ id: 'p', authors: [text], title: text, abstract: text, text });
    expect(everywhere.registrations).toEqual([]);
  });
});
