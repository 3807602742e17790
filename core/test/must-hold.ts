import { expect } from 'vitest';
import {
  type ArmFlow,
  type Decision,
  type PersonId,
  type RecordId,
  type Review,
  type RoutedWork,
  type SeenChange,
  ShareBeginning,
  type Stage,
  armOf,
  asId,
  decisionOf,
  decisions,
  flow,
  fold,
  groupOf,
  heldRecords,
  inFlow,
  membersOf,
  originOf,
  overlapOf,
  routedWorkOf,
  shelfOf,
  standing,
  stands,
  things,
  toldDifferent,
  workOf,
  works,
} from '../src/index.js';

/** Asks `expect` only where it fails: there are millions of these. */
export function mustBe(is: unknown, shouldBe: unknown): void {
  if (is !== shouldBe && JSON.stringify(is) !== JSON.stringify(shouldBe)) expect(is).toEqual(shouldBe);
}

/** What holds of every review, told without the indexes and the shortcuts of the program. */
export function mustHold(review: Review): void {
  everyRecordInOneWork(review);
  differentWorks(review);
  sourcesAddUp(review);
  everyVoteCounts(review);
  flowAddsUp(review);
}

/** Ben takes half of the reading away, and finds the works in it as they are here. */
export function shareMustHold(review: Review, log: readonly SeenChange[]): void {
  const handing = { person: asId<PersonId>('BH'), stage: 'title-abstract', percent: 50, seed: 'spring' } as const;
  const beginning = new ShareBeginning(review, handing, { person: asId('AT'), role: 'lead', holder: true });
  for (const change of log) beginning.take(change);
  const share = fold(beginning.changes);
  mustBe(share.conflicts, []);
  mustBe(
    heldRecords(share)
      .map(({ id }) => id)
      .sort(),
    [...beginning.records].sort(),
  );
  for (const record of beginning.records) mustBe(membersOf(share, record), membersOf(review, record));
  const inside = new Set<string>(beginning.records);
  const apart = standing(review.gather.distinct).filter(({ records }) => records.every((each) => inside.has(each)));
  mustBe(standing(share.gather.distinct).map(unmarked), apart.map(unmarked));
}

const unmarked = ({ trail: _, ...fields }: { readonly trail: unknown }): object => fields;

/** Everything that stands, without who made it so. */
export const plain = (review: Review): unknown => [
  ...things.map(({ on }) => [on, standing(shelfOf(review, on)).map(unmarked)]),
  heldRecords(review),
];

function everyRecordInOneWork(review: Review): void {
  const held = heldRecords(review).map(({ id }) => id);
  const all = works(review);
  mustBe(all.flatMap(({ records }) => records.map(({ id }) => id)).sort(), [...held].sort());
  const grouped = standing(review.gather.groups).flatMap(({ records }) => records);
  mustBe(new Set(grouped).size, grouped.length);
  mustBe(
    grouped.filter((record) => !held.includes(record)),
    [],
  );
  for (const record of held) {
    const work = all.find(({ records }) => records.some(({ id }) => id === record));
    mustBe(workOf(review, record), work);
    mustBe(
      membersOf(review, record),
      work?.records.map(({ id }) => id),
    );
    const group = standing(review.gather.groups).find(({ records }) => records.includes(record));
    mustBe(groupOf(review, record) === group, true);
  }
}

function differentWorks(review: Review): void {
  for (const { records } of standing(review.gather.distinct)) {
    const [one, other] = records as [RecordId, RecordId];
    mustBe(toldDifferent(review, one, other), !membersOf(review, one).includes(other));
  }
}

function sourcesAddUp(review: Review): void {
  const { sources } = overlapOf(review);
  mustBe(
    sources.reduce((sum, each) => sum + each.records, 0),
    recordsInFlow(review),
  );
  for (const each of sources) mustBe(each.only + each.also, each.works);
}

const recordsInFlow = (review: Review): number =>
  heldRecords(review).filter((row) => originOf(review, row)?.source.kind !== 'bibliography').length;

const stages = ['title-abstract', 'full-text'] as const;

function everyVoteCounts(review: Review): void {
  const all = decisions(review);
  const countedIn = (record: RecordId) => all.filter(({ work }) => work.records.some(({ id }) => id === record));
  for (const { record } of [...standing(review.screen.votes), ...standing(review.screen.settlements)]) {
    const row = review.gather.records.get(record);
    mustBe(stands(review.gather.imports.get(row?.import ?? '') as never), true);
    mustBe(countedIn(record).length, inFlow(review, record) ? 1 : 0);
  }
  for (const decided of all) {
    const said = { 'title-abstract': decided.titleAbstract, 'full-text': decided.fullText };
    for (const stage of stages) mustBe([stage, said[stage]], [stage, expectedAt(review, decided.work, stage)]);
    for (const { id } of decided.work.records) mustBe(decisionOf(review, id), decided);
  }
}

/** The rule in its plainest form. */
function expectedAt(review: Review, work: RoutedWork, stage: Stage): Decision {
  const ofWork = <T extends { readonly record: string; readonly stage: string }>(each: T): boolean =>
    each.stage === stage && work.records.some(({ id }) => id === each.record);
  const settled = standing(review.screen.settlements).filter(ofWork);
  const held = settled.filter(({ id }) => !settled.some(({ over }) => over?.includes(id)));
  const last = held.filter((each, at) => !held.slice(at + 1).some(({ record }) => record === each.record));
  const settledAs = [...new Set(last.map(({ answer }) => answer))];
  if (settledAs.length > 0) return settledAs.length === 1 ? (settledAs[0] as Decision) : 'disagreement';
  const votes = standing(review.screen.votes).filter(ofWork);
  const answers = [...new Set(votes.map(({ answer }) => answer))];
  if (answers.length === 0) return 'unread';
  return answers.length === 1 && answers[0] !== 'maybe' ? (answers[0] as Decision) : 'disagreement';
}

function worth(count: ArmFlow['identified']): number {
  if (count.basis === 'not reported') throw new Error('a count of the log is not reported');
  return count.value;
}

function flowAddsUp(review: Review): void {
  const { databases, others, includedReports } = flow(review);
  for (const arm of [databases, others]) {
    const inArm = decisions(review).filter(({ work }) => armOf(work.by) === arm.arm);
    mustBe(worth(arm.identified), worth(arm.duplicates) + inArm.length);
    const open = inArm.filter(
      ({ titleAbstract, fullText }) => titleAbstract === 'disagreement' && fullText === 'unread',
    );
    mustBe(worth(arm.screened), worth(arm.excluded) + worth(arm.sought) + open.length);
    mustBe(worth(arm.sought), worth(arm.notRetrieved) + worth(arm.assessed));
    const differ = inArm.filter(({ fullText }) => fullText === 'disagreement').length;
    mustBe(worth(arm.assessed), worth(arm.excludedAtFullText) + worth(arm.included) + differ);
  }
  mustBe(worth(databases.identified) + worth(others.identified), recordsInFlow(review));
  mustBe(worth(includedReports), worth(databases.included) + worth(others.included));
  for (const { work } of decisions(review)) mustBe(routedWorkOf(review, work.id), work);
}
