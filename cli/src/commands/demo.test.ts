import { mkdir, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { OpenReview, openSqlite } from '@throughline/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Numbers } from '../numbers.js';
import { Person, type Typed } from '../testing/typed.js';

type Demo = Numbers & { readonly files: Readonly<Record<string, string>> };

let person: Person;
let first: Typed;
let demo: Demo;
beforeAll(async () => {
  person = await Person.arrives();
  first = await person.types('demo', 'founding', '--json');
  demo = JSON.parse(first.out);
});
afterAll(() => person.leaves());

const bytesOf = async (folder: string, names: readonly string[]) =>
  Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(person.at(folder, name), 'base64')] as const)),
  );

describe('throughline demo', () => {
  it('builds the founding review with the numbers of the paper', () => {
    expect(first.code).toBe(0);
    expect(demo).toMatchObject({
      records: 73,
      identified: 2545,
      fullTexts: 75,
      included: { database: 15, alerts: 5, referenceLists: 1, reports: 21, studies: 16, studiesStated: 17 },
      levels: 4,
      claims: 115,
      claimsCited: 108,
      marks: 84,
    });
  });

  it('names twelve constructs with their reports and studies', () => {
    expect(demo.constructs).toHaveLength(12);
    const counts = new Map(
      demo.constructs.map(({ name, reports, studies }) => [name, [reports.length, studies.length]]),
    );
    expect(counts.get('The pressure of targets')).toEqual([3, 1]);
    expect(counts.get('Temporal and material requirements for person-centred care')).toEqual([8, 3]);
    expect(demo.constructs.reduce((sum, { reports }) => sum + reports.length, 0)).toBe(demo.marks);
  });

  it('lists what is stated with its source', () => {
    expect(demo.stated).toContainEqual({
      id: 'stated-identified',
      of: 'identified.database',
      value: 2545,
      unit: null,
      source: 'Findings, first paragraph',
    });
    expect(demo.stated.map(({ of, value }) => `${of} ${value}`)).toEqual(
      expect.arrayContaining(['assessed 75', 'screened.second 20', 'included.studies 17']),
    );
    for (const { source } of demo.stated) expect(source).not.toBe('');
  });

  it('carries every proposition with what it rests on', () => {
    expect(demo.propositions.map(({ id }) => id)).toEqual(['LOA-1', 'LOA-2', 'LOA-3', 'LOA-4', 'LOA-5', 'LOA-6']);
    for (const { rests, inferred, reports, studies } of demo.propositions) {
      expect(rests.length).toBeGreaterThan(0);
      expect(inferred).toBe(true);
      expect(reports.length).toBeGreaterThanOrEqual(studies.length);
    }
  });

  it('leaves the review, the figures and the report, and nothing else', async () => {
    expect((await readdir(person.at('founding'))).sort()).toEqual(Object.values(demo.files).sort());
    for (const name of Object.values(demo.files))
      expect((await stat(person.at('founding', name))).size).toBeGreaterThan(5_000);
  });

  it('gives the same bytes the second time, and the same numbers', async () => {
    const names = Object.values(demo.files);
    const before = await bytesOf('founding', names);
    const second = await person.types('demo', 'founding', '--json');
    expect(second).toMatchObject({ code: 0, out: first.out });
    expect(await bytesOf('founding', names)).toEqual(before);
  });

  it('gives the same log, figures and report in another folder', async () => {
    expect((await person.types('demo', 'other', '--json')).out).toBe(first.out);
    const names = Object.values(demo.files).filter((name) => !name.endsWith('.throughline'));
    expect(await bytesOf('other', names)).toEqual(await bytesOf('founding', names));
    expect(await logOf('other')).toEqual(await logOf('founding'));
  });

  it('[L12] is the same without its snapshots', async () => {
    const keeper = await openSqlite(person.at('founding', 'link-workers.throughline'));
    await keeper.dropSnapshots();
    await keeper.close();
    expect((await person.types('demo', 'founding', '--json')).out).toBe(first.out);
  });

  it('says its numbers in words', async () => {
    const { out } = await person.types('demo', 'founding');
    expect(out).toContain('73 records held; identified in databases: 2,545 (stated: Findings, first paragraph)');
    expect(out).toContain(
      '15 from databases, 5 from alerts, 1 from reference lists: 21 reports, 16 studies (17 stated)',
    );
    expect(out).toContain('12 third-order constructs on 4 levels; 115 claims, 108 with a citation; 84 marks');
  });

  it('tells on standard error how far it is', () => {
    expect(first.err).toMatch(/\[#+-*\] \d+ of \d+\n/);
    expect(first.err.trimEnd().split('\n').at(-1)).toMatch(/^\[#+\] (\d+) of \1$/);
  });

  it('keeps later work in a review that is there already', async () => {
    await person.types('demo', 'worked', '--json');
    await writeFile(person.at('more.ris'), 'TY  - JOUR\nTI  - One more\nER  - \n');
    await person.types('import', 'worked/link-workers.throughline', 'more.ris', '--name', 'My shelf', '--kind', 'hand');
    const { code, out, err } = await person.types('demo', 'worked', '--json');
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('It was kept.') });
    expect(JSON.parse(out).records).toBe(74);
  });

  it('leaves a damaged review as it is and says so', async () => {
    await person.types('demo', 'cut', '--json');
    const file = person.at('cut', 'link-workers.throughline');
    await truncate(file, Math.floor((await stat(file)).size / 2));
    const half = await readFile(file);
    const { code, out, err } = await person.types('demo', 'cut');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(
      `${file} is damaged: it may have been cut off while it was copied. Nothing was changed. Open a backup or another copy.\n`,
    );
    expect(await readFile(file)).toEqual(half);
  });

  it('does not write over another review', async () => {
    await person.types('new', 'taken/../mine', '--title', 'Mine');
    await person.types('demo', 'taken', '--json');
    await rm(person.at('taken', 'link-workers.throughline'));
    await writeFile(person.at('taken', 'link-workers.throughline'), await readFile(person.at('mine.throughline')));
    const { code, err } = await person.types('demo', 'taken');
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringContaining('holds another review than this example and was left as it is'),
    });
  });

  it('writes over no file of somebody else', async () => {
    await mkdir(person.at('shared'));
    await writeFile(person.at('shared', 'report.html'), 'my own report');
    const { code, err } = await person.types('demo', 'shared');
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('report.html exists already and was left') });
    expect(await readdir(person.at('shared'))).toEqual(['report.html']);
    expect(await readFile(person.at('shared', 'report.html'), 'utf8')).toBe('my own report');
  });

  it.runIf(process.platform === 'linux')('ends where no folder can be made', async () => {
    const { code, err } = await person.types('demo', '/proc/nowhere/x');
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('/proc cannot be written to') });
  });

  it('says that a file is no folder', async () => {
    const { code, err } = await person.types('demo', 'mine.throughline');
    expect({ code, err }).toEqual({
      code: 1,
      err: `${person.at('mine.throughline')} is a file, not a folder. Name a folder, or one that is still to be made.\n`,
    });
  });

  it('builds the practice review, whose numbers are all held', async () => {
    const practice = await person.asks<Demo>('demo', 'practice', '--review', 'practice');
    expect(practice.stated).toEqual([]);
    expect(practice.included.reports).toBe(3);
    expect(practice.constructs.length).toBeGreaterThan(0);
    const report = await readFile(person.at('practice', 'report.html'), 'utf8');
    expect(report).toContain('class="banner"');
  });
});

async function logOf(folder: string): Promise<unknown> {
  const keeper = await openSqlite(person.at(folder, 'link-workers.throughline'));
  try {
    const [id] = await keeper.reviews();
    if (id === undefined) return undefined;
    const open = await OpenReview.open(keeper, id);
    await open.close();
    return await keeper.changes(id);
  } finally {
    await keeper.close();
  }
}
