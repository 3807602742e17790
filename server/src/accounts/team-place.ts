import type { Register } from '@throughline/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Mail } from '../mail.js';
import type { AccessEvent } from '../workplace.js';
import { Allowances } from './allowances.js';
import { Mailed } from './mailed.js';
import { type OpenIdProvider, checkProvider } from './openid-provider.js';
import { type PasswordCost, hashPassword } from './passwords.js';
import { type Answered, TeamSignIn } from './team-sign-in.js';

export interface TeamOptions {
  readonly register: Register;
  /** https://review.example.org, without a path: in every link, and what a browser's writes must come from. */
  readonly origin: string;
  readonly mail?: Mail;
  readonly openId?: readonly OpenIdProvider[];
  /** Something went wrong that nobody who asks is told of; it says nothing of people and reviews. */
  readonly onTrouble: (message: string) => void;
  readonly now?: () => Date;
  /** How hard passwords are to guess from their hashes; the usual cost without. */
  readonly passwordCost?: PasswordCost;
}

/** What the routes of accounts have at hand. */
export class TeamPlace {
  readonly register: Register;
  readonly origin: string;
  readonly mail: Mail | undefined;
  readonly openId: readonly OpenIdProvider[];
  readonly onTrouble: (message: string) => void;
  readonly now: () => Date;
  readonly signIn: TeamSignIn;
  readonly allowances: Allowances;
  readonly mailed: Mailed;
  readonly hash: (password: string) => Promise<string>;
  readonly #underWay = new Set<Promise<void>>();

  constructor(options: TeamOptions) {
    const { register, origin, mail, openId = [], onTrouble, now = () => new Date() } = options;
    for (const provider of openId) checkProvider(provider);
    this.register = register;
    this.origin = new URL(origin).origin;
    this.mail = mail;
    this.openId = openId;
    this.onTrouble = onTrouble;
    this.now = now;
    this.hash = (password) => hashPassword(password, options.passwordCost);
    this.signIn = new TeamSignIn({ register, origin: this.origin, openId, onTrouble, hash: this.hash }, now);
    this.allowances = new Allowances(register.attempts, now);
    this.mailed = new Mailed(register.settings.key('mailed links'));
  }

  /**
   * What the first account is made with, for whoever started the program to see: the same in every process and after
   * every start. Undefined once there is an account.
   */
  async setupKey(): Promise<string | undefined> {
    return (await this.register.accounts.none()) ? this.rightSetupKey() : undefined;
  }

  rightSetupKey(): string {
    return this.register.settings.key('set up').toString('base64url');
  }

  /** Keeps word of what happened. What cannot be kept does not stop what was asked for. */
  readonly note = (event: AccessEvent & { readonly name?: string }): void => {
    this.later(async () => this.register.events.write(event, this.now()));
  };

  /** Does something beside the answer, which neither waits for it nor shows by its time that it was done. */
  later(work: () => Promise<void>): void {
    const done = work()
      .catch((error: unknown) => this.onTrouble(error instanceof Error ? error.message : String(error)))
      .finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
  }

  /** What is done beside answers is finished. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  /** Hands the library's cookies on to the browser. */
  pass<T>({ value, cookies }: Answered<T>, reply: FastifyReply): T {
    for (const cookie of cookies) reply.header('set-cookie', cookie);
    return value;
  }
}

/** What the sign-in library is shown of a request: its cookies and its browser. Nothing else could matter to it. */
export function headersOf({ headers }: FastifyRequest): Headers {
  const shown = new Headers();
  if (headers.cookie !== undefined) shown.set('cookie', headers.cookie);
  if (headers['user-agent'] !== undefined) shown.set('user-agent', headers['user-agent'].slice(0, 500));
  return shown;
}
