import {
  type Change,
  type ChangeId,
  type PersonId,
  type Proposal,
  type Review,
  type ReviewId,
  apply,
  asId,
  backwardsOf,
  emptyReview,
  fold,
  freeze,
  thawReview,
  writesOf,
} from '@throughline/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryStore, memoryKeeper } from './memory.js';
import { OpenReview, type ProposalResult } from './open-review.js';
import { startReview } from './start-review.js';

// The laws of the one loop, over random histories: two people at two windows onto one review.

const ann = asId<PersonId>('ann');
const ben = asId<PersonId>('ben');
const at = '2026-03-01T09:00:00.000Z';
const runs = { numRuns: 120 };
const timeout = 120_000;

/** One act of somebody: what they do, and to which of the few sources and memos there are. */
type Act = {
  who: 0 | 1;
  do: 'make' | 'name' | 'note' | 'remove' | 'undo' | 'again' | 'wait';
  which: number;
  text: string;
};
const act: fc.Arbitrary<Act> = fc.record({
  who: fc.constantFrom(0, 1),
  do: fc.constantFrom('make', 'name', 'name', 'note', 'note', 'remove', 'undo', 'again', 'wait'),
  which: fc.nat(3),
  text: fc.constantFrom('MEDLINE', 'Embase', 'CINAHL', 'PsycINFO'),
});

async function twoWindows() {
  const store = new MemoryStore();
  const keeper = memoryKeeper(store);
  const one = await startReview(keeper, { title: 'T', id: asId<ReviewId>('r'), by: ann, name: 'Ann', at });
  const joined = { id: ben, role: 'reviewer', card: 'b'.repeat(64) };
  await one.propose([proposal('ben-joins', 'person.made', joined)], ben, { at });
  return { keeper, windows: [one, await OpenReview.open(memoryKeeper(store), one.id)] as const };
}

const proposal = (id: string, kind: string, payload: unknown, saw?: Record<string, ChangeId>): Proposal => ({
  id: asId<ChangeId>(id),
  kind,
  version: 1,
  payload,
  ...(saw === undefined ? {} : { saw }),
});

/** What somebody proposes who sees this review now; an edit says what it saw. */
function proposed({ do: what, which, text }: Act, id: string, review: Review, log: readonly Change[]): Proposal {
  const source = `s${which}`;
  const held = review.gather.sources.get(source);
  const set = (field: string) =>
    proposal(
      id,
      'source.edited',
      { id: source, set: { [field]: `${text} ${id}` } },
      {
        [field]: held?.trail.set?.[field]?.change ?? held?.trail.made.change ?? asId<ChangeId>('nothing'),
      },
    );
  if (what === 'make') return proposal(id, 'source.made', { id: source, kind: 'database', name: text });
  if (what === 'name') return set('name');
  if (what === 'note') return set('note');
  if (what === 'undo') return undone(id, review, log[log.length - 1 - which]);
  return proposal(id, 'source.removed', { id: source });
}

function undone(id: string, review: Review, change: Change | undefined): Proposal {
  const writes = change === undefined ? [] : backwardsOf(review, writesOf(change) ?? []);
  return proposal(id, 'change.undone', { change: change?.id ?? 'none', writes: Array.isArray(writes) ? writes : [] });
}

const acceptedOf = (results: readonly ProposalResult[]) =>
  results.flatMap((result) => ('accepted' in result ? [result.accepted] : []));

/** Plays acts without waiting for each other, but where one says so. Answers what was acknowledged. */
async function play(acts: readonly Act[], { keeper, windows }: Awaited<ReturnType<typeof twoWindows>>) {
  const sent: { by: PersonId; proposal: Proposal }[] = [];
  const answers: Promise<readonly ProposalResult[]>[] = [];
  for (const [n, each] of acts.entries()) {
    if (each.do === 'wait') {
      await Promise.all(answers);
      continue;
    }
    const window = windows[each.who];
    // The beginning stays: nobody is taken out of the team.
    const log = each.do === 'undo' ? await keeper.changes(window.id, 3) : [];
    const again = each.do === 'again' ? sent[sent.length - 1 - each.which] : undefined;
    const by = again?.by ?? [ann, ben][each.who] ?? ann;
    const next = again?.proposal ?? proposed(each, `c${n}`, window.review, log);
    sent.push({ by, proposal: next });
    answers.push(window.propose([next], by, { at }));
  }
  return { sent, answers: await Promise.all(answers) };
}

const histories = fc.array(act, { minLength: 5, maxLength: 40 });

test('L1 L14 every acknowledged change is in the log once, and both windows fold to the same', { timeout }, () =>
  fc.assert(
    fc.asyncProperty(histories, async (acts) => {
      const two = await twoWindows();
      const { sent, answers } = await play(acts, two);
      const log = await two.keeper.changes(two.windows[0].id);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, n) => n + 1));
      expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
      for (const change of answers.flatMap(acceptedOf)) expect(log[change.seq - 1]).toEqual(change);
      // Nothing is in the log that nobody was told of.
      const told = new Set(answers.flatMap(acceptedOf).map(({ id }) => id));
      expect(log.slice(3).filter(({ id }) => !told.has(id))).toEqual([]);
      expect(told.size).toBeLessThanOrEqual(sent.length);
      for (const window of two.windows) await window.refresh();
      const folded = freeze(fold(log));
      expect(two.windows.map(({ review }) => freeze(review))).toEqual([folded, folded]);
      expect(fold(log).conflicts).toEqual([]);
    }),
    runs,
  ),
);

test('L14 a history sent again is answered the same, and changes nothing', { timeout }, () =>
  fc.assert(
    fc.asyncProperty(histories, async (acts) => {
      const two = await twoWindows();
      const { sent, answers } = await play(acts, two);
      const before = await two.keeper.changes(two.windows[0].id);
      for (const [n, { by, proposal: each }] of sent.entries()) {
        const first = acceptedOf(answers[n] ?? []);
        if (first.length > 0) expect(await two.windows[1].propose([each], by)).toEqual([{ accepted: first[0] }]);
      }
      expect(await two.keeper.changes(two.windows[0].id)).toEqual(before);
    }),
    runs,
  ),
);

test('L5 of two who edit a field from the same state one is refused, of two fields none', { timeout }, () =>
  fc.assert(
    fc.asyncProperty(histories, fc.boolean(), fc.boolean(), async (acts, sameField, annFirst) => {
      const two = await twoWindows();
      await play(acts, two);
      const [one, other] = annFirst ? two.windows : ([two.windows[1], two.windows[0]] as const);
      await one.propose(
        [proposal('new-source', 'source.made', { id: 'fresh', kind: 'register', name: 'ISRCTN' })],
        ann,
      );
      await other.refresh();
      const saw = asId<ChangeId>('new-source');
      const edit = (id: string, field: string) =>
        proposal(id, 'source.edited', { id: 'fresh', set: { [field]: `by ${id}` } }, { [field]: saw });
      const results = await Promise.all([
        one.propose([edit('x', 'name')], ann),
        other.propose([edit('y', sameField ? 'name' : 'note')], ben),
      ]);
      const codes = results.flat().flatMap((result) => ('refused' in result ? [result.refused.code] : []));
      expect(codes).toEqual(sameField ? ['field.changedSince'] : []);
      const said = acceptedOf(results.flat()).map(({ payload }) => (payload as { set: object }).set);
      await one.refresh();
      expect(one.review.gather.sources.get('fresh')).toMatchObject(Object.assign({}, ...said));
    }),
    runs,
  ),
);

test('L15 taking back the last change restores what was there before it', { timeout }, () =>
  fc.assert(
    fc.asyncProperty(histories, async (acts) => {
      const two = await twoWindows();
      await play(acts, two);
      const [window] = two.windows;
      await window.refresh();
      const log = await two.keeper.changes(window.id);
      const last = log.at(-1);
      if (last === undefined || last.seq <= 3 || last.kind === 'change.undone') return;
      const before = fold(log.slice(0, -1));
      const [result] = await window.propose([undone('take-back', window.review, last)], ann);
      expect(result).toHaveProperty('accepted');
      expect(standingSources(window.review)).toEqual(standingSources(before));
    }),
    runs,
  ),
);

/** What anybody sees of the sources that stand. The trail differs: it says that something was done and taken back. */
function standingSources(review: Review) {
  return [...review.gather.sources]
    .filter(({ trail }) => trail.gone === undefined)
    .map(({ trail: _, ...fields }) => fields);
}

/** A change as a broken or newer program might have left it in a log. */
const anything: fc.Arbitrary<Change> = fc.record({
  id: fc.uuid() as unknown as fc.Arbitrary<ChangeId>,
  seq: fc.constant(0),
  kind: fc.constantFrom(
    'source.made',
    'source.edited',
    'source.removed',
    'change.undone',
    'source.imported',
    'vote.cast',
    '?',
  ),
  version: fc.constantFrom(1, 1, 1, 2, 0, -1),
  payload: fc.oneof(
    fc.anything({ withNullPrototype: false, maxDepth: 3 }),
    fc.record({ id: fc.constantFrom('s0', 's1', '__proto__'), set: fc.anything(), name: fc.anything() }),
    fc.record({
      change: fc.string(),
      writes: fc.array(fc.record({ do: fc.string(), on: fc.string(), id: fc.string() })),
    }),
  ),
  by: fc.constant(ann),
  at: fc.constant(at),
});

test('L3 a log folds the same whole, split anywhere, and over a snapshot, whatever is in it', { timeout }, () =>
  fc.assert(
    fc.asyncProperty(histories, fc.array(anything, { maxLength: 6 }), fc.nat(), async (acts, broken, where) => {
      const two = await twoWindows();
      await play(acts, two);
      const log = [...(await two.keeper.changes(two.windows[0].id))];
      for (const [n, change] of broken.entries()) log.splice((where + n * 7) % (log.length + 1), 0, asStored(change));
      const whole = fold(log);
      const split = where % (log.length + 1);
      const begun = fold(log.slice(0, split));
      expect(freeze(fold(log.slice(split), begun))).toBe(freeze(whole));
      expect(freeze(fold(log.slice(split), thawReview(freeze(begun))))).toBe(freeze(whole));
      expect(freeze(log.reduce(apply, emptyReview))).toBe(freeze(whole));
    }),
    runs,
  ),
);

/** As it comes out of a keeper: what is not JSON is gone. */
function asStored(change: Change): Change {
  try {
    return { ...change, payload: JSON.parse(JSON.stringify(change.payload) ?? 'null') as unknown };
  } catch {
    return { ...change, payload: null };
  }
}
