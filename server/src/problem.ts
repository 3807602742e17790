import type { Problem } from '@throughline/wire';

/** What this folder itself refuses for. Codes of core, storage and formats pass through beside them. */
export const serverProblemCodes = [
  'server.portTaken',
  'server.notAllowed',
  'server.notFound',
  'server.tooLarge',
  'server.failed',
  'server.notBuilt',
  'request.invalid',
  'request.notJson',
  'change.elsewhere',
  'thing.notFound',
  'file.sameReview',
  'import.again',
  'import.noRecords',
  'import.stopped',
  'text.unreadable',
  'text.empty',
  'text.withdrawn',
] as const;
export type ServerProblemCode = (typeof serverProblemCodes)[number];

/** Why something could not be done here; the catalogue at the edge says it in words. */
export class ServerProblem extends Error implements Problem {
  constructor(
    readonly code: ServerProblemCode | 'review.unknown',
    readonly values: Problem['values'] = {},
    /** The status of the answer, where it is an answer. */
    readonly status = 400,
  ) {
    super(code);
    this.name = 'ServerProblem';
  }
}

/** Is this a problem and not a result? */
export const isProblem = (answer: object): answer is Problem => 'code' in answer && 'values' in answer;
