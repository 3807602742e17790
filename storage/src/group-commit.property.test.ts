import { type ChangeId, type PersonId, type Proposal, type ReviewId, asId, fold, freeze } from '@throughline/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Beside, type Keeper, StoreProblem } from './contract.js';
import { sha256Of } from './hash.js';
import { MemoryStore, memoryKeeper } from './memory.js';
import { OpenReview, type ProposalResult } from './open-review.js';
import { startReview } from './start-review.js';

// Proposals that come while others are being stored are stored together. Nobody can tell from the answers or the log.

const ann = asId<PersonId>('ann');
const ben = asId<PersonId>('ben');
const at = '2026-03-01T09:00:00.000Z';

/** What somebody sends in one call: names for one of three sources, each seen or not, or a source made or taken away. */
interface Call {
  readonly by: PersonId;
  readonly proposals: readonly Proposal[];
  readonly beside?: Beside;
  /** Turns of the event loop before the next call. */
  readonly pause: number;
}

const step = fc.record({
  id: fc.nat(40),
  do: fc.constantFrom('make', 'name', 'name', 'seen', 'remove'),
  which: fc.nat(2),
  saw: fc.nat(40),
});
const calls: fc.Arbitrary<readonly Call[]> = fc.array(
  fc
    .record({
      by: fc.constantFrom(ann, ben),
      steps: fc.array(step, { minLength: 1, maxLength: 3 }),
      beside: fc.option(fc.string(), { freq: 6 }),
      pause: fc.nat(3),
    })
    .map(({ by, steps, beside, pause }) => ({
      by,
      pause,
      proposals: steps.map(proposalOf),
      ...(beside === null ? {} : { beside: fileOf(beside) }),
    })),
  { minLength: 2, maxLength: 30 },
);

/** A small range of ids, so that some come twice, in one call or in two (L14). */
function proposalOf({ id, do: what, which, saw }: { id: number; do: string; which: number; saw: number }): Proposal {
  const made = (kind: string, payload: object) => ({ id: asId<ChangeId>(`c${id}`), kind, version: 1, payload });
  const source = `s${which}`;
  if (what === 'make') return made('source.made', { id: source, kind: 'database', name: `by c${id}` });
  if (what === 'remove') return made('source.removed', { id: source });
  const edit = made('source.edited', { id: source, set: { name: `by c${id}` } });
  return what === 'name' ? edit : { ...edit, saw: { name: asId<ChangeId>(`c${saw}`) } };
}

function fileOf(text: string): Beside {
  const bytes = new TextEncoder().encode(text);
  return { contents: [{ hash: sha256Of(bytes), bytes }] };
}

async function begun(keeper: Keeper): Promise<OpenReview> {
  const changes = [asId<ChangeId>('begins'), asId<ChangeId>('leads')] as const;
  const beginning = { title: 'T', id: asId<ReviewId>('r'), by: ann, name: 'Ann', salt: 's', at, changes };
  const open = await startReview(keeper, beginning);
  const joined = { id: ben, role: 'reviewer', card: 'b'.repeat(64) };
  await open.propose([{ id: asId<ChangeId>('joins'), kind: 'person.made', version: 1, payload: joined }], ben, { at });
  return open;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A keeper whose appends take some turns of the event loop, as a disk does. */
function slow(keeper: Keeper, appends: number[]): Keeper {
  const append = keeper.append.bind(keeper);
  keeper.append = async (review, seen, changes, beside) => {
    appends.push(changes.length);
    await turn();
    await turn();
    return append(review, seen, changes, beside);
  };
  return keeper;
}

const send = (open: OpenReview, { proposals, by, beside }: Call) =>
  open.propose(proposals, by, beside === undefined ? { at } : { at, beside });

test(
  'L4 L5 L14 what is gathered is answered and stored as if each had waited for the one before',
  { timeout: 120_000 },
  () =>
    fc.assert(
      fc.asyncProperty(calls, async (history) => {
        const [one, all] = [memoryKeeper(), slow(memoryKeeper(), [])];
        const [waiting, gathering] = [await begun(one), await begun(all)];
        const alone: (readonly ProposalResult[])[] = [];
        for (const call of history) alone.push(await send(waiting, call));
        const together: Promise<readonly ProposalResult[]>[] = [];
        for (const call of history) {
          together.push(send(gathering, call));
          for (let n = 0; n < call.pause; n += 1) await turn();
        }
        expect(await Promise.all(together)).toEqual(alone);
        const log = await all.changes(gathering.id);
        expect(log).toEqual(await one.changes(waiting.id));
        expect(freeze(gathering.review)).toBe(freeze(fold(log)));
        expect(gathering.head).toBe(log.length);
      }),
      { numRuns: 200 },
    ),
);

test('L1 L14 two processes that gather lose nothing, double nothing, and fold to the same', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(calls, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), async (history, where) => {
      const store = new MemoryStore();
      const first = await begun(slow(memoryKeeper(store), []));
      const second = await OpenReview.open(slow(memoryKeeper(store), []), first.id);
      const answers: Promise<readonly ProposalResult[]>[] = [];
      for (const [n, call] of history.entries()) {
        answers.push(send(where[n] ? first : second, call));
        for (let turns = 0; turns < call.pause; turns += 1) await turn();
      }
      const accepted = (await Promise.all(answers))
        .flat()
        .flatMap((each) => ('accepted' in each ? [each.accepted] : []));
      await first.refresh();
      await second.refresh();
      const log = await memoryKeeper(store).changes(first.id);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, n) => n + 1));
      for (const change of accepted) expect(log[change.seq - 1]).toEqual(change);
      expect(new Set(accepted.map(({ id }) => id)).size).toBe(log.length - 3);
      expect([freeze(first.review), freeze(second.review)]).toEqual([freeze(fold(log)), freeze(fold(log))]);
    }),
    { numRuns: 150 },
  ),
);

const memo = (id: string): Proposal => ({
  id: asId<ChangeId>(id),
  kind: 'memo.made',
  version: 1,
  payload: { id: `m-${id}`, about: 'trust', text: 'as written', audience: 'team' },
});

test('what comes while one append is under way is one append', async () => {
  const appends: number[] = [];
  const open = await begun(slow(memoryKeeper(), appends));
  appends.length = 0;
  const all = Array.from({ length: 40 }, (_, n) => open.propose([memo(`n${n}`)], n % 2 === 0 ? ann : ben));
  const seqs = (await Promise.all(all)).flat().map((each) => ('accepted' in each ? each.accepted.seq : 0));
  expect(appends).toEqual([40]);
  expect(seqs).toEqual(Array.from({ length: 40 }, (_, n) => n + 4));
});

test('what has a file beside it is stored alone, and the order stays', async () => {
  const appends: number[] = [];
  const open = await begun(slow(memoryKeeper(), appends));
  appends.length = 0;
  const answers = await Promise.all([
    open.propose([memo('a')], ann),
    open.propose([memo('b')], ben),
    open.propose([memo('c')], ann, { beside: fileOf('a paper') }),
    open.propose([memo('d')], ben),
  ]);
  expect(appends).toEqual([2, 1, 1]);
  expect(answers.flat().map((each) => ('accepted' in each ? each.accepted.id : each.refused.code))).toEqual([
    ...['a', 'b', 'c', 'd'],
  ]);
});

test('one whose change cannot be stored does not take the others with it', async () => {
  const keeper = memoryKeeper();
  const open = await begun(keeper);
  const append = keeper.append.bind(keeper);
  keeper.append = async (review, seen, changes, beside) => {
    if (changes.some(({ id }) => id === 'bad')) throw new Error('this one does not fit');
    return append(review, seen, changes, beside);
  };
  const settled = await Promise.allSettled(['a', 'bad', 'b'].map((id) => open.propose([memo(id)], ann)));
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((await keeper.changes(open.id, 3)).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a store that fails says so to everybody, and the next go on', async () => {
  const keeper = memoryKeeper();
  const open = await begun(keeper);
  const append = keeper.append.bind(keeper);
  keeper.append = async () => {
    keeper.append = append;
    throw new StoreProblem('file.diskFull');
  };
  const settled = await Promise.allSettled(['a', 'b'].map((id) => open.propose([memo(id)], ann)));
  expect(settled).toMatchObject([{ reason: { code: 'file.diskFull' } }, { reason: { code: 'file.diskFull' } }]);
  expect(await open.propose([memo('a')], ann)).toMatchObject([{ accepted: { seq: 4 } }]);
});
