import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  anchorIn,
  apply,
  asId,
  type Brought,
  type BroughtDocument,
  type BroughtFile,
  type Change,
  check,
  contributions,
  decide,
  type Desk,
  emptyReview,
  evidenceFor,
  fullFlow,
  gradeOfEvidence,
  heldCounts,
  journey,
  kinds,
  lineOfArgument,
  originOf,
  reached,
  type Review,
  standing,
  studiesOf,
} from '@throughline/core';
import { pageAt, printedPages } from '@throughline/core/read/printed-pages';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Example, exampleFolder, exampleNames, readMaterial } from './index.js';

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A desk with core alone: the log is folded and kept, files are split into records by their opening lines. */
class FoldingDesk implements Desk {
  review: Review = emptyReview;
  readonly log: Change[] = [];
  readonly texts = new Map<string, string>();

  constructor(readonly names: Example['names']) {}

  make = async (things: readonly Brought[]): Promise<void> => {
    for (const each of things) this.propose(`${each.thing}.made`, { id: each.id, ...this.fieldsOf(each) }, each);
  };

  importFile = async ({ id, source, path, ...stamp }: BroughtFile): Promise<void> => {
    const bytes = await readFile(path);
    const starts = bytes.toString('utf8').split('\n').flatMap(recordStart);
    const records = starts.map(({ label, line, number }, index) => {
      const last = (starts[index + 1]?.line ?? line + 1) - 1;
      return { id: `${id}.${number ?? index + 1}`, number: number ?? index + 1, lines: [line, last], label };
    });
    const file = { name: basename(path), content: sha256(bytes), bytes: bytes.length };
    this.propose('source.imported', { id, source, file, format: 'by lines', unread: 0, records }, stamp);
  };

  attach = async ({ id, report, name, path, ...stamp }: BroughtDocument): Promise<void> => {
    const text = await readFile(path, 'utf8');
    this.texts.set(id, text);
    const pages = printedPages(text);
    const hash = sha256(text);
    const fields = { report, name, file: hash, text: hash, extractor: 'none', length: [...text].length, pages };
    this.propose('document.made', { id, ...fields }, stamp);
  };

  /** What a desk adds: a person's card, a passage's place. */
  fieldsOf({ thing, id, fields }: Brought): Readonly<Record<string, unknown>> {
    if (thing === 'person') return { ...fields, card: sha256(this.names[id] ?? '') };
    if (thing !== 'passage') return fields;
    const { occurrence, ...passage } = fields as { document: string; quote: string; occurrence?: number };
    const anchor = anchorIn(this.texts.get(passage.document) ?? '', passage.quote, occurrence);
    if (anchor === undefined) throw new Error(`“${passage.quote}” is not in ${passage.document}.`);
    return { ...passage, ...anchor };
  }

  propose(kind: string, payload: unknown, { by = '', at = '', because }: Pick<Brought, 'by' | 'at' | 'because'>): void {
    const seq = this.log.length + 1;
    const id = asId<Change['id']>(`change-${seq}`);
    const why = because === undefined ? {} : { because };
    const person = asId<Change['by']>(by);
    const verdict = decide(this.review, { id, kind, version: kinds.get(kind)?.version ?? 0, payload, ...why }, person);
    if ('refused' in verdict) throw new Error(`${kind} ${JSON.stringify(payload)}: ${JSON.stringify(verdict.refused)}`);
    const change: Change = { ...verdict.accepted, by: person, at, seq };
    this.log.push(change);
    this.review = apply(this.review, change);
  }
}

/** "16. Skivington K, …" opens a record of a numbered list, "TY  - JOUR" one of RIS. */
function recordStart(text: string, index: number): { label: string; line: number; number?: number }[] {
  const numbered = /^(\d+)\. (.+)/.exec(text);
  if (numbered !== null) return [{ label: numbered[2] ?? '', line: index + 1, number: Number(numbered[1]) }];
  return text.startsWith('TY  - ') ? [{ label: text, line: index + 1 }] : [];
}

async function built(name: (typeof exampleNames)[number]) {
  const example = await readMaterial(exampleFolder(name));
  const desk = new FoldingDesk(example.names);
  await journey(example.material, desk);
  return { example, desk, review: desk.review };
}

describe.each(exampleNames)('the example %s', (name) => {
  let made: Awaited<ReturnType<typeof built>>;
  beforeAll(async () => {
    made = await built(name);
  });

  it('is accepted whole and folds without conflict', () => {
    expect(made.review.conflicts).toEqual([]);
    expect(made.review.newer).toEqual([]);
  });

  it('says of every change who made it and when', () => {
    for (const { by, at } of made.desk.log) {
      expect(made.example.names).toHaveProperty(by);
      expect(at).toMatch(/^\d{4}-\d{2}-\d{2}T12:00:00\.000Z$/);
    }
  });

  it('gives no two things one id', () => {
    const ids = made.desk.log.map(({ payload }) => (payload as { id: string }).id);
    const records = [...made.review.gather.records].map(({ id }) => id as string);
    expect(new Set([...ids, ...records]).size).toBe(ids.length + records.length);
  });

  it('keeps the names of people out of the log', () => {
    const people = made.desk.log.filter(({ kind }) => kind === 'person.made').map(({ payload }) => payload);
    expect(people).toHaveLength(Object.keys(made.example.names).length);
    for (const person of people) expect(Object.keys(person as object).sort()).toEqual(['card', 'id', 'role']);
  });

  it('gives a reason for every inference', () => {
    const inferred = made.desk.log.filter(({ payload }) => (payload as { inferred?: boolean }).inferred);
    for (const { because } of inferred) expect(because).toBeTruthy();
  });

  it('has no statement that leads back to no source but those it says are unsupported', () => {
    const { synthesise } = made.review;
    for (const { id, support } of standing(synthesise.claims)) {
      const walk = evidenceFor(made.review, { on: 'synthesise.claims', id });
      expect(reached(walk, 'gather.sources').length > 0).toBe(support.length > 0);
    }
    for (const { id } of standing(synthesise.constructs)) {
      expect(reached(evidenceFor(made.review, { on: 'synthesise.constructs', id }), 'gather.sources')).not.toEqual([]);
    }
  });
});

describe('the founding review', () => {
  let review: Review;
  let title: string;
  beforeAll(async () => {
    const made = await built('link-workers');
    review = made.review;
    title = made.example.title;
  });

  it('has the numbers of the paper, held', () => {
    expect(title).toMatch(/^A meta-ethnography of the factors/);
    expect(heldCounts(review)).toEqual({
      records: 73,
      reports: 21,
      studies: 16,
      includedAtFullText: 21,
      levels: 4,
      constructs: 12,
      claims: 115,
      claimsCited: 108,
      marks: 84,
      passages: 0,
      propositions: 6,
    });
  });

  it('has the flow of the paper in two arms, with what is stated beside what is held', () => {
    const { databases, others, studiesStated } = fullFlow(review);
    expect(databases.identified).toMatchObject({ basis: 'stated', value: 2545 });
    expect(databases.excluded).toMatchObject({ basis: 'derived', value: 2470 });
    expect(databases.assessed).toMatchObject({ basis: 'stated', value: 75 });
    expect(databases.excludedAtFullText).toMatchObject({ basis: 'derived', value: 60 });
    expect(databases.duplicates).toEqual({ basis: 'not reported' });
    expect(studiesStated).toMatchObject({ value: 17 });
    const by = [...databases.includedBy, ...others.includedBy].map(({ kind, count }) => [kind, count]);
    expect(Object.fromEntries(by)).toEqual({
      database: { basis: 'held', value: 15 },
      website: { basis: 'held', value: 0 },
      alert: { basis: 'held', value: 5 },
      'reference-list': { basis: 'held', value: 1 },
    });
  });

  it('has nine databases on four platforms, and its records outside the flow', () => {
    const databases = standing(review.gather.sources).filter(({ kind }) => kind === 'database');
    expect(databases).toHaveLength(9);
    expect(new Set(databases.map(({ platform }) => platform)).size).toBe(4);
    const kindsOfOrigin = [...review.gather.records].map((record) => originOf(review, record)?.source.kind);
    expect(new Set(kindsOfOrigin)).toEqual(new Set(['bibliography']));
  });

  it('counts the six reports of one project as one study', () => {
    const rows = contributions(review).levels.flatMap((level) => level.rows);
    const counts = (id: string) => {
      const row = rows.find(({ construct }) => construct.id === id);
      return [row?.construct.name, row?.reports.length, row?.studies.length];
    };
    expect(counts('TOC-06')).toEqual(['The pressure of targets', 3, 1]);
    expect(counts('TOC-12')).toEqual(['Temporal and material requirements for person-centred care', 8, 3]);
    expect(studiesOf(review).find(({ reports }) => reports.length > 1)?.grouped).toEqual({ inferred: true });
  });

  it('counts every report as a study once the grouping is taken back', async () => {
    const { desk } = await built('link-workers');
    desk.propose('study.removed', { id: 'study-moffatt' }, { by: 'TL', at: '2026-11-24T12:00:00.000Z' });
    const rows = contributions(desk.review).levels.flatMap((level) => level.rows);
    expect(heldCounts(desk.review).studies).toBe(21);
    expect(rows.find(({ construct }) => construct.id === 'TOC-06')?.studies).toHaveLength(3);
  });

  it('gives each construct the reports that its claims cite', () => {
    const rows = contributions(review).levels.flatMap((level) => level.rows);
    expect(Object.fromEntries(rows.map(({ construct, reports }) => [construct.id, numbers(reports)]))).toEqual({
      'TOC-01': [16, 33, 34, 36, 37, 38, 42, 45, 47, 48],
      'TOC-02': [30, 33, 35, 36, 42, 44, 45, 46, 48],
      'TOC-03': [16, 30, 31, 33, 34, 35, 36, 41, 42, 43, 47, 48, 49],
      'TOC-04': [16, 32, 33, 34, 37, 38, 39, 48],
      'TOC-05': [31, 33, 37, 44, 47, 48],
      'TOC-06': [35, 44, 48],
      'TOC-07': [30, 35, 37, 45],
      'TOC-08': [30, 33, 36, 37],
      'TOC-09': [35, 37, 38, 44, 46, 48, 49],
      'TOC-10': [16, 38, 40, 42, 47, 48],
      'TOC-11': [35, 36, 40, 42, 44, 47],
      'TOC-12': [16, 35, 38, 41, 43, 44, 48, 49],
    });
  });

  it('rests every proposition on levels, marked as inferred', () => {
    const { propositions, links } = lineOfArgument(review);
    expect(propositions.map(({ proposition }) => proposition.rests.map(({ id }) => Number(id.at(-1))))).toEqual([
      [3, 4],
      [1, 2, 3, 4],
      [1, 2, 3, 4],
      [1],
      [1],
      [4],
    ]);
    expect(propositions.every(({ proposition }) => proposition.inferred)).toBe(true);
    expect(links.filter(({ between }) => between === 'propositions')).toHaveLength(6);
    expect(links.filter(({ between }) => between === 'constructs')).toHaveLength(6);
  });

  it('holds no words of others: its grades are locator and citation', () => {
    const grades = standing(review.synthesise.claims).map(({ id }) =>
      gradeOfEvidence(evidenceFor(review, { on: 'synthesise.claims', id })),
    );
    const count = (grade: string) => grades.filter((each) => each === grade).length;
    expect([count('passage'), count('locator'), count('citation'), count('unsupported')]).toEqual([0, 11, 97, 7]);
    const supports = standing(review.synthesise.claims).flatMap(({ support }) => support);
    expect(supports.filter((support) => 'quote' in support)).toEqual([]);
  });

  it('shows check the contradictions of the paper', () => {
    const found = check(review).map(({ code, about }) => `${code} ${about.join(' ')}`);
    expect(found).toEqual(
      expect.arrayContaining([
        'stated.disagree stated-one-project-text stated-one-project-table',
        'stated.unlikeHeld stated-studies',
        'stated.unlikeHeld stated-one-project-text',
        'page.outsideRange CL-005 ref-45',
        'page.outsideRange CL-010 ref-34',
        'page.outsideRange CL-041 ref-34',
        'page.outsideRange CL-042 ref-34',
        'flow.noDuplicates ',
        'construct.oneStudy TOC-06',
      ]),
    );
    expect(found.filter((each) => each.startsWith('page.outsideRange'))).toHaveLength(4);
    expect(found.filter((each) => each.startsWith('claim.noSupport'))).toHaveLength(7);
  });
});

const numbers = (reports: readonly string[]) => reports.map((id) => Number(id.replace('ref-', '')));

describe('the practice review', () => {
  let review: Review;
  let texts: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const { desk } = await built('practice');
    review = desk.review;
    texts = desk.texts;
  });

  it('says in its title and its field that it is invented', () => {
    const [about] = review.floor.about;
    expect(about?.invented).toBe(true);
    expect(about?.title).toContain('invented');
    for (const text of texts.values()) expect(text).toContain('INVENTED FOR PRACTICE');
  });

  it('goes from nine records to three reports of two studies', () => {
    const { databases, includedReports, includedStudies, studiesInferred } = fullFlow(review);
    const steps = ['identified', 'duplicates', 'screened', 'excluded', 'sought', 'excludedAtFullText'] as const;
    expect(steps.map((step) => databases[step])).toEqual([9, 1, 8, 4, 4, 1].map((value) => ({ basis: 'held', value })));
    expect(databases.reasons).toEqual([{ reason: 'No qualitative findings', count: 1 }]);
    expect([includedReports, includedStudies]).toEqual([3, 2].map((value) => ({ basis: 'held', value })));
    expect(studiesInferred).toBe(false);
  });

  it('leaves one doubtful pair for the reader and no open disagreement', () => {
    const looked = [...standing(review.gather.groups), ...standing(review.gather.distinct)].flatMap(
      (each) => each.records,
    );
    expect(looked).not.toContain('hearth-export.3');
    expect(looked).not.toContain('commons-export.2');
    expect(standing(review.screen.settlements)).toHaveLength(1);
    expect(check(review).map(({ code }) => code)).not.toContain('screen.disagreement');
  });

  it('anchors every passage on the page that it names', () => {
    const passages = standing(review.read.passages);
    expect(new Set(passages.map(({ order }) => order))).toEqual(new Set(['first', 'second', 'context']));
    for (const { document, from, to, quote, page } of passages) {
      expect([...(texts.get(document) ?? '')].slice(from, to).join('')).toBe(quote);
      expect(pageAt(review.read.documents.get(document)?.pages ?? [], from)).toBe(page);
    }
  });

  it('tells two places of the same words apart', () => {
    const [resident, keeper] = ['resident3-gate', 'keeper1-gate'].map((id) => review.read.passages.get(id));
    expect(resident?.quote).toBe(keeper?.quote);
    expect(resident?.after).toContain('Before, you could');
    expect(keeper?.after).toContain('As long as');
  });

  it('names a speaker for all participants’ words and for no others', () => {
    for (const { id, order, speaker } of standing(review.read.passages)) {
      expect([id, speaker !== undefined]).toEqual([id, order === 'first']);
    }
  });

  it('defines second-order constructs in words of their report', () => {
    for (const { definition = '?', report } of standing(review.read.secondOrders)) {
      const document = standing(review.read.documents).find((each) => each.report === report);
      expect(texts.get(document?.id ?? '')).toContain(definition);
    }
  });

  it('translates with one refutation, one absence and one row still unanswered', () => {
    const cells = standing(review.translate.cells);
    const sorts = cells.map(({ sort }) => sort);
    expect(cells).toHaveLength(12);
    expect(
      ['refutational', 'absent', 'not translatable'].map((sort) => sorts.filter((each) => each === sort).length),
    ).toEqual([1, 1, 1]);
    expect(cells.find(({ sort }) => sort === 'refutational')?.disagreesAbout).toBe('setting');
    expect(standing(review.translate.concepts).map(({ contradicted }) => contradicted?.answer)).toEqual([
      'found',
      'looked for, none found',
      'looked for, none found',
      undefined,
    ]);
  });

  it('walks from each step of the argument to words on a page', () => {
    for (const { proposition } of lineOfArgument(review).propositions) {
      const walk = evidenceFor(review, { on: 'synthesise.propositions', id: proposition.id });
      expect(gradeOfEvidence(walk)).toBe('passage');
      expect(reached(walk, 'read.passages').length).toBeGreaterThan(3);
    }
  });

  it('shows every grade of evidence', () => {
    const grades = standing(review.synthesise.claims).map(({ id }) =>
      gradeOfEvidence(evidenceFor(review, { on: 'synthesise.claims', id })),
    );
    expect(new Set(grades)).toEqual(new Set(['passage', 'locator', 'citation', 'unsupported']));
  });
});
