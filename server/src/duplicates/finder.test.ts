import type { Comparable } from '@throughline/matching';
import { describe, expect, it } from 'vitest';
import { Finder } from './finder.js';

const paper = (id: string, title: string, more: Partial<Comparable> = {}): Comparable => ({
  ...{ id, title, authors: ['Moffatt, Suzanne'], year: 2017, journal: 'BMJ Open', volume: '7' },
  ...{ pages: '40-49', doi: `10.1136/${title.length}` },
  ...more,
});
const links = 'Link worker social prescribing for long-term conditions';
const kettles = 'Kettles in the consulting room';

describe('a finder', () => {
  it('counts what would leave the flow: of the works that become one all but one', () => {
    const finder = new Finder();
    finder.hear({ records: ['a', 'b', 'c', 'd'].map((id) => paper(id, links)) });
    expect(finder.answer({ about: 'counts' })).toEqual({ sureGroups: 1, sureLeave: 3, questions: 0 });
    finder.hear({ groups: [{ id: 'g', records: ['a', 'b'] }] });
    expect(finder.answer({ about: 'counts' })).toEqual({ sureGroups: 1, sureLeave: 2, questions: 0 });
    expect(finder.answer({ about: 'sure' }).found).toMatchObject([{ records: ['a', 'b', 'c', 'd'], takes: ['g'] }]);
    finder.hear({ groups: [{ id: 'h', records: ['c', 'd'] }] });
    expect(finder.answer({ about: 'counts' })).toEqual({ sureGroups: 1, sureLeave: 1, questions: 0 });
    finder.hear({ groups: [{ id: 'g' }, { id: 'h' }, { id: 'all', records: ['a', 'b', 'c', 'd'] }] });
    expect(finder.answer({ about: 'counts' })).toEqual({ sureGroups: 0, sureLeave: 0, questions: 0 });
  });

  it('keeps apart what was told apart, until that is taken back', () => {
    const finder = new Finder();
    finder.hear({ records: [paper('a', links), paper('b', links)], distinct: [{ id: 'd', records: ['a', 'b'] }] });
    expect(finder.answer({ about: 'counts' })).toEqual({ sureGroups: 0, sureLeave: 0, questions: 0 });
    finder.hear({ distinct: [{ id: 'd' }] });
    expect(finder.answer({ about: 'counts' })).toMatchObject({ sureGroups: 1 });
  });

  it('forgets records that are gone, and reads those again that came back otherwise', () => {
    const finder = new Finder();
    finder.hear({ records: [paper('a', links), paper('b', links)] });
    finder.hear({ gone: ['b'] });
    expect(finder.answer({ about: 'counts' })).toMatchObject({ sureGroups: 0 });
    finder.hear({ records: [paper('b', kettles), paper('c', kettles)] });
    expect(finder.answer({ about: 'sure' }).found).toMatchObject([{ records: ['b', 'c'] }]);
  });

  it('tells the sure groups page by page, by their first records, or those that are named', () => {
    const finder = new Finder();
    const titled = [links, kettles, 'What bread means to people who bake for others'];
    finder.hear({ records: titled.flatMap((title, n) => [paper(`a${n}`, title), paper(`b${n}`, title)]) });
    const first = finder.answer({ about: 'sure', limit: 2 });
    expect([first.found.map(({ records }) => records[0]), first.total, first.next]).toEqual([['a0', 'a1'], 3, 'a1']);
    const rest = finder.answer({ about: 'sure', limit: 2, after: 'a1' });
    expect([rest.found.map(({ records }) => records[0]), rest.next]).toEqual([['a2'], undefined]);
    expect(finder.answer({ about: 'sure', limit: 2, after: 'z' }).found).toEqual([]);
    expect(finder.answer({ about: 'sure', only: ['a2', 'b1'] }).found.map(({ records }) => records)).toEqual([
      ['a2', 'b2'],
    ]);
  });

  it('takes an `after` that is none for the beginning', () => {
    const finder = new Finder();
    finder.hear({ records: [paper('a', links, { pages: '1-9', doi: '10.1/a' }), paper('b', links)] });
    const all = finder.answer({ about: 'questions', limit: 5 });
    expect(finder.answer({ about: 'questions', limit: 5, after: 'nonsense' })).toEqual(all);
  });
});
