import { describe, expect, it } from 'vitest';
import { type Telling, told, withRecords } from '../../test/telling.js';
import type { SeenChange } from '../change.js';
import { decideFor } from '../decide-for.js';
import { placedBy } from '../gather/grouping.js';
import { proposedFrom } from '../hand-over.js';
import { type RecordId, asId } from '../ids.js';
import { apply, fold, writesOf } from '../review.js';
import { freeze } from '../stored.js';
import { standing } from '../thing.js';
import { backwardsOf } from '../undo.js';
import { decisionOf, decisions, disagreements } from './decisions.js';
import { flow } from './flow.js';
import { nextToRead } from './to-read.js';

const votes = (telling: Telling, by: string, record: number, answer: string, stage = 'title-abstract') =>
  telling.does(by, 'vote.made', {
    id: `${by}.${record}.${stage}`,
    record: `r.${record}`,
    stage,
    answer,
    reason: 'who',
  });
const settles = (record: number, answer: string, over?: string[]) => ({
  ...{ id: `s${record}.${answer}`, record: `r.${record}`, stage: 'title-abstract', answer },
  ...(over === undefined ? {} : { over }),
});
const groups = (telling: Telling, ...records: number[]) =>
  telling.does('AT', 'duplicate-group.made', { id: 'g', records: records.map((each) => `r.${each}`) });
const splits = (telling: Telling) => {
  const parts = telling.review.gather.groups.get('g')?.records.map((record) => ({ records: [record] })) ?? [];
  return telling.does('AT', 'duplicate-group.split', { id: 'g', parts, distinct: 'd' });
};
const decided = ({ review }: Telling) => decisions(review).map(({ titleAbstract }) => titleAbstract);
const undoes = (telling: Telling, change: SeenChange) =>
  telling.tries('AT', 'change.undone', {
    change: change.id,
    writes: backwardsOf(telling.review, writesOf(change) ?? []),
  });

describe('votes on records that are grouped later', () => {
  it('meet, and part again when the group is split', () => {
    const telling = votes(votes(withRecords(2), 'AT', 1, 'include'), 'BH', 2, 'exclude');
    expect(decided(telling)).toEqual(['include', 'exclude']);
    expect(decided(groups(telling, 1, 2))).toEqual(['disagreement']);
    expect(disagreements(telling.review)).toHaveLength(1);
    expect(decided(splits(telling))).toEqual(['include', 'exclude']);
  });

  it('of one person that differ are a disagreement, and that agree are one reader', () => {
    const differing = groups(votes(votes(withRecords(2), 'AT', 1, 'include'), 'AT', 2, 'exclude'), 1, 2);
    expect(decided(differing)).toEqual(['disagreement']);
    differing.does('AT', 'vote.edited', { id: 'AT.2.title-abstract', set: { answer: 'include' } });
    expect(decided(differing)).toEqual(['include']);
    differing.does('AT', 'share.made', { id: 'share', stage: 'title-abstract', rule: 'double' });
    expect(nextToRead(differing.review, asId('BH'), 'title-abstract').works).toHaveLength(1);
  });

  it('meet after the full text, too', () => {
    const telling = votes(votes(withRecords(2), 'AT', 1, 'include'), 'AT', 1, 'include', 'full-text');
    votes(votes(telling, 'AT', 2, 'include'), 'BH', 2, 'exclude', 'full-text');
    expect(decisions(groups(telling, 1, 2).review)).toMatchObject([
      { titleAbstract: 'include', fullText: 'disagreement' },
    ]);
  });

  it('are one for each person from then on', () => {
    const telling = groups(votes(withRecords(3), 'AT', 1, 'include'), 1, 2);
    const second = { id: 'again', record: 'r.2', stage: 'title-abstract', answer: 'exclude' };
    expect(telling.tries('AT', 'vote.made', second)?.code).toBe('vote.twice');
    expect(telling.tries('BH', 'vote.made', second)).toBeUndefined();
    votes(telling, 'AT', 3, 'include');
    const moved = { id: 'AT.3.title-abstract', set: { record: 'r.2' } };
    expect(telling.tries('AT', 'vote.edited', moved)?.code).toBe('vote.twice');
    const within = { id: 'AT.1.title-abstract', set: { record: 'r.2' } };
    expect(telling.tries('AT', 'vote.edited', within)).toBeUndefined();
  });

  it('that were made in a share before these were grouped here both stand (L5)', () => {
    const telling = withRecords(2);
    const there = telling.review;
    const payload = { id: 'there', record: 'r.2', stage: 'title-abstract', answer: 'exclude' };
    const change: SeenChange = { id: asId('x'), kind: 'vote.made', version: 1, payload, by: asId('AT'), at: '' };
    const { saw } = proposedFrom(there, change);
    groups(votes(telling, 'AT', 1, 'include'), 1, 2);
    expect(
      telling.tries('AT', 'vote.made', payload, { record: placedBy(telling.review, asId('r.2')) as never })?.code,
    ).toBe('vote.twice');
    expect(telling.tries('AT', 'vote.made', payload, saw)).toBeUndefined();
    expect(decided(telling)).toEqual(['disagreement']);
  });

  it('both come back where one of them was taken away', () => {
    const telling = groups(votes(votes(withRecords(2), 'AT', 1, 'include'), 'AT', 2, 'exclude'), 1, 2);
    telling.does('AT', 'vote.removed', { id: 'AT.1.title-abstract' });
    expect(decided(telling)).toEqual(['exclude']);
    expect(undoes(telling, telling.last)).toBeUndefined();
    expect(decided(telling)).toEqual(['disagreement']);
  });
});

/** Two records, on which two people differ, settled in two ways, and grouped then. */
function settledTwice(): Telling {
  const telling = withRecords(2);
  for (const record of [1, 2]) votes(votes(telling, 'AT', record, 'include'), 'BH', record, 'exclude');
  telling.does('AT', 'settlement.made', settles(1, 'include')).does('AT', 'settlement.made', settles(2, 'exclude'));
  return groups(telling, 1, 2);
}

describe('settlements', () => {
  it('hold for all records of the work', () => {
    const telling = votes(votes(withRecords(2), 'AT', 1, 'include'), 'BH', 2, 'exclude');
    groups(telling, 1, 2).does('AT', 'settlement.made', settles(2, 'exclude'));
    expect(decided(telling)).toEqual(['exclude']);
    expect(decided(splits(telling))).toEqual(['include', 'exclude']);
  });

  it('that differ are a disagreement, until it is settled over them', () => {
    const telling = settledTwice();
    expect(decided(telling)).toEqual(['disagreement']);
    const again = { ...settles(1, 'exclude'), id: 'again' };
    expect(telling.tries('AT', 'settlement.made', { ...again, answer: 'include' })).toEqual({
      code: 'settle.over',
      values: { settlements: ['s2.exclude'] },
    });
    // The settlement of this very record is settled anew by saying so.
    telling.does('AT', 'settlement.made', again);
    expect(decided(telling)).toEqual(['exclude']);
    telling.does('AT', 'settlement.made', { ...settles(2, 'include', ['again']), id: 'third' });
    expect(decided(telling)).toEqual(['include']);
    expect(decided(splits(telling))).toEqual(['exclude', 'include']);
  });

  it('count again where what settled over them is taken away, or the work is split', () => {
    const telling = settledTwice().does('AT', 'settlement.made', { ...settles(1, 'include', ['s2.exclude']), id: 'x' });
    expect(decided(telling)).toEqual(['include']);
    expect(decided(splits(telling))).toEqual(['include', 'exclude']);
    expect(undoes(telling, telling.last)).toBeUndefined();
    telling.does('AT', 'settlement.removed', { id: 'x' });
    expect(decided(telling)).toEqual(['disagreement']);
  });

  it('that differ may be edited until they agree', () => {
    const telling = settledTwice().does('AT', 'settlement.edited', { id: 's1.include', set: { note: 'Ask again' } });
    telling.does('AT', 'settlement.edited', { id: 's2.exclude', set: { answer: 'include' } });
    expect(decided(telling)).toEqual(['include']);
    const back = { id: 's2.exclude', set: { answer: 'exclude' } };
    expect(telling.tries('AT', 'settlement.edited', back)?.code).toBe('settle.over');
  });

  it('tell nothing of themselves where votes are blind (L8)', () => {
    const telling = settledTwice();
    const proposal = {
      id: asId<SeenChange['id']>('p'),
      kind: 'settlement.made',
      version: 2,
      payload: settles(1, 'include'),
    };
    const verdict = decideFor(
      telling.review,
      { ...proposal, payload: { ...proposal.payload, id: 'n' } },
      {
        person: asId('BH'),
        role: 'reviewer',
      },
    );
    expect(verdict).toEqual({ refused: { code: 'settle.blind', values: {} } });
  });

  it('read as earlier programs stored them (L16)', () => {
    const telling = settledTwice();
    const review = fold(telling.log.map((change) => ({ ...change, version: 1 })));
    expect(freeze(review)).toBe(freeze(telling.review));
    expect(standing(review.screen.settlements)[0]).not.toHaveProperty('over');
    const made = telling.log.find(({ kind }) => kind === 'settlement.made') as SeenChange;
    expect([made.version, apply(review, { ...made, version: 3 }).newer]).toEqual([2, ['settlement.made 3']]);
  });
});

describe('what was decided of one record', () => {
  it('is what was decided of its work among all', () => {
    const telling = settledTwice();
    for (const record of ['r.1', 'r.2'].map(asId<RecordId>))
      expect(decisionOf(telling.review, record)).toEqual(decisions(telling.review)[0]);
    expect(decisionOf(telling.review, asId('r.9'))).toBeUndefined();
    expect(decisionOf(withRecords(1, 'bibliography').review, asId('r.1'))).toBeUndefined();
  });
});

describe('the flow', () => {
  it('counts no record of a bibliography as one that was identified', () => {
    const telling = withRecords(2).does('AT', 'source.made', { id: 'list', kind: 'bibliography', name: 'Our list' });
    const [imported] = telling.log.filter(({ kind }) => kind === 'source.imported');
    const records = [{ id: 'b.1', number: 1, lines: [1, 1], label: 'Okafor 2010' }];
    telling.does('AT', 'source.imported', { ...(imported?.payload as object), id: 'b', source: 'list', records });
    telling.does('AT', 'duplicate-group.made', { id: 'g', records: ['r.1', 'b.1'] });
    const { identified, duplicates, screened } = flow(telling.review).databases;
    expect([identified, duplicates, screened]).toMatchObject([{ value: 2 }, { value: 0 }, { value: 0 }]);
    expect(flow(told().review).databases.identified).toMatchObject({ value: 0 });
  });
});
