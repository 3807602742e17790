import { answers, roles, rooms, stages } from '@throughline/core';
import { z } from 'zod';

/**
 * What the calls about a review answer, for their published description (wire says the same in types). Nothing is checked
 * against these on its way out; the tests hold every answer against them.
 */
const id = z.string();
const count = z.number().int().nonnegative();
const values = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));
/** A refusal, or what was wrong with the call. */
export const problemShape = z.object({ code: z.string(), values });
const cursor = z.string().describe('Opaque; it can only be handed back');
const progress = z.record(z.string(), z.record(z.string(), z.number()));
const counts = z.record(z.string(), z.number());
/** Whatever shape core gives it. */
const ofCore = z.looseObject({});

export const deskSession = z.object({
  at: z.literal('desk'),
  person: id,
  name: z.string(),
  nameAsked: z.boolean(),
});
export const me = z.object({ person: id, name: z.string() });
export const reviewCard = z.object({
  id,
  title: z.string(),
  invented: z.boolean(),
  file: z.string(),
  readOnly: problemShape.optional(),
});
export const reviewList = z.object({ reviews: z.array(reviewCard) });

export const house = z.object({
  cursor,
  frozen: z.string().describe('The rooms, as core freezes them'),
  me,
  people: z.record(z.string(), z.string()),
  counts,
  progress,
});
export const roomView = z.object({ cursor, frozen: z.string() });

const seenChange = z.looseObject({
  id,
  by: id,
  at: z.string(),
  kind: z.string(),
  version: z.number().int(),
  payload: z.unknown(),
  because: z.string().optional(),
});
export const proposalAnswer = z.union([z.object({ accepted: seenChange }), z.object({ refused: problemShape })]);
export const proposeAnswer = z.object({ answers: z.array(proposalAnswer) });
export const history = z.object({ changes: z.array(seenChange), more: cursor.optional() });

const reference = z.looseObject({ type: z.string() });
export const recordView = z.object({
  id,
  number: count,
  lines: z.tuple([count, count]),
  import: id,
  raw: z.string(),
  reference,
  asRead: reference.optional(),
  correction: z
    .object({
      id,
      because: z.string().optional(),
      fields: z.record(z.string(), z.object({ by: id, at: z.string() })),
    })
    .optional(),
  decided: z
    .object({ titleAbstract: z.string(), fullText: z.string(), by: z.string(), inferred: z.boolean() })
    .optional(),
  group: id.optional(),
});
export const recordList = z.object({
  records: z.array(recordView),
  total: count,
  next: z.string().optional(),
  unsearched: count.optional(),
});

const why = z.object({
  agree: z.array(z.string()),
  alike: z.array(z.string()),
  contradict: z.array(z.string()),
  special: z.string().optional(),
});
const fromSource = recordView.extend({ source: z.string().describe('The name of the source that gave it') });
export const duplicateCounts = z.object({
  records: count,
  groups: count,
  leftOut: count,
  sureGroups: count,
  sureLeave: count,
  questions: count,
  distinct: count,
});
const overlap = z.object({
  ...{ id, name: z.string(), platform: z.string().optional() },
  ...{ records: count, works: count, only: count, also: count },
});
export const sourceOverlaps = z.object({ sources: z.array(overlap), shared: z.array(z.array(count)) });
export const questions = z.object({
  questions: z.array(z.object({ id, a: fromSource, b: fromSource, works: z.tuple([z.array(id), z.array(id)]), why })),
  total: count,
  next: z.string().optional(),
});
export const sureGroups = z.object({
  groups: z.array(z.object({ id, records: z.array(fromSource), takes: z.array(id), why })),
  total: count,
  next: z.string().optional(),
});
export const groupedSure = z.object({ groups: count, records: count, changes: z.array(id) });
export const standingGroups = z.object({
  groups: z.array(
    z.object({
      id,
      records: z.array(fromSource),
      how: z.enum(['sure', 'answered', 'hand', 'file']),
      why: why.optional(),
      by: id,
      at: z.string(),
      because: z.string().optional(),
      shown: reference,
      from: z.record(z.string(), id),
      votes: count,
      disagree: z.boolean(),
    }),
  ),
  total: count,
  next: z.string().optional(),
});

const workView = z.object({ record: id, records: z.array(id), reference, sources: z.array(z.string()) });
export const nextToRead = z.object({ works: z.array(workView), left: count, done: count });
export const unreported = z.object({ works: z.array(workView), total: count });
const vote = z.object({
  by: id,
  answer: z.enum(answers),
  reason: z.string().optional(),
  note: z.string().optional(),
});
export const disagreements = z.object({
  works: z.array(workView.extend({ stage: z.enum(stages), votes: z.array(vote), settlements: z.array(id).optional() })),
  total: count,
});

export const flow = ofCore;
export const findings = z.object({ findings: z.array(z.looseObject({ code: z.string(), weight: z.string() })) });

const named = z.object({ id: z.string(), label: z.string() });
const readingReport = z.object({
  read: count,
  refused: count,
  inPart: count,
  unread: z.array(
    z.object({
      from: count,
      to: count,
      reason: z.string(),
      text: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
  unreadTotal: count,
  passedOver: z.record(z.string(), z.number()),
  notUnderstood: z.array(z.object({ tag: z.string(), records: count, example: z.string() })),
  vendors: z.array(named.extend({ records: count })),
  columns: z
    .array(z.object({ name: z.string(), field: z.string().optional(), examples: z.array(z.string()) }))
    .optional(),
});
const personInFile = z.object({
  by: z.string(),
  stage: z.enum(stages).optional(),
  include: count,
  exclude: count,
  maybe: count,
  labels: count,
  notes: count,
});
const lines = z.tuple([count, count]);
const fileReading = z.object({
  name: z.string(),
  part: z.string().optional(),
  bytes: count,
  content: z.string(),
  others: z.array(named),
  problem: problemShape.optional(),
  format: named.optional(),
  report: readingReport.optional(),
  first: z
    .array(
      z.object({
        lines,
        number: count.optional(),
        reference,
        raw: z.string(),
        inPart: z.literal(true).optional(),
      }),
    )
    .optional(),
  people: z.array(personInFile).optional(),
  groups: count.optional(),
  before: z.object({ import: id, source: id, sourceName: z.string(), at: z.string(), read: count }).optional(),
  compared: z.object({ fresh: count, known: count, gone: count }).optional(),
  tokens: z.literal(true).optional(),
});
export const readings = z.object({
  files: z.array(fileReading),
  passedOver: z.array(z.object({ path: z.string(), reason: z.string() })),
});

const ofImported = {
  import: id,
  source: id,
  format: z.string(),
  formatLabel: z.string(),
  file: z.object({ name: z.string(), content: z.string(), bytes: count, within: z.string().optional() }),
  entered: count,
  known: z.array(z.object({ number: count, lines, label: z.string(), record: id })),
  knownTotal: count,
};
export const importAnswer = readingReport.extend({
  ...ofImported,
  gone: count,
  groups: count,
  votes: z.array(
    z.object({
      by: z.string(),
      person: id,
      made: count,
      standing: count,
      refused: z.record(z.string(), count),
      unanswered: count,
    }),
  ),
  tokens: z.literal(true).optional(),
});
export const importReport = readingReport.extend({
  ...ofImported,
  at: z.string(),
  by: id,
  people: z.array(personInFile),
});
export const documentAnswer = z.object({ document: id, length: count });
export const archivePeople = z.object({
  title: z.string(),
  people: z.array(z.object({ person: id, name: z.string().optional(), role: z.enum(roles) })),
});

/** What a page says of where it is. */
export const hereIn = z.object({ room: z.enum(rooms.map(({ name }) => name)) });

/** Of server-sent events. */
export const eventStream = { media: 'text/event-stream' } as const;
