import {
  type Evidence,
  type Grade,
  type Order,
  type RecordId,
  type Ref,
  type Review,
  type Step,
  countEvidence,
  evidenceFor,
  gradeOfEvidence,
  originOf,
  reached,
  restsOn,
  whereIs,
} from '@throughline/core';
import type { Keeper } from '@throughline/storage';
import { nameOf } from '@throughline/words';
import { CommandProblem } from './command.js';

/** Where something comes from, told to its end: every step back by name, and records with the lines of their file. */
export interface Traced extends TracedThing {
  readonly grade: Grade;
  readonly reports: readonly string[];
  readonly studies: readonly string[];
  /** What rests on it, up to the line of argument; only where it was asked for. */
  readonly forward?: readonly (Ref & { readonly name: string })[];
}

export interface TracedThing extends Ref {
  readonly name: string;
  readonly rests: readonly TracedStep[];
  /** Of a passage: whose words its name is in (L9). */
  readonly order?: Order;
  /** Of a record: where it stands in the file that its source gave. */
  readonly lines?: SourceLines;
}

export interface TracedStep extends Omit<Step, 'to' | 'lines'> {
  readonly to: TracedThing;
}

export interface SourceLines {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  /** The lines as they stand there; absent where the keeper does not hold them. */
  readonly text?: readonly string[];
}

/**
 * Walks from a thing, by its id, back to source lines. "REPORT@CONSTRUCT" is a mark of the contribution table: the
 * construct, by that report alone.
 */
export async function trace(
  keeper: Keeper,
  reviewId: Parameters<Keeper['records']>[0],
  review: Review,
  id: string,
): Promise<Traced> {
  const evidence = id.includes('@') ? markIn(review, id) : evidenceFor(review, found(review, id));
  const ids = reached(evidence, 'gather.records') as RecordId[];
  const raw = new Map((await keeper.records(reviewId, ids)).map((record) => [record.id as string, record.raw]));
  const { reports, studies } = countEvidence(review, evidence);
  return { ...told(review, evidence, raw), grade: gradeOfEvidence(evidence), reports, studies };
}

/** What rests on a thing, nearest first. */
export const forwardOf = (review: Review, from: Ref): (Ref & { name: string })[] =>
  restsOn(review, from).map((ref) => ({ ...ref, name: nameOf(review, ref) }));

function found(review: Review, id: string): Ref {
  const ref = whereIs(review, id);
  if (ref === undefined) throw new CommandProblem('thing.notFound', { id });
  return ref;
}

/** A construct's evidence, cut down to the branches that come by one report. */
function markIn(review: Review, mark: string): Evidence {
  const [report = '', construct = ''] = mark.split('@');
  const evidence = evidenceFor(review, found(review, construct));
  const rests = evidence.rests.flatMap((step) => onlyBy(step, found(review, report)));
  if (evidence.on !== 'synthesise.constructs' || rests.length === 0)
    throw new CommandProblem('trace.noMark', { report, construct });
  return { ...evidence, rests };
}

function onlyBy(step: Step, report: Ref): Step[] {
  if (step.to.on === report.on) return step.to.id === report.id ? [step] : [];
  const rests = step.to.rests.flatMap((each) => onlyBy(each, report));
  return rests.length === 0 ? [] : [{ ...step, to: { ...step.to, rests } }];
}

function told(review: Review, { on, id, rests }: Evidence, raw: ReadonlyMap<string, string>): TracedThing {
  const steps = rests.map(({ to, lines: _, ...step }): TracedStep => ({ ...step, to: told(review, to, raw) }));
  const lines = on === 'gather.records' ? linesOf(review, id, raw.get(id)) : undefined;
  const order = on === 'read.passages' ? review.read.passages.get(id)?.order : undefined;
  return {
    on,
    id,
    name: nameOf(review, { on, id }),
    ...(order === undefined ? {} : { order }),
    rests: steps,
    ...(lines === undefined ? {} : { lines }),
  };
}

function linesOf(review: Review, id: string, raw: string | undefined): SourceLines | undefined {
  const row = review.gather.records.get(id);
  const origin = row && originOf(review, row);
  if (row === undefined || origin === undefined) return undefined;
  const [from, to] = row.lines;
  return { file: origin.imported.file.name, from, to, ...(raw === undefined ? {} : { text: raw.split('\n') }) };
}
