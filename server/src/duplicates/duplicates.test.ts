import { MemoryStore, type OpenReview, memoryKeeper, startReview } from '@throughline/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../import-file.js';
import { ana, done, proposal } from '../testing/review-file.js';
import { Duplicates, type DuplicatesOptions } from './duplicates.js';
import { FinderAside, FinderEnded } from './finder-aside.js';

/** The n-th of many papers that have little in common. */
function paper(n: number, more = ''): string {
  const [one, ten, hundred] = [n % 10, Math.floor(n / 10) % 10, Math.floor(n / 100)].map((at) => things[at]);
  const title = `${hundred} and ${ten}: what ${one} mean to people in their ${n + 20}s`;
  const start = 1 + n * 12;
  return [
    'TY  - JOUR',
    `AU  - ${ten}${one}${hundred}, ${one}`,
    `TI  - ${title}`,
    `PY  - ${1950 + (n % 70)}`,
    `JO  - Journal of ${hundred}`,
    `VL  - ${n + 1}`,
    `SP  - ${start}`,
    `EP  - ${start + 9}`,
    `DO  - 10.1136/j.${n}`,
    `${more}ER  - \n\n`,
  ].join('\n');
}
const things = [
  'kettles',
  'bread',
  'rivers',
  'stations',
  'gardens',
  'letters',
  'singing',
  'bicycles',
  'winters',
  'maps',
];
const papers = (count: number) => Array.from({ length: count }, (_, n) => n);
const ris = (which: readonly number[], more?: string): Uint8Array =>
  new TextEncoder().encode(which.map((n) => paper(n, more)).join(''));

describe('the duplicates of a review', () => {
  let open: OpenReview;
  const keeper = memoryKeeper(new MemoryStore());
  let looking: Duplicates | undefined;
  beforeEach(async () => {
    open = await startReview(keeper, { title: 'Shared care', by: ana.person, name: ana.name });
  });
  afterEach(async () => {
    await looking?.close();
    await open.close();
  });

  const brings = (id: string, bytes: Uint8Array) =>
    importFile(open, {
      source: { kind: 'database', name: id },
      file: { name: `${id}.ris`, bytes },
      import: id as never,
      by: ana.person,
    });

  /** Looks with a note of how many records each question told the thread. */
  function look(options: DuplicatesOptions = {}) {
    const duplicates = new Duplicates(open, keeper, options);
    looking = duplicates;
    const ask = async () => {
      let told = 0;
      const found = await duplicates.ask({ about: 'counts' }, (_, of) => {
        told = of;
      });
      return { ...found, told };
    };
    return { duplicates, ask };
  }

  it('are found anew only for what is new', async () => {
    const { ask } = look();
    await brings('one', ris(papers(600)));
    expect(await ask()).toEqual({ sureGroups: 0, sureLeave: 0, questions: 0, told: 600 });
    await brings('two', ris(papers(3)));
    expect(await ask()).toMatchObject({ sureGroups: 3, sureLeave: 3, told: 3 });
    await done(open, ana, proposal('duplicate-group.made', { id: 'g', records: ['one.1', 'two.1'] }));
    expect(await ask()).toMatchObject({ sureGroups: 2, sureLeave: 2, told: 0 });
    await done(open, ana, proposal('source.edited', { id: sourceOf('two'), set: { note: 'Run on Monday' } }));
    expect(await ask()).toMatchObject({ sureGroups: 2, told: 3 });
  });
  const sourceOf = (imported: string) => open.review.gather.imports.get(imported)?.source;

  it('are the same whether they were heard of at once or one after the other', async () => {
    const early = look();
    await early.ask();
    await brings('one', ris(papers(40)));
    await early.ask();
    await brings('two', ris(papers(20).toReversed()));
    const now = await early.duplicates.ask({ about: 'sure' });
    await early.duplicates.close();
    expect(await look().duplicates.ask({ about: 'sure' })).toEqual(now);
    expect(now.total).toBe(20);
  });

  it('are looked for by a new thread after nobody asked for a while', async () => {
    const started: FinderAside[] = [];
    const start = () => {
      const finder = new FinderAside();
      started.push(finder);
      return finder;
    };
    const { ask } = look({ idle: 1, start });
    await brings('one', ris(papers(2)));
    await brings('two', ris(papers(2)));
    expect(await ask()).toMatchObject({ sureGroups: 2, told: 4 });
    await expect.poll(() => started[0]?.hasEnded).toBe(true);
    expect(await ask()).toMatchObject({ sureGroups: 2, told: 4 });
    expect(started).toHaveLength(2);
  });

  it('are looked for by a new thread when the first one ends before it has answered', async () => {
    await brings('one', ris(papers(600)));
    const started: FinderAside[] = [];
    const start = () => {
      const finder = new FinderAside();
      started.push(finder);
      return finder;
    };
    const { duplicates } = look({ start });
    const counts = duplicates.ask({ about: 'counts' }, () => void started[0]?.end());
    expect(await counts).toMatchObject({ sureGroups: 0, questions: 0 });
    expect(started.map(({ hasEnded }) => hasEnded)).toEqual([true, false]);
  });

  it('are asked for by many at once and looked for once', async () => {
    const { ask } = look();
    await brings('one', ris(papers(300)));
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ questions }) => questions)).toEqual([0, 0, 0]);
  });

  it('are not waited for any more once the review is closed', async () => {
    await brings('one', ris(papers(300)));
    const { duplicates, ask } = look();
    const waiting = expect(ask()).rejects.toThrow(FinderEnded);
    await duplicates.close();
    await waiting;
    await expect(ask()).rejects.toThrow(FinderEnded);
  });
});
