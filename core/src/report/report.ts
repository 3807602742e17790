import { z } from 'zod';
import { type Room, room, thing, words } from '../kind.js';
import type { Shelf } from '../shelf.js';
import type { SynthesiseWorld } from '../synthesise/synthesise.js';
import type { Held } from '../thing.js';

/** Phase 7, expressing the synthesis: what the log cannot answer for itself is answered here. */
export interface ReportRoom {
  readonly answers: Shelf<ChecklistAnswer>;
}
export interface ReportWorld extends SynthesiseWorld {
  readonly report: ReportRoom;
}

const answer = z.object({
  /** "eMERGe" */
  checklist: words(),
  item: z.number().int().positive(),
  text: words(),
  /** The page of the manuscript. */
  page: words().optional(),
});
export type ChecklistAnswer = Held<z.output<typeof answer>>;

export const report: Room<ReportWorld> = room<ReportWorld>('report', [
  thing({ name: 'checklist-answer', on: 'report.answers', fields: answer }),
]);
