import { expect, it } from 'vitest';
import { Standing } from './standing.js';

it('two works are apart where any record of one was told to differ from any of the other', () => {
  const standing = new Standing();
  standing.join(['a', 'b']);
  standing.join(['c', 'd']);
  standing.tellApart('b', 'c');
  expect(standing.wereToldApart(standing.workOf('a'), standing.workOf('d'))).toBe(true);
  expect([standing.isSettled('a', 'd'), standing.isSettled('a', 'b'), standing.isSettled('a', 'e')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(standing.told()).toEqual({
    groups: [
      { id: 'group of a', records: ['a', 'b'] },
      { id: 'group of c', records: ['c', 'd'] },
    ],
    distinct: [['b', 'c']],
  });
});
