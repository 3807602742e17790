import type { AccountProblemCode } from './problem-codes.js';
import { ServerProblem } from '../problem.js';

/** What the sign-in library refuses for, by its codes, as problems of ours. One that is not here nobody foresaw. */
const problems: Readonly<Record<string, readonly [AccountProblemCode | 'account.signIn', number]>> = {
  INVALID_EMAIL_OR_PASSWORD: ['account.wrong', 401],
  INVALID_EMAIL: ['account.wrong', 401],
  PASSWORD_TOO_LONG: ['account.wrong', 401],
  // A disabled account is told nothing that a wrong password is not told.
  FAILED_TO_CREATE_SESSION: ['account.wrong', 401],
  INVALID_CODE: ['account.codeWrong', 401],
  INVALID_BACKUP_CODE: ['account.codeWrong', 401],
  INVALID_TWO_FACTOR_COOKIE: ['account.signIn', 401],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: ['account.signIn', 401],
  ACCOUNT_TEMPORARILY_LOCKED: ['account.tooMany', 429],
  INVALID_PASSWORD: ['account.wrongPassword', 403],
  CREDENTIAL_ACCOUNT_NOT_FOUND: ['account.noPassword', 409],
  TOTP_ALREADY_ENABLED: ['account.secondFactorOn', 409],
  TOTP_NOT_ENABLED: ['account.secondFactorOff', 409],
  BACKUP_CODES_NOT_ENABLED: ['account.secondFactorOff', 409],
  INVALID_TOKEN: ['account.linkOver', 410],
  USER_NOT_FOUND: ['account.linkOver', 410],
  UNAUTHORIZED: ['account.signIn', 401],
};

/** Seconds for which the library closes an account to second factors after too many wrong ones. */
const locked = 15 * 60;

/** Rejects with a problem of ours where the library rejects with one that we know. */
export async function asked<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = libraryCode(error);
    const found = code === undefined ? undefined : problems[code];
    if (found === undefined) throw error;
    throw new ServerProblem(found[0], found[0] === 'account.tooMany' ? { seconds: locked } : {}, found[1]);
  }
}

function libraryCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('body' in error)) return undefined;
  const { code } = (error.body ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
