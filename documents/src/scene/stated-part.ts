import {
  type Count,
  type Review,
  type StatedCount,
  claimsByGrade,
  fullFlow,
  grades,
  standing,
} from '@throughline/core';
import { countables, fill, gradeWords, reportWords } from '@throughline/words';
import { type Block, type Line, type Section, paragraph } from './blocks.js';
import type { Telling } from './told.js';

const words = reportWords.stated;

/** The legend of every number and every word: stated or held, how well it stands, and whose words they are. */
export function statedPart(telling: Telling): Section {
  return {
    id: 'stated',
    title: words.title,
    blocks: [paragraph([words.intro]), statedCounts(telling)],
    sections: [
      { id: 'grades', title: words.gradesTitle, blocks: [gradesTable(telling)] },
      { id: 'whose', title: words.ordersTitle, blocks: [paragraph([`Words ${words.ordersSaid} ${words.star}`])] },
    ],
  };
}

function statedCounts({ review }: Telling): Block {
  const counts = standing(review.floor.counts);
  if (counts.length === 0) return paragraph([words.none], 'absence');
  const held = heldNumbers(review);
  return {
    is: 'table',
    caption: [words.caption],
    head: words.head,
    numbers: [1, 3],
    rows: counts.map((count) => ({
      about: { on: 'floor.counts', id: count.id },
      cells: [[countables[count.of] ?? count.of], [statedSaid(count)], sourceSaid(count), [heldSaid(count, held)]],
    })),
  };
}

/** "at least 531", "20 per cent", "2,545". */
function statedSaid({ value, unit }: StatedCount): string {
  const number = value.toLocaleString('en-GB');
  return unit === undefined ? number : fill(words.units[unit], { value: number });
}

const sourceSaid = ({ source, note }: StatedCount): Line =>
  note === undefined ? [source] : [source, ' ', { as: 'aside', text: note }];

/** What the log holds of the same; what it does not hold one by one says so. */
function heldSaid(count: StatedCount, held: ReadonlyMap<string, number>): string {
  const value = count.unit === undefined ? held.get(count.of) : undefined;
  return value === undefined ? words.notHeld : value.toLocaleString('en-GB');
}

/** The held numbers, by what they count. */
function heldNumbers(review: Review): ReadonlyMap<string, number> {
  const flow = fullFlow(review);
  const arms = [flow.databases, flow.others];
  const largest = Math.max(0, ...standing(review.read.studies).map(({ reports }) => reports.length));
  const counts: (readonly [string, Count])[] = [
    ['included.reports', flow.includedReports],
    ['included.studies', flow.includedStudies],
    ...arms.map((arm) => [`identified.${arm.arm}`, arm.identified] as const),
    ...arms.flatMap((arm) => arm.includedBy.map(({ kind, count }) => [`included.${kind}`, count] as const)),
  ];
  const held = counts.flatMap(([of, count]) => (count.basis === 'held' ? [[of, count.value] as const] : []));
  return new Map(largest > 1 ? [...held, ['reports-of-one-project', largest]] : held);
}

function gradesTable({ review }: Telling): Block {
  const counts = claimsByGrade(review);
  const rows = grades.map((grade) => ({
    cells: [[gradeWords[grade].name], [gradeWords[grade].meaning], [counts[grade].toLocaleString('en-GB')]],
  }));
  return { is: 'table', caption: [words.gradesCaption], head: words.gradesHead, rows, numbers: [2] };
}
