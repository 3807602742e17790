import { setTimeout as pause } from 'node:timers/promises';
import { type ReviewId, asId } from '@throughline/core';
import { expect, test, vi } from 'vitest';
import type { Keeper, Part } from '../contract.js';
import { type Copied, copyReview } from '../copy-review.js';
import { sha256Of } from '../hash.js';
import { memoryKeeper } from '../memory.js';
import { memo, memos, record, review, seqsOf, upTo } from './made-up.js';
import type { At } from './under-test.js';

const paper = new TextEncoder().encode('%PDF-1.7 a paper');
const taken = new TextEncoder().encode('%PDF-1.7 a paper that was withdrawn');
const hashes = [sha256Of(paper), sha256Of(taken)];

/** A review with something of every sort, in memory. */
async function elsewhere(): Promise<Keeper> {
  const keeper = memoryKeeper();
  const contents = [
    { hash: sha256Of(paper), bytes: paper, name: 'a\u0000b.pdf' },
    { hash: sha256Of(taken), bytes: taken },
  ];
  // What a store might cut off at a zero, or lose.
  const records = [
    record('r2', { title: 'Held' }, 'i1'),
    { ...record('r1', { title: 'Told\u0000' }), raw: '\u0000a\u0000' },
  ];
  await keeper.append(review, 0, memos(1, 30), { records, contents });
  const why = 'because\u0000of';
  const withdraw = [{ hash: sha256Of(taken), reason: why }];
  await keeper.append(review, 30, [{ ...memo('c31'), because: why }], { withdraw });
  return keeper;
}

async function partsIn(keeper: Keeper): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const part of keeper.parts(review)) parts.push(part);
  return parts;
}

async function* each(parts: readonly Part[]): AsyncGenerator<Part> {
  yield* parts;
}

/** All that is held, however it was cut in pieces. */
async function whole(keeper: Keeper) {
  const parts = await partsIn(keeper);
  const contents = parts.flatMap((part) => ('content' in part ? [part.content] : []));
  return {
    changes: parts.flatMap((part) => ('changes' in part ? part.changes : [])),
    records: parts.flatMap((part) => ('records' in part ? part.records : [])),
    contents: contents.map((content) => ('bytes' in content ? { ...content, bytes: [...content.bytes] } : content)),
  };
}

/** A review out of a keeper and into one. */
export function moving(at: At): void {
  test(
    'a review that is moved in is the same in all it holds',
    at(async ({ keeper, reopened }) => {
      const from = await elsewhere();
      await copyReview(from, keeper, review);
      const again = await reopened();
      expect(await again.reviews()).toEqual([review]);
      expect(await again.changes(review)).toStrictEqual(await from.changes(review));
      expect(await again.pageOfRecords(review, { limit: 9 })).toMatchObject({
        records: (await from.pageOfRecords(review, { limit: 9 })).records,
        total: 2,
      });
      expect((await again.pageOfRecords(review, { text: 'held', limit: 9 })).total).toBe(1);
      for (const hash of hashes) expect(await again.content(hash)).toEqual(await from.content(hash));
      expect(await whole(again)).toStrictEqual(await whole(from));
      expect(await again.integrity()).toEqual([]);
      await again.append(review, 31, [memo('c32')]);
      expect(await seqsOf(again)).toEqual(upTo(32));
    }),
  );

  test(
    'a review that is held already is not taken in again',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, memos(1, 3));
      const from = await elsewhere();
      await expect(copyReview(from, keeper, review)).rejects.toMatchObject({ code: 'file.exists' });
      expect(await seqsOf(keeper)).toEqual(upTo(3));
      for (const hash of hashes) expect(await keeper.content(hash)).toBeUndefined();
    }),
  );

  const altered = { content: { hash: sha256Of('other'), bytes: paper } };
  const broken: readonly (readonly [string, (parts: readonly Part[]) => readonly Part[]])[] = [
    ['L1 a log with a gap', ([, ...parts]) => [{ changes: gapped() }, ...parts]],
    ['L14 a change that comes twice', ([, ...parts]) => [{ changes: doubled() }, ...parts]],
    ['L7 bytes that are not their hash', (parts) => [...parts, altered]],
    ['a record that comes twice', ([log, records, ...parts]) => [log, records, records, ...parts] as Part[]],
    ['nothing at all', () => []],
  ];
  const gapped = () => memos(1, 4).map((change, n) => ({ ...change, seq: n < 2 ? n + 1 : n + 2 }));
  const doubled = () => [...memos(1, 2), memo('c1')].map((change, n) => ({ ...change, seq: n + 1 }));
  for (const [name, breaking] of broken) {
    test(
      `${name} is refused, and nothing of it stays`,
      at(async ({ keeper }) => {
        const parts = breaking(await partsIn(await elsewhere()));
        await expect(keeper.receive(review, each(parts))).rejects.toMatchObject({ code: 'file.damaged' });
        await expectNothing(keeper);
      }),
    );
  }

  test(
    'a move that breaks off leaves nothing, and can be made again',
    at(async ({ keeper }) => {
      const from = await elsewhere();
      const stop = new AbortController();
      const options = { signal: stop.signal, onProgress: ({ records }: Copied) => records > 0 && stop.abort() };
      await expect(copyReview(from, keeper, review, options)).rejects.toMatchObject({ name: 'AbortError' });
      expect(await keeper.reviews()).toEqual([]);
      await copyReview(from, keeper, review);
      expect(await seqsOf(keeper)).toEqual(upTo(31));
    }),
  );

  test(
    'nobody sees half of a review, and who follows it hears when it is there',
    at(async (place) => {
      const other = await place.another();
      const heard = vi.fn();
      const stop = other.follow(review, heard);
      async function* slowly() {
        for await (const part of (await elsewhere()).parts(review)) {
          yield part;
          expect(await other.changes(review)).toEqual([]);
          expect(await place.keeper.reviews()).toEqual([]);
        }
      }
      await place.keeper.receive(review, slowly());
      expect(await seqsOf(other)).toEqual(upTo(31));
      await vi.waitFor(() => expect(heard).toHaveBeenCalled(), { timeout: 20_000 });
      stop();
      await other.close();
    }),
  );

  test(
    'what is read is of one moment while others write, and whoever breaks off lets go',
    at(async ({ keeper }) => {
      const add = (n: number) =>
        keeper.append(review, n * 5, memos(n * 5 + 1, n * 5 + 5), { records: [record(`r${n}`)] });
      await add(0);
      let written = 1;
      for await (const part of keeper.parts(review)) {
        expect(part).toHaveProperty('changes');
        break;
      }
      let writing = true;
      const writer = (async () => {
        for (; writing; written += 1) await add(written).then(() => pause(1));
      })();
      for (let n = 0; n < 5; n += 1) {
        const { changes, records } = await whole(keeper);
        expect(changes.map(({ seq }) => seq)).toEqual(upTo(records.length * 5));
      }
      writing = false;
      await writer;
      expect(await seqsOf(keeper)).toEqual(upTo(written * 5));
    }),
  );

  test(
    'a review that is not held cannot be moved out',
    at(async ({ keeper }) => {
      await keeper.append(review, 0, memos(1, 3));
      const copied = copyReview(keeper, memoryKeeper(), asId<ReviewId>('another'));
      await expect(copied).rejects.toMatchObject({ code: 'review.unknown' });
    }),
  );
}

async function expectNothing(keeper: Keeper): Promise<void> {
  expect(await keeper.reviews()).toEqual([]);
  expect(await keeper.changes(review)).toEqual([]);
  for (const hash of hashes) expect(await keeper.content(hash)).toBeUndefined();
  await keeper.append(review, 0, memos(1, 2));
  expect(await seqsOf(keeper)).toEqual([1, 2]);
}
