import type { ReportId } from '../ids.js';
import type { ReadWorld } from '../read/read.js';
import type { Claim, Support } from './synthesise.js';

/**
 * How well a statement stands (L11): words marked in a document that is held; a typed quotation and page; a report
 * only; nothing. From best to worst.
 */
export const grades = ['passage', 'locator', 'citation', 'unsupported'] as const;
export type Grade = (typeof grades)[number];

export const gradeOf = ({ by }: Support): Grade => (by === 'background' ? 'citation' : by);

/** The best of some grades; nothing at all is unsupported. */
export function best(given: Iterable<Grade>): Grade {
  const all = new Set(given);
  return grades.find((grade) => all.has(grade)) ?? 'unsupported';
}

/** The included report that one support points at; a background work is none. */
export function reportOf(world: ReadWorld, support: Support): ReportId | undefined {
  if (support.by === 'background') return undefined;
  if (support.by !== 'passage') return support.report;
  const passage = world.read.passages.get(support.passage);
  return passage && world.read.documents.get(passage.document)?.report;
}

/** The included reports that a claim cites, each once, in the order of the claim. */
export function reportsOfClaim(world: ReadWorld, claim: Claim): ReportId[] {
  const found = claim.support.map((support) => reportOf(world, support)).filter((id) => id !== undefined);
  return [...new Set(found)].filter((id) => world.read.reports.get(id)?.trail.gone === undefined);
}
