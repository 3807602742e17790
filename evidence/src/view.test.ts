import {
  apply,
  asId,
  type ChangeId,
  decide,
  emptyReview,
  type PersonId,
  type Proposal,
  type Review,
  rooms,
  see,
  shelfOf,
  things,
} from '@throughline/core';
import { describe, expect, it } from 'vitest';
import { sayThing } from './say-thing.js';
import { countedThings, viewOf } from './view.js';
import { walked } from './walk.js';

const ana = asId<PersonId>('ana');
const noFile = 'a'.repeat(64);

/** A review made through the gate, so that it is one that can exist. */
function made(changes: readonly (readonly [kind: string, payload: object])[]): Review {
  let review: Review = emptyReview;
  for (const [at, [kind, payload]] of changes.entries()) {
    const proposal: Proposal = { id: asId<ChangeId>(`change-${at}`), kind, version: 1, payload };
    const verdict = decide(review, proposal, ana);
    if ('refused' in verdict) throw new Error(`${kind}: ${JSON.stringify(verdict.refused)}`);
    review = apply(review, { ...verdict.accepted, by: ana, at: '2025-03-01T09:00:00.000Z' });
  }
  return review;
}

const record = (id: string, number: number) => ({
  id,
  number,
  lines: [number * 2, number * 2 + 1],
  label: `Record ${number}`,
});
const report = (id: string, of: string) =>
  [
    'report.made',
    {
      id,
      record: of,
      label: `${id} 2020`,
      title: 'A title',
      authors: ['Moor A'],
      year: 2020,
      journal: 'J',
      volume: '3',
      issue: '1',
      pages: '4–9',
    },
  ] as const;

const review = made([
  ['person.made', { id: 'ana', role: 'lead', card: noFile }],
  ['source.made', { id: 'list', kind: 'bibliography', name: 'A list' }],
  [
    'source.imported',
    {
      id: 'file',
      source: 'list',
      file: { name: 'list.txt', content: noFile, bytes: 9 },
      format: 'list',
      unread: 0,
      records: [record('r1', 1), record('r2', 2), record('r3', 3)],
    },
  ],
  report('moor', 'r1'),
  report('fen', 'r2'),
  ['study.made', { id: 'one', name: 'One project', reports: ['moor', 'fen'], inferred: true }],
  ['level.made', { id: 'level', name: 'The team', order: 1 }],
  ['construct.made', { id: 'pressure', name: 'Pressure', level: 'level', order: 1, concepts: [] }],
  [
    'claim.made',
    {
      id: 'located',
      text: 'Targets press',
      home: { on: 'construct', id: 'pressure' },
      order: 1,
      support: [{ by: 'locator', report: 'moor', page: '5', quote: 'They press.' }],
    },
  ],
  [
    'claim.made',
    {
      id: 'cited',
      text: 'Numbers press',
      home: { on: 'construct', id: 'pressure' },
      order: 2,
      support: [
        { by: 'citation', report: 'fen' },
        { by: 'background', record: 'r3' },
      ],
    },
  ],
  ['claim.made', { id: 'bare', text: 'It is so', home: { on: 'level', id: 'level' }, order: 3, support: [] }],
  [
    'proposition.made',
    { id: 'therefore', text: 'So it goes', order: 1, rests: [{ on: 'level', id: 'level' }], inferred: true },
  ],
]);

describe('what the pane shows', () => {
  it('grades each statement by the best of what it rests on', () => {
    expect(viewOf(review, { on: 'synthesise.constructs', id: 'pressure' }).grade).toBe('locator');
    expect(viewOf(review, { on: 'synthesise.claims', id: 'cited' }).grade).toBe('citation');
    expect(viewOf(review, { on: 'synthesise.claims', id: 'bare' }).grade).toBe('unsupported');
    expect(viewOf(review, { on: 'read.reports', id: 'moor' }).grade).toBeUndefined();
  });

  it('counts reports and studies, and opens both', () => {
    const { counts } = viewOf(review, { on: 'synthesise.constructs', id: 'pressure' });
    if (counts === undefined) throw new Error('no counts');
    const { reports, studies } = countedThings(review, counts);
    expect(reports.map(({ id }) => id)).toEqual(['moor', 'fen']);
    expect(studies).toEqual([{ ref: { on: 'read.studies', id: 'one' }, name: 'One project', inferred: true }]);
  });

  it('puts the reports right behind each claim of a construct', () => {
    const { rests } = viewOf(review, { on: 'synthesise.constructs', id: 'pressure' });
    expect(rests.map(({ ref, behind }) => [ref.id, behind.map((step) => step.ref.id)])).toEqual([
      ['located', ['moor']],
      ['cited', ['fen', 'r3']],
    ]);
    expect(rests[0]?.behind[0]?.page).toBe('5');
  });

  it('lists the claims behind a proposition by where they belong', () => {
    const view = viewOf(review, { on: 'synthesise.propositions', id: 'therefore' });
    expect(view.rests).toMatchObject([{ ref: { id: 'level' }, inferred: true }]);
    expect(view.claims.map(({ home, claims }) => [home.id, claims.map(({ ref }) => ref.id)])).toEqual([
      ['pressure', ['located', 'cited']],
      ['level', ['bare']],
    ]);
  });

  it('leads forward from a report to its study and the argument', () => {
    const { forward } = viewOf(review, { on: 'read.reports', id: 'moor' });
    expect(forward.map(({ on }) => on)).toEqual([
      'read.studies',
      'synthesise.claims',
      'synthesise.constructs',
      'synthesise.levels',
      'synthesise.propositions',
    ]);
  });

  it('ends at the lines of the file', () => {
    const view = viewOf(review, { on: 'gather.records', id: 'r2' });
    expect(view.rests).toMatchObject([{ ref: { on: 'gather.imports', id: 'file' }, lines: [4, 5] }]);
  });

  it('says who made a thing and when', () => {
    const { trail } = viewOf(review, { on: 'synthesise.claims', id: 'bare' });
    expect(trail?.made).toMatchObject({ by: 'ana', at: '2025-03-01T09:00:00.000Z' });
  });
});

/** The review as a commenter sees it, with one room open. */
function withOneRoom(room: string): Review {
  const opening = { id: asId<ChangeId>('opening'), kind: 'room-opening.made', version: 1, payload: { id: 'o', room } };
  const verdict = decide(review, opening, ana);
  if ('refused' in verdict) throw new Error(verdict.refused.code);
  const opened = apply(review, { ...verdict.accepted, by: ana, at: '2025-03-01T10:00:00.000Z' });
  return see(opened, { person: asId<PersonId>('cem'), role: 'commenter' });
}

describe('a review of which one room is open', () => {
  it.each(rooms.map(({ name }) => name))('is shown as far as it goes: %s', (room) => {
    const seen = withOneRoom(room);
    for (const { on } of [...things, { on: 'gather.records' as const }]) {
      for (const { id } of shelfOf(review, on)) {
        const view = viewOf(seen, { on, id });
        const isSeen = on.startsWith(`${room}.`) || on.startsWith('floor.');
        expect(sayThing(seen, { on, id }) !== undefined).toBe(isSeen);
        expect(view.trail !== undefined).toBe(isSeen && on !== 'gather.records');
        if (view.counts !== undefined) countedThings(seen, view.counts);
      }
    }
  });
});

describe('saying a thing', () => {
  it('gives a report its bibliographic line', () => {
    expect(sayThing(review, { on: 'read.reports', id: 'moor' })).toEqual({
      name: 'moor 2020',
      text: 'Moor A. A title. J 2020;3(1):4–9.',
    });
  });

  it('tells whose words they are', () => {
    expect(sayThing(review, { on: 'synthesise.claims', id: 'bare' })?.whose).toBe('third');
  });

  it('says nothing of what is not held', () => {
    expect(sayThing(review, { on: 'synthesise.claims', id: 'nowhere' })).toBeUndefined();
  });
});

describe('the walk', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ on: 'synthesise.claims' as const, id })) as [never, never, never];

  it('grows by steps inside the pane', () => expect(walked([a], b, true)).toEqual([a, b]));
  it('goes back to a place on it', () => expect(walked([a, b, c], a, true)).toEqual([a]));
  it('begins anew with a selection elsewhere', () => expect(walked([a, b], c, false)).toEqual([c]));
  it('stays as it is while nothing changes', () => expect(walked([a, b], b, false)).toEqual([a, b]));
  it('ends when the selection is let go', () => expect(walked([a, b], undefined, false)).toEqual([]));
});
