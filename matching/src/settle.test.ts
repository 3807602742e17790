import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pair, Told } from './contract.js';
import { settle } from './settle.js';

const pair = (a: string, b: string, likeness: Pair['likeness'], score = 0.5): Pair => ({
  ...{ a, b, likeness, score, agree: ['title'], alike: [], contradict: [] },
});
const nobody: Told = { groups: [], distinct: [] };
const recordsOf = (pairs: readonly Pair[], told: Told) => settle(pairs, told).sure.map(({ records }) => records);
const asked = (pairs: readonly Pair[], told: Told) => settle(pairs, told).questions.map(({ a, b }) => [a, b]);

describe('what follows from pairs', () => {
  it('groups what sure pairs hold together', () => {
    const pairs = [pair('a', 'b', 'same'), pair('b', 'c', 'same'), pair('x', 'y', 'same')];
    expect(recordsOf(pairs, nobody)).toEqual([
      ['a', 'b', 'c'],
      ['x', 'y'],
    ]);
  });

  it('lets a group that stands grow, and names it', () => {
    const told = { groups: [{ id: 'g', records: ['b', 'c'] }], distinct: [] };
    expect(settle([pair('a', 'b', 'same'), pair('b', 'c', 'same')], told).sure).toMatchObject([
      { records: ['a', 'b', 'c'], takes: ['g'] },
    ]);
  });

  it('joins nothing that was told apart, even through a third record', () => {
    const told = { groups: [], distinct: [['a', 'c']] };
    const pairs = [pair('a', 'b', 'same'), pair('b', 'c', 'same'), pair('a', 'c', 'ask')];
    expect(recordsOf(pairs, told)).toEqual([]);
    expect(asked(pairs, told)).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
  });

  it('takes what was told of one record for all of its group', () => {
    const told = { groups: [{ id: 'g', records: ['a', 'b'] }], distinct: [['b', 'c']] };
    expect(settle([pair('a', 'c', 'same')], told)).toEqual({ sure: [], questions: [] });
  });

  it('asks once for two works, by the surest pair', () => {
    const told = { groups: [{ id: 'g', records: ['a', 'b'] }], distinct: [] };
    const { questions } = settle([pair('a', 'c', 'ask', 0.4), pair('b', 'c', 'ask', 0.6)], told);
    expect(questions).toMatchObject([{ a: 'b', b: 'c', works: [['a', 'b'], ['c']] }]);
  });

  it('settles nothing anew, in whatever order, once its groups are made', () => {
    const ids = fc.constantFrom(...'abcdefgh');
    const pairs = fc
      .array(fc.tuple(ids, ids, fc.constantFrom('same' as const, 'ask' as const), fc.integer({ min: 1, max: 9 })))
      .map((all) => {
        const each = new Map<string, Pair>();
        for (const [x, y, likeness, score] of all) {
          if (x !== y) each.set([x, y].toSorted().join(), pair(x < y ? x : y, x < y ? y : x, likeness, score / 10));
        }
        return [...each.values()];
      });
    const distinct = fc.array(fc.uniqueArray(ids, { minLength: 2, maxLength: 3 }), { maxLength: 3 });
    fc.assert(
      fc.property(pairs, distinct, fc.nat(), (all, apart, turn) => {
        const told = { groups: [], distinct: apart };
        const { sure, questions } = settle(all, told);
        const turned = [...all.slice(turn % (all.length + 1)), ...all.slice(0, turn % (all.length + 1))];
        const groupsOf = ({ sure: groups }: typeof found) => groups.map(({ records }) => records);
        const found = settle(turned, told);
        expect([groupsOf(found), found.questions]).toEqual([sure.map(({ records }) => records), questions]);
        const groups = sure.map(({ records }, at) => ({ id: `g${at}`, records }));
        const again = settle(all, { groups, distinct: apart });
        expect(again).toEqual({ sure: [], questions });
      }),
    );
  });
});
