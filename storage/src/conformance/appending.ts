import { type ChangeId, type ReviewId, asId } from '@throughline/core';
import { expect, test } from 'vitest';
import type { At } from './under-test.js';
import { StoreProblem } from '../contract.js';
import { ann, appendAll, behindOf, idsOf, memo, memos, review, seqsOf, storedIn, upTo } from './made-up.js';

/** The log: L1, L2 and L14. */
export function appending(at: At): void {
  test(
    'L1 a keeper without changes holds no review',
    at(async ({ keeper }) => {
      expect(await keeper.reviews()).toEqual([]);
      expect(await keeper.changes(review)).toEqual([]);
      expect(await keeper.known(review, [asId<ChangeId>('c1')])).toEqual([]);
    }),
  );

  test(
    'L1 changes count from 1 without gaps',
    at(async ({ keeper }) => {
      expect(storedIn(await keeper.append(review, 0, memos(1, 3))).map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(storedIn(await keeper.append(review, 3, memos(4, 4))).map(({ seq }) => seq)).toEqual([4]);
      expect(await seqsOf(keeper)).toEqual(upTo(4));
      expect(await keeper.reviews()).toEqual([review]);
    }),
  );

  test(
    'L1 a change comes back exactly as given',
    at(async ({ keeper }) => {
      const { because: _, saw: __, ...bare } = memo('bare');
      const given = [memo('full'), bare];
      const stored = storedIn(await keeper.append(review, 0, given));
      expect(stored).toStrictEqual(given.map((change, place) => ({ ...change, seq: place + 1 })));
      expect(await keeper.changes(review)).toStrictEqual(stored);
    }),
  );

  test(
    'L1 nobody alters the log through what they hold',
    at(async ({ keeper }) => {
      const given = memo('c1', 'as it was');
      const stored = storedIn(await keeper.append(review, 0, [given]));
      for (const held of [given, ...stored]) (held.payload as { text: string }).text = 'altered';
      expect(await keeper.changes(review)).toMatchObject([{ payload: { text: 'as it was' } }]);
    }),
  );

  test(
    'L1 the log is read from any place in it',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, memos(1, 10));
      expect((await keeper.changes(review, 7)).map(({ seq }) => seq)).toEqual([8, 9, 10]);
      expect(await keeper.changes(review, 10)).toEqual([]);
    }),
  );

  test(
    'whoever is behind is handed what came since, and nothing is stored',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, memos(1, 5));
      const behind = behindOf(await keeper.append(review, 3, [memo('late')]));
      expect(behind).toStrictEqual(await keeper.changes(review, 3));
      expect(await seqsOf(keeper)).toEqual(upTo(5));
      expect(storedIn(await keeper.append(review, 5, [memo('late')])).map(({ seq }) => seq)).toEqual([6]);
    }),
  );

  test(
    'whoever has seen more than there is is refused',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, memos(1, 2));
      await expect(keeper.append(review, 9, [memo('c3')])).rejects.toMatchObject({ code: 'file.damaged' });
      expect(await seqsOf(keeper)).toEqual(upTo(2));
    }),
  );

  test(
    'changes are stored all or none',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, memos(1, 1));
      const circle: { self?: unknown } = {};
      circle.self = circle;
      const unwritable = { ...memo('c3'), payload: circle };
      await expect(keeper.append(review, 1, [memo('c2'), unwritable])).rejects.toThrow();
      expect(await idsOf(keeper)).toEqual(['c1']);
    }),
  );

  test(
    'L14 the same change sent twice is stored once',
    at(async ({ keeper }) => {
      const [first] = storedIn(await keeper.append(review, 0, [memo('c1', 'first words')]));
      const again = storedIn(await keeper.append(review, 1, [memo('c1', 'other words')]));
      expect(again).toStrictEqual([first]);
      expect(await keeper.changes(review)).toStrictEqual([first]);
    }),
  );

  test(
    'L14 what is stored already is answered to one who is behind',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, memos(1, 5));
      const again = storedIn(await keeper.append(review, 0, memos(2, 3)));
      expect(again.map(({ id, seq }) => [id, seq])).toEqual([
        ['c2', 2],
        ['c3', 3],
      ]);
    }),
  );

  test(
    'L14 known and new changes together are each answered in their place',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, memos(1, 3));
      const mixed = storedIn(await keeper.append(review, 3, [memo('n1'), memo('c2'), memo('n2'), memo('n1')]));
      expect(mixed.map(({ id, seq }) => [id, seq])).toEqual([
        ['n1', 4],
        ['c2', 2],
        ['n2', 5],
        ['n1', 4],
      ]);
      expect(await idsOf(keeper)).toEqual(['c1', 'c2', 'c3', 'n1', 'n2']);
    }),
  );

  test(
    'L14 stored changes are found by their ids, in the order of the log',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, memos(1, 4));
      const asked = ['c4', 'nobody', 'c2', 'c4'].map((id) => asId<ChangeId>(id));
      expect((await keeper.known(review, asked)).map(({ seq }) => seq)).toEqual([2, 4]);
    }),
  );

  test(
    'nothing to append is appended without an error',
    at(async ({ keeper }) => {
      expect(storedIn(await keeper.append(review, 0, []))).toEqual([]);
      expect(await keeper.reviews()).toEqual([]);
    }),
  );

  test(
    'L2 what was acknowledged is there after reopening',
    at(async (place) => {
      const stored = storedIn(await place.keeper.append(review, 0, memos(1, 50)));
      const later = await place.reopened();
      expect(await later.reviews()).toEqual([review]);
      expect(await later.changes(review)).toStrictEqual(stored);
    }),
  );

  test(
    'L1 a thousand changes go in together',
    at(async ({ keeper }) => {
      for (let batch = 0; batch < 12; batch += 1) {
        await keeper.append(review, batch * 1000, memos(batch * 1000 + 1, batch * 1000 + 1000));
      }
      expect(await seqsOf(keeper)).toEqual(upTo(12_000));
    }),
  );

  test(
    'L1 two who append at the same time lose nothing',
    at(async (place) => {
      const other = await place.another();
      const write = async (who: string, keeper: typeof other) => {
        for (let n = 1; n <= 40; n += 1) await appendAll(keeper, memos(n * 2 - 1, n * 2, who));
      };
      await Promise.all([write('a', place.keeper), write('b', other)]);
      expect(await seqsOf(place.keeper)).toEqual(upTo(160));
      expect(new Set(await idsOf(other)).size).toBe(160);
      expect(await other.changes(review)).toStrictEqual(await place.keeper.changes(review));
      await other.close();
    }),
  );

  test(
    'L14 two who send the same changes at the same time store them once',
    at(async (place) => {
      const other = await place.another();
      const send = async (keeper: typeof other) => {
        for (let n = 1; n <= 30; n += 1) await appendAll(keeper, [memo(`c${n}`)]);
      };
      await Promise.all([send(place.keeper), send(other)]);
      expect((await idsOf(place.keeper)).sort()).toEqual(
        memos(1, 30)
          .map(({ id }) => id)
          .sort(),
      );
      await other.close();
    }),
  );

  test(
    'a review that is not held has no changes, records or snapshot',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, memos(1, 2));
      const other = asId<ReviewId>('another-review');
      expect(await keeper.changes(other)).toEqual([]);
      expect(await keeper.known(other, [asId<ChangeId>('c1')])).toEqual([]);
      expect(await keeper.pageOfRecords(other, { limit: 10 })).toEqual({ records: [], total: 0 });
      expect(await keeper.snapshot(other)).toBeUndefined();
    }),
  );

  test(
    'a second review is kept apart, or refused',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, memos(1, 2));
      const other = asId<ReviewId>('another-review');
      const done = await keeper.append(other, 0, [{ ...memo('o1'), by: ann }]).catch((error: unknown) => error);
      if (done instanceof StoreProblem) expect(done.code).toBe('review.unknown');
      else expect((await keeper.changes(other)).map(({ seq }) => seq)).toEqual([1]);
      expect(await seqsOf(keeper)).toEqual(upTo(2));
    }),
  );
}
