import { type ChangeId, type PersonId, type Review, asId, heldCounts, standing } from '@throughline/core';
import { suggestedStudies } from '@throughline/server/one-study/suggested';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, withReview } from '../opened.js';
import { Person } from '../testing/typed.js';

const six = ['ref-35', 'ref-41', 'ref-43', 'ref-44', 'ref-48', 'ref-49'];
const three = ['ref-16', 'ref-31', 'ref-40'];

let person: Person;
beforeAll(async () => {
  person = await Person.arrives();
  await person.types('demo', 'demo');
});
afterAll(() => person.leaves());

const opened = <T>(work: (opened: Opened) => Promise<T>): Promise<T> =>
  withReview(person.at('demo', 'link-workers.throughline'), work);
const suggested = ({ open: { id, review }, keeper }: Opened) => suggestedStudies({ id, keeper }, review);

let step = 0;
async function does({ open }: Opened, kind: string, payload: object): Promise<void> {
  step += 1;
  const proposal = { id: asId<ChangeId>(`told-${step}`), kind, version: 1, payload };
  const [answer] = await open.propose([proposal], asId<PersonId>('TL'));
  expect(answer).toHaveProperty('accepted');
}

/** What a suggestion must leave alone. */
const kept = (review: Review) => [standing(review.read.studies), standing(review.read.apart), heldCounts(review)];

describe('the founding review', () => {
  it('is suggested the three reports that its paper does not mark, beside the study that stands', async () => {
    await opened(async (at) => {
      const before = [at.open.head, kept(at.open.review)];
      const { suggestions } = await suggested(at);
      expect(suggestions.map(({ reports, grows }) => [reports, grows])).toEqual([[three, undefined]]);
      expect([at.open.head, kept(at.open.review)]).toEqual(before);
    });
  });

  it('is suggested the six reports by one group and the three, and no others, while nobody grouped any', async () => {
    await opened(async (at) => {
      await does(at, 'study.removed', { id: 'study-moffatt' });
      const { suggestions } = await suggested(at);
      expect(suggestions.map(({ reports }) => reports)).toEqual([six, three]);
      const [larger, smaller] = suggestions;
      expect(larger?.authors[0]).toEqual({ name: 'Moffatt S', reports: six });
      expect(smaller?.authors[0]).toEqual({ name: 'Mackenzie M', reports: three });
      expect(heldCounts(at.open.review).studies).toBe(21);
    });
  });

  it('is told where the six hang together by two authors only, and sees the halves once they are not one', async () => {
    await opened(async (at) => {
      const [larger] = (await suggested(at)).suggestions;
      expect(larger?.joint).toMatchObject({ a: 'ref-43', b: 'ref-48', authors: ['Wildman JM', 'Moffatt S'] });
      expect(larger?.parts).toEqual([
        ['ref-35', 'ref-43', 'ref-44'],
        ['ref-41', 'ref-48', 'ref-49'],
      ]);
      await does(at, 'not-one-study.made', { id: 'not-six', reports: six });
      await does(at, 'not-one-study.made', { id: 'not-three', reports: three, anyTwo: true });
      const { suggestions } = await suggested(at);
      expect(suggestions.map(({ reports, strength }) => [reports, strength])).toEqual([
        [['ref-35', 'ref-43', 'ref-44'], 'strong'],
        [['ref-41', 'ref-48', 'ref-49'], 'strong'],
      ]);
    });
  });

  it('is suggested to grow a study that stands', async () => {
    await opened(async (at) => {
      await does(at, 'not-one-study.removed', { id: 'not-six' });
      await does(at, 'study.made', { id: 'half', name: 'Newcastle', reports: six.slice(1, 5) });
      const { suggestions } = await suggested(at);
      expect(suggestions).toMatchObject([{ reports: six, grows: 'half', adds: ['ref-35', 'ref-49'] }]);
    });
  });
});
