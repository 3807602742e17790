import { type PersonId, type ReviewId, type SeenChange, asId } from '@throughline/core';
import { MemoryStore, type ReviewStore, memoryKeeper } from '@throughline/storage';
import { expect, it } from 'vitest';
import { recount } from './recount.js';

const review = asId<ReviewId>('r');
const change = (id: string): SeenChange => ({
  ...{ id: asId<SeenChange['id']>(id), kind: 'memo.made', version: 1, payload: {}, by: asId<PersonId>('ann') },
  at: '2026-03-01T09:00:00.000Z',
});

async function holding(...ids: string[]): Promise<Pick<ReviewStore, 'keeper'>> {
  const store = new MemoryStore();
  await memoryKeeper(store).append(review, 0, ids.map(change));
  return { keeper: async () => memoryKeeper(store) };
}

const isOurs = (id: string) => id.startsWith('bench-');

it('finds nothing wrong where everything that was told is in the log once', async () => {
  const store = await holding('begin', 'bench-1', 'bench-2');
  expect(await recount(store, review, ['bench-2', 'bench-1'], isOurs)).toEqual({
    ...{ lost: 0, doubled: 0, gaps: 0, unasked: 0 },
  });
});

it('finds what was lost, what was told twice, and what nobody was told of', async () => {
  const store = await holding('begin', 'bench-1', 'bench-2');
  expect(await recount(store, review, ['bench-1', 'bench-1', 'bench-3'], isOurs)).toEqual({
    ...{ lost: 1, doubled: 1, gaps: 0, unasked: 1 },
  });
});
