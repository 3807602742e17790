import {
  type Held,
  type Review,
  findingsOf,
  contributions,
  decisions,
  heldCounts,
  isIncluded,
  standing,
} from '@throughline/core';
import type { RoomProgress } from '@throughline/wire';

/**
 * How far each room has come, as numbers with names; the catalogue makes the sentence. All are taken from the review as
 * the viewer may see it (L8).
 */
export function progressOf(review: Review): RoomProgress {
  const { plan, gather, read, relate, translate, notes, report } = review;
  const counts = heldCounts(review);
  return {
    plan: { protocols: count(plan.protocols), criteria: count(plan.criteria), positions: count(plan.positions) },
    gather: {
      sources: count(gather.sources),
      imports: count(gather.imports),
      records: counts.records,
      groups: count(gather.groups),
    },
    screen: screened(review),
    read: {
      reports: counts.reports,
      studies: counts.studies,
      documents: count(read.documents),
      passages: counts.passages,
      secondOrders: count(read.secondOrders),
    },
    relate: {
      categories: count(relate.categories),
      relations: count(relate.relations),
      outcomes: count(relate.outcomes),
    },
    translate: { concepts: count(translate.concepts), cells: count(translate.cells) },
    synthesise: {
      levels: counts.levels,
      constructs: counts.constructs,
      claims: counts.claims,
      claimsCited: counts.claimsCited,
      marks: contributions(review).marks,
      propositions: counts.propositions,
    },
    report: { answers: count(report.answers), ...weighed(review) },
    notes: { memos: count(notes.memos), discussions: count(notes.discussions) },
  };
}

const count = <T extends Held<object>>(shelf: Iterable<T>): number => standing(shelf).length;

/** Works in the flow, how many were read at each stage, what is disputed, and what came through. */
function screened(review: Review): Record<string, number> {
  const all = decisions(review);
  const toFullText = all.filter(({ titleAbstract }) => titleAbstract === 'include');
  return {
    works: all.length,
    read: all.filter(({ titleAbstract }) => titleAbstract !== 'unread').length,
    toFullText: toFullText.length,
    readAtFullText: toFullText.filter(({ fullText }) => fullText !== 'unread').length,
    disagreements: all.filter(
      ({ titleAbstract, fullText }) => titleAbstract === 'disagreement' || fullText === 'disagreement',
    ).length,
    included: all.filter(isIncluded).length,
  };
}

/** What `check` finds, by weight. */
function weighed(review: Review): Record<string, number> {
  const found = findingsOf(review);
  const weight = (sort: string) => found.filter((finding) => finding.weight === sort).length;
  return {
    contradictions: weight('contradiction') + review.conflicts.length,
    gaps: weight('gap'),
    thin: weight('thin'),
  };
}
