import { type CutField, cutFields } from '@throughline/core';
import type { FoundDecision } from './decision.js';

/**
 * Decisions and groups in a file of references that has no place for them: one note each, which starts with a word that
 * nobody else writes and goes on in JSON. Every format here writes them into its field for notes, and reads them back.
 */
const opening = 'Throughline: ';

export interface NotedDecisions {
  readonly decided: readonly FoundDecision[];
  readonly group?: string;
  /** Which fields of the reference are known to be cut: most formats have no place for that either. */
  readonly cut?: readonly CutField[];
}

/** The notes to write, one line each. */
export function notesOf({ decided = [], group, cut }: Partial<NotedDecisions>): string[] {
  const said = [
    ...decided.map((decision) => ({ decision })),
    ...(group === undefined ? [] : [{ group }]),
    ...(cut === undefined ? [] : [{ cut }]),
  ];
  return said.map((each) => `${opening}${JSON.stringify(each)}`);
}

/** What one note says; undefined where it is a note like any other. */
export function fromNote(note: string): Partial<NotedDecisions> | undefined {
  if (!note.startsWith(opening)) return undefined;
  try {
    const said: unknown = JSON.parse(note.slice(opening.length));
    return wellFormed(said);
  } catch {
    return undefined;
  }
}

function wellFormed(said: unknown): Partial<NotedDecisions> | undefined {
  if (typeof said !== 'object' || said === null) return undefined;
  if ('group' in said && typeof said.group === 'string') return { group: said.group };
  if ('cut' in said) return { cut: cutFields.filter((field) => strings(said.cut).includes(field)) };
  const decision = 'decision' in said ? decisionFrom(said.decision) : undefined;
  return decision === undefined ? undefined : { decided: [decision] };
}

function decisionFrom(said: unknown): FoundDecision | undefined {
  if (typeof said !== 'object' || said === null) return undefined;
  const { by, answer, stage, reasons, labels, notes } = said as Readonly<Record<string, unknown>>;
  return {
    ...(typeof by === 'string' ? { by } : {}),
    ...(answer === 'include' || answer === 'exclude' || answer === 'maybe' ? { answer } : {}),
    ...(stage === 'title-abstract' || stage === 'full-text' ? { stage } : {}),
    reasons: strings(reasons),
    labels: strings(labels),
    notes: strings(notes),
  };
}

const strings = (said: unknown): string[] =>
  Array.isArray(said) ? said.filter((each): each is string => typeof each === 'string') : [];
