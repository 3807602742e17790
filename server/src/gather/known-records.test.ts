import { type RecordId, type Reference, asId } from '@throughline/core';
import { describe, expect, it } from 'vitest';
import { KnownRecords, keysOf } from './known-records.js';
import type { Comparable } from './likeness.js';

let made = 0;
/** A record whose raw text is its own, unless it is said. */
function record(said: Partial<Reference>, raw?: string): Comparable {
  made += 1;
  const reference: Reference = { type: 'article', authors: [], keywords: [], tags: [], ...said };
  return { reference, raw: raw ?? `raw ${made}` };
}

const kettles = { title: 'Kettles and what they told their menders', authors: ['Okafor, Nneka'], year: 2011 };
const letter = { title: 'Editorial', authors: ['Lund C'], year: 2014 };

function compared(held: readonly Comparable[], found: readonly Comparable[]) {
  const known = new KnownRecords();
  for (const [at, each] of held.entries()) known.add(asId<RecordId>(`h${at + 1}`), each);
  return known.compare(found.map(keysOf));
}

describe('a search that is run again', () => {
  it.each<[string, Comparable, Comparable]>([
    ['by its accession number', record({ accession: 'E-1' }), record({ accession: 'E-1', ...kettles })],
    ['by its number in PubMed', record({ pmid: '901' }), record({ pmid: '901', ...letter })],
    ['by its text', record({}, 'TI  - Tea'), record({}, 'TI  - Tea')],
    ['by its DOI', record({ doi: '10.5555/a' }), record({ doi: '10.5555/a', ...kettles })],
    [
      'by title, year and first author, however they are written',
      record(kettles),
      record({ ...kettles, title: 'Kettles, and what they told their menders.', authors: ['Okafor N', 'Lund C'] }),
    ],
    [
      'by a short title at its place in print',
      record({ ...letter, volume: '3', pages: '1' }),
      record({ ...letter, volume: '3', pages: '1' }),
    ],
  ])('knows a record %s', (_, held, found) => {
    expect(compared([held], [found])).toEqual(['h1']);
  });

  it.each<[string, Comparable, Comparable]>([
    ['another year', record(kettles), record({ ...kettles, year: 2012 })],
    ['a short title at another place in print', record({ ...letter, volume: '3' }), record({ ...letter, volume: '4' })],
    ['a short title alone', record(letter), record(letter)],
    ['nothing in common', record({}), record({})],
  ])('takes a record for new with %s', (_, held, found) => {
    expect(compared([held], [found])).toEqual([undefined]);
  });

  it('loses no abstract of a supplement that shares one DOI', () => {
    const doi = '10.5555/supplement';
    const held = record({ doi, title: 'First abstract of the annual meeting', year: 2019 });
    const found = [
      record({ doi, title: 'Second abstract of the annual meeting', year: 2019 }),
      record({ doi, title: 'First abstract of the annual meeting', year: 2019 }),
    ];
    expect(compared([held], found)).toEqual([undefined, 'h1']);
    expect(compared([record({ doi })], found)).toEqual([undefined, undefined]);
  });

  it('knows each held record once', () => {
    const twice = [record({ accession: 'E-1' }), record({ accession: 'E-1' })];
    expect(compared(twice, [record({ accession: 'E-1' })])).toEqual(['h1']);
    expect(compared(twice, twice)).toEqual(['h1', 'h2']);
  });
});
