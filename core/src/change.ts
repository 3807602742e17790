import type { ChangeId, PersonId } from './ids.js';

/**
 * What a person proposes to do to a review. The log holds the accepted ones as changes.
 * `id` is made by whoever proposes, so that the same proposal sent twice is stored once (L14).
 */
export interface Proposal {
  readonly id: ChangeId;
  /** "claim.made": the thing and what was done to it. The table of kinds is in review.ts. */
  readonly kind: string;
  /** The version of the kind's payload (L16). */
  readonly version: number;
  readonly payload: unknown;
  /** Why, in the person's words. */
  readonly because?: string;
  /**
   * What the person saw (L5): for each field to be set, the change that had last set it.
   * A field that is missing here is not compared, as for a program that writes without having read.
   */
  readonly saw?: Readonly<Record<string, ChangeId>>;
}

/** One thing that someone did to a review, as it may be shown: everything but its place in the log (L8). */
export interface SeenChange extends Proposal {
  readonly by: PersonId;
  /** ISO 8601 in UTC, to the millisecond; stamped by whoever appends. */
  readonly at: string;
}

/** One line of the log (L1). `seq` counts from 1 in its review, without gaps, and never reaches a browser. */
export interface Change extends SeenChange {
  readonly seq: number;
}

/** Why something was refused: a code and its values. The catalogue at the edge says it in words (L4). */
export interface Refusal {
  readonly code: RefusalCode;
  readonly values: Readonly<Record<string, RefusalValue>>;
}
export type RefusalValue = string | number | readonly string[];

/** Every reason that core refuses for. The catalogues are checked against this list. */
export const refusalCodes = [
  'change.kindUnknown',
  'change.payloadInvalid',
  'change.unreadable',
  'change.versionNewer',
  'review.notStarted',
  'review.readOnly',
  'role.mayNot',
  'role.lastLead',
  'thing.exists',
  'thing.missing',
  'thing.gone',
  'thing.stoodOn',
  'thing.stoodOnUnseen',
  'thing.onlyOne',
  'thing.stays',
  'thing.changedSince',
  'field.changedSince',
  'field.unknown',
  'undo.notOne',
  'undo.nothing',
  'undo.laterWork',
  'undo.notYours',
  'undo.differs',
  'group.overlaps',
  'group.losesRecords',
  'group.foreignRecords',
  'group.recordTwice',
  'group.onePart',
  'group.asBefore',
  'distinct.oneGroup',
  'correction.twice',
  'vote.twice',
  'vote.outsideFlow',
  'vote.noReason',
  'settle.noConflict',
  'settle.blind',
  'settle.over',
  'opening.twice',
  'report.recordTaken',
  'study.saysOne',
  'passage.notInText',
  'passage.noText',
  'cell.taken',
  'order.twice',
  'link.toItself',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export const refuse = (code: RefusalCode, values: Refusal['values'] = {}): Refusal => ({ code, values });

/** Lifts a payload of one version to the next (L16). */
export type Raiser = (payload: unknown) => unknown;
