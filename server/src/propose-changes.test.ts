import { memoryKeeper, startReview } from '@throughline/storage';
import { describe, expect, it } from 'vitest';
import { proposeAll } from './propose-changes.js';
import { Served } from './served.js';
import { ana, ben, done, proposal, reviewId } from './testing/review-file.js';

async function served() {
  const keeper = memoryKeeper();
  const open = await startReview(keeper, { title: 'Shared care', id: reviewId, by: ana.person, name: ana.name });
  await done(open, ana, proposal('person.made', { id: 'ben', role: 'reviewer', card: 'b'.repeat(64) }));
  return new Served(open, keeper, 'shared-care.throughline');
}
const draft = { id: 'n', about: 'shared-care', text: 'A private doubt', audience: 'author' };

describe('what a proposer is answered (L8)', () => {
  it('is their own change, sent twice', async () => {
    const review = await served();
    const memo = proposal('memo.made', draft);
    const [first] = await proposeAll(review, ben.person, [memo]);
    expect(await proposeAll(review, ben.person, [memo])).toEqual([first]);
    await review.close();
  });

  it('is never the change of another, whoever knows its id', async () => {
    const review = await served();
    const memo = proposal('memo.made', draft);
    await proposeAll(review, ben.person, [memo]);
    // A thing that is shared later tells the id of the change that made it.
    await proposeAll(review, ben.person, [
      proposal('memo.edited', { id: 'n', set: { audience: 'team', text: 'A doubt' } }),
    ]);
    const guessed = await proposeAll(review, ana.person, [proposal('level.made', {}, { id: memo.id })]);
    expect(JSON.stringify(guessed)).not.toContain('private');
    expect(guessed).toEqual([{ refused: { code: 'thing.exists', values: { thing: 'change', id: memo.id } } }]);
    await review.close();
  });
});
