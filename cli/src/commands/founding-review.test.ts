import { open, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { type Evidence, type Finding, countTwice } from '@throughline/core';
import { ris, summarise } from '@throughline/formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Numbers } from '../numbers.js';
import { withReview } from '../opened.js';
import type { Traced, TracedThing } from '../traced.js';
import { Person } from '../testing/typed.js';

let person: Person;
let demo: Numbers;
const file = 'demo/link-workers.throughline';
beforeAll(async () => {
  person = await Person.arrives();
  demo = await person.asks<Numbers>('demo', 'demo');
});
afterAll(() => person.leaves());

/** Every thing at the end of a walk. */
const ends = (thing: TracedThing): TracedThing[] =>
  thing.rests.length === 0 ? [thing] : thing.rests.flatMap(({ to }) => ends(to));
const all = (thing: TracedThing): TracedThing[] => [thing, ...thing.rests.flatMap(({ to }) => all(to))];

describe('throughline trace', () => {
  it('ends at source lines from every construct and every proposition', async () => {
    const printed = (
      await readFile(new URL('../../../examples/link-workers/references.txt', import.meta.url), 'utf8')
    ).split('\n');
    for (const { id, reports, studies } of [...demo.constructs, ...demo.propositions]) {
      const traced = await person.asks<Traced>('trace', file, id);
      expect([traced.reports.toSorted(), traced.studies.toSorted()]).toEqual([reports.toSorted(), studies.toSorted()]);
      const records = all(traced).filter(({ on }) => on === 'gather.records');
      expect(records.length).toBeGreaterThanOrEqual(reports.length);
      for (const { lines } of records) {
        expect(lines?.file).toBe('references.txt');
        expect(lines?.text).toEqual(printed.slice((lines?.from ?? 0) - 1, lines?.to));
      }
      // The way by which a record came ends at no source where the paper does not say which database gave it.
      const supported = ends(traced).filter(({ on }) => on !== 'synthesise.claims');
      expect(new Set(supported.map(({ on }) => on))).toEqual(new Set(['gather.sources', 'gather.routes']));
    }
  });

  it('prints an indented tree down to the lines of the file', async () => {
    const { code, out } = await person.types('trace', file, 'TOC-06');
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 7)).toEqual([
      'third-order construct: The pressure of targets [TOC-06]',
      '3 reports · 1 study · citation',
      '├─ claim: Assessment targets crowd out holistic care [CL-064]',
      '│  ├─ report: Griffith 2023 [ref-35]',
      '│  │  └─ record: Griffith 2023 [references.35]',
      '│  │        references.txt, line 35:',
      expect.stringMatching(/^│ {2}│ {8}\| 35\. Griffith B, Pollard T/),
    ]);
  });

  it('walks a mark by its one report', async () => {
    const mark = await person.asks<Traced>('trace', file, 'ref-48@TOC-06');
    expect(mark.reports).toEqual(['ref-48']);
    const { code, err } = await person.types('trace', file, 'ref-16@TOC-06');
    expect({ code, err }).toEqual({ code: 1, err: 'ref-16 does not contribute to TOC-06.\n' });
  });

  it('walks forward to the line of argument', async () => {
    const { forward = [] } = await person.asks<Traced>('trace', file, 'ref-48', '--forward');
    expect(forward.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['study-moffatt', 'TOC-06', 'LEVEL-2', 'LOA-2']),
    );
  });

  it('says that there is no such thing', async () => {
    const { code, err } = await person.types('trace', file, 'TOC-99');
    expect({ code, err }).toEqual({ code: 1, err: 'There is no TOC-99 in this review.\n' });
  });

  it('goes to the words on the page where documents are held', async () => {
    const practice = await person.asks<Numbers>('demo', 'practice', '--review', 'practice');
    const grades = await Promise.all(
      practice.constructs.map(({ id }) => person.asks<Traced>('trace', 'practice/practice.throughline', id)),
    );
    expect(grades.map(({ grade }) => grade)).toContain('passage');
    const { out } = await person.types('trace', 'practice/practice.throughline', practice.constructs[0]?.id ?? '');
    expect(out).toMatch(/passage \(participants' words\): “[^”]+” \[/);
    expect(out).toMatch(/document: .*, p\.\u00a0\d+\n/);
  });
});

describe('throughline check', () => {
  it('reports the contradictions of the paper itself', async () => {
    const { code, out } = await person.types('check', file, '--json');
    const { findings, counts, holds, integrity } = JSON.parse(out) as Checked;
    expect({ code, holds, integrity }).toEqual({ code: 1, holds: false, integrity: [] });
    const said = (wanted: Finding['code']) => findings.filter((each) => each.code === wanted);
    expect(said('stated.disagree')).toMatchObject([{ values: { of: 'reports-of-one-project', first: 5, second: 6 } }]);
    expect(said('stated.unlikeHeld').map(({ values }) => values)).toContainEqual(
      expect.objectContaining({ of: 'included.studies', stated: 17, held: 16 }),
    );
    expect(said('flow.noDuplicates')).toMatchObject([{ values: { sources: 9 } }]);
    expect(new Set(said('page.outsideRange').map(({ values }) => values.report))).toEqual(
      new Set(['Frostick 2019', 'Rhodes 2021']),
    );
    expect(said('claim.noSupport')).toHaveLength(7);
    expect(said('construct.oneStudy')).toMatchObject([{ values: { name: 'The pressure of targets', reports: 3 } }]);
    expect(said('claim.oneStudy').length).toBeGreaterThanOrEqual(81);
    expect(counts.contradiction).toBe(7);
    for (const { sentence } of findings) expect(sentence).not.toMatch(/[{}]/);
  });

  it('says them in words, gravest first', async () => {
    const { code, out } = await person.types('check', file);
    expect(code).toBe(1);
    const [first, second] = out.split('\n');
    expect(first).toBe('Two things that cannot both be (7)');
    expect(second).toContain(
      'Two numbers are stated for reports of one larger project: 5 (Findings, first paragraph) and 6 (Table 2, caption).',
    );
    expect(out).toContain('7 contradictions, 8 gaps, 87 thin places.');
    expect(out.trimEnd().endsWith('The log and the files in it are whole.')).toBe(true);
  });

  it('ends well where nothing contradicts', async () => {
    await person.types('new', 'fresh', '--title', 'Fresh');
    const { code, out } = await person.types('check', 'fresh.throughline');
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Nothing was found that a careful reader would stop at.\nThe log and the files in it are whole.\n',
    });
  });
});

interface Checked {
  readonly holds: boolean;
  readonly counts: Readonly<Record<Finding['weight'], number>>;
  readonly findings: readonly (Finding & { readonly sentence: string })[];
  readonly integrity: readonly unknown[];
}

describe('throughline export', () => {
  it.each([
    [[], 73],
    [['--included'], 21],
  ])('writes records that read the same again %j', async (options, count) => {
    const { code, out } = await person.types('export', file, '--to', 'ris', '-o', 'out.ris', ...options);
    expect({ code, out }).toEqual({ code: 0, out: `Wrote ${count} records to ${person.at('out.ris')}.\n` });
    const bytes = await readFile(person.at('out.ris'));
    const titles: unknown[] = [];
    const report = await summarise(ris.read(once(bytes)), ({ reference }) => void titles.push(reference.title));
    expect({ records: report.records, unread: report.unreadTotal }).toEqual({ records: count, unread: 0 });
    expect(titles).toContain('Working in social prescribing services: a qualitative study');
  });

  it('never writes over a review', async () => {
    const before = await readFile(person.at(file));
    const { code, err } = await person.types('export', file, '--to', 'ris', '-o', file);
    expect({ code, err }).toEqual({
      code: 1,
      err: `${person.at(file)} exists already and was left as it is. Choose another name.\n`,
    });
    expect(await readFile(person.at(file))).toEqual(before);
  });

  it('says that there is no folder to write to, and leaves nothing', async () => {
    const { code, err } = await person.types('export', file, '--to', 'ris', '-o', 'no/out.ris');
    expect({ code, err }).toEqual({ code: 1, err: `There is no folder ${person.at('no')}.\n` });
    expect((await readdir(person.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

describe('throughline flow, figure and document', () => {
  it('prints each count with what it rests on', async () => {
    const { code, out } = await person.types('flow', file);
    expect(code).toBe(0);
    expect(out).toMatch(/Records identified +2,545 {2}stated: Findings, first paragraph\n/);
    expect(out).toMatch(/Duplicates removed +not reported\n/);
    expect(out).toMatch(/Records excluded +2,470 {2}worked out: screened less full texts\n/);
    expect(out).toContain('Included: 21 reports, 16 studies (an inferred grouping; 17 stated).');
    expect(await person.asks<object>('flow', file)).toMatchObject({
      includedReports: { basis: 'held', value: 21 },
      studiesInferred: true,
    });
  });

  it.each(['flow', 'line-of-argument', 'contributions'])('draws the figure %s', async (name) => {
    const { code, out } = await person.types('figure', file, name, '-o', `${name}.svg`);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(person.at(`${name}.svg`)) });
    const svg = await readFile(person.at(`${name}.svg`), 'utf8');
    expect(svg).toMatch(/^<svg [^>]*xmlns=/);
    expect(svg).toBe(await readFile(person.at('demo', `${name}.svg`), 'utf8'));
  });

  it('writes the report as one page, the same every time', async () => {
    const written = await person.asks<{ bytes: number; title: string }>(
      'document',
      file,
      'report',
      '-o',
      'report.html',
    );
    expect(written.title).toContain('link workers');
    expect(await readFile(person.at('report.html'), 'utf8')).toBe(
      await readFile(person.at('demo', 'report.html'), 'utf8'),
    );
  });
});

describe('a review file that something happened to', () => {
  const damaged = async (name: string, harm: (path: string) => Promise<void>) => {
    const path = person.at(name);
    await writeFile(path, await readFile(person.at(file)));
    await harm(path);
    const before = await readFile(path);
    const typed = await Promise.all(
      [['flow'], ['check'], ['trace', 'TOC-01']].map(([command = '', ...rest]) => person.types(command, name, ...rest)),
    );
    expect(await readFile(path)).toEqual(before);
    await rm(path);
    return typed;
  };

  it('was cut in half', async () => {
    const typed = await damaged('half.throughline', async (path) =>
      truncate(path, Math.floor((await stat(path)).size / 2)),
    );
    const err = `${person.at('half.throughline')} is damaged: it may have been cut off while it was copied. Nothing was changed. Open a backup or another copy.\n`;
    for (const each of typed) expect(each).toEqual({ code: 1, out: '', err });
  });

  it('is of a newer version', async () => {
    const typed = await damaged('newer.throughline', async (path) => {
      // The header's user version (SQLite's file format, section 1.3, offset 60).
      const handle = await open(path, 'r+');
      await handle.write(Uint8Array.of(0, 0, 3, 231), 0, 4, 60);
      await handle.close();
    });
    const err = `${person.at('newer.throughline')} was written by a newer version of Throughline. Update this program to open it. Nothing was changed.\n`;
    for (const each of typed) expect(each).toEqual({ code: 1, out: '', err });
  });
});

describe('the numbers of a demo', () => {
  it('are those of the log, not of the material', async () => {
    await withReview(person.at(file), async ({ open: review }) => {
      const [study] = [...review.review.read.studies];
      const by = study?.trail.made.by;
      if (study === undefined || by === undefined) throw new Error('the founding review groups no study');
      await review.propose(
        [{ id: 'ungroup' as never, kind: 'study.removed', version: 1, payload: { id: study.id } }],
        by,
      );
      expect(countTwice(review.review, study.reports).studies).toHaveLength(6);
    });
    const apart = await person.asks<Numbers>('demo', 'demo');
    expect(apart.included).toMatchObject({ reports: 21, studies: 21, studiesStated: 17 });
    expect(apart.constructs.find(({ id }) => id === 'TOC-06')?.studies).toHaveLength(3);
    const evidence = await person.asks<Evidence>('trace', file, 'TOC-06');
    expect(evidence).toMatchObject({ studies: ['ref-35', 'ref-44', 'ref-48'] });
  });
});
