import { describe, expect, it } from 'vitest';
import { withRecords } from '../../test/telling.js';
import { apply, fold } from '../review.js';
import { check } from '../report/check.js';
import { saidUnlikeRead } from './said.js';

const file = { name: 'again.ris', content: 'c'.repeat(64), bytes: 900 };
const row = (n: number) => ({ id: `again.${n}`, number: n, lines: [n, n], label: `Lund ${n}` });
const known = (...numbers: number[]) => numbers.map((number) => ({ number, record: `r.${number}` }));
const again = { id: 'again', source: 'medline', file, format: 'ris', unread: 0 };

describe('a search that was run again', () => {
  it('brings what is new, and says what was known', () => {
    const { review } = withRecords(3).does('AT', 'source.imported', {
      ...again,
      records: [row(4)],
      known: known(1, 3),
      knownFrom: ['r'],
    });
    expect(review.gather.imports.get('again')).toMatchObject({ read: 1, known: 2, knownFrom: ['r'] });
    expect(review.gather.records.size).toBe(4);
  });

  it('holds what it knows: the import that gave it is not taken back under it', () => {
    const telling = withRecords(3);
    const first = telling.last;
    telling.does('AT', 'source.imported', { ...again, records: [], known: known(1), knownFrom: ['r'] });
    const undone = { change: first.id, writes: [{ do: 'remove', on: 'gather.imports', id: 'r' }] };
    expect(telling.tries('AT', 'change.undone', undone)?.code).toBe('thing.stoodOn');
  });

  it.each([
    [{ known: known(9), knownFrom: ['r'] }, 'thing.missing'],
    [{ known: known(1), knownFrom: [] }, 'thing.missing'],
    [{ known: known(1), knownFrom: ['nowhere'] }, 'thing.missing'],
  ])('knows nothing that is not held: %j', (more, code) => {
    expect(withRecords(3).tries('AT', 'source.imported', { ...again, records: [], ...more })?.code).toBe(code);
  });
});

describe('the number that a platform said', () => {
  it('is held against what its files brought', () => {
    const telling = withRecords(3).does('AT', 'source.edited', { id: 'medline', set: { said: 4 } });
    expect(saidUnlikeRead(telling.review)).toMatchObject([{ said: 4, read: 3 }]);
    expect(check(telling.review)).toContainEqual({
      code: 'source.saidUnlikeRead',
      weight: 'contradiction',
      about: ['medline'],
      values: { name: 'MEDLINE', said: 4, read: 3 },
    });
    telling.does('AT', 'source.edited', { id: 'medline', set: { said: 3, limits: 'none' } });
    expect(saidUnlikeRead(telling.review)).toEqual([]);
  });

  it('is not asked where no file has come, or nobody said one', () => {
    const telling = withRecords(3).does('AT', 'source.made', {
      id: 'psyc',
      kind: 'database',
      name: 'PsycINFO',
      said: 7,
    });
    expect(saidUnlikeRead(telling.review)).toEqual([]);
  });

  it('counts the files of one search together, and a later run for itself', () => {
    const telling = withRecords(3)
      .does('AT', 'source.edited', { id: 'medline', set: { said: 5 } })
      .does('AT', 'source.imported', { ...again, id: 'more', records: [{ ...row(1), id: 'more.1' }] });
    expect(saidUnlikeRead(telling.review)).toMatchObject([{ said: 5, read: 4 }]);
    telling.does('AT', 'source.imported', { ...again, records: [row(4)], known: known(1, 2, 3), knownFrom: ['r'] });
    telling.does('AT', 'source.edited', { id: 'medline', set: { said: 4 } });
    expect(saidUnlikeRead(telling.review)).toEqual([]);
  });
});

describe('an import as earlier programs stored it', () => {
  it('reads as it did (L16)', () => {
    const telling = withRecords(3);
    const before = telling.log.map((change) => ({ ...change, version: 1 }));
    expect(fold(before)).toEqual(telling.review);
    expect(telling.last.version).toBe(2);
    expect(telling.review.gather.imports.get('r')).not.toHaveProperty('known');
    expect(apply(telling.review, { ...telling.last, version: 3 }).newer).toEqual(['source.imported 3']);
  });
});
