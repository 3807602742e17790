import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportLikeness, ToldOfStudies } from './likeness.js';
import { suggestStudies } from './suggest.js';

const names = [
  'Reyes A',
  'Reyes, Ana',
  'Moss K',
  'Moss KL',
  'Lind P',
  'Okafor N',
  'Wang Y',
  'Smith J',
  'Idris F',
  'Team',
];
const said = [
  '',
  'In Gateshead 23 clients of Ways to Wellness spoke.',
  'Staff of Ways to Wellness.',
  'NCT01234567',
  'n = 23',
];

const reportsOf = fc
  .array(
    fc.record({
      authors: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 5 }),
      year: fc.integer({ min: 2000, max: 2024 }),
      abstract: fc.constantFrom(...said),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((all) => all.map((each, at): ReportLikeness => ({ id: `p${at}`, title: `Paper ${at}`, ...each })));

const few = (ids: readonly string[]) => fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 5 });
const toldOf = (reports: readonly ReportLikeness[]): fc.Arbitrary<ToldOfStudies> => {
  const ids = reports.map(({ id }) => id);
  if (ids.length < 2) return fc.constant({ studies: [], apart: [] });
  const studies = fc
    .array(few(ids), { maxLength: 2 })
    .map((all) => all.map((own, at) => ({ id: `s${at}`, reports: own })));
  return fc.record({
    studies,
    apart: fc.array(fc.record({ reports: few(ids), anyTwo: fc.boolean() }), { maxLength: 3 }),
  });
};
const given = reportsOf.chain((reports) => fc.record({ reports: fc.constant(reports), told: toldOf(reports) }));
const holdsAll = (all: readonly string[], some: readonly string[]) => some.every((id) => all.includes(id));

describe('suggestions of studies', () => {
  it('are the same in whatever order reports and answers come', () => {
    const shuffled = given.chain(({ reports, told }) =>
      fc.record({
        before: fc.constant({ reports, told }),
        reports: fc.shuffledSubarray(reports, { minLength: reports.length }),
        studies: fc.shuffledSubarray([...told.studies], { minLength: told.studies.length }),
        apart: fc.shuffledSubarray([...told.apart], { minLength: told.apart.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ before, reports, studies, apart }) => {
        expect(suggestStudies(reports, { studies, apart })).toEqual(suggestStudies(before.reports, before.told));
      }),
      { numRuns: 400 },
    );
  });

  it('never overlap each other, and always bring something new', () => {
    fc.assert(
      fc.property(given, ({ reports, told }) => {
        const found = suggestStudies(reports, told);
        const all = found.flatMap((each) => each.reports);
        expect(new Set(all).size).toBe(all.length);
        for (const each of found) {
          expect(each.reports.length).toBeGreaterThan(1);
          expect(each.adds.length).toBeGreaterThan(0);
          expect(told.studies.some((study) => holdsAll(study.reports, each.reports))).toBe(false);
          expect(each.parts.flat().toSorted()).toEqual(each.reports);
          expect(each.parts.some((part) => holdsAll(part, [each.joint.a, each.joint.b]))).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never say again what was found not to be one study, where no study holds it', () => {
    fc.assert(
      fc.property(given, ({ reports, told: { apart } }) => {
        for (const each of suggestStudies(reports, { studies: [], apart })) {
          for (const { reports: own, anyTwo } of apart) {
            const together = own.filter((id) => each.reports.includes(id)).length;
            expect(anyTwo ? together < 2 : together < own.length).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('come to an end when each is answered', () => {
    fc.assert(
      fc.property(given, fc.array(fc.boolean(), { minLength: 1 }), ({ reports, told }, answers) => {
        let now = told;
        for (let at = 0; at < 100; at += 1) {
          const [next] = suggestStudies(reports, now);
          if (next === undefined) return;
          const others = now.studies.filter(({ id }) => id !== next.grows);
          now = answers[at % answers.length]
            ? { ...now, studies: [...others, { id: next.grows ?? `t${at}`, reports: next.reports }] }
            : { ...now, apart: [...now.apart, { reports: next.reports }] };
        }
        throw new Error('it asks for ever');
      }),
      { numRuns: 300 },
    );
  });
});
