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
export const proposeAnswer = z.object({
  answers: z.array(z.union([z.object({ accepted: seenChange }), z.object({ refused: problemShape })])),
});
export const history = z.object({ changes: z.array(seenChange), more: cursor.optional() });

const reference = z.looseObject({ type: z.string() });
export const recordView = z.object({
  id,
  number: count,
  lines: z.tuple([count, count]),
  import: id,
  raw: z.string(),
  reference,
  decided: z
    .object({ titleAbstract: z.string(), fullText: z.string(), by: z.string(), inferred: z.boolean() })
    .optional(),
});
export const recordList = z.object({ records: z.array(recordView), total: count, next: z.string().optional() });
const doubt = z.object({
  a: recordView,
  b: recordView,
  likeness: z.enum(['same', 'ask']),
  agree: z.array(z.string()),
  contradict: z.array(z.string()),
});
export const doubts = z.object({ pairs: z.array(doubt), total: count, next: z.string().optional() });

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
  works: z.array(workView.extend({ stage: z.enum(stages), votes: z.array(vote) })),
  total: count,
});

export const flow = ofCore;
export const findings = z.object({ findings: z.array(z.looseObject({ code: z.string(), weight: z.string() })) });

export const importAnswer = z.object({
  import: id,
  source: id,
  format: z.string(),
  read: count,
  unread: z.array(z.object({ from: count, to: count, reason: z.string(), text: z.string() })),
  passedOver: z.record(z.string(), z.number()),
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
