import type { FoundDecision } from '../decided/decision.js';
import { joinedCell, splitCell } from './cell-list.js';
import type { OwnColumn } from './own-columns.js';

/**
 * One row holds every decision of a record. The columns run along: "include | exclude" in "Decision" goes with "Ada |
 * Chidi" in "Decided by". Inside one decision, several reasons stand between semicolons.
 */
export type DecisionCells = Readonly<Record<DecisionColumn, string>>;
type DecisionColumn = Extract<OwnColumn, 'Decision' | 'Decision stage' | 'Decided by' | 'Reasons' | 'Labels' | 'Notes'>;

const noAnswer = 'no answer';

export function decisionCells(decided: readonly FoundDecision[]): DecisionCells {
  const lists = (of: (decision: FoundDecision) => readonly string[]) =>
    cellOf(decided.map((decision) => joinedCell(of(decision), ';')));
  return {
    Decision: cellOf(decided.map(({ answer }) => answer ?? noAnswer)),
    'Decision stage': cellOf(decided.map(({ stage }) => stage ?? '')),
    'Decided by': cellOf(decided.map(({ by }) => by ?? '')),
    Reasons: lists(({ reasons }) => reasons),
    Labels: lists(({ labels }) => labels),
    Notes: lists(({ notes }) => notes),
  };
}

/** Empty where all parts are; the bars are kept otherwise, so that each part finds its decision. */
function cellOf(parts: readonly string[]): string {
  return parts.every((part) => part === '') ? '' : joinedCell(parts, '|', '');
}

export function decisionsInCells(cells: (column: DecisionColumn) => string): FoundDecision[] {
  const answers = partsIn(cells('Decision'));
  const stages = partsIn(cells('Decision stage'));
  const people = partsIn(cells('Decided by'));
  const reasons = partsIn(cells('Reasons'));
  const labels = partsIn(cells('Labels'));
  const notes = partsIn(cells('Notes'));
  const count = Math.max(...[answers, stages, people, reasons, labels, notes].map(({ length }) => length));
  return Array.from({ length: count }, (_, index) => ({
    ...(people[index] ? { by: people[index] } : {}),
    ...answerOf(answers[index]),
    ...stageOf(stages[index]),
    reasons: splitCell(reasons[index] ?? '', ';'),
    labels: splitCell(labels[index] ?? '', ';'),
    notes: splitCell(notes[index] ?? '', ';'),
  }));
}

const partsIn = (cell: string): string[] => splitCell(cell, '|');

function stageOf(stage: string | undefined): Pick<FoundDecision, 'stage'> {
  return stage === 'title-abstract' || stage === 'full-text' ? { stage } : {};
}

function answerOf(answer: string | undefined): Pick<FoundDecision, 'answer'> {
  return answer === 'include' || answer === 'exclude' || answer === 'maybe' ? { answer } : {};
}
