import { readFileSync } from 'node:fs';
import {
  type Proposal,
  type Handing,
  type Viewer,
  asId,
  fold,
  lastSet,
  nextToRead,
  sampleOf,
  shareMark,
  standing,
  works,
  writesOf,
} from '@throughline/core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { memoryKeeper } from '../memory.js';
import { namesOf } from '../people.js';
import { createSqlite, openSqlite } from '../sqlite/keeper.js';
import { tempFolder } from '../sqlite/temp-folder.js';
import { handOver, handOverInto } from './hand-over.js';
import { Laptop, ana, anaAtHome, ben, cai, dee } from './testing/laptop.js';

const folder = tempFolder();
afterAll(() => folder.remove());
const open: Laptop[] = [];
afterEach(async () => {
  for (const laptop of open.splice(0)) await laptop.leaves();
});

const asked = { person: ben, stage: 'title-abstract', percent: 20, seed: 'spring' } as const;

async function home(count = 40): Promise<Laptop> {
  const laptop = await Laptop.starts(memoryKeeper(), count);
  open.push(laptop);
  return laptop;
}
async function shareOf(from: Laptop, more: Partial<typeof asked> | object = {}): Promise<Laptop> {
  const keeper = memoryKeeper();
  await handOverInto(from, { ...asked, ...more }, anaAtHome, keeper);
  const share = await Laptop.opens(keeper);
  open.push(share);
  return share;
}

describe('a share that is handed over', () => {
  it('holds the sample, and of its records all that the review holds', async () => {
    const main = await home();
    const share = await shareOf(main);
    const sample = sampleOf(
      works(main.open.review).map(({ id }) => id),
      20,
      'spring',
    );
    expect(sample).toHaveLength(8);
    expect([...share.open.review.gather.records].map(({ id }) => id)).toEqual(sample);
    expect(await share.texts()).toEqual(await main.keeper.records(main.open.id, sample));
    expect(nextToRead(share.open.review, ben, 'title-abstract').works.map(({ id }) => id)).toEqual(sample);
    expect(nextToRead(share.open.review, ben, 'full-text').works).toEqual([]);
  });

  it('says whose it is, and the review what was handed to whom', async () => {
    const main = await home();
    const share = await shareOf(main);
    const [noted] = main.open.review.screen.handed;
    expect(noted).toMatchObject({ person: ben, stage: 'title-abstract', percent: 20, seed: 'spring', works: 8 });
    expect(shareMark(share.open.review)).toMatchObject({ id: noted?.id, person: ben, percent: 20, seed: 'spring' });
    expect(shareMark(main.open.review)).toBeUndefined();
    expect(share.open.id).toBe(main.open.id);
  });

  it('names its people', async () => {
    const share = await shareOf(await home());
    expect({ ...(await namesOf(share.keeper, share.open.review)) }).toEqual({
      ana: 'Ana Reyes',
      ben: 'Ben Okafor',
      cai: 'Cai Lund',
      dee: 'Dee Ortiz',
    });
  });

  it("has nobody's votes, no memos, and no text or file with other records in it", async () => {
    const main = await home();
    const { records } = main.open.review.gather;
    for (const { id } of records) await main.votes(ana, id, 'exclude');
    await main.votes(cai, 'r.1', 'include');
    await main.does(ana, 'settlement.made', { id: 's', record: 'r.1', stage: 'title-abstract', answer: 'include' });
    const path = folder.free();
    await handOver(main, asked, anaAtHome, path);
    const file = await openSqlite(path);
    const share = await Laptop.opens(file);
    open.push(share);
    const inside = new Set([...share.open.review.gather.records].map(({ id }) => id as string));
    expect(share.open.review.screen.votes.size + share.open.review.screen.settlements.size).toBe(0);
    expect((await file.changes(share.open.id)).map(({ kind }) => kind)).toEqual([
      'review.made',
      'person.made',
      'person.made',
      'person.made',
      'person.made',
      'source.made',
      'source.imported',
      'criterion.made',
      'share-mark.made',
    ]);
    const bytes = readFileSync(path, 'latin1');
    for (const { id } of records) expect(bytes.includes(`what only the text of ${id} says`), id).toBe(inside.has(id));
    for (const said of ['ana keeps this', 'the team knows this', 'all of its records', 'exclude'])
      expect(bytes.includes(said), said).toBe(false);
    expect(await file.integrity()).toEqual([]);
  });

  it('leaves out what its person has read, so that a larger one goes on where the first ended', async () => {
    const main = await home();
    const first = [...(await shareOf(main)).open.review.gather.records].map(({ id }) => id);
    for (const record of first) await main.votes(ben, record, 'include');
    const second = [...(await shareOf(main, { percent: 30 })).open.review.gather.records].map(({ id }) => id);
    expect(second).toHaveLength(4);
    expect(second.filter((id) => first.includes(id))).toEqual([]);
    await expect(shareOf(main)).rejects.toMatchObject({ code: 'share.nothingToRead' });
    expect((await shareOf(main, { person: cai })).open.review.gather.records.size).toBe(8);
  });

  it('holds whole works at full text, those that were included, and asks for them', async () => {
    const main = await home(10);
    await main.does(ana, 'duplicate-group.made', { id: 'g', records: ['r.2', 'r.7'] });
    for (const record of ['r.1', 'r.2', 'r.5']) await main.votes(ana, record, 'include');
    for (const record of ['r.3', 'r.4']) await main.votes(ana, record, 'exclude');
    const share = await shareOf(main, { stage: 'full-text', percent: 100 });
    expect(works(share.open.review).map(({ records }) => records.map(({ id }) => id))).toEqual([
      ['r.1'],
      ['r.2', 'r.7'],
      ['r.5'],
    ]);
    expect(nextToRead(share.open.review, ben, 'full-text').works.map(({ id }) => id)).toEqual(['r.1', 'r.2', 'r.5']);
    expect(nextToRead(share.open.review, ben, 'title-abstract').works).toEqual([]);
    await share.votes(ben, 'r.2', 'exclude', 'full-text');
    expect(nextToRead(share.open.review, ben, 'full-text')).toMatchObject({
      done: 1,
      works: [{ id: 'r.1' }, { id: 'r.5' }],
    });
  });

  it('tells nobody by its works what the votes said that they may not see (L8)', async () => {
    const main = await home(10);
    await main.votes(cai, 'r.1', 'include');
    await main.votes(ana, 'r.2', 'include');
    const keeper = memoryKeeper();
    await handOverInto(main, { ...asked, stage: 'full-text', percent: 100 }, { person: ana, role: 'lead' }, keeper);
    const share = await Laptop.opens(keeper);
    open.push(share);
    expect([...share.open.review.gather.records].map(({ id }) => id)).toEqual(['r.2']);
  });

  it('has of each thing the trail that it has in the review, and nothing of what was taken away', async () => {
    const main = await home(6);
    await main.does(ana, 'criterion.edited', { id: 'k1', set: { text: 'Adults over 18' } });
    await main.does(ben, 'criterion.made', { id: 'k2', sort: 'exclusion', heading: 'Kind', text: 'Letters', order: 2 });
    const named = await main.does(ben, 'criterion.edited', { id: 'k1', set: { heading: 'Whom' } });
    await main.does(ana, 'change.undone', {
      change: named,
      writes: [{ do: 'set', on: 'plan.criteria', id: 'k1', fields: { heading: 'Who' } }],
    });
    await main.does(ben, 'criterion.removed', { id: 'k2' });
    await main.does(ana, 'duplicate-group.made', { id: 'g', records: ['r.1', 'r.2'] });
    await main.does(ana, 'duplicate-group.made', { id: 'gone', records: ['r.3', 'r.4'] });
    await main.does(ana, 'duplicate-group.removed', { id: 'gone' });
    const share = await shareOf(main, { percent: 100 });
    const [here, there] = [main.open.review, share.open.review];
    for (const shelf of ['about', 'people'] as const) expect([...there.floor[shelf]]).toEqual([...here.floor[shelf]]);
    expect([...there.plan.criteria]).toEqual(standing(here.plan.criteria));
    expect([...there.gather.groups]).toEqual(standing(here.gather.groups));
    expect([...there.gather.sources]).toEqual([...here.gather.sources]);
    expect(there.conflicts).toEqual([]);
    expect(lastSet(there.plan.criteria.get('k1') as never, 'heading')).not.toBe(named);
  });

  it('has nothing of what could not be used in the review', async () => {
    const main = await home(6);
    // What two programs on one file may have left: a second making of one thing.
    const log = await main.keeper.changes(main.open.id);
    const again = { ...log.find(({ kind }) => kind === 'criterion.made'), id: asId<Proposal['id']>('again') };
    const merged = [...log, { ...again, seq: log.length + 1 }].map((change, at) => ({
      ...change,
      seq: at + 1,
    })) as typeof log;
    expect(fold(merged).conflicts).toHaveLength(1);
    const keeper = memoryKeeper();
    await keeper.receive(
      main.open.id,
      (async function* () {
        yield { changes: merged };
        yield { records: await main.texts() };
      })(),
    );
    const torn = await Laptop.opens(keeper);
    open.push(torn);
    expect((await shareOf(torn, { percent: 100 })).open.review.conflicts).toEqual([]);
  });
});

describe('handing over', () => {
  it.each<[string, { by?: Viewer } & Partial<Handing>, string]>([
    ['by somebody who does not lead', { by: { person: cai, role: 'reviewer' } }, 'role.mayNot'],
    ['to somebody who only comments', { person: dee }, 'role.mayNot'],
    ['to nobody', { person: asId('who') }, 'thing.missing'],
    ['of more than all', { percent: 101 }, 'change.payloadInvalid'],
    ['with an empty seed', { seed: ' ' }, 'change.payloadInvalid'],
  ])('is refused %s, and there is no file', async (_, { by = anaAtHome, ...more }, code) => {
    const main = await home(10);
    const path = folder.free();
    const before = await main.keeper.changes(main.open.id);
    await expect(handOver(main, { ...asked, ...more }, by, path)).rejects.toMatchObject({ code });
    await expect(openSqlite(path)).rejects.toMatchObject({ code: 'file.missing' });
    expect(await main.keeper.changes(main.open.id)).toEqual(before);
  });

  it('leaves a file that is there alone, and notes nothing', async () => {
    const main = await home(10);
    const path = folder.free();
    await (await createSqlite(path)).close();
    const before = readFileSync(path);
    await expect(handOver(main, asked, anaAtHome, path)).rejects.toMatchObject({ code: 'file.exists' });
    expect(readFileSync(path)).toEqual(before);
    expect(main.open.review.screen.handed.size).toBe(0);
  });

  it('does not go on out of a share', async () => {
    const main = await home(10);
    const share = await shareOf(main, { percent: 100 });
    await expect(shareOf(share, { person: cai })).rejects.toMatchObject({ code: 'role.mayNot' });
  });

  it('writes a mark only into a share', async () => {
    const main = await home(10);
    const payload = { id: 'm', person: ben, stage: 'title-abstract', percent: 20, seed: 's', works: 2 };
    expect(await main.tries(ana, 'share-mark.made', payload)).toMatchObject({ refused: { code: 'role.mayNot' } });
    expect(writesOf({ kind: 'share-mark.made', version: 1, payload } as never)).toHaveLength(1);
  });
});
