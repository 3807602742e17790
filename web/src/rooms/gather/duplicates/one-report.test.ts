import { describe, expect, it } from 'vitest';
import { differentReports, oneReport, takeOut, worksOf } from './one-report.js';

const why = { agree: ['title'], alike: [], contradict: ['year'], special: 'conference' };
const single = (id: string) => ({ records: [id] });
const id = expect.stringMatching(/^(group|distinct)-/);

describe('records on a page', () => {
  it('stand for the works that they are in', () => {
    expect(worksOf([{ id: 'a', group: 'g' }, { id: 'b' }, { id: 'c', group: 'g' }])).toEqual([
      { records: ['a', 'c'], group: 'g' },
      { records: ['b'] },
    ]);
  });
});

describe('one report', () => {
  it('of single records is a new group, with how and why', () => {
    expect(oneReport([single('a'), single('b')], 'answered', why)).toEqual({
      kind: 'duplicate-group.made',
      version: 2,
      payload: { id, records: ['a', 'b'], how: 'answered', why },
    });
  });

  it('takes up the groups among them', () => {
    const works = [single('a'), { records: ['b', 'c'], group: 'g' }, { records: ['d', 'e'], group: 'h' }];
    expect(oneReport(works, 'hand')).toEqual({
      kind: 'duplicate-groups.merged',
      version: 1,
      payload: { id, from: ['g', 'h'], records: ['a', 'b', 'c', 'd', 'e'], how: 'hand' },
    });
  });
});

describe('different reports', () => {
  it('name one record of each work', () => {
    expect(differentReports([single('a'), { records: ['b', 'c'], group: 'g' }]).payload).toEqual({
      id,
      records: ['a', 'b'],
    });
  });
});

describe('what is taken out of a group', () => {
  const group = { records: ['a', 'b', 'c', 'd'], group: 'g' };

  it('leaves what stays as a group', () => {
    expect(takeOut(group, ['d'], false).payload).toEqual({
      id: 'g',
      parts: [{ records: ['a', 'b', 'c'], group: id }, { records: ['d'] }],
      distinct: id,
    });
  });

  it('is one other report together, or one each', () => {
    const parts = (together: boolean) =>
      (takeOut(group, ['b', 'c'], together).payload as { parts: readonly unknown[] }).parts;
    expect(parts(true)).toEqual([
      { records: ['a', 'd'], group: id },
      { records: ['b', 'c'], group: id },
    ]);
    expect(parts(false)).toEqual([{ records: ['a', 'd'], group: id }, { records: ['b'] }, { records: ['c'] }]);
  });

  it('leaves no group where one record stays', () => {
    const { parts } = takeOut({ records: ['a', 'b'], group: 'g' }, ['b'], false).payload as {
      parts: readonly unknown[];
    };
    expect(parts).toEqual([{ records: ['a'] }, { records: ['b'] }]);
  });
});
