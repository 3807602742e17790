import { describe, expect, it } from 'vitest';
import { type Telling, withRecords } from '../../test/telling.js';
import type { RefusalCode, SeenChange } from '../change.js';
import { type RecordId, asId } from '../ids.js';
import { apply, fold, writesOf } from '../review.js';
import { freeze } from '../stored.js';
import { standing } from '../thing.js';
import { backwardsOf } from '../undo.js';
import { works } from './duplicates.js';
import { groupOf, howOf, membersOf, toldDifferent } from './grouping.js';

const r = (...numbers: number[]): RecordId[] => numbers.map((number) => asId(`r.${number}`));
const why = { agree: ['title', 'year'], alike: ['authors'], contradict: [] };

/** Eight records, four of them in two sure groups: r.1 and r.2, r.3 and r.4. */
const found = (): Telling =>
  withRecords(8).does('AT', 'duplicates.found', {
    groups: [
      { id: 'g1', records: r(1, 2), why },
      { id: 'g2', records: r(3, 4) },
    ],
  });

const groups = ({ review }: Telling) => standing(review.gather.groups).map(({ id, records }) => [id, ...records]);
const undoes = (telling: Telling, change: SeenChange, by = 'AT') =>
  telling.tries(by, 'change.undone', {
    change: change.id,
    writes: backwardsOf(telling.review, writesOf(change) ?? []),
  });
const kept = (telling: Telling, ...deed: Parameters<Telling['does']>): SeenChange => telling.does(...deed).last;

describe('duplicates that are found', () => {
  it('are many groups by one change, with why, and one undo takes all back', () => {
    const telling = found();
    expect(telling.review.gather.groups.get('g1')).toMatchObject({ records: r(1, 2), how: 'sure', why });
    expect(works(telling.review).map(({ records }) => records.length)).toEqual([2, 2, 1, 1, 1, 1]);
    expect(undoes(telling, telling.last)).toBeUndefined();
    expect(groups(telling)).toEqual([]);
    expect(undoes(telling, telling.last)).toBeUndefined();
    expect(groups(telling)).toEqual([
      ['g1', ...r(1, 2)],
      ['g2', ...r(3, 4)],
    ]);
  });

  const refused: [RefusalCode, object, object[]][] = [
    ['group.overlaps', { group: 'g1', record: 'r.2' }, [{ id: 'g3', records: r(2, 5) }]],
    [
      'group.overlaps',
      { group: 'g3', record: 'r.5' },
      [
        { id: 'g3', records: r(5, 6) },
        { id: 'g4', records: r(5, 7) },
      ],
    ],
    ['thing.exists', { id: 'g1' }, [{ id: 'g1', records: r(5, 6) }]],
    ['thing.missing', { thing: 'gather.records', id: 'r.9' }, [{ id: 'g3', records: r(5, 9) }]],
    ['change.payloadInvalid', {}, [{ id: 'g3', records: r(5) }]],
    ['change.payloadInvalid', {}, [{ id: 'g3', records: r(5, 6), why: { ...why, agree: ['<b>'] } }]],
    ['change.payloadInvalid', {}, []],
  ];

  it.each(refused)('are refused as %s %j', (code, values, said) => {
    expect(found().tries('AT', 'duplicates.found', { groups: said })).toMatchObject({ code, values });
  });

  it('give an id to one group only', () => {
    const twice = [5, 3].map((from) => ({ id: 'g', records: r(from, from + 1) }));
    expect(withRecords(6).tries('AT', 'duplicates.found', { groups: twice })).toMatchObject({ code: 'thing.exists' });
  });

  it('are not made of records whose import was taken back', () => {
    const telling = withRecords(2);
    expect(undoes(telling, telling.last)).toBeUndefined();
    expect(telling.tries('AT', 'duplicates.found', { groups: [{ id: 'g', records: r(1, 2) }] })?.code).toBe(
      'thing.gone',
    );
  });
});

describe('groups that are merged', () => {
  const merged = { id: 'm', from: ['g1', 'g2'], records: r(1, 2, 3, 4, 5), how: 'answered', why };

  it('go, and one group of all their records takes their place', () => {
    const telling = found().does('AT', 'duplicate-groups.merged', merged);
    expect(groups(telling)).toEqual([['m', ...r(1, 2, 3, 4, 5)]]);
    expect(groupOf(telling.review, asId('r.5'))).toMatchObject({ id: 'm', how: 'answered', why });
    expect(undoes(telling, telling.last)).toBeUndefined();
    expect(groups(telling)).toEqual([
      ['g1', ...r(1, 2)],
      ['g2', ...r(3, 4)],
    ]);
  });

  it.each<[RefusalCode, object, object]>([
    ['group.losesRecords', { records: r(4) }, { records: r(1, 2, 3) }],
    ['group.overlaps', { group: 'g2', record: 'r.3' }, { from: ['g1'], records: r(1, 2, 3) }],
    ['group.asBefore', { group: 'g1' }, { from: ['g1'], records: r(2, 1) }],
    ['thing.missing', { id: 'g9' }, { from: ['g1', 'g9'] }],
    ['thing.missing', { id: 'r.9' }, { records: r(1, 2, 3, 4, 9) }],
    ['thing.exists', { id: 'g1' }, { id: 'g1' }],
    ['change.payloadInvalid', { where: 'from' }, { from: [] }],
    ['change.payloadInvalid', {}, { from: ['g1', 'g1'] }],
  ])('are refused as %s %j', (code, values, more) => {
    expect(found().tries('AT', 'duplicate-groups.merged', { ...merged, ...more })).toMatchObject({ code, values });
  });

  it('are not taken back one by one under it', () => {
    const telling = found();
    const first = telling.last;
    telling.does('AT', 'duplicate-groups.merged', merged);
    expect(undoes(telling, first)?.code).toBe('undo.laterWork');
    expect(telling.tries('AT', 'duplicate-groups.merged', { ...merged, id: 'm2' })?.code).toBe('thing.gone');
  });
});

describe('a group that is split', () => {
  const whole = () => withRecords(6).does('AT', 'duplicate-group.made', { id: 'g', records: r(1, 2, 3, 4, 5) });
  const parts = [{ group: 'p1', records: r(1, 2) }, { records: r(3) }, { group: 'p2', records: r(5, 4) }];
  const split = { id: 'g', parts, distinct: 'd' };

  it('goes, and its parts are different reports', () => {
    const telling = whole().does('AT', 'duplicate-group.split', split);
    expect(groups(telling)).toEqual([
      ['p1', ...r(1, 2)],
      ['p2', ...r(5, 4)],
    ]);
    expect(telling.review.gather.distinct.get('d')?.records).toEqual(r(1, 3, 5));
    expect(undoes(telling, telling.last)).toBeUndefined();
    expect(groups(telling)).toEqual([['g', ...r(1, 2, 3, 4, 5)]]);
    expect(standing(telling.review.gather.distinct)).toEqual([]);
  });

  it.each<[RefusalCode, object, object]>([
    ['group.losesRecords', { records: r(3) }, { parts: [parts[0], parts[2]] }],
    ['group.foreignRecords', { group: 'g', records: r(6) }, { parts: [...parts, { records: r(6) }] }],
    ['group.recordTwice', { record: 'r.3' }, { parts: [...parts, { records: r(3) }] }],
    ['group.onePart', { group: 'g' }, { parts: [{ group: 'p', records: r(1, 2, 3, 4, 5) }] }],
    ['thing.missing', { id: 'h' }, { id: 'h' }],
    ['thing.exists', { id: 'p1' }, { distinct: 'p1' }],
    ['thing.exists', { id: 'g' }, { parts: [{ ...parts[0], group: 'g' }, parts[1], parts[2]] }],
    ['thing.exists', { id: 'r.6' }, { distinct: 'r.6' }],
    ['change.payloadInvalid', { where: 'id' }, { id: undefined }],
    ['change.payloadInvalid', { where: 'distinct' }, { distinct: undefined }],
    ['change.payloadInvalid', { where: 'parts.0' }, { parts: [{ records: r(1, 2) }, parts[1], parts[2]] }],
    ['change.payloadInvalid', { where: 'parts.1' }, { parts: [parts[0], { ...parts[1], group: 'p3' }, parts[2]] }],
  ])('is refused as %s %j', (code, values, more) => {
    expect(whole().tries('AT', 'duplicate-group.split', { ...split, ...more })).toMatchObject({ code, values });
  });

  it('does not come back where a record of it has been grouped elsewhere since', () => {
    const telling = whole();
    const change = kept(telling, 'AT', 'duplicate-group.split', split);
    telling.does('AT', 'duplicate-group.made', { id: 'h', records: r(3, 6) });
    expect(undoes(telling, change)).toMatchObject({ code: 'group.overlaps', values: { group: 'h', record: 'r.3' } });
    expect(undoes(telling, telling.last)).toBeUndefined();
    expect(undoes(telling, change)).toBeUndefined();
  });

  it('does not come back where a part of it has been merged since', () => {
    const telling = whole();
    const change = kept(telling, 'AT', 'duplicate-group.split', split);
    telling.does('AT', 'duplicate-groups.merged', { id: 'm', from: ['p1'], records: r(1, 2, 6) });
    expect(undoes(telling, change)?.code).toBe('undo.laterWork');
  });
});

describe('records that were found different', () => {
  it('say so of the works that they stand in, and not within one', () => {
    const telling = found().does('AT', 'distinct.made', { id: 'd', records: r(1, 3) });
    const different = (a: number, b: number) => toldDifferent(telling.review, asId(`r.${a}`), asId(`r.${b}`));
    expect([different(1, 3), different(2, 4), different(4, 1), different(1, 5), different(1, 2)]).toEqual([
      ...[true, true, true],
      ...[false, false],
    ]);
    telling.does('AT', 'duplicate-groups.merged', { id: 'm', from: ['g1', 'g2'], records: r(1, 2, 3, 4) });
    expect(different(1, 3)).toBe(false);
    const parts = [
      { group: 'p1', records: r(1, 4) },
      { group: 'p2', records: r(2, 3) },
    ];
    telling.does('AT', 'duplicate-group.split', { id: 'm', parts, distinct: 'd2' });
    expect([different(4, 2), different(1, 4)]).toEqual([true, false]);
    telling.does('AT', 'distinct.removed', { id: 'd2' });
    expect(different(4, 2)).toBe(true);
  });

  it('are not said of two records of one group', () => {
    expect(found().tries('AT', 'distinct.made', { id: 'd', records: r(1, 3, 4) })).toMatchObject({
      code: 'distinct.oneGroup',
      values: { group: 'g2', record: 'r.4' },
    });
  });
});

describe('a duplicate group as earlier programs stored it', () => {
  const before = { id: 'g', records: r(1, 2) };

  it('reads as made by hand (L16)', () => {
    const telling = withRecords(3).does('AT', 'duplicate-group.made', before);
    telling.does('AT', 'duplicate-group.edited', { id: 'g', set: { records: r(1, 2, 3) } });
    const stored = telling.log.map((change) => ({ ...change, version: 1 }));
    const review = fold(stored);
    expect(freeze(review)).toBe(freeze(telling.review));
    expect(telling.last.version).toBe(2);
    expect(review.gather.groups.get('g')).not.toHaveProperty('how');
    expect(howOf(review.gather.groups.get('g') ?? {})).toBe('hand');
    expect(membersOf(review, asId('r.3'))).toEqual(r(1, 2, 3));
    expect(apply(review, { ...telling.last, version: 3 }).newer).toEqual(['duplicate-group.edited 3']);
  });
});
