import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { told, withArgument, withRecords, withReports } from '../test/telling.js';
import type { SeenChange } from './change.js';
import { findingsOf } from './findings.js';
import { asId } from './ids.js';
import { fullFlow } from './report/counts.js';
import { apply, decide, emptyReview, fold, kinds, raise } from './review.js';
import { freeze, thawReview } from './stored.js';
import { lineOfArgument } from './synthesise/line-of-argument.js';
import { lastSet } from './thing.js';
import { backwardsOf } from './undo.js';
import { writesOf } from './review.js';

const undoOf = (telling: ReturnType<typeof told>, change: SeenChange) => ({
  change: change.id,
  writes: backwardsOf(telling.review, writesOf(change) ?? []),
});

describe('the gate (L4)', () => {
  it('refuses a kind that it does not know', () => {
    expect(told().tries('AT', 'teapot.made', {})?.code).toBe('change.kindUnknown');
  });

  it('says where a payload is wrong', () => {
    const refusal = told().tries('AT', 'level.made', { id: 'L1', name: '  ', order: 1 });
    expect(refusal).toMatchObject({ code: 'change.payloadInvalid', values: { where: 'name' } });
  });

  it('refuses a field that nobody declared', () => {
    expect(told().tries('AT', 'level.made', { id: 'L1', name: 'x', order: 1, colour: 'red' })?.code).toBe(
      'change.payloadInvalid',
    );
  });

  it('refuses what refers to something missing', () => {
    const refusal = told().tries('AT', 'route.made', { id: 'x', record: 'nowhere', by: 'alert' });
    expect(refusal).toMatchObject({ code: 'thing.missing', values: { id: 'nowhere' } });
  });

  it('lets a commenter write memos and nothing else', () => {
    const telling = withArgument();
    expect(
      telling.tries('CP', 'memo.made', { id: 'm', about: 'T1', text: 'Why company?', audience: 'team' }),
    ).toBeUndefined();
    expect(telling.tries('CP', 'construct.edited', { id: 'T1', set: { name: 'Mine' } })?.code).toBe('role.mayNot');
  });

  it('lets nobody propose who has not joined', () => {
    expect(told().tries('XX', 'level.made', { id: 'L', name: 'x', order: 1 })?.code).toBe('role.mayNot');
  });

  it('lets whoever holds the file join by themselves', () => {
    expect(told().tries('me', 'person.made', { id: 'me', role: 'lead', card: 'c'.repeat(64) })).toBeUndefined();
  });

  it('keeps one lead', () => {
    expect(told().tries('AT', 'person.edited', { id: 'AT', set: { role: 'reviewer' } })?.code).toBe('role.lastLead');
  });

  it('gives an id to one thing only, on whichever shelf', () => {
    const refusal = withArgument().tries('AT', 'memo.made', { id: 'CL1', about: 'T1', text: 'x', audience: 'team' });
    expect(refusal).toMatchObject({ code: 'thing.exists', values: { thing: 'synthesise.claims', id: 'CL1' } });
  });

  it('takes nothing away under what rests on it (L6)', () => {
    const refusal = withArgument().tries('AT', 'construct.removed', { id: 'T1' });
    expect(refusal).toMatchObject({ code: 'thing.stoodOn', values: { by: ['CL1'] } });
  });

  it('cascades nothing when a report is excluded late (L6)', () => {
    const telling = withArgument().does('AT', 'vote.edited', {
      id: 'ft1',
      set: { answer: 'exclude', reason: 'wrong setting' },
    });
    expect(telling.review.read.reports.get('p1')?.trail.gone).toBeUndefined();
    expect(telling.review.synthesise.claims.size).toBe(1);
  });

  it('lets a vote be changed only by who cast it', () => {
    expect(withReports(1).tries('BH', 'vote.edited', { id: 'ta1', set: { answer: 'exclude' } })?.code).toBe(
      'role.mayNot',
    );
  });

  it('refuses a second vote of one person at one stage', () => {
    const refusal = withReports(1).tries('AT', 'vote.made', {
      id: 'again',
      record: 'r.1',
      stage: 'title-abstract',
      answer: 'exclude',
    });
    expect(refusal?.code).toBe('vote.twice');
  });

  it('screens no record of a bibliography until its way is told', () => {
    const vote = { id: 'v', record: 'r.1', stage: 'title-abstract', answer: 'include' };
    const telling = withRecords(1, 'bibliography');
    expect(telling.tries('AT', 'vote.made', vote)?.code).toBe('vote.outsideFlow');
    telling.does('AT', 'route.made', { id: 'w', record: 'r.1', by: 'alert', inferred: true });
    expect(telling.tries('AT', 'vote.made', vote)).toBeUndefined();
  });

  it('builds nothing on an import that was taken back', () => {
    const telling = withRecords(2);
    telling.does('AT', 'change.undone', undoOf(telling, telling.last));
    expect(
      telling.tries('AT', 'report.made', { id: 'p', record: 'r.1', label: 'x', title: 'x', authors: [] })?.code,
    ).toBe('thing.gone');
  });
});

describe('folding (L3)', () => {
  const log = withArgument().log;

  it('gives the same review in one go or through snapshots anywhere', () => {
    const whole = freeze(fold(log));
    fc.assert(
      fc.property(fc.array(fc.nat(log.length), { maxLength: 4 }), (cuts) => {
        let review = emptyReview;
        let from = 0;
        for (const cut of [...cuts.toSorted((a, b) => a - b), log.length]) {
          review = thawReview(freeze(fold(log.slice(from, cut), review)));
          from = cut;
        }
        expect(freeze(review)).toBe(whole);
      }),
    );
  });

  it('never throws, whatever stands in the log', () => {
    const kind = fc.constantFrom(...kinds.keys(), 'teapot.made');
    const payload = fc.oneof(
      fc.anything(),
      fc.record({ id: fc.constantFrom('T1', 'CL1', 'L1'), set: fc.anything(), writes: fc.anything() }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, payload, fc.integer({ min: 0, max: 3 })), { maxLength: 12 }), (told_) => {
        const garbage = told_.map(
          ([k, p, version], at): SeenChange => ({
            id: asId(`g${at}`),
            kind: k,
            version,
            payload: p,
            by: asId('AT'),
            at: '',
          }),
        );
        expect(() => freeze(fold([...log, ...garbage]))).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('leaves rooms that can be read, whatever stands in the log', () => {
    const on = fc.constantFrom('synthesise.claims', 'read.reports', 'screen.votes', 'gather.records', 'newer.length');
    const id = fc.constantFrom('CL1', 'p1', 'ft1', 'r.1', 'T1');
    const field = fc.constantFrom('support', 'home', 'record', 'label', 'pages', 'import', 'constructor');
    const set = fc.record({ do: fc.constant('set'), on, id, fields: fc.dictionary(field, fc.jsonValue()) });
    const other = fc.record({ do: fc.constantFrom('revive', 'remove'), on, id });
    fc.assert(
      fc.property(fc.array(fc.oneof(set, other), { minLength: 1, maxLength: 4 }), (writes) => {
        const forged = { change: 'c1', writes };
        const shown = { kind: 'change.undone', version: 1, payload: forged, by: asId<SeenChange['by']>('AT'), at: '' };
        const review = fold([...log, { id: asId('forged'), ...shown }]);
        expect(() => [findingsOf(review), fullFlow(review), lineOfArgument(review)]).not.toThrow();
        expect(freeze(thawReview(freeze(review)))).toBe(freeze(review));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a change that no longer applies as a conflict', () => {
    const edit: SeenChange = {
      id: asId('late'),
      kind: 'level.edited',
      version: 1,
      payload: { id: 'L9', set: { name: 'x' } },
      by: asId('BH'),
      at: '',
    };
    const review = fold([...log, edit]);
    expect(review.conflicts).toMatchObject([{ change: { id: 'late', by: 'BH' }, refusal: { code: 'thing.missing' } }]);
  });

  it('applies a change whole or not at all', () => {
    const writes = [
      { do: 'set', on: 'synthesise.levels', id: 'L1', fields: { name: 'half' } },
      { do: 'set', on: 'synthesise.levels', id: 'L9', fields: {} },
    ];
    const review = fold([
      ...log,
      { id: asId('h'), kind: 'change.undone', version: 1, payload: { change: 'c1', writes }, by: asId('AT'), at: '' },
    ]);
    expect(review.synthesise.levels.get('L1')?.name).toBe('the volunteer');
    expect(review.conflicts).toHaveLength(1);
  });

  it('keeps with each thing who made it, when, and why', () => {
    const made: SeenChange = {
      ...{
        id: asId<SeenChange['id']>('m'),
        kind: 'level.made',
        version: 1,
        payload: { id: 'L2', name: 'system', order: 2 },
      },
      ...{ by: asId<SeenChange['by']>('BH'), at: '2024-05-01T10:00:00.000Z', because: 'named in Table 3' },
    };
    const stamp = { change: 'm', by: 'BH', at: '2024-05-01T10:00:00.000Z', because: 'named in Table 3' };
    const edited = {
      ...made,
      id: asId<SeenChange['id']>('e'),
      kind: 'level.edited',
      payload: { id: 'L2', set: { order: 3 } },
    };
    const level = fold([...log, made, edited]).synthesise.levels.get('L2');
    expect(level?.trail.made).toEqual(stamp);
    expect(level?.trail.set?.order).toEqual({ ...stamp, change: 'e', was: 2, wasBy: 'm' });
  });

  it('holds no place of the log (L8)', () => {
    const numbered = log.map((change, at) => ({ ...change, seq: at + 1 }));
    expect(freeze(fold(numbered))).not.toContain('"seq"');
  });
});

describe('editing what others edit (L5)', () => {
  it('refuses the second edit of one field and shows both texts', () => {
    const telling = withArgument();
    const saw = { name: lastSet(telling.review.synthesise.constructs.get('T1') as never, 'name') };
    expect(telling.tries('AT', 'construct.edited', { id: 'T1', set: { name: 'Company' } }, saw)).toBeUndefined();
    expect(telling.tries('BH', 'construct.edited', { id: 'T1', set: { name: 'Talk' } }, saw)).toMatchObject({
      code: 'field.changedSince',
      values: { present: 'Company', proposed: 'Talk', by: 'AT' },
    });
  });

  it('lets edits of different fields both stand, in any order', () => {
    const edits = [{ name: 'Company' }, { definition: 'Being with others' }, { order: 7 }];
    fc.assert(
      fc.property(fc.shuffledSubarray(edits, { minLength: 3 }), (order) => {
        const telling = withArgument();
        const before = telling.review.synthesise.constructs.get('T1') as never;
        for (const set of order) {
          const saw = Object.fromEntries(Object.keys(set).map((field) => [field, lastSet(before, field)]));
          expect(telling.tries('BH', 'construct.edited', { id: 'T1', set }, saw)).toBeUndefined();
        }
        expect(telling.review.synthesise.constructs.get('T1')).toMatchObject({
          name: 'Company',
          definition: 'Being with others',
          order: 7,
        });
      }),
    );
  });

  it('lets two people write the same', () => {
    const telling = withArgument();
    const saw = { name: lastSet(telling.review.synthesise.constructs.get('T1') as never, 'name') };
    telling.tries('AT', 'construct.edited', { id: 'T1', set: { name: 'Company' } }, saw);
    expect(telling.tries('BH', 'construct.edited', { id: 'T1', set: { name: 'Company' } }, saw)).toBeUndefined();
  });
});

describe('undo (L15)', () => {
  it('restores every field of any edit, and can itself be undone', () => {
    const set = fc.record(
      { name: fc.stringMatching(/^[a-z]{1,9}$/), definition: fc.stringMatching(/^[a-z]{1,9}$/), order: fc.nat() },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(fc.array(set, { minLength: 1, maxLength: 5 }), (edits) => {
        const telling = withArgument();
        const shown = () =>
          JSON.stringify({ ...telling.review.synthesise.constructs.get('T1'), trail: undefined }, sorted);
        for (const each of edits.slice(0, -1)) telling.does('AT', 'construct.edited', { id: 'T1', set: each });
        const before = shown();
        telling.does('AT', 'construct.edited', { id: 'T1', set: edits.at(-1) });
        const after = shown();
        telling.does('AT', 'change.undone', undoOf(telling, telling.last));
        expect(shown()).toBe(before);
        telling.does('AT', 'change.undone', undoOf(telling, telling.last));
        expect(shown()).toBe(after);
      }),
    );
  });

  it('is refused where the field was edited again later', () => {
    const telling = withArgument().does('AT', 'construct.edited', { id: 'T1', set: { name: 'Company' } });
    const first = telling.last;
    const undo = undoOf(telling, first);
    telling.does('BH', 'construct.edited', { id: 'T1', set: { name: 'Talk' } });
    expect(telling.tries('AT', 'change.undone', undo)).toMatchObject({
      code: 'undo.laterWork',
      values: { id: 'T1', field: 'name', by: 'BH' },
    });
  });

  it('is refused where later things rest on what was made, with their list', () => {
    const telling = withArgument();
    const made = telling.log.find(({ kind }) => kind === 'construct.made') as SeenChange;
    expect(telling.tries('AT', 'change.undone', undoOf(telling, made))).toMatchObject({
      code: 'thing.stoodOn',
      values: { by: ['CL1'] },
    });
  });

  it('of another person is for the lead alone', () => {
    const telling = withArgument().does('AT', 'construct.edited', { id: 'T1', set: { name: 'Company' } });
    const undo = undoOf(telling, telling.last);
    expect(telling.tries('BH', 'change.undone', undo)?.code).toBe('undo.notYours');
    telling.does('BH', 'construct.edited', { id: 'T1', set: { order: 4 } });
    expect(telling.tries('AT', 'change.undone', undoOf(telling, telling.last))).toBeUndefined();
  });

  it('cannot carry in other writes than the change itself did', () => {
    const telling = withArgument().does('AT', 'construct.edited', { id: 'T1', set: { name: 'Company' } });
    const forged = {
      change: telling.last.id,
      writes: [{ do: 'set', on: 'synthesise.constructs', id: 'T1', fields: { name: 'Forged' } }],
    };
    expect(telling.tries('AT', 'change.undone', forged)?.code).toBe('undo.differs');
  });

  it('takes back a grouping, so that the counts follow', () => {
    const telling = withReports(3).does('AT', 'study.made', { id: 'S', name: 'Newcastle', reports: ['p1', 'p2'] });
    telling.does('AT', 'change.undone', undoOf(telling, telling.last));
    expect(telling.review.read.studies.get('S')?.trail.gone).toBeDefined();
  });
});

describe('versions of a kind (L16)', () => {
  /** Before version 2 a letter had one "to"; since then it has a list. */
  const letter = {
    version: 2,
    raisers: { 1: (old: unknown) => ({ ...(old as object), to: [(old as { to: string }).to] }) },
  };
  const before = { id: 'l', to: 'AT' };
  const after = { id: 'l', to: ['AT'] };

  it('lifts an old payload by its named raiser', () => {
    expect(raise(letter, 1, before)).toEqual(after);
    expect(raise(letter, 2, after)).toEqual(after);
  });

  it('opens what a newer program wrote read-only, and says which kinds', () => {
    const review = apply(told().review, {
      id: asId('n'),
      kind: 'level.made',
      version: 2,
      payload: {},
      by: asId('AT'),
      at: '',
    });
    expect(review.newer).toEqual(['level.made 2']);
    expect(findingsOf(review)).toContainEqual(
      expect.objectContaining({ code: 'fold.newer', values: { kinds: 'level.made 2' } }),
    );
    const verdict = decide(
      review,
      { id: asId('x'), kind: 'level.made', version: 1, payload: { id: 'L', name: 'x', order: 1 } },
      asId('AT'),
    );
    expect(verdict).toMatchObject({ refused: { code: 'review.readOnly', values: { kinds: ['level.made 2'] } } });
  });
});

const sorted = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort())
    : value;
