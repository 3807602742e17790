import { type ImportId, asId } from '@throughline/core';
import { expect, test } from 'vitest';
import type { At } from './under-test.js';
import type { Keeper, RecordQuery } from '../contract.js';
import { memo, record, recordIds, review } from './made-up.js';

const shelf = [
  record(
    'skivington',
    { title: 'Delivering a primary care-based social prescribing initiative', journal: 'BJGP' },
    'i1',
  ),
  record('wildman', { title: 'Service-users’ perspectives of link worker social prescribing' }, 'i1'),
  record('sorensen', { authors: ['Sørensen, K', 'Núñez, M'], abstract: 'Naïve café-goers in Łódź.' }, 'i2'),
  record('tanaka', { title: '社会的処方の研究', abstract: 'Straße' }, 'i2'),
  record('bare', {}),
];

/** Pages of records, and search in them. */
export function searching(at: At): void {
  const found = async (keeper: Keeper, query: Omit<RecordQuery, 'limit'>) =>
    recordIds((await keeper.pageOfRecords(review, { ...query, limit: 50 })).records);
  const onShelf = (work: (keeper: Keeper) => Promise<void>) =>
    at(async ({ keeper }) => {
      await keeper.append(review, 0, [memo('c1')], { records: shelf });
      await work(keeper);
    });

  test(
    'pages go through all records in the order of import',
    at(async ({ keeper }) => {
      const many = Array.from({ length: 25 }, (_, n) => record(`z${25 - n}`));
      await keeper.append(review, 0, [memo('c1')], { records: many.slice(0, 10) });
      await keeper.append(review, 1, [memo('c2')], { records: many.slice(10) });
      const seen: string[] = [];
      let after: string | undefined;
      let pages = 0;
      do {
        const page = await keeper.pageOfRecords(review, { limit: 10, ...(after === undefined ? {} : { after }) });
        expect(page.total).toBe(25);
        seen.push(...recordIds(page.records));
        after = page.next;
        pages += 1;
      } while (after !== undefined);
      expect(seen).toEqual(recordIds(many));
      expect(pages).toBe(3);
    }),
  );

  test(
    'a page holds at most 200 records, and at least one',
    at(async ({ keeper }) => {
      const many = Array.from({ length: 200 }, (_, n) => record(`r${n}`));
      await keeper.append(review, 0, [memo('c1')], { records: many });
      const all = await keeper.pageOfRecords(review, { limit: 5000 });
      expect([all.records.length, all.next]).toEqual([200, undefined]);
      await keeper.append(review, 1, [memo('c2')], { records: [record('one-more')] });
      expect((await keeper.pageOfRecords(review, { limit: 5000 })).next).toBeDefined();
      expect((await keeper.pageOfRecords(review, { limit: 0 })).records).toHaveLength(1);
    }),
  );

  test(
    'all words are found, in any order',
    onShelf(async (keeper) => {
      expect(await found(keeper, { text: 'prescribing social' })).toEqual(['skivington', 'wildman']);
      expect(await found(keeper, { text: 'social worker prescribing' })).toEqual(['wildman']);
      expect(await found(keeper, { text: 'social elephants' })).toEqual([]);
    }),
  );

  test(
    'a word is found from its beginning, not from its middle',
    onShelf(async (keeper) => {
      expect(await found(keeper, { text: 'presc' })).toEqual(['skivington', 'wildman']);
      expect(await found(keeper, { text: 'scribing' })).toEqual([]);
    }),
  );

  test(
    'accents and case do not matter',
    onShelf(async (keeper) => {
      for (const text of ['sorensen', 'SØRENSEN', 'nunez', 'NÚÑEZ', 'Nu\u0301n\u0303ez', 'cafe', 'lodz naive']) {
        expect([text, await found(keeper, { text })]).toEqual([text, ['sorensen']]);
      }
      expect(await found(keeper, { text: 'strasse' })).toEqual(['tanaka']);
      expect(await found(keeper, { text: '処方' })).toEqual(['tanaka']);
    }),
  );

  test(
    'journal, authors, title and abstract are searched, and nothing else',
    onShelf(async (keeper) => {
      expect(await found(keeper, { text: 'bjgp' })).toEqual(['skivington']);
      expect(await found(keeper, { text: 'JOUR' })).toEqual([]);
    }),
  );

  test(
    'signs in a query are not commands',
    onShelf(async (keeper) => {
      for (const text of [
        '"',
        '*',
        "'",
        'AND',
        'social" OR "x',
        'words:social',
        '^social',
        '(social',
        '%',
        'NOT social',
      ]) {
        await expect(keeper.pageOfRecords(review, { text, limit: 5 })).resolves.toBeDefined();
      }
      expect(await found(keeper, { text: '"social" -prescribing*' })).toEqual(['skivington', 'wildman']);
      expect(await found(keeper, { text: ' ;-) ' })).toHaveLength(5);
    }),
  );

  test(
    'the records of one import are asked for, with or without words',
    onShelf(async (keeper) => {
      const from = (id: string) => ({ import: asId<ImportId>(id) });
      expect(await found(keeper, from('i1'))).toEqual(['skivington', 'wildman']);
      expect(await found(keeper, { ...from('i1'), text: 'link' })).toEqual(['wildman']);
      expect(await found(keeper, { ...from('i2'), text: 'link' })).toEqual([]);
      expect(await found(keeper, from('nobody'))).toEqual([]);
    }),
  );

  test(
    'pages go through what was found',
    onShelf(async (keeper) => {
      const first = await keeper.pageOfRecords(review, { text: 'social', limit: 1 });
      expect([recordIds(first.records), first.total]).toEqual([['skivington'], 2]);
      const second = await keeper.pageOfRecords(review, { text: 'social', limit: 1, after: first.next ?? '' });
      expect([recordIds(second.records), second.next]).toEqual([['wildman'], undefined]);
    }),
  );
}
