import { contributions, fullFlow, lineOfArgument } from '@throughline/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionsFigure } from '../contributions/figure.js';
import type { Figure } from '../figure.js';
import { flowFigure } from '../flow/figure.js';
import { lineOfArgumentFigure } from '../line-of-argument/figure.js';
import { outsideTexts, overlappingTexts, struckTexts, xmlFault } from './faults.js';
import type { InventedLink, InventedReview } from './invented.js';
import { reviewOf } from './review.js';

// Reviews as people might make them, for property tests: any script, any length, any tangle of arrows.

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-zA-Zäöüéèø’-]{1,14}$/) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
  { weight: 1, arbitrary: fc.stringMatching(/^[A-Za-z]{40,90}$/) },
);
const name = fc
  .array(word, { minLength: 1, maxLength: 14 })
  .map((words) => words.join(' '))
  .filter((text) => text.trim() !== '');

const upTo = (count: number) => fc.nat({ max: Math.max(0, count - 1) });
const some = (count: number, most: number) =>
  count === 0 ? fc.constant([]) : fc.uniqueArray(upTo(count), { maxLength: Math.min(count, most) });

const links = (count: number, most: number): fc.Arbitrary<InventedLink[]> =>
  count < 2
    ? fc.constant([])
    : fc.array(
        fc
          .record({ from: upTo(count), to: upTo(count), sort: name, inferred: fc.boolean() })
          .filter(({ from, to }) => from !== to),
        { maxLength: most },
      );

/** Reports with their studies; each report in one study at most, as core counts it. */
const reports = fc.nat({ max: 24 }).chain((count) =>
  fc.record({
    reports: fc.array(name, { minLength: count, maxLength: count }),
    studies: some(count, 5).chain((own) =>
      name.map((of) => (own.length === 0 ? [] : [{ name: of, reports: own, inferred: own.length % 2 === 0 }])),
    ),
  }),
);

const synthesis = (count: number) => {
  const construct = fc.record({ name, reports: some(count, 12) });
  const level = fc.record({ name, constructs: fc.array(construct, { maxLength: 20, size: 'max' }) });
  return fc
    .record({
      levels: fc.array(level, { minLength: 0, maxLength: 6 }),
      loose: fc.array(construct, { maxLength: 3 }),
      steps: fc.nat({ max: 12 }),
    })
    .chain(({ levels, loose, steps }) => {
      const constructs = levels.reduce((sum, each) => sum + each.constructs.length, loose.length);
      const proposition = fc.record({
        text: name,
        levels: some(levels.length, 6),
        constructs: some(constructs, 4),
        inferred: fc.boolean(),
      });
      return fc.record({
        levels: fc.constant(levels),
        loose: fc.constant(loose),
        propositions: fc.array(proposition, { minLength: steps, maxLength: steps }),
        arrows: links(steps, 20),
        relations: links(constructs, 12),
      });
    });
};

/** A review with a synthesis of any shape. */
const synthesised: fc.Arbitrary<InventedReview> = reports.chain((read) =>
  synthesis(read.reports.length).map((made) => ({ ...read, ...made })),
);

const count = fc.nat({ max: 4 });
const source = fc.record(
  {
    kind: fc.constantFrom(
      'database',
      'register',
      'alert',
      'reference-list',
      'website',
      'organisation',
      'contact',
      'hand',
    ),
    name,
    platform: name,
    records: fc.record({
      excluded: count,
      notRetrieved: count,
      included: count,
      excludedFor: fc.dictionary(name, count, { maxKeys: 3 }),
    }),
  },
  { requiredKeys: ['kind', 'name'] },
);
const stated = fc.record({
  of: fc.constantFrom(
    'identified.database',
    'identified.other',
    'duplicates',
    'screened',
    'assessed',
    'included.studies',
  ),
  value: fc.nat({ max: 200_000 }),
  source: name,
});

/** A review with a flow of any shape. */
const screened = fc.record({
  sources: fc.array(source, { maxLength: 12 }),
  stated: fc.array(stated, { maxLength: 6 }),
}) as fc.Arbitrary<InventedReview>;

/** Everything wrong with a picture, whatever it shows. */
const faults = (figure: Figure) => ({
  overlapping: overlappingTexts(figure),
  outside: outsideTexts(figure),
  xml: xmlFault(figure.svg),
});
const none = { overlapping: [], outside: [], xml: undefined };

/** A failure is made smaller for a while only: large reviews have many smaller ones. */
const effort = { numRuns: 120, interruptAfterTimeLimit: 15_000 };

describe('for any review', () => {
  it('the line of argument keeps texts apart and lines off them', () => {
    fc.assert(
      fc.property(synthesised, (invented) => {
        const figure = lineOfArgumentFigure(lineOfArgument(reviewOf(invented)));
        expect({ ...faults(figure), struck: struckTexts(figure) }).toEqual({ ...none, struck: [] });
      }),
      effort,
    );
  }, 60_000);

  it('the contribution table keeps texts apart and has every mark', () => {
    fc.assert(
      fc.property(synthesised, (invented) => {
        const counted = contributions(reviewOf(invented));
        const figure = contributionsFigure(counted);
        expect(faults(figure)).toEqual(none);
        const marks = figure.targets.filter(
          ({ ref, report }) => ref.on === 'synthesise.constructs' && report !== undefined,
        );
        expect(marks).toHaveLength(counted.marks);
      }),
      effort,
    );
  }, 60_000);

  it('the flow keeps texts apart and lines off them', () => {
    fc.assert(
      fc.property(screened, (invented) => {
        const figure = flowFigure(fullFlow(reviewOf(invented)));
        expect({ ...faults(figure), struck: struckTexts(figure) }).toEqual({ ...none, struck: [] });
      }),
      effort,
    );
  }, 60_000);
});
