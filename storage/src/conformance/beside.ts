import { type RecordId, asId } from '@throughline/core';
import { expect, test } from 'vitest';
import type { Keeper, RecordPage } from '../contract.js';
import type { At } from './under-test.js';
import { sha256Of } from '../hash.js';
import { memo, memos, record, recordIds, review, seqsOf, upTo } from './made-up.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const paper = bytes('%PDF-1.7 the words of the paper');
const hash = sha256Of(paper);
/** Asks until every record was searched, as whoever searches right after a large import may. */
async function searchedAll(keeper: Keeper, text: string): Promise<RecordPage> {
  for (;;) {
    const page = await keeper.pageOfRecords(review, { text, limit: 3 });
    if (page.unsearched === undefined) return page;
    expect(page.unsearched).toBeGreaterThan(0);
  }
}

const ids = (...of: string[]) => of.map((id) => asId<RecordId>(id));

/** What is written in the same transaction as the changes: L7 and L17. Snapshots: L12. */
export function beside(at: At): void {
  test(
    'L7 records come back as they were given, in the order asked',
    at(async ({ keeper }) => {
      const given = [record('r1', { title: 'One', year: 2020 }, 'i1'), record('r2', { abstract: '\u0000“x”' })];
      await keeper.append(review, 0, [memo('c1')], { records: given });
      expect(await keeper.records(review, ids('r2', 'nobody', 'r1'))).toStrictEqual([given[1], given[0]]);
    }),
  );

  test(
    'L7 a record whose reference comes as its JSON text is the same record',
    at(async ({ keeper }) => {
      const given = record('r1', { title: '\u0000“One”', year: 2020 }, 'i1');
      await keeper.append(review, 0, [memo('c1')], {
        records: [{ ...given, reference: JSON.stringify(given.reference) }],
      });
      expect(await keeper.records(review, ids('r1'))).toStrictEqual([given]);
    }),
  );

  test(
    'L7 records that come in pieces are there with their change, in their order, and not before',
    at(async ({ keeper }) => {
      const pieces = [[record('r1'), record('r2')], [], [record('r3', { title: 'Three' }, 'i1')]];
      const inPieces = {
        async *[Symbol.asyncIterator]() {
          for (const piece of pieces) {
            expect((await keeper.pageOfRecords(review, { limit: 10 })).total).toBe(0);
            yield piece;
          }
        },
      };
      await keeper.append(review, 0, [memo('c1')], { records: inPieces });
      expect(recordIds((await keeper.pageOfRecords(review, { limit: 10 })).records)).toEqual(['r1', 'r2', 'r3']);
      expect(await keeper.records(review, ids('r3'))).toStrictEqual([pieces[2]?.[0]]);
    }),
  );

  test(
    'L7 records that break off are none, nor the change with them',
    at(async ({ keeper }) => {
      const broken = {
        async *[Symbol.asyncIterator]() {
          yield [record('r1')];
          throw new RangeError('the file ended');
        },
      };
      await expect(keeper.append(review, 0, [memo('c1')], { records: broken })).rejects.toThrow(RangeError);
      expect(await keeper.changes(review)).toEqual([]);
      const other = {
        async *[Symbol.asyncIterator]() {
          yield [record('r2')];
        },
      };
      await keeper.append(review, 0, [memo('c2')], { records: other });
      expect(recordIds((await keeper.pageOfRecords(review, { limit: 10 })).records)).toEqual(['r2']);
    }),
  );

  test(
    'L7 records in pieces wait for an append that was behind',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, [memo('c1')]);
      const pieces = {
        async *[Symbol.asyncIterator]() {
          yield [record('r1')];
        },
      };
      const behind = await keeper.append(review, 0, [memo('c2')], { records: pieces });
      expect('behind' in behind).toBe(true);
      expect((await keeper.pageOfRecords(review, { limit: 10 })).total).toBe(0);
      await keeper.append(review, 1, [memo('c2')], { records: pieces });
      expect(recordIds((await keeper.pageOfRecords(review, { limit: 10 })).records)).toEqual(['r1']);
    }),
  );

  test(
    'L7 a record is never edited',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, [memo('c1')], { records: [record('r1', { title: 'As it came' })] });
      await keeper.append(review, 1, [memo('c2')], { records: [record('r1', { title: 'Edited' }), record('r2')] });
      const [first] = await keeper.records(review, ids('r1'));
      expect(first?.reference.title).toBe('As it came');
      expect((await keeper.pageOfRecords(review, { limit: 10 })).total).toBe(2);
      expect((await keeper.pageOfRecords(review, { text: 'edited', limit: 10 })).total).toBe(0);
    }),
  );

  test(
    'L7 contents come back by their hash',
    at(async ({ keeper }) => {
      const unnamed = bytes('');
      const contents = [
        { hash, bytes: paper, name: 'Skivington 2018.pdf' },
        { hash: sha256Of(unnamed), bytes: unnamed },
      ];
      await keeper.append(review, 0, [memo('c1')], { contents });
      const found = await keeper.content(hash);
      expect(found).toMatchObject({ name: 'Skivington 2018.pdf' });
      expect(found && 'bytes' in found && [...found.bytes]).toEqual([...paper]);
      const empty = await keeper.content(sha256Of(unnamed));
      expect(empty && 'bytes' in empty && empty.bytes.length).toBe(0);
      expect(await keeper.content(sha256Of('nobody'))).toBeUndefined();
    }),
  );

  test(
    'L7 bytes under another hash are not taken, nor the changes with them',
    at(async ({ keeper }) => {
      const contents = [{ hash: sha256Of('other'), bytes: paper }];
      await expect(keeper.append(review, 0, [memo('c1')], { contents })).rejects.toThrow(TypeError);
      expect(await keeper.changes(review)).toEqual([]);
    }),
  );

  test(
    'nothing beside is written where the caller was behind',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, memos(1, 3));
      const all = { records: [record('r1')], contents: [{ hash, bytes: paper }] };
      await keeper.append(review, 1, [memo('late')], all);
      expect(await keeper.records(review, ids('r1'))).toEqual([]);
      expect(await keeper.content(hash)).toBeUndefined();
    }),
  );

  test(
    'L14 what was beside a stored change is not written again',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, [memo('c1')], { contents: [{ hash, bytes: paper }] });
      await keeper.append(review, 1, [memo('c1')], { withdraw: [{ hash, reason: 'by mistake' }] });
      expect(await keeper.content(hash)).toHaveProperty('bytes');
    }),
  );

  test(
    'L17 what is withdrawn leaves its hash and the reason',
    at(async (place) => {
      await place.keeper.append(review, 0, [memo('c1')], { contents: [{ hash, bytes: paper, name: 'a.pdf' }] });
      const never = sha256Of('never held here');
      const reason = 'the publisher asked for it';
      const withdraw = [
        { hash, reason },
        { hash: never, reason: 'held elsewhere' },
      ];
      await place.keeper.append(review, 1, [memo('c2')], { withdraw });
      expect(await place.keeper.content(hash)).toStrictEqual({ withdrawn: reason });
      expect(await place.keeper.content(never)).toStrictEqual({ withdrawn: 'held elsewhere' });
      await place.keeper.append(review, 2, [memo('c3')], { contents: [{ hash, bytes: paper }] });
      expect(await (await place.reopened()).content(hash)).toStrictEqual({ withdrawn: reason });
    }),
  );

  test(
    'L7 twenty thousand records go in with one change',
    at(async ({ keeper }) => {
      const many = Array.from({ length: 20_000 }, (_, n) => record(`r${n}`, { title: `Study ${n}` }, 'big'));
      await keeper.append(review, 0, [memo('c1')], { records: many });
      const page = await keeper.pageOfRecords(review, { limit: 3 });
      expect(page.total).toBe(20_000);
      expect(recordIds(page.records)).toEqual(['r0', 'r1', 'r2']);
      expect((await searchedAll(keeper, 'study 19999')).total).toBe(1);
      expect(
        await keeper.records(
          review,
          many.slice(0, 5000).map(({ id }) => id),
        ),
      ).toHaveLength(5000);
    }),
  );

  test(
    'L12 the newest snapshot is kept, and may be dropped',
    at(async (place) => {
      await place.keeper.append(review, 0, memos(1, 5));
      await place.keeper.keepSnapshot(review, { seq: 3, edition: 'e1', frozen: '{"three":3}' });
      await place.keeper.keepSnapshot(review, { seq: 5, edition: 'e2', frozen: '{"five":5}' });
      const later = await place.reopened();
      expect(await later.snapshot(review)).toStrictEqual({ seq: 5, edition: 'e2', frozen: '{"five":5}' });
      await later.dropSnapshots();
      expect(await later.snapshot(review)).toBeUndefined();
      expect(await seqsOf(later)).toEqual(upTo(5));
    }),
  );

  test(
    'L12 a snapshot of what is not stored is not kept',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, memos(1, 2));
      await keeper.keepSnapshot(review, { seq: 3, edition: 'e', frozen: '{}' });
      expect(await keeper.snapshot(review)).toBeUndefined();
    }),
  );

  test(
    'a whole store gives no findings',
    at(async ({ keeper }) => {
      expect(await keeper.integrity()).toEqual([]);
      const all = { records: [record('r1')], contents: [{ hash, bytes: paper }] };
      await keeper.append(review, 0, memos(1, 20), all);
      await keeper.append(review, 20, [memo('c21')], { withdraw: [{ hash, reason: 'asked' }] });
      expect(await keeper.integrity()).toEqual([]);
    }),
  );
}
