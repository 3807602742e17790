import { createHash } from 'node:crypto';
import type { Allowance, Attempts } from '@throughline/storage';
import { ServerProblem } from '../problem.js';

const minutes = (count: number): number => count * 60;

/**
 * How often something may be tried: by one address of the network, for one account. An account is not closed to its owner
 * because somebody else tries it from elsewhere, until there were very many tries (ASVS 2.2.1: at most 100 an hour).
 */
const allowances = {
  signInFrom: { most: 60, seconds: minutes(10) },
  signInFromTo: { most: 10, seconds: minutes(10) },
  signInTo: { most: 100, seconds: minutes(60) },
  setUpFrom: { most: 20, seconds: minutes(10) },
  linksFrom: { most: 100, seconds: minutes(10) },
  newAccountFrom: { most: 20, seconds: minutes(10) },
  resetFrom: { most: 30, seconds: minutes(60) },
  resetTo: { most: 5, seconds: minutes(60) },
  passwordOf: { most: 10, seconds: minutes(10) },
  codeOf: { most: 10, seconds: minutes(10) },
  codeOnce: { most: 1, seconds: minutes(3) },
  invitationsBy: { most: 100, seconds: minutes(60) },
} as const satisfies Readonly<Record<string, Allowance>>;

export type AllowanceName = keyof typeof allowances;

/** Holds tries against their allowances, for all processes of the server together. */
export class Allowances {
  constructor(
    private readonly attempts: Attempts,
    private readonly now: () => Date,
  ) {}

  /** Counts a try; rejects where it is one too many. Of whom it is, only a hash is kept. */
  async take(name: AllowanceName, ...of: readonly string[]): Promise<void> {
    const seconds = await this.attempts.take(keyOf(name, of), allowances[name], this.now());
    if (seconds !== undefined) throw new ServerProblem('account.tooMany', { seconds }, 429);
  }

  /** The same, answered. */
  async may(name: AllowanceName, ...of: readonly string[]): Promise<boolean> {
    return (await this.attempts.take(keyOf(name, of), allowances[name], this.now())) === undefined;
  }

  /** What went right does not count against anybody. */
  async forget(name: AllowanceName, ...of: readonly string[]): Promise<void> {
    await this.attempts.clear(keyOf(name, of));
  }
}

const keyOf = (name: AllowanceName, of: readonly string[]): string =>
  `${name} ${createHash('sha256').update(of.join('\n')).digest('base64url')}`;
