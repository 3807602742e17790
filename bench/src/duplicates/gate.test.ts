import { type Comparable, compare, likelyPairs, settle } from '@throughline/matching';
import { expect, it } from 'vitest';
import { library } from './made/library.js';
import { falselyJoined } from './sets/falsely-joined.js';
import { labelledSets, setsFolder } from './sets/labelled-sets.js';
import { type Works, scored } from './sets/score.js';
import type { LabelledPair } from './sets/set-file.js';

/** No report may be lost by what is grouped without asking: a duplicate that is missed is read twice, a lost one never. */

const folder = setsFolder();
const sets = folder === undefined ? [] : labelledSets(folder);
if (folder === undefined) {
  process.stderr.write('SKIPPED: labelled sets are not checked, because THROUGHLINE_CORPUS names no folder of them.\n');
}

function expectNothingLost(records: readonly Comparable[], works: Works): void {
  const { sure } = settle(likelyPairs(records), { groups: [], distinct: [] });
  const groups = sure.map((group) => group.records);
  const joined = falselyJoined(records, works, groups);
  expect(joined.slice(0, 20), `${joined.length} false pairs:\n${joined.slice(0, 20).join('\n\n')}\n`).toEqual([]);
  expect(scored(works, groups).lost).toBe(0);
  // A program that finds nothing would lose nothing either.
  if (records.length > 100) expect(scored(works, groups).sensitivity).toBeGreaterThan(0.5);
}

it('no two works of a made library are grouped', () => {
  const made = library(5000);
  const works = new Map(made.map(({ record, work }) => [record.id, String(work)]));
  expectNothingLost(
    made.map(({ record }) => record),
    works,
  );
});

const clusters = sets.flatMap((set) => (set.truth === 'clusters' && !set.silver ? [set] : []));
it.skipIf(folder === undefined)('labelled sets are there to be checked', () => expect(clusters).not.toEqual([]));
it.each(clusters)('no work of $name is lost, and no two of its works are grouped', ({ records, works }) => {
  expectNothingLost(records, works);
});

const inWords = ({ name = 'A pair', a, b }: LabelledPair): string => `${name}: ${a.title} / ${b.title}`;
const pairSets = sets.flatMap((set) => (set.truth === 'cases' || set.truth === 'pairs' ? [set] : []));
it.each(pairSets)('of the pairs of $name none is grouped that is two works, or cut short', ({ pairs }) => {
  const called = pairs.filter(({ a, b }) => compare(a, b).likeness === 'same');
  const wrong = called.filter(({ same, a, b }) => !same || a.sparse === true || b.sparse === true);
  expect(wrong.slice(0, 20).map(inWords), `${wrong.length} in all`).toEqual([]);
});
