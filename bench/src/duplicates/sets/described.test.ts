import { expect, it } from 'vitest';
import { described } from './described.js';

it.each([
  ['a year in a date', { year: '2006 Mar 3' }, { year: 2006 }],
  ['a year that is no year', { year: 'n.d.' }, {}],
  ['a DOI with its resolver', { doi: 'http://dx.doi.org/10.1000/Ab.1' }, { doi: '10.1000/Ab.1' }],
  ['a number called issue', { issue: '4' }, { issue: '4' }],
  ['an ISBN among ISSNs', { issn: '0957-9672 (Print)\r\n978-1-4503-3145-6' }, { isbn: '9781450331456' }],
  ['an ISSN alone', { issn: '0957-9672' }, {}],
  ['a type that nobody knows', { type: 'datasetEntry' }, { type: 'other' }],
  ['empty fields', { title: ' ', journal: '', volume: '', pages: null }, {}],
])('%s', (_, fields, expected) => expect(described(fields)).toEqual({ authors: [], ...expected }));
