import {
  type ChangeId,
  type PersonId,
  type Proposal,
  type ReviewId,
  asId,
  emptyReview,
  fold,
  freeze,
} from '@throughline/core';
import { describe, expect, test, vi } from 'vitest';
import { memo, record } from './conformance/made-up.js';
import type { Keeper } from './contract.js';
import { sha256Of } from './hash.js';
import { MemoryStore, memoryKeeper } from './memory.js';
import { OpenReview, type ProposalResult } from './open-review.js';
import { startReview } from './start-review.js';

const ann = asId<PersonId>('ann');
const at = '2026-03-01T09:00:00.000Z';
const change = (id: string, kind: string, payload: object, saw?: Record<string, string>): Proposal => ({
  id: asId<ChangeId>(id),
  kind,
  version: 1,
  payload,
  ...(saw === undefined ? {} : { saw: saw as Record<string, ChangeId> }),
});
const memoMade = (id: string): Proposal =>
  change(id, 'memo.made', { id: `m-${id}`, about: 'trust', text: 'as written', audience: 'team' });
const sourceMade = (id: string) => change(`made-${id}`, 'source.made', { id, kind: 'database', name: 'MEDLINE' });
const renamed = (id: string, name: string, saw?: string) =>
  change(id, 'source.edited', { id: 's1', set: { name } }, saw === undefined ? undefined : { name: saw });

const started = (keeper: Keeper = memoryKeeper()) =>
  startReview(keeper, { title: 'Link workers', id: asId<ReviewId>('r'), by: ann, name: 'Ann', at });

const said = (results: readonly ProposalResult[]) =>
  results.map((result) => ('accepted' in result ? result.accepted.seq : result.refused.code));

describe('proposing', () => {
  test('L4 what is accepted is stored and folded, what is refused is neither', async () => {
    const keeper = memoryKeeper();
    const open = await started(keeper);
    const results = await open.propose(
      [memoMade('a'), change('b', 'memo.removed', { id: 'nobody' }), memoMade('c')],
      ann,
    );
    expect(said(results)).toEqual([3, 'thing.missing', 4]);
    expect(open.head).toBe(4);
    expect((await keeper.changes(open.id)).map(({ id }) => id).slice(2)).toEqual(['a', 'c']);
    expect(open.review.notes.memos.size).toBe(2);
  });

  test('each is decided on the review as it stands after those before it', async () => {
    const open = await started();
    const results = await open.propose([renamed('early', 'x'), sourceMade('s1'), renamed('later', 'Embase')], ann);
    expect(said(results)).toEqual(['thing.missing', 3, 4]);
    expect(open.review.gather.sources.get('s1')?.name).toBe('Embase');
  });

  test('who and when are stamped by the loop', async () => {
    const keeper = memoryKeeper();
    const made = await started(keeper);
    const open = await OpenReview.open(keeper, made.id, { now: () => new Date('2026-04-05T06:07:08.009Z') });
    await open.propose([memoMade('now')], ann);
    await open.propose([memoMade('then')], ann, { at });
    const [now, then] = await keeper.changes(open.id, 2);
    expect([now?.at, now?.by]).toEqual(['2026-04-05T06:07:08.009Z', 'ann']);
    expect(then?.at).toBe(at);
  });

  test('L14 the same proposal twice is stored once, in one call or in two', async () => {
    const keeper = memoryKeeper();
    const open = await started(keeper);
    expect(said(await open.propose([memoMade('a'), memoMade('a')], ann))).toEqual([3, 3]);
    expect(said(await open.propose([memoMade('a'), memoMade('b')], ann))).toEqual([3, 4]);
    expect(await keeper.changes(open.id)).toHaveLength(4);
  });

  test('L14 a stored proposal gets its change, though it would be refused today', async () => {
    const open = await started();
    await open.propose([sourceMade('s1')], ann);
    const [first] = await open.propose([renamed('e1', 'Embase', 'made-s1')], ann);
    await open.propose([renamed('e2', 'CINAHL', 'e1')], ann);
    expect(await open.propose([renamed('e1', 'Embase', 'made-s1')], ann)).toEqual([first]);
    expect(open.review.gather.sources.get('s1')?.name).toBe('CINAHL');
  });

  test('L5 the second to edit a field from the same state is refused, and shown both texts', async () => {
    const store = new MemoryStore();
    const one = await started(memoryKeeper(store));
    const two = await OpenReview.open(memoryKeeper(store), one.id);
    await one.propose([sourceMade('s1')], ann);
    await two.refresh();
    const results = await Promise.all([
      one.propose([renamed('e1', 'Embase', 'made-s1')], ann),
      two.propose([renamed('e2', 'CINAHL', 'made-s1')], ann),
    ]);
    expect(results.flatMap(said).sort()).toEqual([4, 'field.changedSince']);
    const refused = results.flat().find((result) => 'refused' in result);
    expect(refused).toMatchObject({ refused: { values: { field: 'name', present: 'Embase', proposed: 'CINAHL' } } });
  });

  test('a refusal is never for what others have changed meanwhile', async () => {
    const store = new MemoryStore();
    const one = await started(memoryKeeper(store));
    const keeper = memoryKeeper(store);
    keeper.follow = () => () => {};
    const deaf = await OpenReview.open(keeper, one.id);
    await one.propose([sourceMade('s1')], ann);
    expect(deaf.head).toBe(2);
    expect(said(await deaf.propose([renamed('e1', 'Embase')], ann))).toEqual([4]);
  });

  test('proposals with something beside them stand or fall together', async () => {
    const keeper = memoryKeeper();
    const open = await started(keeper);
    const bytes = new TextEncoder().encode('a file');
    const beside = { contents: [{ hash: sha256Of(bytes), bytes }], records: [record('rec-1')] };
    expect(said(await open.propose([memoMade('a'), renamed('b', 'x')], ann, { beside }))).toEqual([
      'thing.missing',
      'thing.missing',
    ]);
    expect([open.head, await keeper.content(sha256Of(bytes))]).toEqual([2, undefined]);
    expect(said(await open.propose([memoMade('a')], ann, { beside }))).toEqual([3]);
    expect(await keeper.content(sha256Of(bytes))).toEqual({ bytes });
  });

  test('calls are answered one after the other', async () => {
    const open = await started();
    const all = await Promise.all(Array.from({ length: 30 }, (_, n) => open.propose([memoMade(`n${n}`)], ann)));
    expect(all.flatMap(said)).toEqual(Array.from({ length: 30 }, (_, n) => n + 3));
  });

  test('a keeper that fails fails the call, and the next goes on', async () => {
    const keeper = memoryKeeper();
    const open = await started(keeper);
    const append = vi.spyOn(keeper, 'append').mockRejectedValueOnce(new Error('no power'));
    await expect(open.propose([memoMade('a')], ann)).rejects.toThrow('no power');
    append.mockRestore();
    expect(said(await open.propose([memoMade('a')], ann))).toEqual([3]);
  });

  test('where others are always first it is busy in the end', async () => {
    const keeper = memoryKeeper();
    const open = await started(keeper);
    const other = memo('other');
    vi.spyOn(keeper, 'append').mockImplementation(async () => ({ behind: [{ ...other, seq: open.head + 1 }] }));
    await expect(open.propose([memoMade('a')], ann)).rejects.toMatchObject({ code: 'file.busy' });
  });
});

describe('listening', () => {
  test('a listener hears each change in order, with the review before and after', async () => {
    const store = new MemoryStore();
    const one = await started(memoryKeeper(store));
    const two = await OpenReview.open(memoryKeeper(store), one.id);
    const heard: unknown[] = [];
    two.onChange((change, before, after) => {
      heard.push([change.id, before.notes.memos.size, after.notes.memos.size, two.review === after, two.head]);
    });
    await one.propose([memoMade('a'), memoMade('b')], ann);
    await two.propose([memoMade('c')], ann);
    expect(heard).toEqual([
      ['a', 0, 1, true, 3],
      ['b', 1, 2, true, 4],
      ['c', 2, 3, true, 5],
    ]);
  });

  test('a listener that throws harms nobody', async () => {
    const open = await started();
    const warned = new Promise((resolve) => process.once('warning', resolve));
    const others = vi.fn();
    open.onChange(() => {
      throw new Error('a broken listener');
    });
    open.onChange(others);
    expect(said(await open.propose([memoMade('a')], ann))).toEqual([3]);
    expect(others).toHaveBeenCalledTimes(1);
    expect(await warned).toMatchObject({ message: 'a broken listener' });
  });

  test('whoever stopped listening hears nothing', async () => {
    const open = await started();
    const heard = vi.fn();
    open.onChange(heard)();
    await open.propose([memoMade('a')], ann);
    expect(heard).not.toHaveBeenCalled();
  });

  test('a listener may propose', async () => {
    const open = await started();
    let more: Promise<unknown> = Promise.resolve();
    open.onChange(({ id }) => {
      if (id === 'a') more = open.propose([memoMade('b')], ann);
    });
    await open.propose([memoMade('a')], ann);
    await more;
    expect(open.review.notes.memos.size).toBe(2);
  });

  test('what others append is followed', async () => {
    const store = new MemoryStore();
    const one = await started(memoryKeeper(store));
    const two = await OpenReview.open(memoryKeeper(store), one.id);
    await one.propose([memoMade('a')], ann);
    await vi.waitFor(() => expect(two.review.notes.memos.size).toBe(1));
  });
});

describe('opening and closing', () => {
  test('a review that is not held is unknown', async () => {
    await expect(OpenReview.open(memoryKeeper(), asId<ReviewId>('r'))).rejects.toMatchObject({
      code: 'review.unknown',
    });
  });

  test('after closing nothing is proposed, and what was proposed before is done', async () => {
    const keeper = memoryKeeper();
    const open = await started(keeper);
    const last = open.propose([memoMade('a')], ann);
    await Promise.all([open.close(), open.close()]);
    expect(said(await last)).toEqual([3]);
    await expect(open.propose([memoMade('b')], ann)).rejects.toThrow('closed');
    expect(await keeper.changes(open.id)).toHaveLength(3);
  });

  const many = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => memoMade(`n${from + n}`));

  test('L12 a snapshot is left on closing after many changes, and not after few', async () => {
    const keeper = memoryKeeper();
    const open = await started(keeper);
    await open.propose(many(0, 198), ann);
    await open.close();
    expect(await keeper.snapshot(open.id)).toBeUndefined();
    const again = await OpenReview.open(keeper, open.id);
    await again.propose(many(198, 400), ann);
    await again.close();
    expect(await keeper.snapshot(open.id)).toMatchObject({ seq: 402 });
  });

  test('L12 a snapshot is written every two thousand changes', async () => {
    const keeper = memoryKeeper();
    const open = await started(keeper);
    for (let n = 0; n < 4100; n += 100) await open.propose(many(n, n + 100), ann);
    await vi.waitFor(async () => expect(await keeper.snapshot(open.id)).toMatchObject({ seq: 4002 }));
  });

  test('L12 the review is the same with a snapshot, without, with another edition’s and with a broken one', async () => {
    const keeper = memoryKeeper();
    const open = await started(keeper);
    await open.propose([...many(0, 300), sourceMade('s1')], ann);
    await open.close();
    await (await OpenReview.open(keeper, open.id)).propose([renamed('e1', 'Embase', 'made-s1')], ann);
    const whole = JSON.stringify(fold(await keeper.changes(open.id)));
    const reopened = async () => JSON.stringify((await OpenReview.open(keeper, open.id)).review);
    const kept = await keeper.snapshot(open.id);
    expect(kept?.seq).toBe(303);
    expect(await reopened()).toBe(whole);
    for (const bad of [
      { edition: 'another', frozen: freeze(emptyReview) },
      { frozen: '{"floor":' },
      { frozen: 'null' },
    ]) {
      await keeper.keepSnapshot(open.id, {
        seq: 303,
        ...{ edition: kept?.edition ?? '', frozen: kept?.frozen ?? '' },
        ...bad,
      });
      expect(await reopened()).toBe(whole);
    }
    await keeper.dropSnapshots();
    expect(await reopened()).toBe(whole);
  });
});
