import { describe, expect, it } from 'vitest';
import { type LabelledSet, readSet } from './set-file.js';

const read = (file: object): LabelledSet | undefined => readSet(JSON.stringify(file), 'called-so');
const record = (id: string, more: object = {}) => ({ id, title: `Title of ${id}`, authors: ['Okafor, A'], ...more });

describe('a set whose works are known', () => {
  const records = [record('a', { cluster: 'c1' }), record('b', { cluster: 'c1' }), record('c', { cluster: 'c2' })];

  it('is read with the work of each record', () => {
    const set = read({ name: 'small', truth: 'clusters', records });
    expect(set).toMatchObject({ truth: 'clusters', name: 'small', silver: false });
    expect(set?.truth === 'clusters' && [...set.works]).toEqual([
      ['a', 'c1'],
      ['b', 'c1'],
      ['c', 'c2'],
    ]);
  });

  it.each([
    ['in its truth', { truth: 'silver', records }],
    ['in its note', { truth: 'clusters', note: 'a Silver standard, made from parsed references', records }],
  ])('is silver where it says so %s', (_, file) =>
    expect(read(file)).toMatchObject({ name: 'called-so', silver: true }),
  );
});

it('a set that says only who has a twin is read by its flag', () => {
  const records = [record('a', { hasTwin: true }), record('b', { hasTwin: 'yes' }), record('c', { hasTwin: false })];
  expect(read({ truth: 'flags', records })).toMatchObject({ truth: 'flags', twins: new Set(['a', 'b']) });
});

it('the second record of a pair is read as cut short', () => {
  const pair = { split: 'test', a: { title: 'Whole', authors: [] }, b: { title: 'Who', authors: [] }, match: 1 };
  expect(read({ truth: 'pairs', pairs: [pair] })).toMatchObject({
    pairs: [{ split: 'test', a: { title: 'Whole' }, b: { title: 'Who', sparse: true }, same: true }],
  });
});

it('hard cases are read as BibTeX has them', () => {
  const one = { author: 'Okafor, Ama and Lindqvist, Eva', booktitle: 'Proceedings', ENTRYTYPE: 'inproceedings' };
  const cases = [
    { id: 'n1', record_a: one, record_b: { author: 'A. Okafor; E. Lindqvist' }, expected_duplicate: false },
  ];
  expect(read({ cases })).toMatchObject({
    truth: 'cases',
    pairs: [
      {
        name: 'n1',
        a: { authors: ['Okafor, Ama', 'Lindqvist, Eva'], journal: 'Proceedings', type: 'conference' },
        b: { authors: ['A. Okafor', 'E. Lindqvist'] },
        same: false,
      },
    ],
  });
});

it.each([
  ['a list', []],
  ['records of which nothing is known', { records: [{ id: 'a', title: 'Alone' }] }],
  ['something else', { name: 'settings' }],
])('%s is no labelled set', (_, file) => expect(read(file)).toBeUndefined());
