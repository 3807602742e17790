import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Telling, told, withRecords } from '../test/telling.js';
import type { Proposal } from './change.js';
import { decideFor } from './decide-for.js';
import { type PersonId, asId } from './ids.js';
import type { Viewer } from './people.js';
import { type Review, decide } from './review.js';
import { see } from './see.js';
import { roleOf } from './team.js';

const seenAs = (review: Review, person: string): Viewer => ({
  person: asId(person),
  role: roleOf(review, asId(person)) ?? 'commenter',
});
const proposal = (kind: string, payload: object): Proposal => ({ id: asId('p'), kind, version: 1, payload });
const asked = ({ review }: Telling, person: string, kind: string, payload: object) => {
  const verdict = decideFor(review, proposal(kind, payload), seenAs(review, person));
  return 'refused' in verdict ? verdict.refused.code : 'accepted';
};
const said = (record: string, stage: string, answer: string) => ({ record, stage, answer, reason: 'setting' });

describe('the gate for somebody who may not see everything (L8)', () => {
  it('says of a hidden thing what it says of a missing one', () => {
    const telling = told()
      .does('BH', 'memo.made', { id: 'm', about: 'kettles', text: 'A doubt', audience: 'author' })
      .does('BH', 'discussion.made', { id: 'd', about: 'kettles', withWhom: 'the team', text: 'We met' });
    for (const person of ['AT', 'CP']) {
      for (const kind of ['memo.removed', 'discussion.removed']) {
        const [hidden, missing] = ['m', 'nothing'].map((id) => asked(telling, person, kind, { id }));
        expect(hidden).toBe(missing);
      }
    }
    expect(asked(telling, 'CP', 'discussion.removed', { id: 'd' })).toBe('thing.missing');
    expect(asked(telling, 'AT', 'discussion.removed', { id: 'd' })).toBe('accepted');
    const undone = (id: string) => ({ change: telling.last.id, writes: [{ do: 'remove', on: 'notes.memos', id }] });
    expect(asked(telling, 'AT', 'change.undone', undone('m'))).toBe('undo.nothing');
    expect(asked(telling, 'AT', 'change.undone', undone('nothing'))).toBe('undo.nothing');
  });

  it('settles nothing while the votes are blind, whatever they are', () => {
    const settle = { id: 's', record: 'r.1', stage: 'title-abstract', answer: 'include' };
    const tries = (...answers: string[]) => {
      const telling = withRecords(1);
      for (const [at, answer] of answers.entries())
        telling.does(['BH', 'AT'][at] ?? '', 'vote.made', { id: `v${at}`, ...said('r.1', 'title-abstract', answer) });
      const blind = asked(telling, 'AT', 'settlement.made', settle);
      telling.does('AT', 'vote-opening.made', { id: 'u', stage: 'title-abstract' });
      return [blind, asked(telling, 'AT', 'settlement.made', settle)];
    };
    expect(tries()).toEqual(['settle.blind', 'settle.noConflict']);
    expect(tries('include', 'include')).toEqual(['settle.blind', 'settle.noConflict']);
    expect(tries('include', 'exclude')).toEqual(['settle.blind', 'accepted']);
    expect(tries('maybe')).toEqual(['settle.blind', 'accepted']);
  });

  it('does not name the hidden votes that rest on an import', () => {
    const telling = withRecords(2);
    const undone = { change: telling.last.id, writes: [{ do: 'remove', on: 'gather.imports', id: 'r' }] };
    telling.does('BH', 'vote.made', { id: 'v', ...said('r.1', 'title-abstract', 'include') });
    expect(telling.tries('AT', 'change.undone', undone)?.values.by).toEqual(['v']);
    expect(asked(telling, 'AT', 'change.undone', undone)).toBe('thing.stoodOnUnseen');
    expect(asked(telling, 'BH', 'change.undone', undone)).toBe('undo.notYours');
  });
});

const people = ['AT', 'BH', 'CP'] as const;
const stage = fc.constantFrom('title-abstract', 'full-text');
const vote = { record: fc.constantFrom('r.1', 'r.2'), stage, answer: fc.constantFrom('include', 'exclude', 'maybe') };
const ids = fc.constantFrom('v1', 'v2', 'v3', 'm1', 'm2', 's1', 'd1');
const audience = fc.constantFrom('team', 'author');
const text = fc.constantFrom('yes', 'no');
const one = (kind: string, payload: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(payload).map((payload) => ({ kind, payload }));
const work = fc.oneof(
  one('vote.made', { id: ids, ...vote, reason: text }),
  one('vote.edited', { id: ids, set: fc.record({ answer: vote.answer }) }),
  one('vote.removed', { id: ids }),
  one('settlement.made', { id: ids, ...vote, answer: fc.constantFrom('include', 'exclude'), reason: text }),
  one('settlement.edited', { id: ids, set: fc.record({ answer: fc.constantFrom('include', 'exclude') }) }),
  one('settlement.removed', { id: ids }),
  one('memo.made', { id: ids, about: ids, text, audience }),
  one('memo.edited', { id: ids, set: fc.record({ text }) }),
  one('discussion.made', { id: ids, about: ids, withWhom: text, text }),
  one('discussion.edited', { id: ids, set: fc.record({ text }) }),
  one('vote-opening.made', { id: fc.constantFrom('u1', 'u2'), stage }),
  one('vote-opening.removed', { id: fc.constantFrom('u1', 'u2') }),
  one('room-opening.made', { id: fc.constant('o'), room: fc.constantFrom('notes', 'screen') }),
  one('change.undone', {
    change: fc.nat(9).map((at) => `c${at + 7}`),
    writes: fc.array(
      fc.record({
        do: fc.constantFrom('remove', 'revive'),
        on: fc.constantFrom('screen.votes', 'notes.memos', 'screen.settlements', 'notes.discussions', 'gather.imports'),
        id: fc.oneof(ids, fc.constant('r')),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
);
const by = fc.constantFrom<(typeof people)[number]>(...people);

/** Not more than that an id is taken, and that something rests on a thing: ids are random, and reading may show. */
const mayDiffer = new Set(['thing.exists', 'thing.stoodOnUnseen', 'thing.stoodOn']);

describe('what the gate answers', () => {
  it('follows from what the asker sees alone', () => {
    const compared = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.record({ by, deed: work }), { maxLength: 25, size: 'max' }),
        work,
        (steps, { kind, payload }) => {
          const telling = withRecords(2);
          for (const { by: person, deed } of steps) telling.tries(person, deed.kind, deed.payload);
          for (const person of people) {
            const viewer = seenAs(telling.review, person);
            const verdict = decideFor(telling.review, proposal(kind, payload), viewer);
            const fromSeen = decideFor(see(telling.review, viewer), proposal(kind, payload), viewer);
            if ([verdict, fromSeen].some((each) => 'refused' in each && mayDiffer.has(each.refused.code))) continue;
            expect(verdict).toEqual(fromSeen);
            compared['refused' in verdict ? 'refused' : 'accepted'] += 1;
          }
        },
      ),
      { numRuns: 1500 },
    );
    expect(Math.min(compared.accepted, compared.refused)).toBeGreaterThan(100);
  }, 60_000);

  it('is accepted only where the gate itself accepts', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ by, deed: work }), { maxLength: 15, size: 'max' }), work, (steps, deed) => {
        const telling = withRecords(2);
        for (const step of steps) telling.tries(step.by, step.deed.kind, step.deed.payload);
        for (const person of people) {
          const asking = proposal(deed.kind, deed.payload);
          const verdict = decideFor(telling.review, asking, seenAs(telling.review, person));
          if ('accepted' in verdict) expect(verdict).toEqual(decide(telling.review, asking, asId<PersonId>(person)));
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
