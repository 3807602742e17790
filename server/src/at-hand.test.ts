import {
  type Change,
  type ChangeId,
  type PersonId,
  type Proposal,
  apply,
  asId,
  decide,
  emptyReview,
  freeze,
} from '@throughline/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsAtHand, travelOf, travelling } from './at-hand.js';

const records = (from: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${from}.${at + 1}`,
    number: at + 1,
    lines: [at + 1, at + 1],
    label: `Paper ${at}`,
  }));
const hash = 'a'.repeat(64);
const imported = (id: string) => ({
  id,
  source: 's',
  file: { name: 'a.ris', content: hash, bytes: 3 },
  format: 'ris',
  unread: 0,
  records: records(id, 4),
});

/** Small ids, so that things meet. */
const record = fc.constantFrom('i1.1', 'i1.2', 'i1.3', 'i2.1', 'i2.4');
const several = fc.uniqueArray(record, { minLength: 2, maxLength: 3 });
const report = fc.constantFrom('r1', 'r2');
const own = fc.constantFrom('x', 'y');
const stage = fc.constantFrom('title-abstract', 'full-text');
const act = (kind: string, payload: fc.Arbitrary<object>) => payload.map((each) => ({ kind, payload: each }));
const acts = fc.oneof(
  act('source.imported', fc.constantFrom('i1', 'i2').map(imported)),
  act(
    'report.made',
    fc.record({ id: report, record, label: fc.constant('L'), title: fc.constant('T'), authors: fc.constant([]) }),
  ),
  act('report.edited', fc.record({ id: report, set: fc.record({ record }) })),
  act('report.removed', fc.record({ id: report })),
  act('duplicate-group.made', fc.record({ id: own, records: several })),
  act('duplicate-group.edited', fc.record({ id: own, set: fc.record({ records: several }) })),
  act('duplicate-group.removed', fc.record({ id: own })),
  act('duplicates.found', fc.record({ groups: fc.array(fc.record({ id: own, records: several }), { maxLength: 2 }) })),
  act('duplicate-groups.merged', fc.record({ id: own, from: fc.array(own, { maxLength: 1 }), records: several })),
  act(
    'duplicate-group.split',
    fc.record({
      id: own,
      parts: fc.array(fc.record({ records: fc.tuple(record) }), { minLength: 2, maxLength: 3 }),
      distinct: own,
    }),
  ),
  act('distinct.made', fc.record({ id: own, records: several })),
  act('distinct.removed', fc.record({ id: own })),
  act(
    'vote.made',
    fc.record({ id: own, record, stage, answer: fc.constantFrom('include', 'maybe'), reason: fc.constant('no') }),
  ),
  act('vote.edited', fc.record({ id: own, set: fc.record({ answer: fc.constantFrom('include', 'maybe') }) })),
  act('vote.edited', fc.record({ id: own, set: fc.record({ record }) })),
  act('vote.removed', fc.record({ id: own })),
  act('level.made', fc.record({ id: own, name: fc.constant('Staff'), order: fc.constant(1) })),
  act(
    'claim.made',
    fc.record({
      id: own,
      text: fc.constant('C'),
      order: fc.constant(1),
      home: fc.record({ on: fc.constant('level'), id: own }),
      support: fc.array(fc.record({ by: fc.constant('background'), record }), { maxLength: 2 }),
    }),
  ),
  act('claim.removed', fc.record({ id: own })),
);

const ana = asId<PersonId>('ana');
const begin = [
  { kind: 'review.made', payload: { id: 'r', title: 'T' } },
  { kind: 'person.made', payload: { id: 'ana', role: 'lead', card: hash } },
  { kind: 'source.made', payload: { id: 's', kind: 'database', name: 'M' } },
  { kind: 'source.imported', payload: imported('i1') },
];

/** Accepted changes, and now and then one that the gate would have refused: a log may hold what no longer applies (L3). */
function* log(after: readonly { kind: string; payload: object }[], forced: readonly boolean[]) {
  let review = emptyReview;
  for (const [at, { kind, payload }] of [...begin, ...after].entries()) {
    const proposal: Proposal = { id: asId<ChangeId>(`c${at}`), kind, version: 1, payload };
    if ('refused' in decide(review, proposal, ana) && forced[at] !== true) continue;
    const change: Change = { ...proposal, by: ana, at: '2025-01-01T00:00:00.000Z', seq: at + 1 };
    const before = review;
    review = apply(review, change);
    yield { before, change, after: review };
  }
}

describe('L8 what travels', () => {
  it('stays what it is when the browser is told, or told of numbers alone', () => {
    const seen = { tell: 0, numbers: 0, again: 0 };
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 25 }), fc.array(fc.boolean(), { maxLength: 30 }), (after, forced) => {
        for (const { before, change, after: now } of log(after, forced)) {
          const travel = travelOf(before, change, now);
          seen[travel] += 1;
          if (travel === 'tell') expect(freeze(apply(travelling(before), change))).toBe(freeze(travelling(now)));
          if (travel === 'numbers') expect(freeze(travelling(now))).toBe(freeze(travelling(before)));
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });

  it('is fetched again when a vote is moved away from a record that travels', () => {
    const moved = [
      ...log(
        [
          { kind: 'vote.made', payload: { id: 'v', record: 'i1.1', stage: 'title-abstract', answer: 'include' } },
          { kind: 'report.made', payload: { id: 'r1', record: 'i1.1', label: 'L', title: 'T', authors: [] } },
          { kind: 'vote.edited', payload: { id: 'v', set: { record: 'i1.2' } } },
        ],
        [],
      ),
    ].at(-1);
    expect(moved && travelOf(moved.before, moved.change, moved.after)).toBe('again');
  });

  it('holds the whole duplicate group of a report, and nothing else of the large rooms', () => {
    const happened = [
      ...log(
        [
          { kind: 'duplicate-group.made', payload: { id: 'g', records: ['i1.1', 'i1.3'] } },
          { kind: 'report.made', payload: { id: 'r1', record: 'i1.3', label: 'L', title: 'T', authors: [] } },
          { kind: 'duplicate-group.made', payload: { id: 'away', records: ['i1.2', 'i1.4'] } },
          { kind: 'distinct.made', payload: { id: 'd', records: ['i1.3', 'i1.4'] } },
          { kind: 'vote.made', payload: { id: 'v1', record: 'i1.1', stage: 'title-abstract', answer: 'include' } },
          { kind: 'vote.made', payload: { id: 'v2', record: 'i1.2', stage: 'title-abstract', answer: 'include' } },
        ],
        [],
      ),
    ];
    const review = happened.at(-1)?.after ?? emptyReview;
    expect([...recordsAtHand(review)].sort()).toEqual(['i1.1', 'i1.3']);
    const seen = travelling(review);
    expect([...seen.gather.records].map(({ id }) => id)).toEqual(['i1.1', 'i1.3']);
    expect([...seen.screen.votes].map(({ id }) => id)).toEqual(['v1']);
    expect([...seen.gather.groups].map(({ id }) => id)).toEqual(['g']);
    expect([...seen.gather.distinct].map(({ id }) => id)).toEqual(['d']);
  });
});
