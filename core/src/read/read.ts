import { z } from 'zod';
import { type Refusal, refuse } from '../change.js';
import { type DocumentId, type PassageId, type RecordId, type ReportId, type StudyId, idOf, sha256 } from '../ids.js';
import { type Asked, type Room, eachOnce, refsTo, room, thing, words } from '../kind.js';
import type { ScreenWorld } from '../screen/screen.js';
import type { Shelf } from '../shelf.js';
import { type Held, standing } from '../thing.js';

/** Phase 3, reading the studies: reports, the studies they describe, their words, and what the authors made of them. */
export interface Read {
  readonly reports: Shelf<Report>;
  readonly studies: Shelf<Study>;
  readonly apart: Shelf<NotOneStudy>;
  readonly documents: Shelf<Document>;
  readonly passages: Shelf<Passage>;
  readonly secondOrders: Shelf<SecondOrder>;
  readonly characteristics: Shelf<Characteristic>;
  readonly appraisals: Shelf<Appraisal>;
}
export interface ReadWorld extends ScreenWorld {
  readonly read: Read;
}

const report = z.object({
  /** A record of the work it stands for. */
  record: idOf<RecordId>(),
  /** As a reader says it: "Skivington 2018". */
  label: words(),
  title: words(),
  authors: z.array(words()),
  etAl: z.boolean().optional(),
  year: z.number().int().optional(),
  journal: words().optional(),
  volume: words().optional(),
  issue: words().optional(),
  pages: words().optional(),
  doi: words().optional(),
  /** The number that the founding list printed, where there is one. */
  number: z.number().int().optional(),
});
/** A publication that is read: what a duplicate group stands for. Its fields were taken from a record, and can be corrected here. */
export type Report = Held<z.output<typeof report>> & { readonly id: ReportId };

const study = z.object({
  name: words(),
  reports: z.array(idOf<ReportId>()).min(1).refine(eachOnce, 'names a report twice'),
  /** True: no report says so; it is the team's inference, and the change's reason says from what. */
  inferred: z.boolean().optional(),
});
/** The research that one or more reports describe; the unit that evidence is counted in. */
export type Study = Held<z.output<typeof study>> & { readonly id: StudyId };

const notOneStudy = z.object({
  reports: z.array(idOf<ReportId>()).min(2).refine(eachOnce, 'names a report twice'),
  /** True: no two of them describe one study. Otherwise it is said of all of them together, and some of them may. */
  anyTwo: z.boolean().optional(),
});
/** Reports that were looked at and found not to be one study: never suggested as one again. */
export type NotOneStudy = Held<z.output<typeof notOneStudy>>;

const document = z.object({
  report: idOf<ReportId>(),
  name: words(),
  /** The file as it came. */
  file: sha256(),
  /** Its text, taken out once and frozen: passages count code points in it. */
  text: sha256(),
  /** What took the text out, with its version. */
  extractor: words(),
  /** Code points in the frozen text. */
  length: z.number().int().nonnegative(),
  /** For each page the code point at which it begins, and what the page prints as its number. */
  pages: z.array(z.object({ from: z.number().int().nonnegative(), printed: words() })).optional(),
});
export type Document = Held<z.output<typeof document>> & { readonly id: DocumentId };

export const orders = ['first', 'second', 'context'] as const;
/** Whose words: participants' (first), the authors' (second), or context (L9). */
export type Order = (typeof orders)[number];

const passage = z.object({
  document: idOf<DocumentId>(),
  order: z.enum(orders),
  /** Code points in the document's frozen text; `to` is exclusive. */
  from: z.number().int().nonnegative(),
  to: z.number().int().positive(),
  quote: words(),
  /** What stands before and after, to find the words again in another version of the file. */
  before: z.string().max(200),
  after: z.string().max(200),
  /** The page as printed. */
  page: words().optional(),
  /** Who speaks, as the report names them. */
  speaker: words().optional(),
});
export type Passage = Held<z.output<typeof passage>> & { readonly id: PassageId };

const secondOrder = z.object({
  name: words(),
  /** In the authors' words. */
  definition: words().optional(),
  report: idOf<ReportId>(),
  passages: z.array(idOf<PassageId>()),
});
/** A concept of a report's authors. */
export type SecondOrder = Held<z.output<typeof secondOrder>>;

/** One fact about a report for the table of characteristics; "unclear" is a legal value. */
const characteristic = z.object({ report: idOf<ReportId>(), name: words(), value: words() });
export type Characteristic = Held<z.output<typeof characteristic>>;

const appraisal = z.object({
  report: idOf<ReportId>(),
  /** The checklist, with its edition. */
  tool: words(),
  item: words(),
  answer: z.enum(['yes', 'no', 'cannot tell', 'not applicable']),
  because: words().optional(),
});
export type Appraisal = Held<z.output<typeof appraisal>>;

function oneReportARecord(world: ReadWorld, fields: { record: RecordId }, _: Asked, own: string): Refusal | undefined {
  const taken = standing(world.read.reports).find((each) => each.record === fields.record && each.id !== own);
  return taken === undefined ? undefined : refuse('report.recordTaken', { report: taken.id });
}

/** Nobody says of a study that stands that it is none: it is taken apart first. */
function noStudySaysOne(world: ReadWorld, { reports, anyTwo }: z.output<typeof notOneStudy>): Refusal | undefined {
  const study = standing(world.read.studies).find((each) => {
    const together = reports.filter((id) => each.reports.includes(id)).length;
    return together === reports.length || (anyTwo === true && together > 1);
  });
  return study === undefined ? undefined : refuse('study.saysOne', { study: study.name });
}

function insideText(world: ReadWorld, fields: z.output<typeof passage>): Refusal | undefined {
  const length = world.read.documents.get(fields.document)?.length ?? 0;
  const inside = fields.from < fields.to && fields.to <= length && [...fields.quote].length <= fields.to - fields.from;
  return inside ? undefined : refuse('passage.notInText', { from: fields.from, to: fields.to, length });
}

const ofReport = ({ report: id }: { report: ReportId }) => refsTo('read.reports', [id]);

export const read: Room<ReadWorld> = room<ReadWorld>('read', [
  thing({
    name: 'report',
    on: 'read.reports',
    fields: report,
    refs: ({ record }) => refsTo('gather.records', [record]),
    check: oneReportARecord,
  }),
  thing({ name: 'study', on: 'read.studies', fields: study, refs: ({ reports }) => refsTo('read.reports', reports) }),
  thing({
    name: 'not-one-study',
    on: 'read.apart',
    fields: notOneStudy,
    refs: ({ reports }) => refsTo('read.reports', reports),
    check: noStudySaysOne,
  }),
  thing({ name: 'document', on: 'read.documents', fields: document, refs: ofReport }),
  thing({
    name: 'passage',
    on: 'read.passages',
    fields: passage,
    refs: ({ document: id }) => refsTo('read.documents', [id]),
    check: insideText,
  }),
  thing({
    name: 'second-order',
    on: 'read.secondOrders',
    fields: secondOrder,
    refs: ({ report: id, passages }) => [...refsTo('read.reports', [id]), ...refsTo('read.passages', passages)],
  }),
  thing({ name: 'characteristic', on: 'read.characteristics', fields: characteristic, refs: ofReport }),
  thing({ name: 'appraisal', on: 'read.appraisals', fields: appraisal, refs: ofReport }),
]);
