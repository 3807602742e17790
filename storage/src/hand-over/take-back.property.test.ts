import { type Change, type PersonId, type Proposal, freeze, isSameChange, lastSet, standing } from '@throughline/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryKeeper } from '../memory.js';
import { handOverInto } from './hand-over.js';
import { type ReturnedShare, takeBack } from './take-back.js';
import { Laptop, ana, anaAtHome, ben, cai } from './testing/laptop.js';

// The laws of taking back, over random work in the review and in its shares at the same time.

const timeout = 600_000;
const records = 10;

/** One thing that somebody does, to one of the few things that there are. */
const act = fc.record({
  do: fc.constantFrom(
    'vote',
    'vote',
    'vote',
    'revote',
    'unvote',
    'edit',
    'edit',
    'add',
    'remove',
    'memo',
    'group',
    'undo',
  ),
  which: fc.nat(records - 1),
  answer: fc.constantFrom('include', 'exclude', 'maybe'),
  field: fc.constantFrom('text', 'heading'),
  says: fc.boolean(),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** Does it, where it can be done; what is refused here is no part of the history. */
async function plays(laptop: Laptop, by: PersonId, each: Act, step: string): Promise<void> {
  const { review } = laptop.open;
  const { which, answer, field } = each;
  const record = `r.${which + 1}`;
  const own = standing(review.screen.votes).filter(({ trail }) => trail.made.by === by)[which % 3]?.id ?? 'none';
  const criterion = [...review.plan.criteria][which % 3];
  const saw = criterion === undefined || !each.says ? {} : { saw: { [field]: lastSet(criterion, field) } };
  const vote = { id: `v.${step}`, record, stage: 'title-abstract', answer };
  const made = { id: `k.${step}`, sort: 'exclusion', heading: 'Kind', text: 'Letters', order: 2 };
  const tries = (kind: string, payload: object, more: Partial<Proposal> = {}) => laptop.tries(by, kind, payload, more);
  if (each.do === 'vote') await tries('vote.made', vote);
  if (each.do === 'revote') await tries('vote.edited', { id: own, set: { answer } });
  if (each.do === 'unvote') await tries('vote.removed', { id: own });
  if (each.do === 'edit')
    await tries('criterion.edited', { id: criterion?.id, set: { [field]: `${step} by ${by}` } }, saw);
  if (each.do === 'add') await tries('criterion.made', made);
  if (each.do === 'remove') await tries('criterion.removed', { id: criterion?.id });
  if (each.do === 'memo') await tries('memo.made', { id: `m.${step}`, about: 'k1', text: step, audience: 'team' });
  if (each.do === 'group') {
    const pair = [record, `r.${((which + 1) % records) + 1}`];
    await tries('duplicate-group.made', { id: `g.${step}`, records: pair });
  }
  if (each.do === 'undo') await undoes(laptop, by, which);
}

/** Takes back one of the last things that this person made. */
async function undoes(laptop: Laptop, by: PersonId, which: number): Promise<void> {
  const made = (await logOf(laptop)).filter(
    (change) => change.by === by && /^(criterion|memo|vote).made$/.test(change.kind),
  );
  const change = made[made.length - 1 - (which % 3)];
  const on = { criterion: 'plan.criteria', memo: 'notes.memos', vote: 'screen.votes' }[
    change?.kind.split('.')[0] ?? ''
  ];
  const { id } = (change?.payload ?? {}) as { id?: string };
  if (on !== undefined)
    await laptop.tries(by, 'change.undone', { change: change?.id, writes: [{ do: 'remove', on, id }] });
}

async function playAll(laptop: Laptop, by: PersonId, acts: readonly Act[], name: string): Promise<void> {
  for (const [n, each] of acts.entries()) await plays(laptop, by, each, `${name}${n}`);
}

const logOf = ({ keeper, open: { id } }: Laptop): Promise<readonly Change[]> => keeper.changes(id);
const histories = fc.array(act, { maxLength: 15 });

async function shareFor(main: Laptop, person: PersonId, percent: number): Promise<Laptop> {
  const keeper = memoryKeeper();
  await handOverInto(main, { person, stage: 'title-abstract', percent, seed: 'spring' }, anaAtHome, keeper);
  return Laptop.opens(keeper);
}

/** The same review in another keeper: what is done to the one is not done to the other. */
async function twinOf(main: Laptop): Promise<Laptop> {
  const keeper = memoryKeeper();
  await keeper.receive(main.open.id, main.keeper.parts(main.open.id));
  return Laptop.opens(keeper);
}

const refusedIn = ({ refused }: ReturnedShare) => refused.map(({ change, refusal }) => [change.id, refusal.code]);

const story = fc.record({
  before: histories,
  percent: fc.integer({ min: 10, max: 100 }),
  here: histories,
  there: fc.array(act, { minLength: 1, maxLength: 20 }),
  later: histories,
});

/** What was seen over all histories, so that it is known that they reached what they were made for. */
const reached = { taken: 0, contradicted: 0, changedSince: 0 };

test('nothing of a share is lost in 1,000 random histories, and taking back twice is taking back once', {
  timeout,
}, async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ before, percent, here, there, later }) => {
      const main = await Laptop.starts(memoryKeeper(), records);
      // Both have worked before, but for votes of Ben's: what he has read is not handed to him.
      await playAll(main, ana, before, 'before');
      await playAll(
        main,
        ben,
        before.filter(({ do: what }) => what === 'edit' || what === 'add'),
        'once',
      );
      const share = await shareFor(main, ben, percent);
      const begun = (await logOf(share)).length;
      await playAll(share, ben, there, 'there');
      await playAll(main, ana, here, 'here');
      await playAll(main, ben, later, 'meanwhile');

      const done = (await logOf(share)).slice(begun);
      const stood = [...(await logOf(main))];
      const fields = freeze(main.open.review.plan.criteria);
      const first = await takeBack(main, share.keeper, ana);
      const log = await logOf(main);
      const byId = new Map(log.map((change) => [change.id, change]));
      const refused = new Set(first.refused.map(({ change }) => change.id));

      // Every change of the share is in the review as it was made, or among what was refused, and never both.
      for (const change of done) {
        const stored = byId.get(change.id);
        expect(stored !== undefined).toBe(!refused.has(change.id));
        if (stored !== undefined) expect([isSameChange(stored, change), stored.at]).toEqual([true, change.at]);
      }
      expect(first.taken + first.known + first.refused.length).toBe(done.length);
      expect(first.refused.map(({ change }) => change)).toEqual(
        done.filter(({ id }) => refused.has(id)).map(({ seq: _, ...change }) => change),
      );
      // What was there stays, and nothing comes but what was done in the share, and the note that it came.
      expect(log.slice(0, stood.length)).toEqual(stood);
      const came = log.slice(stood.length);
      expect(came.filter(({ by }) => by === ben).map(({ id }) => id)).toEqual(
        done.map(({ id }) => id).filter((id) => !refused.has(id)),
      );
      expect(came.filter(({ by }) => by !== ben).map(({ kind }) => kind)).toEqual(['hand-over.takenBack']);
      expect(main.open.review.conflicts).toEqual([]);
      await nothingUnseen(main, share, came);
      if (first.taken === 0) expect(freeze(main.open.review.plan.criteria)).toBe(fields);

      const review = freeze(main.open.review);
      const second = await takeBack(main, share.keeper, ana);
      expect(second).toMatchObject({ taken: 0, known: first.taken + first.known });
      expect(refusedIn(second)).toEqual(refusedIn(first));
      expect([await logOf(main), freeze(main.open.review)]).toEqual([log, review]);
      reached.taken += first.taken;
      reached.contradicted += first.refused.length;
      reached.changedSince += first.refused.filter(({ refusal }) => refusal.code === 'field.changedSince').length;
      for (const laptop of [main, share]) await laptop.leaves();
    }),
    { numRuns: 1000 },
  );
  expect(reached.taken).toBeGreaterThan(1000);
  expect(reached.contradicted).toBeGreaterThan(200);
  expect(reached.changedSince).toBeGreaterThan(50);
});

/** Nobody's text was written over, or taken away, unseen: what had set it last was in the share, too. */
async function nothingUnseen(main: Laptop, share: Laptop, came: readonly Change[]): Promise<void> {
  const seen = new Set((await logOf(share)).map(({ id }) => id));
  const about = came.filter(({ kind }) => kind === 'criterion.edited' || kind === 'criterion.removed');
  for (const { id: change, payload } of about) {
    const { id, set = {} } = payload as { id: string; set?: object };
    const held = main.open.review.plan.criteria.get(id);
    if (held === undefined) throw new Error(`there is no ${id}`);
    const fields = Object.keys(set).length > 0 ? Object.keys(set) : ['sort', 'heading', 'text', 'order'];
    for (const field of fields) {
      const last = held.trail.set?.[field];
      expect(seen).toContain(last?.change === change ? last.wasBy : lastSet(held, field));
    }
  }
}

test('two shares can come back in either order, where their work does not overlap', { timeout }, () =>
  fc.assert(
    fc.asyncProperty(story, histories, async ({ before, percent, there }, other) => {
      const main = await Laptop.starts(memoryKeeper(), records);
      await playAll(main, ana, before, 'before');
      const shares = [await shareFor(main, ben, percent), await shareFor(main, cai, 50)] as const;
      // Votes and notes are each one's own. (Whether two criteria or groups go together is another question.)
      const ownWork = (acts: readonly Act[]) => acts.filter(({ do: what }) => /vote|memo/.test(what));
      await playAll(shares[0], ben, ownWork(there), 'ben');
      await playAll(shares[1], cai, ownWork(other), 'cai');
      const twin = await twinOf(main);
      for (const share of shares) expect(await takeBack(main, share.keeper, ana)).toMatchObject({ refused: [] });
      for (const share of [...shares].reverse())
        expect(await takeBack(twin, share.keeper, ana)).toMatchObject({ refused: [] });
      expect(everything(twin)).toEqual(everything(main));
      for (const laptop of [main, twin, ...shares]) await laptop.leaves();
    }),
    { numRuns: 200 },
  ),
);

/** Every vote and memo with its trail, without regard to which came first. */
function everything({ open: { review } }: Laptop): unknown[] {
  const things = [...review.screen.votes, ...review.notes.memos];
  return things.sort((a, b) => (a.id < b.id ? -1 : 1));
}
