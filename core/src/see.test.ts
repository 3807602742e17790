import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Telling, told, withArgument, withRecords } from '../test/telling.js';
import type { SeenChange } from './change.js';
import { clearanceOf } from './clearance.js';
import { asId } from './ids.js';
import type { Viewer } from './people.js';
import { apply, decide, type Review } from './review.js';
import { rooms } from './rooms.js';
import { isSeenAlike, see, seeChange } from './see.js';
import { freeze } from './stored.js';
import { roleOf } from './team.js';

const people = ['AT', 'BH', 'IS', 'CP', 'CQ'] as const;
const card = 'a'.repeat(64);

/** A lead, a reviewer, an information specialist, two commenters; and something in most rooms. */
const team = (): Telling =>
  withRecords(3)
    .does('AT', 'person.made', { id: 'IS', role: 'information-specialist', card })
    .does('AT', 'person.made', { id: 'CQ', role: 'commenter', card })
    .does('AT', 'level.made', { id: 'L1', name: 'the volunteer', order: 1 })
    .does('AT', 'criterion.made', { id: 'K1', heading: 'Setting', text: 'Repair cafés', sort: 'inclusion', order: 1 });

const seenAs = (review: Review, person: string, holder = false): Viewer => ({
  person: asId(person),
  role: roleOf(review, asId(person)) ?? 'commenter',
  ...(holder ? { holder: true } : {}),
});
const viewersOf = (review: Review): Viewer[] => [
  ...people.map((person) => seenAs(review, person)),
  seenAs(review, 'stranger'),
  ...['AT', 'CP', 'stranger'].map((person) => seenAs(review, person, true)),
];

const stage = fc.constantFrom('title-abstract', 'full-text');
const record = fc.constantFrom('r.1', 'r.2', 'r.3');
const room = fc.constantFrom(...rooms.map(({ name }) => name));
const text = fc.stringMatching(/^[a-z]{1,6}$/);
/** What a memo may be about: things of several rooms, some of them not made yet, and nothing at all. */
const about = fc.constantFrom('L1', 'K1', 'r.1', 'q.1', 'v1', 'm1', 'T9', 'kettles', 'somewhere');

const one = (kind: string, payload: fc.Arbitrary<object>) => ({
  weight: 3,
  arbitrary: payload.map((said) => ({ kind, said })),
});
const id = (...ids: string[]) => fc.constantFrom(...ids);
const said = { record, stage, answer: fc.constantFrom('include', 'exclude', 'maybe'), reason: text };
const memoIds = id('m1', 'm2', 'm3');
const voteIds = id('v1', 'v2', 'v3', 'v4');
const audience = fc.constantFrom('team', 'author');

/** Random work on what is hidden and shown, with roles and openings that change in between. */
const work = fc.oneof(
  one('vote.made', fc.record({ id: voteIds, ...said })),
  one('vote.edited', fc.record({ id: voteIds, set: fc.record({ answer: said.answer, stage }, { requiredKeys: [] }) })),
  one('vote.removed', fc.record({ id: voteIds })),
  one('settlement.made', fc.record({ id: id('s1', 's2'), ...said, answer: fc.constantFrom('include', 'exclude') })),
  one('memo.made', fc.record({ id: memoIds, about, text, audience })),
  one('memo.edited', fc.record({ id: memoIds, set: fc.record({ text, audience, about }, { requiredKeys: [] }) })),
  one('memo.removed', fc.record({ id: memoIds })),
  one('discussion.made', fc.record({ id: id('d1', 'd2'), withWhom: text, about, text })),
  one('discussion.edited', fc.record({ id: id('d1', 'd2'), set: fc.record({ text, about }, { requiredKeys: [] }) })),
  one('level.edited', fc.record({ id: fc.constant('L1'), set: fc.record({ name: text }) })),
  one('level.made', fc.record({ id: id('T9', 'somewhere'), name: text, order: fc.constant(2) })),
  one('count.made', fc.record({ id: id('n1', 'n2'), of: fc.constant('screened'), value: fc.nat(9), source: text })),
  one('source.imported', fc.constant(imported('q'))),
  one('duplicates.found', fc.record({ groups: fc.constant([{ id: 'g1', records: ['r.1', 'r.2'] }]) })),
  one(
    'duplicate-groups.merged',
    fc.record({ id: id('g2', 'g3'), from: fc.constant(['g1']), records: fc.constant(['r.1', 'r.2', 'r.3']) }),
  ),
  one(
    'duplicate-group.split',
    fc.record({
      id: id('g1', 'g2'),
      parts: fc.constantFrom(
        [{ records: ['r.1'] }, { records: ['r.2'] }],
        [{ group: 'g4', records: ['r.1', 'r.2'] }, { records: ['r.3'] }],
      ),
      distinct: id('x1', 'x2'),
    }),
  ),
  one('room-opening.made', fc.record({ id: id('o1', 'o2', 'o3'), room })),
  one('room-opening.removed', fc.record({ id: id('o1', 'o2', 'o3') })),
  one('vote-opening.made', fc.record({ id: id('u1', 'u2'), stage })),
  one('vote-opening.removed', fc.record({ id: id('u1', 'u2') })),
  one(
    'person.edited',
    fc.record({
      id: fc.constantFrom(...people),
      set: fc.record({ role: fc.constantFrom('lead', 'reviewer', 'information-specialist', 'commenter') }),
    }),
  ),
  one('person.removed', fc.record({ id: id('BH', 'CP') })),
  // What no program of today can read: damaged, or from a newer one.
  one('vote.made', fc.constant({ id: 'v9' })),
  one('level.edited', fc.constant({ id: 7 })),
  one('riddle.made', fc.constant({ id: 'x' })),
  one(
    'change.undone',
    fc.record({
      change: fc.nat(12).map((at) => `x${at}`),
      writes: fc.array(
        fc.record({
          do: fc.constantFrom('remove', 'revive'),
          on: fc.constantFrom('notes.memos', 'screen.votes', 'synthesise.levels', 'screen.openings'),
          id: id('m1', 'v1', 'L1', 'u1'),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  ),
);

function imported(own: string): object {
  const records = [1, 2].map((number) => ({
    id: `${own}.${number}`,
    number,
    lines: [number, number],
    label: 'Ito 2019',
  }));
  const file = { name: 'a.ris', content: 'b'.repeat(64), bytes: 10 };
  return { id: own, source: 'medline', file, format: 'ris', unread: 0, records };
}

const deeds = fc.array(fc.record({ by: fc.constantFrom(...people, 'stranger'), deed: work }), {
  maxLength: 30,
  size: 'max',
});

/** Each change of some work, with the review before and after it. Gated: only what the gate accepts. */
function* history(steps: typeof deeds extends fc.Arbitrary<infer T> ? T : never, gated: boolean) {
  let review = team().review;
  for (const [at, { by, deed }] of steps.entries()) {
    const proposal = { id: asId<SeenChange['id']>(`x${at}`), kind: deed.kind, version: 1, payload: deed.said };
    if (gated && 'refused' in decide(review, proposal, asId(by))) continue;
    const change: SeenChange = { ...proposal, by: asId(by), at: '' };
    const after = apply(review, change);
    yield { before: review, change, after };
    review = after;
  }
}

describe('what a viewer may not see (L8)', () => {
  it('obeys the law: seeing what was applied is applying what was seen', () => {
    const seen = { shown: 0, hidden: 0, again: 0 };
    fc.assert(
      fc.property(deeds, fc.boolean(), (steps, gated) => {
        for (const { before, change, after } of history(steps, gated)) {
          for (const viewer of viewersOf(before)) {
            const sight = seeChange(before, change, viewer, after);
            expect(sight).toEqual(seeChange(before, change, viewer));
            seen[sight === 'fetch again' ? 'again' : sight === 'hidden' ? 'hidden' : 'shown'] += 1;
            if (sight === 'fetch again') continue;
            const was = see(before, viewer);
            expect(freeze(sight === 'hidden' ? was : apply(was, sight.change))).toBe(freeze(see(after, viewer)));
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(500);
  }, 60_000);

  it('judges a change once for a clearance only where all who have it see it alike', () => {
    let alike = 0;
    fc.assert(
      fc.property(deeds, fc.boolean(), (steps, gated) => {
        for (const { before, change, after } of history(steps, gated)) {
          if (!isSeenAlike(before, change, after)) continue;
          const sights = new Map<string, unknown>();
          for (const viewer of viewersOf(before)) {
            const { name } = clearanceOf(before, viewer);
            const sight = seeChange(before, change, viewer, after);
            if (sights.has(name)) expect(sight).toEqual(sights.get(name));
            sights.set(name, sight);
          }
          alike += 1;
        }
      }),
      { numRuns: 100 },
    );
    expect(alike).toBeGreaterThan(100);
  }, 60_000);

  it('hides a private memo from everybody else, the lead and whoever holds the file too', () => {
    const telling = told().does('BH', 'memo.made', {
      id: 'm',
      about: 'kettles',
      text: 'I doubt this',
      audience: 'author',
    });
    const { review } = telling;
    expect(freeze(see(review, seenAs(review, 'AT')))).not.toContain('doubt');
    expect(freeze(see(review, seenAs(review, 'AT', true)))).not.toContain('doubt');
    expect(freeze(see(review, seenAs(review, 'BH')))).toContain('doubt');
    expect(seeChange(told().review, telling.last, seenAs(review, 'AT'))).toBe('hidden');
  });

  it('asks for the room again when a memo is opened to the team', () => {
    const telling = told().does('BH', 'memo.made', {
      id: 'm',
      about: 'kettles',
      text: 'I doubt this',
      audience: 'author',
    });
    const before = telling.review;
    telling.does('BH', 'memo.edited', { id: 'm', set: { audience: 'team' } });
    expect(seeChange(before, telling.last, seenAs(before, 'AT'))).toBe('fetch again');
  });

  it('keeps what a draft said to its writer when the draft is shared', () => {
    const memo = { id: 'm', about: 'kettles', text: 'Ben is wrong', audience: 'author' };
    const telling = told().does('BH', 'memo.made', memo);
    telling.does('BH', 'memo.edited', { id: 'm', set: { text: 'Is this so' } });
    const edited = telling.last.id;
    telling.does('BH', 'memo.edited', { id: 'm', set: { audience: 'team', text: 'Is it so' } });
    const { review, last } = telling;
    const seen = freeze(see(review, seenAs(review, 'AT')).notes);
    expect(seen).toContain('Is it so');
    expect(seen).not.toMatch(/wrong|Is this so/);
    const back = (field: string, was: string) => ({ do: 'set', on: 'notes.memos', id: 'm', fields: { [field]: was } });
    const undoes = (change: string, ...writes: object[]) => telling.tries('BH', 'change.undone', { change, writes });
    expect(undoes(edited, back('text', memo.text))?.code).toBe('undo.laterWork');
    expect(undoes(last.id, back('audience', 'author'))).toBeUndefined();
    telling.does('BH', 'memo.edited', { id: 'm', set: { audience: 'team' } });
    telling.does('BH', 'memo.edited', { id: 'm', set: { text: 'It is' } });
    expect(freeze(see(telling.review, seenAs(telling.review, 'AT')).notes)).toContain('Is it so');
  });

  it('shows a change without its place in the log', () => {
    const telling = withArgument();
    const sight = seeChange(told().review, { ...telling.last, seq: 9 } as SeenChange, seenAs(telling.review, 'BH'));
    expect(JSON.stringify(sight)).not.toContain('seq');
  });

  it('leaves as it was what nothing is hidden in', () => {
    const { review } = withArgument();
    const seen = see(review, seenAs(review, 'AT'));
    expect([seen.gather, seen.read, seen.notes, seen.conflicts]).toEqual([
      review.gather,
      review.read,
      review.notes,
      [],
    ]);
    expect(seen.gather).toBe(review.gather);
    expect(seen.screen).toBe(review.screen);
  });
});

const vote = (telling: Telling, by: string, stage = 'title-abstract') =>
  telling.does(by, 'vote.made', { id: `${by}.${stage}`, record: 'r.1', stage, answer: 'include' });
const votesSeen = ({ review }: Telling, person: string, holder = false) =>
  [...see(review, seenAs(review, person, holder)).screen.votes].map(({ id }) => id);

describe('votes', () => {
  it('are blind on a server: each sees their own, the lead too', () => {
    const telling = vote(vote(team(), 'AT'), 'BH');
    expect(votesSeen(telling, 'AT')).toEqual(['AT.title-abstract']);
    expect(votesSeen(telling, 'BH')).toEqual(['BH.title-abstract']);
    expect(votesSeen(telling, 'IS')).toEqual([]);
  });

  it('are seen by all at the stage that a lead opened, and blind again without it', () => {
    const telling = vote(vote(team(), 'AT'), 'BH', 'full-text');
    telling.does('AT', 'vote-opening.made', { id: 'u', stage: 'full-text' });
    expect(votesSeen(telling, 'IS')).toEqual(['BH.full-text']);
    telling.does('AT', 'vote-opening.removed', { id: 'u' });
    expect(votesSeen(telling, 'IS')).toEqual([]);
  });

  it('are all seen by whoever holds the file', () => {
    expect(votesSeen(vote(vote(team(), 'AT'), 'BH'), 'stranger', true)).toHaveLength(2);
  });

  it('are opened by leads alone, once a stage', () => {
    const telling = team();
    const opening = { id: 'u', stage: 'full-text' };
    expect(telling.tries('BH', 'vote-opening.made', opening)?.code).toBe('role.mayNot');
    telling.does('AT', 'vote-opening.made', opening);
    expect(telling.tries('AT', 'vote-opening.made', { ...opening, id: 'w' })?.code).toBe('opening.twice');
    expect(telling.tries('BH', 'vote-opening.removed', { id: 'u' })?.code).toBe('role.mayNot');
  });

  it('are not opened by undoing, once a lead is a lead no more', () => {
    const telling = team().does('AT', 'person.edited', { id: 'BH', set: { role: 'lead' } });
    telling
      .does('BH', 'vote-opening.made', { id: 'u', stage: 'full-text' })
      .does('BH', 'vote-opening.removed', { id: 'u' });
    const undone = { change: telling.last.id, writes: [{ do: 'revive', on: 'screen.openings', id: 'u' }] };
    telling.does('AT', 'person.edited', { id: 'BH', set: { role: 'reviewer' } });
    expect(telling.tries('BH', 'change.undone', undone)?.code).toBe('role.mayNot');
    expect(telling.tries('AT', 'change.undone', undone)).toBeUndefined();
  });
});

describe('a commenter', () => {
  const filled = (telling: Telling) => {
    const { review } = telling;
    const seen = see(review, seenAs(review, 'CP'));
    return rooms.map(({ name }) => name).filter((name) => freeze(seen[name]).includes('"trail"'));
  };

  it('sees what the review is, and who is in it', () => {
    const { review } = team().does('AT', 'count.made', { id: 'n', of: 'screened', value: 3, source: 'Findings' });
    const seen = see(review, seenAs(review, 'CP'));
    expect(seen.floor.about).toBe(review.floor.about);
    expect(seen.floor.people).toBe(review.floor.people);
    expect(seen.floor.counts.size).toBe(0);
    expect(seen.gather.records.size).toBe(0);
    expect(filled(team())).toEqual([]);
  });

  it('sees the rooms that a lead opened, and no longer when they are closed', () => {
    const telling = team().does('AT', 'room-opening.made', { id: 'o', room: 'synthesise' });
    expect(filled(telling)).toEqual(['synthesise']);
    expect(telling.tries('AT', 'room-opening.made', { id: 'p', room: 'synthesise' })?.code).toBe('opening.twice');
    expect(telling.tries('BH', 'room-opening.made', { id: 'p', room: 'plan' })?.code).toBe('role.mayNot');
    expect(filled(telling.does('AT', 'room-opening.removed', { id: 'o' }))).toEqual([]);
  });

  it('sees votes only where the room and the stage are open', () => {
    const telling = vote(team(), 'BH').does('AT', 'room-opening.made', { id: 'o', room: 'screen' });
    expect(votesSeen(telling, 'CP')).toEqual([]);
    telling.does('AT', 'vote-opening.made', { id: 'u', stage: 'title-abstract' });
    expect(votesSeen(telling, 'CP')).toEqual(['BH.title-abstract']);
  });

  it('sees their own notes, and those of others on what they may enter', () => {
    const telling = team();
    const memo = (by: string, id: string, on: string) =>
      telling.does(by, 'memo.made', { id, about: on, text: 'Is it so', audience: 'team' });
    memo('CP', 'own', 'L1');
    memo('BH', 'open', 'kettles');
    memo('BH', 'closed', 'L1');
    const notes = () => [...see(telling.review, seenAs(telling.review, 'CP')).notes.memos].map(({ id }) => id);
    expect(notes()).toEqual(['own']);
    telling.does('AT', 'room-opening.made', { id: 'o', room: 'notes' });
    expect(notes()).toEqual(['own', 'open']);
    telling.does('AT', 'room-opening.made', { id: 'p', room: 'synthesise' });
    expect(notes()).toEqual(['own', 'open', 'closed']);
  });

  it('fetches the notes again when what one is about turns out to stand in a closed room', () => {
    const telling = team()
      .does('AT', 'room-opening.made', { id: 'o', room: 'notes' })
      .does('BH', 'memo.made', { id: 'm', about: 'L7', text: 'Is it so', audience: 'team' });
    const before = telling.review;
    telling.does('AT', 'level.made', { id: 'L7', name: 'the team', order: 2 });
    expect(seeChange(before, telling.last, seenAs(before, 'CP'))).toBe('fetch again');
    expect(isSeenAlike(before, telling.last, telling.review)).toBe(false);
    const after = telling.review;
    telling.does('AT', 'level.made', { id: 'L8', name: 'the café', order: 3 });
    expect(seeChange(after, telling.last, seenAs(after, 'CP'))).toBe('hidden');
    expect(isSeenAlike(after, telling.last, telling.review)).toBe(true);
  });
});
