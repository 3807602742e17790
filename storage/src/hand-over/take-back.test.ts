import { type Change, type PersonId, agreementOf, asId, freeze, standing } from '@throughline/core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Keeper, StoredRecord } from '../contract.js';
import { memoryKeeper } from '../memory.js';
import { createSqlite, openSqlite } from '../sqlite/keeper.js';
import { tempFolder } from '../sqlite/temp-folder.js';
import { handOver, handOverInto } from './hand-over.js';
import { takeBack } from './take-back.js';
import { Laptop, ana, anaAtHome, ben, cai } from './testing/laptop.js';

const folder = tempFolder();
afterAll(() => folder.remove());
const open: Laptop[] = [];
afterEach(async () => {
  for (const laptop of open.splice(0)) await laptop.leaves();
});
const kept = (laptop: Laptop): Laptop => {
  open.push(laptop);
  return laptop;
};

async function homeAndShare(count = 10, percent = 100): Promise<{ main: Laptop; share: Laptop }> {
  const main = kept(await Laptop.starts(memoryKeeper(), count));
  return { main, share: await shareOf(main, ben, percent) };
}
async function shareOf(main: Laptop, person: PersonId, percent = 100): Promise<Laptop> {
  const keeper = memoryKeeper();
  await handOverInto(main, { person, stage: 'title-abstract', percent, seed: 'spring' }, anaAtHome, keeper);
  return kept(await Laptop.opens(keeper));
}
const logOf = ({ keeper, open: { id } }: Laptop): Promise<readonly Change[]> => keeper.changes(id);

/** The same share with another log, and perhaps with records, as somebody might make it who knows the format. */
async function forged(
  share: Laptop,
  alter: (log: Change[]) => Change[],
  records: readonly StoredRecord[] = [],
): Promise<Keeper> {
  const keeper = memoryKeeper();
  const log = alter([...(await logOf(share))]).map((change, at) => ({ ...change, seq: at + 1 }));
  await keeper.receive(
    share.open.id,
    (async function* () {
      yield { changes: log };
      yield { records };
    })(),
  );
  return keeper;
}

/** Alters the last change of a log. */
const lastWith =
  (odd: object) =>
  (log: Change[]): Change[] =>
    log.map((each, at) => (at === log.length - 1 ? ({ ...each, ...odd } as Change) : each));

/** Alters what the changes of one kind say. */
const payloadWith =
  (kind: string, odd: object) =>
  (log: Change[]): Change[] =>
    log.map((each) => (each.kind === kind ? { ...each, payload: { ...(each.payload as object), ...odd } } : each));

describe('a sample that is read on two laptops', () => {
  it('comes back with the agreement right, and again with nothing more', async () => {
    const [homeFile, shareFile] = [folder.free(), folder.free()];
    const main = kept(await Laptop.starts(await createSqlite(homeFile), 100));
    await handOver(main, { person: ben, stage: 'title-abstract', percent: 20, seed: 'spring' }, anaAtHome, shareFile);
    for (let n = 1; n <= 100; n += 1) await main.votes(ana, `r.${n}`, n % 3 === 0 ? 'include' : 'exclude');

    const away = await Laptop.opens(await openSqlite(shareFile));
    const sample = [...away.open.review.gather.records].map(({ id }) => id as string);
    expect(sample).toHaveLength(20);
    // Ben says the same but on every fifth of his.
    const said = sample.map((id, at) => ({ id, include: (Number(id.slice(2)) % 3 === 0) !== (at % 5 === 0) }));
    for (const { id, include } of said) await away.votes(ben, id, include ? 'include' : 'exclude');
    await away.does(ben, 'memo.made', { id: 'm', about: 'r.1', text: 'Odd abstracts', audience: 'team' });
    const done = (await logOf(away)).slice(-21);
    await away.leaves();

    const share = await openSqlite(shareFile);
    expect(await takeBack(main, share, ana)).toMatchObject({ taken: 21, known: 0, refused: [] });
    const stored = await main.keeper.known(
      main.open.id,
      done.map(({ id }) => id),
    );
    // Beside what they did there, they say what they saw there (L5).
    expect(stored.map(({ seq: _, saw: __, ...change }) => change)).toEqual(done.map(({ seq: _, ...change }) => change));

    // By hand: Ana's and Ben's includes among the 20, and the four on which they differ.
    const [anas, bens] = [
      sample.filter((id) => Number(id.slice(2)) % 3 === 0).length,
      said.filter(({ include }) => include).length,
    ];
    const byChance = (anas * bens + (20 - anas) * (20 - bens)) / 400;
    const agreement = agreementOf(main.open.review, 'title-abstract', [ana, ben]);
    expect(agreement).toMatchObject({ both: 20, agreed: 16, percent: 80 });
    expect(agreement.kappa).toBeCloseTo((0.8 - byChance) / (1 - byChance), 12);

    const [log, review] = [await logOf(main), freeze(main.open.review)];
    expect(await takeBack(main, share, ana)).toMatchObject({ taken: 0, known: 21, refused: [] });
    expect([await logOf(main), freeze(main.open.review)]).toEqual([log, review]);
    await share.close();
  });

  it('comes back in parts, when its person goes on reading', async () => {
    const { main, share } = await homeAndShare();
    await share.votes(ben, 'r.1', 'include');
    expect(await takeBack(main, share.keeper, ben)).toMatchObject({ taken: 1, known: 0 });
    await share.votes(ben, 'r.2', 'include');
    expect(await takeBack(main, share.keeper, ben)).toMatchObject({ taken: 1, known: 1 });
    expect([...main.open.review.screen.handed][0]).toMatchObject({ takenBack: 2 });
  });
});

describe('edits that overlap', () => {
  it('are shown as contradictions with both texts, and stay in the share', async () => {
    const { main, share } = await homeAndShare();
    const text = (set: object) => ({ id: 'k1', set });
    await main.does(ana, 'criterion.edited', text({ text: 'Adults over 18' }));
    // Ben's program says nothing of what it saw: he saw what stood in the share.
    await share.does(ben, 'criterion.edited', text({ text: 'People of any age' }));
    await share.does(ben, 'criterion.edited', text({ heading: 'Whom' }));
    await share.does(ben, 'criterion.edited', text({ text: 'All people' }));
    const before = await logOf(share);
    const { taken, refused } = await takeBack(main, share.keeper, ana);
    expect(taken).toBe(1);
    expect(refused).toMatchObject([
      {
        change: { by: ben, payload: text({ text: 'People of any age' }) },
        refusal: {
          code: 'field.changedSince',
          values: { present: 'Adults over 18', proposed: 'People of any age', by: ana },
        },
      },
      { refusal: { code: 'field.changedSince', values: { present: 'Adults over 18', proposed: 'All people' } } },
    ]);
    expect(main.open.review.plan.criteria.get('k1')).toMatchObject({ text: 'Adults over 18', heading: 'Whom' });
    expect(await logOf(share)).toEqual(before);
  });

  it('are told again until they are settled, and only then taken in', async () => {
    const { main, share } = await homeAndShare();
    const edited = await main.does(ana, 'criterion.edited', { id: 'k1', set: { text: 'Adults over 18' } });
    await share.does(ben, 'criterion.edited', { id: 'k1', set: { text: 'All people' } });
    const first = await takeBack(main, share.keeper, ana);
    expect(await takeBack(main, share.keeper, ana)).toEqual(first);
    const back = { do: 'set', on: 'plan.criteria', id: 'k1', fields: { text: 'Adults' } };
    await main.does(ana, 'change.undone', { change: edited, writes: [back] });
    expect(await takeBack(main, share.keeper, ana)).toMatchObject({ refused: [{}] });
    await main.does(ana, 'criterion.edited', { id: 'k1', set: { text: 'All people' } });
    expect(await takeBack(main, share.keeper, ana)).toMatchObject({ taken: 1, refused: [] });
  });

  it('do not take away what somebody has written on since', async () => {
    const { main, share } = await homeAndShare();
    await main.does(ana, 'criterion.edited', { id: 'k1', set: { text: 'Adults over 18' } });
    await share.does(ben, 'criterion.removed', { id: 'k1' });
    expect(await takeBack(main, share.keeper, ana)).toMatchObject({
      taken: 0,
      refused: [
        { refusal: { code: 'thing.changedSince', values: { field: 'text', present: 'Adults over 18', by: ana } } },
      ],
    });
    expect(standing(main.open.review.plan.criteria)).toHaveLength(1);
  });

  it('say that a work was voted on here, or is no more', async () => {
    const { main, share } = await homeAndShare();
    await share.votes(ben, 'r.1', 'include');
    await share.votes(ben, 'r.2', 'include');
    await main.votes(ben, 'r.1', 'exclude');
    const { refused, taken } = await takeBack(main, share.keeper, ana);
    expect({ taken, codes: refused.map(({ refusal }) => refusal.code) }).toEqual({ taken: 1, codes: ['vote.twice'] });
    expect(standing(main.open.review.screen.votes).map(({ answer }) => answer)).toEqual(['exclude', 'include']);
  });
});

describe('files that came into a share', () => {
  it('come back with their changes', async () => {
    const { main, share } = await homeAndShare();
    await share.imports(ben, 'found', 3);
    await share.votes(ben, 'found.2', 'include');
    expect(await takeBack(main, share.keeper, ana)).toMatchObject({ taken: 2, refused: [] });
    const found = [...main.open.review.gather.imports].at(-1);
    expect(found).toMatchObject({ id: 'found', read: 3 });
    expect(await main.keeper.content(found?.file.content ?? ('' as never))).toMatchObject({ name: 'found.ris' });
    expect((await main.texts()).slice(-3).map(({ id }) => id)).toEqual(['found.1', 'found.2', 'found.3']);
  });

  it('are refused where a record is none', async () => {
    const { main, share } = await homeAndShare();
    await share.imports(ben, 'found', 1);
    const [odd] = (await share.texts()).slice(-1);
    const altered = await forged(share, (log) => log, [{ ...(odd as StoredRecord), reference: { title: 7 } as never }]);
    await expect(takeBack(main, altered, ana)).rejects.toMatchObject({ code: 'share.damaged' });
  });
});

describe('a share that is not what was handed over', () => {
  const vote = (share: Laptop) => share.votes(ben, 'r.1', 'include');

  async function refusedWhole(main: Laptop, keeper: Keeper, code: string, by = ana) {
    const before = await logOf(main);
    await expect(takeBack(main, keeper, by)).rejects.toMatchObject({ code });
    expect(await logOf(main)).toEqual(before);
  }

  it('is refused with anything in it by another person', async () => {
    const { main, share } = await homeAndShare();
    await vote(share);
    const as = (by: PersonId) => forged(share, lastWith({ by }));
    await refusedWhole(main, await as(cai), 'share.otherPerson');
    await refusedWhole(main, await as(ana), 'share.otherPerson');
    await refusedWhole(main, await as(asId('stranger')), 'share.otherPerson');
  });

  it.each<[string, (log: Change[]) => Change[]]>([
    ['a change of it edited', payloadWith('criterion.made', { text: 'Cats' })],
    [
      'a change of it at another time',
      (log) => log.map((each, at) => (at === 2 ? { ...each, at: '2020-01-01T00:00:00.000Z' } : each)),
    ],
    ['a change of it left out', (log) => log.filter(({ kind }) => kind !== 'criterion.made')],
    [
      'one more change in it',
      ([first, ...log]) => [first as Change, { ...(first as Change), id: asId('more') }, ...log],
    ],
    ['another person on its mark', payloadWith('share-mark.made', { person: 'cai' })],
    ['a larger sample on its mark', payloadWith('share-mark.made', { percent: 50 })],
  ])('is refused with its beginning forged: %s', async (_, alter) => {
    const { main, share } = await homeAndShare();
    await vote(share);
    await refusedWhole(main, await forged(share, alter), 'share.altered');
  });

  it('is refused where it is of another review, or no share, or holds nothing', async () => {
    const { main, share } = await homeAndShare();
    await vote(share);
    const other = kept(await Laptop.starts(memoryKeeper(), 10, 'night-watch'));
    await refusedWhole(other, share.keeper, 'share.otherReview');
    await refusedWhole(main, main.keeper, 'share.notAShare');
    await refusedWhole(main, memoryKeeper(), 'share.notAShare');
  });

  it('is refused where this copy of the review never handed it over, or took that back', async () => {
    const { main, share } = await homeAndShare();
    await vote(share);
    const twin = kept(await Laptop.starts(memoryKeeper(), 10));
    await refusedWhole(twin, share.keeper, 'share.notHandedHere');
    const made = (await logOf(main)).findLast(({ kind }) => kind === 'hand-over.made');
    const [{ id } = { id: '' }] = main.open.review.screen.handed;
    await main.does(ana, 'change.undone', { change: made?.id, writes: [{ do: 'remove', on: 'screen.handed', id }] });
    await refusedWhole(main, share.keeper, 'share.cancelled');
  });

  it('is taken back by a lead or by whoever read it, and nobody else', async () => {
    const { main, share } = await homeAndShare();
    await vote(share);
    await refusedWhole(main, share.keeper, 'role.mayNot', cai);
    expect(await takeBack(main, share.keeper, ben)).toMatchObject({ taken: 1 });
  });

  it.each<[string, object]>([
    ['no time', { at: 'yesterday' }],
    ['no such time', { at: '2026-13-45T99:00:00.000Z' }],
    ['no id', { id: '../../etc' }],
    ['a version that is none', { version: 0 }],
    ['a reason that is no text', { because: { no: 'text' } }],
    ['a reason without end', { because: 'x'.repeat(20_001) }],
    ['odd things that it saw', { saw: { text: 7 } }],
  ])('is refused with a change that has %s', async (_, odd) => {
    const { main, share } = await homeAndShare();
    await vote(share);
    const keeper = await forged(share, lastWith(odd));
    await refusedWhole(main, keeper, 'share.damaged');
  });

  it('does not hide a change behind an id that is taken', async () => {
    const { main, share } = await homeAndShare();
    await vote(share);
    const taken = await main.votes(ana, 'r.3', 'include');
    const keeper = await forged(share, lastWith({ id: taken }));
    expect(await takeBack(main, keeper, ana)).toMatchObject({
      taken: 0,
      known: 0,
      refused: [{ change: { by: ben }, refusal: { code: 'thing.exists' } }],
    });
  });

  it('keeps what a newer program did in it among what was refused', async () => {
    const { main, share } = await homeAndShare();
    await vote(share);
    const keeper = await forged(share, (log) => [
      ...log,
      { ...(log.at(-1) as Change), id: asId('new'), kind: 'ranking.made' },
      { ...(log.at(-1) as Change), id: asId('odd'), payload: { what: 1 } },
    ]);
    const { taken, refused } = await takeBack(main, keeper, ana);
    expect(taken).toBe(1);
    expect(refused.map(({ refusal }) => refusal.code)).toEqual(['change.kindUnknown', 'change.payloadInvalid']);
  });
});
