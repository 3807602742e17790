import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { At } from './under-test.js';
import { sha256Of } from '../hash.js';
import { memo, memos, record, review, seqsOf, upTo } from './made-up.js';

const paper = new TextEncoder().encode('%PDF-1.7 a paper');
const taken = new TextEncoder().encode('%PDF-1.7 a paper that was withdrawn');

/** The keeper's own copy. */
export function copying(at: At): void {
  test(
    'a copy holds all that the keeper holds',
    at(async (place) => {
      const { keeper } = place;
      const contents = [
        { hash: sha256Of(paper), bytes: paper, name: 'paper.pdf' },
        { hash: sha256Of(taken), bytes: taken },
      ];
      await keeper.append(review, 0, memos(1, 30), { records: [record('r1', { title: 'Held' }, 'i1')], contents });
      await keeper.append(review, 30, [memo('c31')], { withdraw: [{ hash: sha256Of(taken), reason: 'asked' }] });
      const path = place.freePath();
      await keeper.copyTo(path);
      const copy = await place.openCopy(path);
      expect(await copy.reviews()).toEqual([review]);
      expect(await copy.changes(review)).toStrictEqual(await keeper.changes(review));
      expect(await copy.pageOfRecords(review, { text: 'held', limit: 9 })).toStrictEqual(
        await keeper.pageOfRecords(review, { text: 'held', limit: 9 }),
      );
      for (const { hash } of contents) expect(await copy.content(hash)).toEqual(await keeper.content(hash));
      expect(await copy.integrity()).toEqual([]);
      await copy.close();
    }),
  );

  test(
    'a copy goes its own way',
    at(async (place) => {
      await place.keeper.append(review, 0, memos(1, 3));
      const path = place.freePath();
      await place.keeper.copyTo(path);
      const copy = await place.openCopy(path);
      await copy.append(review, 3, [memo('there')]);
      await place.keeper.append(review, 3, memos(4, 6));
      expect(await seqsOf(copy)).toEqual(upTo(4));
      expect(await seqsOf(place.keeper)).toEqual(upTo(6));
      await copy.close();
    }),
  );

  test(
    'a copy made while the review is being written opens whole',
    at(async (place) => {
      let acknowledged = 0;
      let writing = true;
      const written = (async () => {
        for (let n = 0; writing; n += 1) {
          const records = [record(`r${n}`, { title: `Record ${n}` })];
          await place.keeper.append(review, acknowledged, memos(n * 5 + 1, n * 5 + 5), { records });
          acknowledged = n * 5 + 5;
          await pause(1);
        }
      })();
      for (let copies = 0; copies < 4; copies += 1) {
        const before = acknowledged;
        const path = place.freePath();
        await place.keeper.copyTo(path);
        const copy = await place.openCopy(path);
        const held = (await seqsOf(copy)).length;
        expect(held).toBeGreaterThanOrEqual(before);
        expect(held % 5).toBe(0);
        expect(await seqsOf(copy)).toEqual(upTo(held));
        expect((await copy.pageOfRecords(review, { limit: 1 })).total).toBe(held / 5);
        expect(await copy.integrity()).toEqual([]);
        await copy.close();
      }
      writing = false;
      await written;
    }),
  );

  test(
    'a copy is never made over what stands there',
    at(async (place) => {
      await place.keeper.append(review, 0, memos(1, 3));
      const path = place.freePath();
      await place.keeper.copyTo(path);
      await place.keeper.append(review, 3, memos(4, 4));
      await expect(place.keeper.copyTo(path)).rejects.toMatchObject({ code: 'file.exists' });
      const copy = await place.openCopy(path);
      expect(await seqsOf(copy)).toEqual(upTo(3));
      await copy.close();
    }),
  );

  test(
    'a copy into a folder that is not there is refused',
    at(async (place) => {
      await place.keeper.append(review, 0, memos(1, 1));
      const path = `${place.freePath()}-no-such-folder/copy.throughline`;
      await expect(place.keeper.copyTo(path)).rejects.toMatchObject({ code: 'file.folderMissing' });
    }),
  );
}
