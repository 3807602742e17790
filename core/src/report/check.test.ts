import { describe, expect, it } from 'vitest';
import { type Telling, withArgument, withRecords, withReports } from '../../test/telling.js';
import { check } from './check.js';
import { claimsByGrade, fullFlow, heldCounts } from './counts.js';
import { insideRange } from './pages.js';

const codes = (telling: Telling) => check(telling.review).map(({ code }) => code);
const stated = (id: string, of: string, value: number, source = 'Findings') =>
  ['AT', 'count.made', { id, of, value, source }] as const;

describe('check', () => {
  it('finds two stated numbers that disagree', () => {
    const telling = withArgument()
      .does(...stated('a', 'reports-of-one-project', 5, 'Findings'))
      .does(...stated('b', 'reports-of-one-project', 6, 'Table 2'));
    expect(check(telling.review)).toContainEqual({
      code: 'stated.disagree',
      weight: 'contradiction',
      about: ['a', 'b'],
      values: { of: 'reports-of-one-project', first: 5, firstSource: 'Findings', second: 6, secondSource: 'Table 2' },
    });
  });

  it('compares a stated number with what is held', () => {
    const telling = withArgument().does(...stated('a', 'included.studies', 4));
    expect(check(telling.review)).toContainEqual(
      expect.objectContaining({ code: 'stated.unlikeHeld', values: expect.objectContaining({ stated: 4, held: 3 }) }),
    );
    expect(codes(withArgument().does(...stated('a', 'included.studies', 3)))).not.toContain('stated.unlikeHeld');
  });

  it('finds a quoted page outside the printed range', () => {
    expect(codes(withArgument())).toContain('page.outsideRange');
  });

  it('misses a number of duplicates where several databases were searched', () => {
    const searched = withArgument()
      .does('AT', 'source.made', { id: 'embase', kind: 'database', name: 'Embase' })
      .does(...stated('a', 'identified.database', 2545));
    expect(codes(searched)).toContain('flow.noDuplicates');
    expect(codes(searched.does(...stated('b', 'duplicates', 40)))).not.toContain('flow.noDuplicates');
  });

  it('finds what rests on one study, and on nothing', () => {
    const telling = withArgument()
      .does('AT', 'study.made', { id: 'S', name: 'one project', reports: ['p1', 'p2'] })
      .does('AT', 'construct.made', { id: 'T2', name: 'Alone', order: 2, concepts: [] })
      .does('AT', 'claim.made', { id: 'CL2', text: 'x', home: { on: 'construct', id: 'T2' }, support: [], order: 1 })
      .does('AT', 'proposition.made', { id: 'P2', text: 'x', order: 2, rests: [] });
    expect(codes(telling)).toEqual(
      expect.arrayContaining([
        'claim.oneStudy',
        'construct.oneStudy',
        'construct.noSupport',
        'claim.noSupport',
        'proposition.noSupport',
      ]),
    );
  });

  it('finds a proposition that rests on what has no support', () => {
    const telling = withArgument()
      .does('AT', 'level.made', { id: 'L2', name: 'the system', order: 2 })
      .does('AT', 'proposition.made', { id: 'P2', text: 'x', order: 2, rests: [{ on: 'level', id: 'L2' }] });
    const found = check(telling.review).filter(({ code }) => code === 'proposition.noSupport');
    expect(found.map(({ about }) => about)).toEqual([['P2']]);
  });

  it('finds a report that was excluded late, with the claims that cite it (L6)', () => {
    const late = { id: 'ft1', set: { answer: 'exclude', reason: 'wrong setting' } };
    expect(check(withArgument().does('AT', 'vote.edited', late).review)).toContainEqual({
      code: 'report.excluded',
      weight: 'contradiction',
      about: ['p1', 'CL1'],
      values: { report: 'Okafor 2010', claims: 1, reason: 'wrong setting' },
    });
    expect(codes(withArgument())).not.toContain('report.excluded');
  });

  it('finds a report that nobody included, and an included work without a report', () => {
    const fields = { label: 'Okafor 2010', title: 'x', authors: [] };
    const read = withRecords(1).does('AT', 'report.made', { id: 'p', record: 'r.1', ...fields });
    expect(codes(read)).toEqual(['report.notIncluded']);
    const include = { id: 'v', record: 'r.1', stage: 'full-text', answer: 'include' };
    expect(codes(withRecords(1).does('AT', 'vote.made', include))).toEqual(['included.noReport']);
    expect(codes(read.does('AT', 'vote.made', include))).toEqual([]);
  });

  it('finds one report that is read as two', () => {
    const telling = withReports(2).does('AT', 'duplicate-group.made', { id: 'g', records: ['r.1', 'r.2'] });
    expect(check(telling.review)).toContainEqual(
      expect.objectContaining({ code: 'report.twice', weight: 'contradiction', about: ['p1', 'p2'] }),
    );
  });

  it('asks of every concept where it is contradicted', () => {
    const telling = withArgument().does('AT', 'concept.made', { id: 'c1', name: 'Company', order: 1 });
    expect(codes(telling)).toContain('concept.contradictionUnanswered');
    telling.does('AT', 'concept.edited', { id: 'c1', set: { contradicted: { answer: 'looked for, none found' } } });
    expect(codes(telling)).not.toContain('concept.contradictionUnanswered');
  });

  it('lists a disagreement until it is settled', () => {
    const telling = withRecords(1)
      .does('AT', 'vote.made', { id: 'v1', record: 'r.1', stage: 'title-abstract', answer: 'include' })
      .does('BH', 'vote.made', { id: 'v2', record: 'r.1', stage: 'title-abstract', answer: 'exclude' });
    expect(codes(telling)).toContain('screen.disagreement');
    telling.does('AT', 'settlement.made', { id: 's', record: 'r.1', stage: 'title-abstract', answer: 'include' });
    expect(codes(telling)).not.toContain('screen.disagreement');
  });
});

describe('printed pages', () => {
  const cases: readonly [page: string, range: string, inside: boolean | undefined][] = [
    ['p.996', '991–8', true],
    ['p.6', '404–15', false],
    ['p.3', 'e338–47', false],
    ['p. e493', 'e487–94', true],
    ['p. 493', 'e487–94', false],
    ['p. 1541', '1535–43', true],
    ['p.44', '40-52', true],
    ['p.4', '1–7', true],
    ['p.5', 'e8488615', undefined],
    ['Table 2', '40–52', undefined],
    ['1001', '998–1003', true],
  ];
  for (const [page, range, inside] of cases) {
    it(`${page} in ${range} is ${inside ?? 'not to be told'}`, () => expect(insideRange(page, range)).toBe(inside));
  }
});

describe('the flow', () => {
  it('is held where every record is', () => {
    const { databases, includedReports, includedStudies } = fullFlow(
      withReports(2).does('AT', 'vote.edited', { id: 'ft2', set: { answer: 'exclude', reason: 'wrong setting' } })
        .review,
    );
    expect(databases).toMatchObject({
      identified: { basis: 'held', value: 2 },
      duplicates: { basis: 'held', value: 0 },
      screened: { basis: 'held', value: 2 },
      excluded: { basis: 'held', value: 0 },
      assessed: { basis: 'held', value: 2 },
      excludedAtFullText: { basis: 'held', value: 1 },
      reasons: [{ reason: 'wrong setting', count: 1 }],
      included: { basis: 'held', value: 1 },
    });
    expect([includedReports, includedStudies]).toEqual([
      { basis: 'held', value: 1 },
      { basis: 'held', value: 1 },
    ]);
  });

  it('prints stated numbers as stated and works out the rest', () => {
    const telling = withReports(2)
      .does(...stated('a', 'identified.database', 2545))
      .does(...stated('b', 'screened', 2545))
      .does(...stated('c', 'assessed', 75));
    const { databases } = fullFlow(telling.review);
    expect(databases.identified).toMatchObject({ basis: 'stated', value: 2545, source: 'Findings' });
    expect(databases.excluded).toMatchObject({ basis: 'derived', value: 2470 });
    expect(databases.excludedAtFullText).toMatchObject({ basis: 'derived', value: 73 });
    expect(databases.duplicates).toEqual({ basis: 'not reported' });
  });

  it('keeps alerts and reference lists in the second arm', () => {
    const telling = withReports(2).does('AT', 'route.made', { id: 'w', record: 'r.2', by: 'alert', inferred: true });
    const { others, databases } = fullFlow(telling.review);
    expect(databases.included).toEqual({ basis: 'held', value: 1 });
    expect(others.includedBy).toEqual([{ kind: 'alert', count: { basis: 'held', value: 1 } }]);
  });

  it('counts a duplicate group once', () => {
    const telling = withRecords(3).does('AT', 'duplicate-group.made', { id: 'g', records: ['r.1', 'r.2'] });
    expect(fullFlow(telling.review).databases).toMatchObject({ identified: { value: 3 }, duplicates: { value: 1 } });
  });
});

describe('held counts', () => {
  it('are taken from what stands', () => {
    expect(heldCounts(withArgument().review)).toMatchObject({
      records: 3,
      reports: 3,
      studies: 3,
      claims: 1,
      claimsCited: 1,
      marks: 2,
    });
  });

  it('recount everywhere when studies are grouped', () => {
    const telling = withArgument().does('AT', 'study.made', {
      id: 'S',
      name: 'one',
      reports: ['p1', 'p2'],
      inferred: true,
    });
    expect(heldCounts(telling.review).studies).toBe(2);
    expect(fullFlow(telling.review)).toMatchObject({ includedStudies: { value: 2 }, studiesInferred: true });
  });

  it('give claims by grade', () => {
    const background = { id: 'CL2', text: 'x', home: { on: 'construct', id: 'T1' }, order: 2 };
    const telling = withArgument()
      .does('AT', 'claim.made', { ...background, support: [{ by: 'background', record: 'r.3' }] })
      .does('AT', 'claim.made', { ...background, id: 'CL3', support: [] });
    expect(claimsByGrade(telling.review)).toEqual({ passage: 0, locator: 1, citation: 1, unsupported: 1 });
  });
});
