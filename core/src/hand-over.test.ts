import { describe, expect, it } from 'vitest';
import { type Telling, withRecords } from '../test/telling.js';
import type { SeenChange } from './change.js';
import { works } from './gather/duplicates.js';
import { ShareBeginning, isSameChange, proposedFrom } from './hand-over.js';
import { type PersonId, asId } from './ids.js';
import { type Review, apply, fold } from './review.js';
import { lastSet } from './thing.js';

const bh = asId<PersonId>('BH');
const lead = { person: asId<PersonId>('AT'), role: 'lead', holder: true } as const;

/** A review with a criterion, and a share of all of it. */
function handedOver(): { telling: Telling; share: Review; log: readonly SeenChange[] } {
  const telling = withRecords(4).does('AT', 'criterion.made', {
    id: 'k',
    sort: 'inclusion',
    heading: 'Who',
    text: 'Adults',
    order: 1,
  });
  const handing = { person: bh, stage: 'title-abstract', percent: 100, seed: 's' } as const;
  const beginning = new ShareBeginning(telling.review, handing, lead);
  for (const change of telling.log) beginning.take(change);
  return { telling, share: fold(beginning.changes), log: beginning.changes };
}

const change = (kind: string, payload: object, more: Partial<SeenChange> = {}): SeenChange => ({
  ...{ id: asId('x'), kind, version: 1, payload, by: bh, at: '2024-02-01T00:00:00.000Z' },
  ...more,
});

describe('a share begins', () => {
  it('with what its person may see of floor, plan and gather, and with nothing else', () => {
    const { telling } = handedOver();
    telling
      .does('AT', 'vote.made', { id: 'v', record: 'r.1', stage: 'title-abstract', answer: 'include' })
      .does('AT', 'memo.made', { id: 'm', about: 'k', text: 'For all', audience: 'team' })
      .does('AT', 'count.made', { id: 'n', of: 'screened', value: 4, source: 'The paper' });
    const beginning = new ShareBeginning(
      telling.review,
      { person: bh, stage: 'title-abstract', percent: 50, seed: 's' },
      lead,
    );
    for (const each of telling.log) beginning.take(each);
    const kinds = beginning.changes.map(({ kind }) => kind);
    expect(kinds).not.toEqual(expect.arrayContaining(['vote.made']));
    expect(new Set(kinds)).toEqual(
      new Set(['review.made', 'person.made', 'source.made', 'source.imported', 'criterion.made']),
    );
    expect(beginning.works).toBe(2);
    expect(fold(beginning.changes).gather.records.size).toBe(2);
  });

  it('with changes that have no place in the log', () => {
    const { telling } = handedOver();
    const beginning = new ShareBeginning(
      telling.review,
      { person: bh, stage: 'title-abstract', percent: 100, seed: 's' },
      lead,
    );
    for (const [at, each] of telling.log.entries()) beginning.take({ ...each, seq: at + 1 } as SeenChange);
    expect(JSON.stringify(beginning.changes)).not.toContain('"seq"');
  });
});

describe('a share of a review whose duplicates were grouped', () => {
  const beginningOf = (telling: Telling, percent: number) => {
    const handing = { person: bh, stage: 'title-abstract', percent, seed: 's' } as const;
    const beginning = new ShareBeginning(telling.review, handing, lead);
    for (const each of telling.log) beginning.take(each);
    return beginning;
  };
  const regrouped = () =>
    withRecords(9)
      .does('AT', 'duplicates.found', {
        groups: [
          { id: 'g1', records: ['r.1', 'r.2'] },
          { id: 'g2', records: ['r.3', 'r.4'] },
          { id: 'g3', records: ['r.5', 'r.6', 'r.7'] },
        ],
      })
      .does('AT', 'duplicate-groups.merged', { id: 'm', from: ['g1', 'g2'], records: ['r.1', 'r.2', 'r.3', 'r.4'] })
      .does('AT', 'duplicate-group.split', {
        id: 'g3',
        parts: [{ group: 'p', records: ['r.5', 'r.7'] }, { records: ['r.6'] }],
        distinct: 'd',
      });

  it('has its groups as they stand, by the changes that made them, and none that went', () => {
    const telling = regrouped();
    const share = fold(beginningOf(telling, 100).changes);
    expect(share.conflicts).toEqual([]);
    expect([...share.gather.groups]).toEqual(['m', 'p'].map((id) => telling.review.gather.groups.get(id)));
    expect([...share.gather.distinct]).toEqual([...telling.review.gather.distinct]);
  });

  it('has of each change only what is about its records', () => {
    const telling = regrouped();
    for (const percent of [20, 40, 60, 80]) {
      const beginning = beginningOf(telling, percent);
      const share = fold(beginning.changes);
      const inside = new Set<string>(beginning.records);
      expect(share.conflicts).toEqual([]);
      expect([...share.gather.groups].flatMap(({ records }) => records).every((id) => inside.has(id))).toBe(true);
      expect(works(share).map(({ records }) => records.map(({ id }) => id))).toEqual(
        works(telling.review)
          .map(({ records }) => records.map(({ id }) => id))
          .filter(([first]) => inside.has(first ?? '')),
      );
    }
  });
});

describe('what a change of a share proposes', () => {
  it('is what it did, with what stood in the share as what it saw (L5)', () => {
    const { share } = handedOver();
    const held = share.plan.criteria.get('k');
    const made = held?.trail.made.change;
    const edited = change('criterion.edited', { id: 'k', set: { text: 'All' } });
    expect(proposedFrom(share, edited)).toEqual({
      id: 'x',
      kind: 'criterion.edited',
      version: 1,
      payload: edited.payload,
      saw: { text: made },
    });
    const after = apply(share, edited);
    expect(proposedFrom(after, change('criterion.edited', { id: 'k', set: { text: 'Any' } })).saw).toEqual({
      text: 'x',
    });
    const said = { saw: { text: asId<SeenChange['id']>('earlier') } };
    expect(proposedFrom(after, { ...edited, ...said }).saw).toEqual(said.saw);
  });

  it('is refused where something was written on what it takes away', () => {
    const { telling, share } = handedOver();
    const removed = proposedFrom(share, change('criterion.removed', { id: 'k' }));
    expect(Object.keys(removed.saw ?? {})).toEqual(['sort', 'heading', 'text', 'order']);
    telling.does('AT', 'criterion.edited', { id: 'k', set: { text: 'Adults over 18' } });
    expect(telling.tries('BH', removed.kind, removed.payload as object, removed.saw)).toMatchObject({
      code: 'thing.changedSince',
      values: { id: 'k', field: 'text', present: 'Adults over 18', by: 'AT' },
    });
    // Who has seen it may.
    const seen = { text: lastSet(telling.review.plan.criteria.get('k') as never, 'text') };
    expect(telling.tries('BH', removed.kind, removed.payload as object, seen)).toBeUndefined();
  });

  it('is refused where an undo would take away what was written there since, by whomever', () => {
    const { telling } = handedOver();
    telling.does('BH', 'memo.made', { id: 'm', about: 'k', text: 'First', audience: 'team' });
    const [made, share] = [telling.last, telling.review];
    const writes = [{ do: 'remove', on: 'notes.memos', id: 'm' }];
    const undone = proposedFrom(share, change('change.undone', { change: made.id, writes }));
    telling.does('BH', 'memo.edited', { id: 'm', set: { text: 'Second' } });
    expect(telling.tries('BH', undone.kind, undone.payload as object, undone.saw)?.code).toBe('undo.laterWork');
    const plain = { change: made.id, writes };
    expect(telling.tries('BH', 'change.undone', plain)).toBeUndefined();
  });

  it('is the same change only where it says the same, by the same person', () => {
    const one = change('criterion.edited', { id: 'k', set: { text: 'All' } });
    expect(isSameChange(one, { ...one, at: 'later', saw: {} })).toBe(true);
    expect(isSameChange(one, { ...one, payload: { id: 'k', set: { text: 'Some' } } })).toBe(false);
    expect(isSameChange(one, { ...one, by: asId('AT') })).toBe(false);
    expect(isSameChange(change('later.kind', { a: 1 }), change('later.kind', { a: 2 }))).toBe(false);
  });
});
