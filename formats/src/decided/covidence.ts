import type { FoundDecision } from './decision.js';

/**
 * Covidence exports name the reason of an exclusion in the notes: "Exclusion reason: Wrong study design; ". It asks for
 * reasons at full text alone. What the reviewers answered one by one is in none of its exports of references.
 */
export function covidenceDecision(note: string): FoundDecision | undefined {
  if (!isCovidenceNote(note)) return undefined;
  const reasons = note
    .split(opening)
    .map((part) => part.split(/[;\n]/, 1)[0]?.trim() ?? '')
    .filter((reason) => reason !== '');
  if (reasons.length === 0) return undefined;
  return { answer: 'exclude', stage: 'full-text', reasons: [...new Set(reasons)], labels: [], notes: [] };
}

export function isCovidenceNote(note: string): boolean {
  return /^\s*exclusion reasons?:/i.test(note);
}

const opening = /(?:^|;)\s*exclusion reasons?:/i;
