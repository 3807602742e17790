import { type ChangeId, type PersonId, type ReviewId, aboutReview, asId, roleOf } from '@throughline/core';
import { expect, test } from 'vitest';
import { sha256Of } from './hash.js';
import { memoryKeeper } from './memory.js';
import { namesOf, personCard } from './people.js';
import { startReview } from './start-review.js';

const ann = asId<PersonId>('ann');
const id = asId<ReviewId>('r');

test('a review starts with its title and its lead', async () => {
  const keeper = memoryKeeper();
  const open = await startReview(keeper, { title: 'Link workers', invented: true, by: ann, name: 'Ann Ólafsdóttir' });
  expect(aboutReview(open.review)).toMatchObject({ id: open.id, title: 'Link workers', invented: true });
  expect(roleOf(open.review, ann)).toBe('lead');
  expect(await namesOf(keeper, open.review)).toEqual({ ann: 'Ann Ólafsdóttir' });
  expect(await keeper.reviews()).toEqual([open.id]);
  expect((await keeper.changes(open.id)).map(({ kind }) => kind)).toEqual(['review.made', 'person.made']);
});

test('L17 no name is in the log, and a withdrawn card takes it away', async () => {
  const keeper = memoryKeeper();
  const open = await startReview(keeper, { title: 'T', id, by: ann, name: 'Ann Ólafsdóttir' });
  expect(JSON.stringify(await keeper.changes(id))).not.toContain('Ólafsdóttir');
  const card = open.review.floor.people.get(ann)?.card;
  const payload = { id: 'w1', content: card, reason: 'asked' };
  await open.propose([{ id: asId<ChangeId>('w'), kind: 'withdrawal.made', version: 1, payload }], ann, {
    beside: { withdraw: [{ hash: card ?? sha256Of(''), reason: 'asked' }] },
  });
  expect(await namesOf(keeper, open.review)).toEqual({});
});

test('given all its ids, the same review is made again', async () => {
  const beginning = {
    title: 'T',
    id,
    by: ann,
    name: 'Ann',
    salt: 's',
    at: '2026-01-01T00:00:00.000Z',
    changes: ['c1', 'c2'].map((each) => asId<ChangeId>(each)) as [ChangeId, ChangeId],
  };
  const logs = await Promise.all(
    [memoryKeeper(), memoryKeeper()].map(async (keeper) => {
      await startReview(keeper, beginning);
      return keeper.changes(id);
    }),
  );
  expect(logs[0]).toEqual(logs[1]);
});

test('a review is not started twice', async () => {
  const keeper = memoryKeeper();
  await startReview(keeper, { title: 'T', id, by: ann, name: 'Ann' });
  await expect(startReview(keeper, { title: 'U', id, by: ann, name: 'Ann' })).rejects.toMatchObject({
    code: 'file.exists',
  });
});

test('a title that says nothing is refused, and nothing is stored', async () => {
  const keeper = memoryKeeper();
  await expect(startReview(keeper, { title: '  ', by: ann, name: 'Ann' })).rejects.toMatchObject({
    refusal: { code: 'change.payloadInvalid' },
  });
  expect(await keeper.reviews()).toEqual([]);
});

test('a card’s hash is that of its bytes, and differs by its salt', () => {
  const { hash, bytes } = personCard('Ann', 'salt');
  expect(hash).toBe(sha256Of(bytes));
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual({ name: 'Ann', salt: 'salt' });
  expect(personCard('Ann', 'other').hash).not.toBe(hash);
});
