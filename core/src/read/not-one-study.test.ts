import { describe, expect, it } from 'vitest';
import { withReports } from '../../test/telling.js';
import { standing } from '../thing.js';
import { studiesOf } from './studies.js';

const apart = (id: string, reports: readonly string[], more: object = {}) => ({ id, reports, ...more });

describe('reports that were found not to be one study', () => {
  it('are remembered, and leave every count as it is', () => {
    const telling = withReports(3);
    const before = studiesOf(telling.review);
    telling.does('BH', 'not-one-study.made', apart('n1', ['p1', 'p2', 'p3']));
    telling.does('BH', 'not-one-study.made', apart('n2', ['p1', 'p2'], { anyTwo: true }));
    expect(standing(telling.review.read.apart).map(({ id, anyTwo }) => [id, anyTwo])).toEqual([
      ['n1', undefined],
      ['n2', true],
    ]);
    expect(studiesOf(telling.review)).toEqual(before);
  });

  it('are at least two, each once, and held', () => {
    const telling = withReports(2);
    const tries = (reports: string[]) => telling.tries('BH', 'not-one-study.made', apart('n', reports))?.code;
    expect(tries(['p1'])).toBe('change.payloadInvalid');
    expect(tries(['p1', 'p1'])).toBe('change.payloadInvalid');
    expect(tries(['p1', 'p9'])).toBe('thing.missing');
    expect(telling.tries('CP', 'not-one-study.made', apart('n', ['p1', 'p2']))?.code).toBe('role.mayNot');
  });

  it('are not said of a study that stands', () => {
    const telling = withReports(3).does('AT', 'study.made', { id: 's', name: 'Kettles', reports: ['p1', 'p2'] });
    const tries = (reports: string[], more = {}) =>
      telling.tries('BH', 'not-one-study.made', apart(`n${reports.length}`, reports, more));
    expect(tries(['p1', 'p2'])).toEqual({ code: 'study.saysOne', values: { study: 'Kettles' } });
    expect(tries(['p1', 'p2', 'p3'], { anyTwo: true })?.code).toBe('study.saysOne');
    expect(tries(['p1', 'p2', 'p3'])).toBeUndefined();
    telling.does('AT', 'study.removed', { id: 's' });
    expect(tries(['p1', 'p2'])).toBeUndefined();
  });

  it('can be grouped all the same later, and can be taken back', () => {
    const telling = withReports(2).does('BH', 'not-one-study.made', apart('n', ['p1', 'p2']));
    telling.does('AT', 'study.made', { id: 's', name: 'Kettles', reports: ['p1', 'p2'] });
    telling.does('BH', 'not-one-study.removed', { id: 'n' });
    expect(standing(telling.review.read.apart)).toEqual([]);
    expect(studiesOf(telling.review)).toHaveLength(1);
  });
});
