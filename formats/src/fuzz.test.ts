import { describe, expect, it } from 'vitest';
import { seedsOf } from '../fuzz/seeds.mjs';
import { formats } from './recognise.js';
import { Examination } from './testing/fuzz/faults.js';
import { Mutations } from './testing/fuzz/mutated.js';
import { Random } from './testing/fuzz/random.js';

/** Time is no concern here: what hangs ends with the test, and `npm run fuzz` measures. */
const noClock = (): number => 0;

/** One of its inputs alone: `npm run fuzz -- --seed 20 --from NUMBER --inputs 1`. */
const seed = 20;
const share = 500;

describe('damaged files of every format', async () => {
  const mutations = new Mutations(seed, await seedsOf(formats));

  it.each([0, 1, 2, 3])(
    'are read in words, whole, and the same in any pieces: part %i',
    { timeout: 120_000 },
    async (part) => {
      const faults: unknown[] = [];
      for (let number = part * share; number < (part + 1) * share; number += 1) {
        const seen = await new Examination(mutations.input(number), noClock).run();
        faults.push(...seen.faults.map((each) => ({ number, made: seen.input.seed.name, ...each })));
      }
      expect(faults).toEqual([]);
    },
  );

  it('are the same for the same seed and number', () => {
    const again = new Mutations(seed, mutations.seeds);
    for (const number of [7, 3, 400]) expect(again.input(number).bytes).toEqual(mutations.input(number).bytes);
    const others = new Mutations(seed + 1, mutations.seeds);
    expect(others.input(7).bytes).not.toEqual(mutations.input(7).bytes);
  });
});

describe('numbers that look random', () => {
  it('differ from case to case', () => {
    const first = new Set(Array.from({ length: 20_000 }, (_, number) => new Random(1, number).below(2 ** 32)));
    // Of 32 bits, 20000 numbers have 0.05 alike.
    expect(first.size).toBeGreaterThan(19_990);
  });
});
