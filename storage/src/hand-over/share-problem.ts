import type { Refusal, RefusalCode } from '@throughline/core';

/** Why a share cannot be handed over or taken back; the catalogue at the edge says it in words. */
export const shareProblemCodes = [
  'share.nothingToRead',
  'share.notAShare',
  'share.otherReview',
  'share.notHandedHere',
  'share.cancelled',
  'share.altered',
  'share.otherPerson',
  'share.damaged',
] as const;
export type ShareProblemCode = (typeof shareProblemCodes)[number];

/** Nothing was stored. A refusal of core comes as one, too: who may not hand over, or not take back. */
export class ShareProblem extends Error {
  constructor(
    readonly code: ShareProblemCode | RefusalCode,
    readonly values: Refusal['values'] = {},
  ) {
    super(code);
    this.name = 'ShareProblem';
  }

  static of({ code, values }: Refusal): ShareProblem {
    return new ShareProblem(code, values);
  }
}
