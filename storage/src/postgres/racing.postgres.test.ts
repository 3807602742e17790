import { type PersonId, type Proposal, type ReviewId, asId, fold, freeze } from '@throughline/core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freshDatabase } from '../../../tools/postgres.mjs';
import { OpenReview, type ProposalResult } from '../open-review.js';
import { startReview } from '../start-review.js';
import type { ReviewStore } from '../store.js';
import { postgresStore } from './store.js';

// The laws of the one loop where two processes fold the same review from one database: each has a store of its own.

const ann = asId<PersonId>('ann');
const ben = asId<PersonId>('ben');
const at = '2026-03-01T09:00:00.000Z';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let stores: readonly [ReviewStore, ReviewStore];
let reviews = 0;

beforeAll(async () => {
  database = await freshDatabase(inject('databaseUrl'));
  stores = [await postgresStore(database.url), await postgresStore(database.url)];
});

afterAll(async () => {
  for (const store of stores) await store.close();
  await database.drop();
});

async function twoProcesses() {
  reviews += 1;
  const id = asId<ReviewId>(`race-${reviews}`);
  const first = await stores[0].begin(id, 'T');
  const one = await startReview(first, { title: 'T', id, by: ann, name: 'Ann', at });
  await one.propose([proposal('ben-joins', 'person.made', { id: ben, role: 'reviewer', card: 'b'.repeat(64) })], ann, {
    at,
  });
  const second = await stores[1].keeper(id);
  const windows = [one, await OpenReview.open(second, id)] as const;
  const close = async () => {
    for (const window of windows) await window.close();
    for (const keeper of [first, second]) await keeper.close();
  };
  return { keeper: first, windows, close };
}

const proposal = (id: string, kind: string, payload: unknown): Proposal => ({
  id: asId(id),
  kind,
  version: 1,
  payload,
});

interface Act {
  readonly who: 0 | 1;
  readonly do: 'make' | 'name' | 'again' | 'wait';
  readonly which: number;
}
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    who: fc.constantFrom(0, 1),
    do: fc.constantFrom('make', 'make', 'name', 'name', 'again', 'wait'),
    which: fc.nat(5),
  }),
  { minLength: 5, maxLength: 40 },
);

function proposed({ do: what, which }: Act, id: string): Proposal {
  if (what === 'make') return proposal(id, 'source.made', { id: `s${which}`, kind: 'database', name: id });
  return proposal(id, 'source.edited', { id: `s${which}`, set: { name: `named by ${id}` } });
}

/** Plays acts without waiting for each other, but where one says so. */
async function play(played: readonly Act[], windows: readonly [OpenReview, OpenReview]) {
  const sent: { proposal: Proposal; by: PersonId }[] = [];
  const answers: Promise<readonly ProposalResult[]>[] = [];
  for (const [n, act] of played.entries()) {
    if (act.do === 'wait') await Promise.all(answers);
    const again = act.do === 'again' ? sent[sent.length - 1 - act.which] : undefined;
    const next = again ?? { proposal: proposed(act, `c${n}`), by: [ann, ben][act.who] ?? ann };
    sent.push(next);
    answers.push(windows[act.who].propose([next.proposal], next.by, { at }));
  }
  return Promise.all(answers);
}

test('L1 L14 of two processes every acknowledged change is in the log once, and both fold to the same', () =>
  fc.assert(
    fc.asyncProperty(acts, async (played) => {
      const { keeper, windows, close } = await twoProcesses();
      const answers = (await play(played, windows)).flat();
      const log = await keeper.changes(windows[0].id);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, n) => n + 1));
      expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
      const told = answers.flatMap((answer) => ('accepted' in answer ? [answer.accepted] : []));
      for (const change of told) expect(log[change.seq - 1]).toEqual(change);
      expect(new Set(told.map(({ seq }) => seq)).size).toBe(log.length - 3);
      for (const window of windows) await window.refresh();
      const folded = freeze(fold(log));
      expect(windows.map(({ review }) => freeze(review))).toEqual([folded, folded]);
      await close();
    }),
    { numRuns: 40 },
  ));

test('a process hears what another appended without asking', async () => {
  const { windows, close } = await twoProcesses();
  const heard = new Promise<string>((resolve) => {
    windows[1].onChange(({ id }) => resolve(id));
  });
  await windows[0].propose([proposal('told', 'source.made', { id: 's9', kind: 'register', name: 'ISRCTN' })], ann);
  expect(await heard).toBe('told');
  await close();
});
