import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Shelf } from './shelf.js';

describe('a shelf', () => {
  it('holds what a map holds, in the order of first putting', () => {
    const puts = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.integer()), { maxLength: 300 });
    fc.assert(
      fc.property(puts, (entries) => {
        const map = new Map(entries);
        const shelf = Shelf.of(entries);
        expect([...shelf.entries()]).toEqual([...map]);
        expect(shelf.size).toBe(map.size);
        for (const [id] of entries) expect(shelf.get(id)).toBe(map.get(id));
      }),
    );
  });

  it('is the same whether built at once or one by one, and grows on from either', () => {
    const puts = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.integer()), { maxLength: 1200, size: 'max' });
    fc.assert(
      fc.property(puts, fc.nat(1200), (entries, cut) => {
        const one = entries.reduce((shelf, [id, value]) => shelf.put(id, value), Shelf.empty<number>());
        const most = Shelf.of(entries.slice(0, cut));
        const other = entries.slice(cut).reduce((shelf, [id, value]) => shelf.put(id, value), most);
        expect([...other.entries()]).toEqual([...one.entries()]);
        for (const [id] of entries) expect(other.get(id)).toBe(one.get(id));
      }),
      { numRuns: 60 },
    );
  });

  it('takes many at once as it takes them one by one', () => {
    const puts = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.integer()), { maxLength: 300 });
    fc.assert(
      fc.property(puts, puts, (held, more) => {
        const one = more.reduce((shelf, [id, value]) => shelf.put(id, value), Shelf.of(held));
        expect([...Shelf.of(held).putAll(more).entries()]).toEqual([...one.entries()]);
      }),
    );
  });

  it('leaves the old shelf as it was', () => {
    const before = Shelf.of([['a', 1]]);
    before.put('a', 2).put('b', 3);
    expect([...before]).toEqual([1]);
  });

  it('finds ids whose hashes are the same', () => {
    // Two strings with one FNV-1a hash over 32 bits.
    const shelf = Shelf.of([
      ['costarring', 1],
      ['liquid', 2],
    ]);
    expect([shelf.get('costarring'), shelf.get('liquid'), shelf.get('altarage')]).toEqual([1, 2, undefined]);
  });

  it('holds a hundred thousand things', () => {
    let shelf = Shelf.empty<number>();
    for (let at = 0; at < 100_000; at += 1) shelf = shelf.put(`record.${at}`, at);
    expect(shelf.size).toBe(100_000);
    expect(shelf.get('record.99999')).toBe(99_999);
    expect([...shelf].every((value, at) => value === at)).toBe(true);
  });
});
