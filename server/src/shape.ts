import { idShape, stages } from '@throughline/core';
import { z } from 'zod';
import { ServerProblem } from './problem.js';

/** What a request must look like. One that does not is refused with the place and the reason. */
export function shaped<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ServerProblem('request.invalid', { where: issue?.path.join('.') ?? '', what: issue?.message ?? '' });
}

const id = z.string().regex(idShape);
const limit = z.coerce.number().int().min(1).max(200).default(50);
const short = z.string().max(1000);

/** The address of a review, or of something in it. */
export const ofReview = z.object({ id });
export const ofRoom = ofReview.extend({ room: z.string().max(40) });
export const ofRecord = ofReview.extend({ record: id });
export const ofImport = ofReview.extend({ import: id });
export const ofDocument = ofReview.extend({ document: id });
export const ofFigure = ofReview.extend({ figure: z.string().max(80) });

export const historyQuestion = z.object({
  thing: z
    .string()
    .regex(/^[a-z]+\.[A-Za-z]+\/[A-Za-z0-9._:-]{1,80}$/)
    .optional(),
  before: short.optional(),
  limit,
});
export const recordsQuestion = z.object({
  text: short.optional(),
  import: id.optional(),
  source: id.optional(),
  after: short.optional(),
  limit,
});
export const pageQuestion = z.object({ after: short.optional(), limit });
export const groupsQuestion = pageQuestion.extend({ text: short.optional(), group: id.optional() });
/** The groups that are meant, by the ids of their first records. */
export const sureAsked = z.object({ task: id.optional(), only: z.array(id).max(50_000).optional() });
export const nextQuestion = z.object({ stage: z.enum(stages), limit });
export const worksQuestion = z.object({ limit });
export const liveQuestion = z.object({ since: short.optional() });

export const newReview = z.object({ title: z.string().trim().min(1).max(1000) });
export const newName = z.object({ name: z.string().trim().min(1).max(200) });

/** Proposals that one request may bring. */
const mostChanges = 1000;
const proposal = z.object({
  id,
  kind: z.string().min(1).max(80),
  version: z.number().int().positive(),
  payload: z.unknown(),
  because: z.string().max(20_000).optional(),
  saw: z.record(z.string().max(80), z.string().max(80)).optional(),
});
export const proposals = z.object({ changes: z.array(proposal).min(1).max(mostChanges) });
/** `id`: of the undo itself, made by the asker (L14). */
export const undoAsked = z.object({ id, change: id });
export type ProposalShape = z.output<typeof proposal>;
