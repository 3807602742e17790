import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Deed, History } from '../test/histories.js';
import { mustHold, shareMustHold } from '../test/must-hold.js';
import { freeze, thawReview } from './stored.js';
import { fold } from './review.js';

/** 10,000 are run before a release: HISTORIES=10000. Each history has 6 to 12 records. */
const runs = Number(globalThis.process?.env.HISTORIES ?? 500);

const some = fc.nat(11);
const answer = fc.constantFrom('include', 'exclude', 'maybe');
const stage = fc.constantFrom('title-abstract', 'full-text');
const by = fc.constantFrom('AT', 'BH');
const deed = (weight: number, kind: Deed['do']) => ({ weight, arbitrary: fc.constant(kind) });

const deeds = fc.array(
  fc.record({
    do: fc.oneof(
      deed(2, 'import'),
      deed(4, 'group'),
      deed(4, 'find'),
      deed(6, 'merge'),
      deed(4, 'split'),
      deed(1, 'ungroup'),
      deed(2, 'tell apart'),
      deed(10, 'vote'),
      deed(1, 'revote'),
      deed(1, 'unvote'),
      deed(6, 'settle'),
      deed(1, 'unsettle'),
      deed(4, 'undo'),
      deed(4, 'undo last'),
    ),
    by,
    which: some,
    other: some,
    answer,
    stage,
    wild: some.map((number) => number < 3),
  }),
  { minLength: 12, maxLength: 32, size: 'max' },
);

/** What happened over all histories, so that it is known that they reached what they were made for. */
const reached = new Map<string, number>();

it(`nothing becomes unreachable in ${runs} random histories, and the flow adds up at every step`, {
  timeout: 0,
}, () => {
  fc.assert(
    fc.property(deeds, (steps) => {
      const history = new History();
      for (const step of steps) {
        const told = history.does(step);
        reached.set(told, (reached.get(told) ?? 0) + 1);
        mustHold(history.telling.review);
      }
      const { review, log } = history.telling;
      shareMustHold(review, log);
      expect(freeze(fold(log))).toBe(freeze(review));
      expect(freeze(thawReview(freeze(review)))).toBe(freeze(review));
    }),
    { numRuns: runs },
  );
  for (const each of ['import', 'find', 'merge', 'split', 'vote', 'settle', 'undo', 'undo last'])
    expect([each, reached.get(`${each} done`) ?? 0]).toEqual([each, expect.toSatisfy(moreThan(runs / 10))]);
  for (const each of ['group.overlaps', 'vote.twice', 'undo.laterWork'])
    expect([each, reached.get(each) ?? 0]).toEqual([each, expect.toSatisfy(moreThan(runs / 20))]);
});

const moreThan = (least: number) => (count: number) => count > least;
