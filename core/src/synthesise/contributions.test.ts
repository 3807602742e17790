import { describe, expect, it } from 'vitest';
import { withArgument, withReports } from '../../test/telling.js';
import { contributions } from './contributions.js';
import { lineOfArgument } from './line-of-argument.js';

describe('the contribution table', () => {
  it('marks the reports that claims cite', () => {
    const { levels, marks } = contributions(withArgument().review);
    expect(levels).toMatchObject([
      { level: { id: 'L1' }, rows: [{ construct: { id: 'T1' }, reports: ['p1', 'p2'], studies: ['p1', 'p2'] }] },
    ]);
    expect(marks).toBe(2);
  });

  it('marks the reports whose concepts were translated into the construct', () => {
    const telling = withArgument()
      .does('AT', 'concept.made', { id: 'c1', name: 'Company', order: 1 })
      .does('AT', 'cell.made', {
        id: 'x1',
        concept: 'c1',
        report: 'p3',
        sort: 'refutational',
        reading: 'alone',
        rests: [],
      })
      .does('AT', 'construct.edited', { id: 'T1', set: { concepts: ['c1'] } });
    expect(contributions(telling.review).marks).toBe(3);
    telling.does('AT', 'cell.edited', { id: 'x1', set: { sort: 'absent' } });
    expect(contributions(telling.review).marks).toBe(2);
  });

  it('stands the reports of one study together', () => {
    const telling = withReports(3).does('AT', 'study.made', { id: 'S', name: 'one project', reports: ['p1', 'p3'] });
    expect(contributions(telling.review).columns.map(({ report }) => report.id)).toEqual(['p1', 'p3', 'p2']);
  });

  it('counts a claim of a whole level for no construct', () => {
    const telling = withArgument().does('AT', 'claim.made', {
      id: 'CL2',
      text: 'x',
      home: { on: 'level', id: 'L1' },
      support: [{ by: 'citation', report: 'p3' }],
      order: 2,
    });
    expect(contributions(telling.review).marks).toBe(2);
    expect(lineOfArgument(telling.review).propositions[0]?.reports).toEqual(['p1', 'p2', 'p3']);
  });

  it('keeps a construct without a level in a group of its own', () => {
    const telling = withArgument().does('AT', 'construct.made', { id: 'T2', name: 'Loose', order: 9, concepts: [] });
    expect(contributions(telling.review).levels.map(({ level }) => level?.id)).toEqual(['L1', undefined]);
  });

  it('drops a mark when its claim is taken away', () => {
    expect(contributions(withArgument().does('AT', 'claim.removed', { id: 'CL1' }).review).marks).toBe(0);
  });
});
