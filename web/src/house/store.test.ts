import {
  asId,
  backwardsOf,
  type Change,
  type ChangeId,
  freeze,
  heldCounts,
  type PersonId,
  type Proposal,
  type ReviewId,
  writesOf,
} from '@throughline/core';
import { memoryKeeper, type OpenReview, startReview } from '@throughline/storage';
import type { Cursor, House, LiveEvent, ProposalAnswer } from '@throughline/wire';
import { afterEach, describe, expect, it } from 'vitest';
import { Refused } from './ask.js';
import { editOf } from './edit.js';
import type { Hearing } from './live.js';
import { HouseStore, type World } from './store.js';

const ana = asId<PersonId>('ana');
const bo = asId<PersonId>('bo');

/** A real review in a real keeper, asked as the pages ask; the network between can be cut, and answers held back. */
class Desk {
  readonly hearings = new Set<Hearing>();
  down = false;
  signedOut = false;
  takenOut = false;
  silent = false;
  private at = 0;
  private readonly log: Change[] = [];

  private constructor(readonly open: OpenReview) {}

  static async begin(): Promise<Desk> {
    const keeper = memoryKeeper();
    const open = await startReview(keeper, { title: 'Watch', id: asId<ReviewId>('watch'), by: ana, name: 'Ana' });
    const desk = new Desk(open);
    await desk.does(ana, { kind: 'level.made', payload: { id: 'level', name: 'The keeper', order: 1 } });
    await desk.does(ana, {
      kind: 'construct.made',
      payload: { id: 'fence', name: 'A fence', level: 'level', order: 1, concepts: [] },
    });
    open.onChange((change) => {
      desk.log.push(change);
      desk.tell(change);
    });
    return desk;
  }

  async does(by: PersonId, change: Omit<Proposal, 'id' | 'version'>): Promise<ChangeId> {
    const [answer] = await this.open.propose([{ ...change, version: 1, id: this.newId() }], by);
    if (answer === undefined || 'refused' in answer) throw new Error(JSON.stringify(answer));
    return answer.accepted.id;
  }

  /** Does it, and no browser hears of it: it happened among what does not travel. */
  async doesAway(by: PersonId, change: Omit<Proposal, 'id' | 'version'>): Promise<ChangeId> {
    this.silent = true;
    const id = await this.does(by, change);
    this.silent = false;
    return id;
  }

  /** As the server does: it knows what every change did, and what stood before. */
  private async undo({ id, change }: { id: ChangeId; change: ChangeId }): Promise<ProposalAnswer> {
    const done = this.log.find((each) => each.id === change);
    const writes = backwardsOf(this.open.review, (done && writesOf(done)) ?? []);
    if ('code' in writes) return { refused: writes };
    const undone = { id, kind: 'change.undone', version: 1, payload: { change, writes } };
    const [answer] = await this.open.propose([undone], ana);
    return answer ?? { refused: { code: 'undo.nothing', values: {} } };
  }

  private newId(): ChangeId {
    this.at += 1;
    return asId<ChangeId>(`change-${this.at}`);
  }

  private tell({ seq, ...change }: Change): void {
    const event: LiveEvent = { type: 'change', cursor: String(seq) as Cursor, change };
    if (!this.silent) for (const hearing of this.hearings) hearing.event(event);
  }

  world(): World {
    return {
      server: {
        house: async () => {
          this.letIn();
          return this.house();
        },
        propose: async (changes) => {
          if (this.down) throw new Refused({ code: 'server.failed', values: {} }, 0);
          this.letIn();
          return this.open.propose(changes, ana);
        },
        undo: async (asked) => {
          this.letIn();
          return this.undo(asked);
        },
      },
      live: (_, hearing) => {
        this.hearings.add(hearing);
        return () => this.hearings.delete(hearing);
      },
      newId: () => this.newId(),
      now: () => '2025-03-01T09:00:00.000Z',
      retryAfter: 5,
    };
  }

  private letIn(): void {
    if (this.signedOut) throw new Refused({ code: 'account.signIn', values: {} }, 401);
    if (this.takenOut) throw new Refused({ code: 'review.unknown', values: { review: 'watch' } }, 404);
  }

  private house(): House {
    const { review, head } = this.open;
    return {
      cursor: String(head) as Cursor,
      frozen: freeze(review),
      me: { person: ana, name: 'Ana' },
      people: { ana: 'Ana' },
      counts: heldCounts(review),
      progress: {},
    };
  }
}

const opened: HouseStore[] = [];
async function storeAt(desk: Desk): Promise<HouseStore> {
  const store = await HouseStore.open(desk.world());
  opened.push(store);
  return store;
}
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
});

const fence = (store: HouseStore) => {
  const found = store.state().held.shown.synthesise.constructs.get('fence');
  if (found === undefined) throw new Error('no construct');
  return found;
};
const rename = (store: HouseStore, name: string) => store.propose(editOf('construct', fence(store), { name }));
const settled = (store: HouseStore) => expect.poll(() => store.state().held.waiting.length).toBe(0);

describe('an edit', () => {
  it('shows at once and then stands in the log', async () => {
    const desk = await Desk.begin();
    const store = await storeAt(desk);
    rename(store, 'A locked fence');
    expect(fence(store).name).toBe('A locked fence');
    await settled(store);
    expect(desk.open.review.synthesise.constructs.get('fence')?.name).toBe('A locked fence');
    expect(store.state().held.stored).toEqual(desk.open.review);
  });

  it('is taken back with the reason when somebody was first', async () => {
    const desk = await Desk.begin();
    const store = await storeAt(desk);
    await desk.does(ana, { kind: 'person.made', payload: { id: 'bo', role: 'reviewer', card: 'b'.repeat(64) } });
    desk.silent = true;
    await desk.does(bo, { kind: 'construct.edited', payload: { id: 'fence', set: { name: 'Their fence' } } });
    desk.silent = false;
    rename(store, 'My fence');
    expect(fence(store).name).toBe('My fence');
    await expect.poll(() => store.state().refusals.length).toBe(1);
    expect(fence(store).name).toBe('A fence');
    expect(store.state().refusals[0]?.words).toContain('Their fence');
  });

  it('is refused at once where core can tell', async () => {
    const store = await storeAt(await Desk.begin());
    expect(store.propose({ kind: 'construct.edited', payload: { id: 'fence', set: { name: '' } } })).toBe(false);
    expect(fence(store).name).toBe('A fence');
    expect(store.state().refusals).toHaveLength(1);
    store.dismiss(store.state().refusals[0]?.id ?? '');
    expect(store.state().refusals).toEqual([]);
  });

  it('leaves to the server what rests on records that are not here', async () => {
    const desk = await Desk.begin();
    const file = { name: 'a.ris', content: 'c'.repeat(64), bytes: 9 };
    const records = [1, 2].map((number) => ({ id: `r${number}`, number, lines: [number, number], label: 'A record' }));
    await desk.does(ana, { kind: 'source.made', payload: { id: 'base', kind: 'database', name: 'Base' } });
    const store = await storeAt(desk);
    desk.silent = true;
    await desk.does(ana, {
      kind: 'source.imported',
      payload: { id: 'file', source: 'base', file, format: 'ris', unread: 0, records },
    });
    desk.silent = false;
    expect(store.propose({ kind: 'duplicate-group.made', payload: { id: 'pair', records: ['r1', 'r2'] } })).toBe(true);
    await expect.poll(() => desk.open.review.gather.groups.has('pair')).toBe(true);
    await settled(store);
    expect(store.state().refusals).toEqual([]);
    expect(store.state().held.shown.gather.groups.has('pair')).toBe(true);
  });

  it('waits while the connection is lost and is stored once', async () => {
    const desk = await Desk.begin();
    const store = await storeAt(desk);
    desk.down = true;
    rename(store, 'A patient fence');
    await expect.poll(() => store.state().connection).toBe('lost');
    expect(fence(store).name).toBe('A patient fence');
    desk.down = false;
    await settled(store);
    expect(desk.open.review.synthesise.constructs.get('fence')?.name).toBe('A patient fence');
    expect(fence(store).trail.set?.name?.change).toBe(
      desk.open.review.synthesise.constructs.get('fence')?.trail.set?.name?.change,
    );
  });
});

describe('without a session', () => {
  it('keeps what was done until somebody is signed in again', async () => {
    const desk = await Desk.begin();
    const store = await storeAt(desk);
    desk.signedOut = true;
    rename(store, 'A patient fence');
    await expect.poll(() => store.state().held.waiting[0]?.state).toBe('unsent');
    store.pause();
    expect(desk.hearings.size).toBe(0);
    expect(store.state().refusals).toEqual([]);
    desk.signedOut = false;
    store.resume();
    await settled(store);
    expect(desk.open.review.synthesise.constructs.get('fence')?.name).toBe('A patient fence');
    expect(store.state().connection).toBe('live');
  });

  it('sends nothing that is done meanwhile, though somebody else could', async () => {
    const desk = await Desk.begin();
    const store = await storeAt(desk);
    store.pause();
    rename(store, 'A patient fence');
    await expect.poll(() => store.state().held.waiting[0]?.state).toBe('unsent');
    expect(fence(store).name).toBe('A patient fence');
    expect(desk.open.review.synthesise.constructs.get('fence')?.name).toBe('A fence');
    store.resume();
    await settled(store);
    expect(desk.open.review.synthesise.constructs.get('fence')?.name).toBe('A patient fence');
  });

  it('fetches afterwards what could not be fetched', async () => {
    const desk = await Desk.begin();
    const store = await storeAt(desk);
    desk.silent = true;
    await desk.does(ana, { kind: 'level.edited', payload: { id: 'level', set: { name: 'The gate' } } });
    desk.silent = false;
    desk.signedOut = true;
    for (const hearing of [...desk.hearings]) hearing.event({ type: 'again', cursor: 'x' as Cursor });
    await expect.poll(() => store.state().connection).toBe('lost');
    store.pause();
    desk.signedOut = false;
    store.resume();
    await expect.poll(() => store.state().held.shown.synthesise.levels.get('level')?.name).toBe('The gate');
  });
});

describe('a review that one was taken out of', () => {
  it('says so and is followed no more', async () => {
    const desk = await Desk.begin();
    const store = await storeAt(desk);
    desk.takenOut = true;
    for (const hearing of [...desk.hearings]) hearing.event({ type: 'again', cursor: 'x' as Cursor });
    await expect.poll(() => store.state().closed).toMatch(/no review/);
    expect(desk.hearings.size).toBe(0);
    expect(fence(store).name).toBe('A fence');
  });
});

describe('two windows', () => {
  it('agree with the log after each of them edited', async () => {
    const desk = await Desk.begin();
    const [one, two] = [await storeAt(desk), await storeAt(desk)];
    rename(one, 'First');
    await expect.poll(() => fence(two).name).toBe('First');
    rename(two, 'Second');
    await expect.poll(() => fence(one).name).toBe('Second');
    await Promise.all([settled(one), settled(two)]);
    expect(one.state().held.shown).toEqual(two.state().held.shown);
    expect(one.state().held.stored).toEqual(desk.open.review);
  });

  it('fetch all again when told to, and keep what waits', async () => {
    const desk = await Desk.begin();
    const store = await storeAt(desk);
    desk.silent = true;
    await desk.does(ana, {
      kind: 'construct.made',
      payload: { id: 'gate', name: 'A gate', level: 'level', order: 2, concepts: [] },
    });
    desk.silent = false;
    for (const hearing of [...desk.hearings]) hearing.event({ type: 'again', cursor: 'x' as Cursor });
    await expect.poll(() => store.state().held.shown.synthesise.constructs.has('gate')).toBe(true);
    expect(store.state().held.stored).toEqual(desk.open.review);
  });
});

describe('what does not travel', () => {
  it('may have changed whenever the counts come', async () => {
    const desk = await Desk.begin();
    const store = await storeAt(desk);
    const counts = { ...store.state().counts, records: 7 };
    for (const hearing of desk.hearings) hearing.event({ type: 'counts', cursor: 'x' as Cursor, counts, progress: {} });
    expect(store.state()).toMatchObject({ moved: 1, stored: 0, counts: { records: 7 } });
  });
});

describe('undo', () => {
  it('takes back the last thing done here, as a change', async () => {
    const desk = await Desk.begin();
    const store = await storeAt(desk);
    rename(store, 'A locked fence');
    await expect.poll(() => store.state().done.length).toBe(1);
    const [last] = store.state().done;
    if (last === undefined) throw new Error('nothing done');
    expect(store.undo(last)).toBe(true);
    expect(fence(store).name).toBe('A fence');
    await settled(store);
    expect(desk.open.review.synthesise.constructs.get('fence')?.name).toBe('A fence');
    expect(store.state().done).toEqual([]);
  });

  it('is refused with the reason where later work stands', async () => {
    const desk = await Desk.begin();
    const store = await storeAt(desk);
    rename(store, 'One');
    await expect.poll(() => store.state().done.length).toBe(1);
    rename(store, 'Two');
    await expect.poll(() => store.state().done.length).toBe(2);
    await settled(store);
    const [first] = store.state().done;
    if (first === undefined) throw new Error('nothing done');
    expect(store.undo(first)).toBe(false);
    expect(store.state().refusals[0]?.words).toContain('cannot be taken back');
    expect(fence(store).name).toBe('Two');
  });
});

describe('undo of what did not travel', () => {
  /** Four records that no browser holds. */
  const withRecords = async () => {
    const desk = await Desk.begin();
    const file = { name: 'a.ris', content: 'c'.repeat(64), bytes: 9 };
    const row = (number: number) => ({ id: `r${number}`, number, lines: [number, number], label: 'A record' });
    await desk.does(ana, { kind: 'source.made', payload: { id: 'base', kind: 'database', name: 'Base' } });
    const store = await storeAt(desk);
    const payload = { id: 'file', source: 'base', file, format: 'ris', unread: 0, records: [1, 2, 3, 4].map(row) };
    await desk.doesAway(ana, { kind: 'source.imported', payload });
    return { desk, store };
  };
  const stand = (desk: Desk) =>
    [...desk.open.review.gather.groups].filter(({ trail }) => trail.gone === undefined).map(({ id }) => id);
  const found = (id: string, records: readonly string[]) => ({
    kind: 'duplicates.found',
    payload: { groups: [{ id, records }] },
  });
  const undoLast = (store: HouseStore) => {
    const last = store.state().done.at(-1);
    if (last === undefined) throw new Error('nothing done');
    store.undo(last);
  };

  it('is left to the server, which knows what stood before', async () => {
    const { desk, store } = await withRecords();
    desk.silent = true;
    store.propose({ kind: 'duplicate-group.made', payload: { id: 'pair', records: ['r1', 'r2'] } });
    await expect.poll(() => store.state().done.length).toBe(1);
    undoLast(store);
    await expect.poll(() => stand(desk)).toEqual([]);
    expect(store.state().done).toEqual([]);
    expect(store.state().refusals).toEqual([]);
  });

  it('takes back at one stroke what the server did at one stroke', async () => {
    const { desk, store } = await withRecords();
    const changes = [
      await desk.doesAway(ana, found('one', ['r1', 'r2'])),
      await desk.doesAway(ana, found('two', ['r3', 'r4'])),
    ];
    store.didThere('duplicates.found', changes);
    expect(store.state().done.map(({ kind }) => kind)).toEqual(['duplicates.found']);
    undoLast(store);
    await expect.poll(() => stand(desk)).toEqual([]);
    expect(store.state().done).toEqual([]);
  });

  it('says why it was refused, and what stays done can be taken back later', async () => {
    const { desk, store } = await withRecords();
    const changes = [
      await desk.doesAway(ana, found('one', ['r1', 'r2'])),
      await desk.doesAway(ana, found('two', ['r3', 'r4'])),
    ];
    store.didThere('duplicates.found', changes);
    const away = await desk.doesAway(ana, { kind: 'duplicate-group.removed', payload: { id: 'one' } });
    undoLast(store);
    await expect.poll(() => store.state().refusals[0]?.words).toContain('cannot be taken back');
    expect(stand(desk)).toEqual([]);
    expect(store.state().done).toHaveLength(1);
    store.didThere('duplicate-group.removed', [away]);
    undoLast(store);
    await expect.poll(() => stand(desk)).toEqual(['one']);
    undoLast(store);
    await expect.poll(() => stand(desk)).toEqual([]);
    expect(store.state().done).toEqual([]);
  });
});
