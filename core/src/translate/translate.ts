import { z } from 'zod';
import { type Refusal, refuse } from '../change.js';
import { type ConceptId, type ReportId, type SecondOrderId, idOf } from '../ids.js';
import { type Asked, type Room, refsTo, room, thing, words } from '../kind.js';
import type { RelateWorld } from '../relate/relate.js';
import type { Shelf } from '../shelf.js';
import { type Held, standing } from '../thing.js';

/** Phase 5, translating the studies into one another: a table of concepts by reports, and the order it was filled in. */
export interface Translate {
  readonly concepts: Shelf<Concept>;
  readonly cells: Shelf<Cell>;
  readonly sequences: Shelf<Sequence>;
}
export interface TranslateWorld extends RelateWorld {
  readonly translate: Translate;
}

const concept = z.object({
  name: words(),
  order: z.number(),
  /** Where it is contradicted: unanswered until somebody looked (METHOD: refutation cannot be skipped silently). */
  contradicted: z.object({ answer: z.enum(['found', 'looked for, none found']), note: words().optional() }).optional(),
});
/** A row: the terms into which the studies' concepts are translated. */
export type Concept = Held<z.output<typeof concept>> & { readonly id: ConceptId };

const translations = ['reciprocal', 'refutational', 'not translatable', 'absent'] as const;

const cell = z.object({
  concept: idOf<ConceptId>(),
  report: idOf<ReportId>(),
  sort: z.enum(translations),
  /** How this report's concept reads in terms of the row, in the reviewers' words. */
  reading: words().optional(),
  /** Why it is this sort. */
  reason: words().optional(),
  rests: z.array(idOf<SecondOrderId>()),
  /** What a refutation disagrees about. */
  disagreesAbout: z.enum(['phenomenon', 'setting', 'time', "authors' theory"]).optional(),
  dissent: words().optional(),
});
/** How one report's concept reads in terms of one row. */
export type Cell = Held<z.output<typeof cell>>;

const sequence = z.object({
  sort: z.enum(['chronological', 'from an index study', 'by subgroup', "the team's own"]),
  reports: z.array(idOf<ReportId>()).min(1),
});
/** The order in which the reports were translated; the order is part of the result. */
export type Sequence = Held<z.output<typeof sequence>>;

function oneCell(
  world: TranslateWorld,
  fields: { concept: ConceptId; report: ReportId },
  _: Asked,
  own: string,
): Refusal | undefined {
  const taken = standing(world.translate.cells).find(
    (each) => each.id !== own && each.concept === fields.concept && each.report === fields.report,
  );
  return taken === undefined ? undefined : refuse('cell.taken', { cell: taken.id });
}

const eachOnce = (_: TranslateWorld, { reports }: { reports: readonly ReportId[] }): Refusal | undefined =>
  new Set(reports).size === reports.length ? undefined : refuse('order.twice');

export const translate: Room<TranslateWorld> = room<TranslateWorld>('translate', [
  thing({ name: 'concept', on: 'translate.concepts', fields: concept }),
  thing({
    name: 'cell',
    on: 'translate.cells',
    fields: cell,
    refs: ({ concept: row, report, rests }) => [
      ...refsTo('translate.concepts', [row]),
      ...refsTo('read.reports', [report]),
      ...refsTo('read.secondOrders', rests),
    ],
    check: oneCell,
  }),
  thing({
    name: 'sequence',
    on: 'translate.sequences',
    fields: sequence,
    refs: ({ reports }) => refsTo('read.reports', reports),
    check: eachOnce,
  }),
]);
