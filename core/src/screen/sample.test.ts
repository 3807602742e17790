import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withRecords } from '../../test/telling.js';
import { sampleOf, sampledWorks, worksAt } from './sample.js';

const ids = Array.from({ length: 1000 }, (_, at) => `import-1.${at + 1}`);

describe('a sample', () => {
  it('is the same on every machine', () => {
    expect(sampleOf(ids.slice(0, 20), 20, 'spring')).toEqual([
      'import-1.2',
      'import-1.4',
      'import-1.15',
      'import-1.17',
    ]);
  });

  it('takes its per cent, rounded up', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 10_000 }), fc.string(), (count, hundredths, seed) => {
        const drawn = sampleOf(ids.slice(0, count), hundredths / 100, seed);
        expect(drawn).toHaveLength(Math.ceil((count * hundredths) / 10_000));
        expect(new Set(drawn).size).toBe(drawn.length);
      }),
    );
    expect(sampleOf(ids.slice(0, 100), 7, 's')).toHaveLength(7);
  });

  it('keeps what a smaller per cent drew', () => {
    const per = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(per, per, fc.string(), (one, other, seed) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)];
        const larger = new Set(sampleOf(ids, large, seed));
        expect(sampleOf(ids, small, seed).filter((id) => !larger.has(id))).toEqual([]);
      }),
    );
  });

  it('does not depend on the order of the ids, and keeps it', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 50, maxLength: 200 }), fc.string(), (some, seed) => {
        const drawn = sampleOf(some, 20, seed);
        expect([...drawn].sort()).toEqual(sampleOf([...some].sort(), 20, seed));
        expect(drawn.map((id) => some.indexOf(id))).toEqual(
          [...drawn.keys()].map((at) => some.indexOf(drawn[at] ?? '')).sort((a, b) => a - b),
        );
      }),
    );
  });

  it('takes every id equally often over many seeds, and neighbours no oftener together', () => {
    const seeds = 4000;
    const some = ids.slice(0, 50);
    const times = new Map(some.map((id) => [id, 0]));
    let together = 0;
    for (let seed = 0; seed < seeds; seed += 1) {
      const drawn = new Set(sampleOf(some, 20, `seed ${seed}`));
      for (const id of drawn) times.set(id, (times.get(id) ?? 0) + 1);
      together += some.filter((id, at) => drawn.has(id) && drawn.has(some[at + 1] ?? '')).length;
    }
    // 800 expected of each, with a standard deviation of 25; of neighbours 49 pairs × 4,000 × (10/50 × 9/49).
    for (const count of times.values()) expect(Math.abs(count - 800)).toBeLessThan(125);
    expect(together / (49 * seeds * (10 / 50) * (9 / 49))).toBeCloseTo(1, 1);
  });
});

describe('the works of a stage', () => {
  it('are all in the flow at title and abstract, and those included for the full text', () => {
    const { review } = withRecords(6)
      .does('AT', 'duplicate-group.made', { id: 'g', records: ['r.1', 'r.4'] })
      .does('AT', 'vote.made', { id: 'v1', record: 'r.4', stage: 'title-abstract', answer: 'include' })
      .does('AT', 'vote.made', { id: 'v2', record: 'r.2', stage: 'title-abstract', answer: 'exclude' })
      .does('AT', 'vote.made', { id: 'v3', record: 'r.3', stage: 'full-text', answer: 'maybe' });
    expect(worksAt(review, 'title-abstract').map(({ id }) => id)).toEqual(['r.1', 'r.2', 'r.3', 'r.5', 'r.6']);
    expect(worksAt(review, 'full-text').map(({ id }) => id)).toEqual(['r.1', 'r.3']);
    expect(sampledWorks(review, 'title-abstract', 100, 's')).toEqual(worksAt(review, 'title-abstract'));
    expect(sampledWorks(review, 'title-abstract', 20, 's')).toHaveLength(1);
  });
});
