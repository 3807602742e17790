import { describe, expect, it } from 'vitest';
import { type Place, pagesLikeness, placeOf, unshifted } from './place.js';

describe('where a work stands', () => {
  const cases: readonly (readonly [string, Parameters<typeof placeOf>, Place])[] = [
    ['a range in full', ['12', '3', '1340-1352'], { volume: '12', issue: '3', first: '1340', last: '1352' }],
    ['a range written short', ['12', '3', '1340–52'], { volume: '12', issue: '3', first: '1340', last: '1352' }],
    ['letters before the pages', ['5', undefined, 'S34-42'], { volume: '5', first: 's34', last: 's42' }],
    [
      'a supplement behind the volume',
      ['59 (1 Supplement 1)', undefined, 'p. 7'],
      { volume: '59', issue: '1s1', first: '7' },
    ],
    ['what is left of a volume', ['2)', '', ''], {}],
    ['a date that was a range', [undefined, undefined, '4-Jan'], { first: '4', last: '1' }],
    ['one page written twice', ['1', '1', '240-240'], { volume: '1', issue: '1', first: '240' }],
    ['the end of a lost range', ['26', '', 'Suppl-48'], { volume: '26', last: '48' }],
    ['no pagination', ['10', '2', '(no pagination)'], { volume: '10', issue: '2' }],
  ];
  for (const [what, said, place] of cases) it(`reads ${what}`, () => expect(placeOf(...said)).toEqual(place));

  const pages: readonly (readonly [string, string, string | undefined])[] = [
    ['40-52', '40–52', 'range'],
    ['40', '40-52', 'first'],
    ['487-488', '488', 'overlap'],
    ['250-254', '246-250', 'overlap'],
    ['e12724', '1-6', 'alike'],
    ['22', '52', 'alike'],
    ['40-52', '61-70', 'other'],
    ['', '61-70', undefined],
  ];
  for (const [one, other, likeness] of pages) {
    it(`finds ${likeness ?? 'nothing'} for ${one} and ${other}`, () =>
      expect(pagesLikeness(placeOf('1', '', one), placeOf('1', '', other))).toBe(likeness));
  }

  it('puts back what a lost volume has moved', () => {
    const whole = placeOf('26', '9', '1746');
    expect(unshifted(placeOf('', '26', '9'), whole)).toEqual({ volume: '26', issue: '9' });
    expect(unshifted(placeOf('', '26', '10'), whole)).toEqual({ issue: '26', first: '10' });
  });
});
