import {
  type Change,
  type ChangeId,
  type PersonId,
  type Review,
  type Viewer,
  apply,
  asId,
  fold,
  freeze,
  see,
} from '@throughline/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sighting } from './sight.js';
import { viewerIn } from './viewer.js';
import { Views } from './views.js';

const people = ['lead', 'ann', 'ben', 'com'] as const;
const roles = ['lead', 'reviewer', 'information-specialist', 'commenter'] as const;

const change = (seq: number, by: string, kind: string, payload: unknown): Change => ({
  ...{ seq, id: asId<ChangeId>(`c${seq}`), kind, version: 1, payload, by: asId<PersonId>(by) },
  at: '2026-03-01T09:00:00.000Z',
});

/** A team, two records, a source, and something written before anybody looks. */
const begun: readonly Change[] = [
  ['review.made', { id: 'r', title: 'T' }],
  ...people.map((id, n) => ['person.made', { id, role: roles[n], card: 'a'.repeat(64) }] as const),
  ['source.made', { id: 's', kind: 'database', name: 'MEDLINE' }],
  ['source.imported', imported('i')],
  ['level.made', { id: 'l', name: 'the volunteer', order: 1 }],
].map(([kind, payload], n) => change(n + 1, 'lead', String(kind), payload));

function imported(id: string): object {
  const records = [1, 2].map((number) => ({
    id: `${id}.${number}`,
    number,
    lines: [number, number],
    label: 'Ito 2019',
  }));
  return { id, source: 's', file: { name: 'a', content: 'b'.repeat(64), bytes: 1 }, format: 'ris', unread: 0, records };
}

const text = fc.constantFrom('a', 'b', 'c');
const id = (...ids: string[]) => fc.constantFrom(...ids);
const said = {
  record: id('i.1', 'i.2'),
  stage: id('title-abstract', 'full-text'),
  answer: id('include', 'exclude'),
  reason: text,
};
const audience = id('team', 'author');
const act = (kind: string, fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(fields).map((payload) => ({ kind, payload: payload as unknown }));
const set = (fields: Record<string, fc.Arbitrary<unknown>>) => fc.record(fields, { requiredKeys: [] });

/** What people do, much of which does not fit and stays as a conflict: the fold takes whatever the log holds (L3). */
const acts = fc.oneof(
  act('vote.made', { id: id('v1', 'v2', 'v3', 'v4'), ...said }),
  act('vote.edited', { id: id('v1', 'v2', 'v3'), set: set({ answer: said.answer, stage: said.stage }) }),
  act('vote.removed', { id: id('v1', 'v2', 'v3') }),
  act('memo.made', { id: id('m1', 'm2', 'm3'), about: id('l', 'l2', 'v1', 'x'), text, audience }),
  act('memo.edited', { id: id('m1', 'm2', 'm3'), set: set({ text, audience }) }),
  act('memo.removed', { id: id('m1', 'm2') }),
  act('discussion.made', { id: id('d1', 'd2'), withWhom: text, about: id('l', 'x'), text }),
  act('level.made', { id: id('l2', 'x'), name: text, order: fc.constant(2) }),
  act('level.edited', { id: id('l', 'l2'), set: set({ name: text }) }),
  act('settlement.made', { id: id('t1', 't2'), ...said }),
  act('room-opening.made', { id: id('o1', 'o2'), room: id('screen', 'synthesise', 'notes', 'gather') }),
  act('room-opening.removed', { id: id('o1', 'o2') }),
  act('vote-opening.made', { id: id('u1', 'u2'), stage: said.stage }),
  act('vote-opening.removed', { id: id('u1', 'u2') }),
  act('person.edited', { id: id(...people), set: fc.record({ role: fc.constantFrom(...roles) }) }),
  fc.constant({ kind: 'source.imported', payload: imported('j') as unknown }),
  fc.constant({ kind: 'riddle.made', payload: {} as unknown }),
  act('change.undone', {
    change: id('c9', 'c12'),
    writes: fc.array(
      fc.record({
        do: id('remove', 'revive'),
        on: id('notes.memos', 'screen.votes', 'synthesise.levels'),
        id: id('m1', 'v1', 'l'),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
);

const histories = fc.array(fc.record({ by: fc.constantFrom(...people), what: acts, looks: fc.boolean() }), {
  minLength: 5,
  maxLength: 40,
});

test('L8 what is kept up with every change is what is seen anew, for every role and for who holds the file', () => {
  let kept = 0;
  fc.assert(
    fc.property(histories, (history) => {
      const [team, desk] = [new Views(), new Views()];
      let review = fold(begun);
      const viewer = (who: string, holder: boolean): Viewer => viewerIn(review, asId<PersonId>(who), holder);
      const looked = (views: Views, who: string, holder: boolean): Review => views.of(review, viewer(who, holder));
      for (const who of people) looked(team, who, false);
      looked(desk, 'lead', true);
      for (const [n, { by, what, looks }] of history.entries()) {
        const before = review;
        const each = change(begun.length + n + 1, by, what.kind, what.payload);
        review = apply(before, each);
        const sighting = new Sighting({ change: each, before, after: review });
        team.add(sighting, (person) => viewer(person, false));
        desk.add(sighting, (person) => viewer(person, true));
        if (sighting.sightOf(viewer('ben', false)) !== 'fetch again') kept += 1;
        if (!looks && n < history.length - 1) continue;
        for (const who of [...people, 'stranger'])
          expect(freeze(looked(team, who, false))).toBe(freeze(see(review, viewer(who, false))));
        expect(freeze(looked(desk, 'lead', true))).toBe(freeze(see(review, viewer('lead', true))));
      }
    }),
    { numRuns: 300 },
  );
  // It would hold as well if every view were thrown away at every change.
  expect(kept).toBeGreaterThan(1000);
});

const then = (review: Review, ...what: [by: string, kind: string, payload: object]) => {
  const each = change(99, ...what);
  return new Sighting({ change: each, before: review, after: apply(review, each) });
};

test('L8 a hidden change leaves the very same view, and one that is seen shares what it can with the review', () => {
  const [views, review] = [new Views(), fold(begun)];
  const ann = viewerIn(review, asId<PersonId>('ann'));
  const seen = views.of(review, ann);
  const vote = then(review, 'ben', 'vote.made', {
    ...{ id: 'v1', record: 'i.1', stage: 'title-abstract', answer: 'include' },
  });
  views.add(vote, () => ann);
  expect(views.of(vote.after, ann)).toBe(seen);
  const level = then(vote.after, 'ben', 'level.edited', { id: 'l', set: { name: 'the helper' } });
  views.add(level, () => ann);
  const next = views.of(level.after, ann);
  expect(next.synthesise).toBe(level.after.synthesise);
  expect(next.screen).toBe(seen.screen);
  const own = then(level.after, 'ann', 'vote.made', {
    ...{ id: 'v2', record: 'i.1', stage: 'title-abstract', answer: 'exclude' },
  });
  views.add(own, () => ann);
  const { screen } = views.of(own.after, ann);
  expect([...screen.votes].map((each) => each.id)).toEqual(['v2']);
  expect(screen.votes.get('v2')).toBe(own.after.screen.votes.get('v2'));
});

test('a view that nobody asks for is let go, and made again when somebody does', () => {
  const [views, ann] = [new Views(), asId<PersonId>('ann')];
  let review = fold(begun);
  views.of(review, viewerIn(review, ann));
  let asked = 0;
  for (let n = 0; n < 2100; n += 1) {
    const sighting = then(review, 'ben', 'level.edited', { id: 'l', set: { name: `name ${n}` } });
    review = sighting.after;
    views.add(sighting, (person) => {
      asked += 1;
      return viewerIn(review, person);
    });
  }
  expect(asked).toBe(1999);
  expect(freeze(views.of(review, viewerIn(review, ann)))).toBe(freeze(see(review, viewerIn(review, ann))));
});
