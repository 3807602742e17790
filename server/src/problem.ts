import type { StoreProblemCode } from '@throughline/storage';
import type { Problem } from '@throughline/wire';
import type { AccountProblemCode } from './accounts/problem-codes.js';
import { accountProblemCodes } from './accounts/problem-codes.js';

/** What this folder itself refuses for. Codes of core, storage and formats pass through beside them. */
export const serverProblemCodes = [
  'server.portTaken',
  'server.notAllowed',
  'server.mayNot',
  'server.stopping',
  'server.settingMissing',
  'limit.reviews',
  'limit.room',
  'account.signIn',
  'server.notFound',
  'server.tooLarge',
  'server.tooMany',
  'server.notReady',
  'server.failed',
  'server.notBuilt',
  'request.invalid',
  'request.notJson',
  'change.elsewhere',
  'thing.notFound',
  'file.sameReview',
  'import.again',
  'import.noRecords',
  'import.whichPart',
  'import.partMissing',
  'import.withdrawn',
  'import.votesOfOthers',
  'import.stopped',
  'text.unreadable',
  'text.empty',
  'text.withdrawn',
  ...accountProblemCodes,
] as const;
export type ServerProblemCode = (typeof serverProblemCodes)[number];

/** Why something could not be done here; the catalogue at the edge says it in words. */
export class ServerProblem extends Error implements Problem {
  constructor(
    readonly code: ServerProblemCode | AccountProblemCode | StoreProblemCode,
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
